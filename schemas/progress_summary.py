"""绩效任务进展情况汇总表 — the three-column progress summary: task, yearly target, progress.

One row is one indicator. The task is written once over its block of indicators, in a merged cell.
"""

from toolkit.schema import Form, column


class ProgressSummary(Form):
    """What the performance office asks and what the reporting unit tells, in words."""

    task: str = column(
        "绩效任务",
        aliases=[
            "任务",
            "任务名称",
            "重点任务",
            "重点工作",
            "工作任务",
            "重点工作任务",
            "工作事项",
            "重点事项",
            "工作内容",
        ],
        pattern=r"(绩效|重点|主要|年度)?(工作)?(任务|事项|项目)(名称|内容)?|一级指标|指标类别",
        required=False,
        issued=True,
        width=18,
    )

    target: str = column(
        "年度目标",
        aliases=[
            "目标",
            "工作目标",
            "绩效目标",
            "目标任务",
            "任务目标",
            "年度绩效目标",
            "年度工作目标",
            "目标值",
            "指标",
        ],
        pattern=r"(\d{4}年)?(全年|年度|本年度?|年初|预期)?(绩效|工作|考核|任务|预期|主要)?(目标|指标|任务)(任务|值|内容|要求|名称)?(\(.*\))?",
        issued=True,
        width=40,
        note="下达的年度目标原文。",
    )

    progress: str = column(
        "进展情况",
        aliases=[
            "上半年进展情况",
            "全年完成情况",
            "一季度进展",
            "完成情况",
            "落实情况",
            "工作进展",
            "实际完成情况",
            "实际完成值",
        ],
        pattern=r"(截[至止].{0,12}|\d{4}年|.{0,8}[年月季度]|目前|当前)?(目标|任务|工作|绩效|指标|实际|主要)*"
        r"(进展|完成|落实|推进|执行|进度)(情况|进度|进展|值|结果)?(说明|汇报)?(\(.*\))?",
        width=70,
        note="用目标的单位写明完成数和完成率，数据截至填报期末；落后的，写明原因和措施。",
    )
