"""The fixed words of the page in both languages."""

from __future__ import annotations

from collections.abc import Mapping

from toolkit.finding import Language, Text

WORDS: Mapping[str, Text] = {
    "title": Text("绩效任务报送表检查报告", "Check of the progress submissions"),
    "round": Text("填报轮次", "Round"),
    "overview": Text("总览", "Overview"),
    "contents": Text("本页内容", "On this page"),
    "skip": Text("跳到检查结论", "Skip to the verdict"),
    "file": Text("报送表", "Submission"),
    "unit": Text("填报单位", "Reporting unit"),
    "verdict": Text("结论", "Verdict"),
    "errors": Text("错误", "Errors"),
    "warnings": Text("警告", "Warnings"),
    "infos": Text("提示", "Infos"),
    "accepted": Text("通过", "Accepted"),
    "rejected": Text("退回修改", "Sent back"),
    "unreadable": Text("无法读取", "Unreadable"),
    "error": Text("错误", "error"),
    "warning": Text("警告", "warning"),
    "info": Text("提示", "info"),
    "problems": Text("问题清单", "What to mend"),
    "problems_of": Text(
        "问题清单：每处问题的位置、问题和改法", "Each problem: its place, the fault and the mend"
    ),
    "place": Text("位置", "Place"),
    "sheet": Text("工作表", "Sheet"),
    "rule": Text("规则", "Rule"),
    "problem": Text("问题", "Problem"),
    "mend": Text("怎么改", "How to mend it"),
    "mend_lead": Text("改：", "Fix: "),
    "follows": Text("连带问题，改好上一条后一并消除", "Follows from the one above, and goes with it"),
    "none": Text("没有发现问题。", "Nothing was found."),
    "nothing_new": Text("没有新问题。", "Nothing new was found."),
    "progress": Text("完成进度", "Completion against pace"),
    "chart_of": Text(
        "各数量目标的完成率与序时进度",
        "Completion of each numeric target against the elapsed share of its time",
    ),
    "row": Text("行", "Row"),
    "target": Text("年度目标", "Target"),
    "told": Text("进展情况", "Progress"),
    "task": Text("绩效任务", "Task"),
    "figure": Text("填报数", "Reported"),
    "completion": Text("完成率", "Completion"),
    "bar": Text("完成率图示", "Completion as a bar"),
    "state": Text("状态", "State"),
    "pace": Text("序时进度", "Pace"),
    "goal": Text("年度目标（100%）", "Target (100 %)"),
    "over_scale": Text("超出图示范围", "Beyond the scale"),
    "pace_here": Text("序时进度 {share}%", "pace {share} %"),
    "completed": Text("完成 {share}%", "{share} % complete"),
    "no_bars": Text("没有可以计算完成率的数量目标。", "There is no numeric target."),
    "indicators": Text("指标现状", "The indicators as they stand"),
    "indicators_of": Text(
        "各指标的目标和进展情况原文，问题所在的字句已标出",
        "Target and progress of each indicator in their own words, with the phrases marked",
    ),
    "legend": Text("图例", "Key"),
    "marked": Text("标出的字句：", "Marked phrases: "),
    "marked_figure": Text("读出的数", "a figure that was understood"),
    "see": Text("见问题 {number}", "see problem {number}"),
    "rules": Text("执行的规则", "Rules"),
    "ran": Text("已执行", "These ran"),
    "not_ran": Text("没有执行", "These did not run"),
    "because": Text("原因", "Why"),
    "found": Text("{count} 处", "{count} found"),
    "all_ran": Text("全部规则均已执行。", "Every rule ran."),
    "made_by": Text("由 indicator-toolkit {version} 生成", "Made by indicator-toolkit {version}"),
    "whole_file": Text("整个文件", "The whole file"),
    "row_number": Text("第 {row} 行", "Row {row}"),
    "blank": Text("（空）", "(blank)"),
    "top": Text("返回顶部", "Back to the top"),
    "must": Text("{errors} 个错误必须改正后重新报送", "errors to be mended first: {errors}"),
    "must_not": Text("没有必须改正的错误", "no error to be mended"),
    "look": Text("{warnings} 个警告请逐条核实", "warnings to be looked at: {warnings}"),
    "know": Text("{infos} 个提示供参考", "infos: {infos}"),
    "known": Text("另有 {known} 个已知问题未列出", "known from before and not listed: {known}"),
}
STATES: Mapping[str, Text] = {
    "breached": Text("突破控制目标", "Limit breached"),
    "behind": Text("落后于序时进度", "Behind the pace"),
    "slightly": Text("略慢于序时进度", "Slightly behind"),
    "far": Text("远超目标", "Far over"),
    "scale": Text("数量级异常", "Order of magnitude"),
    "missing": Text("没有报告结果", "Not reported"),
    "met": Text("已达目标", "Target met"),
    "within": Text("控制在目标内", "Within its limit"),
    "going": Text("推进中", "Under way"),
    "unknown": Text("无法计算", "Not to be computed"),
}


def words(language: Language) -> dict[str, str]:
    """The words by name, in one language."""
    return {name: text.in_language(language) for name, text in WORDS.items()}
