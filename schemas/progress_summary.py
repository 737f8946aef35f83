"""绩效任务进展情况汇总表 — the three-column progress summary: task, yearly target, progress.

One row is one indicator. The task is written once over its block of indicators, in a merged cell.
"""

from toolkit.schema import Form, column

# What stands before and behind the word that says what a column holds, as published tables have it.
_YEAR = r"(?:\d{4}年?度?|二[〇零].{2}年度?|全年度?|年度|本年度?|今年度?|当年|年初)?"
_WHOSE = (
    r"(?:市级|区级|县级|省级|市|区|县|政府|上级|总体|绩效|工作|考核|任务|预期|主要|重点|指标|计划|建设|发展|改革"
    r"|民生|实事|下达|核定|责任|具体)*"
)
_WHAT = r"(?:任务|要求|名称|内容|清单|分解|安排|标准|措施|计划|事项|指标|预期|值|数|量|及|和|与|、)*"
_REMARK = r"(?:\(.*\))?"
_ELSEWHEN = r"(?![^(]*(?:半年|季度|\d月|本月|上年|去年|同期|往年|完成|进展|进度|分值|权重|时限|下一?步))"
_NOT_TOLD = (
    r"(?![^(]*(?:同期|上年|去年|往年|历史|下一?步|预计|拟|未完成|是否|问题类|得分|评分|督查|审核|核查|基本情况"
    r"|(?:目标|计划|序时|时间)进度(?:\(|$)))"
)
_UNTIL = r"(?:截[至止到][^(]{0,16}|[^(]{0,16}[年月日季度底末份]|目前|当前|现阶段)?"
_TOLD = (
    r"(?:情况|进度|进展|成效|成果|结果|状况|效果|完成|落实|推进|说明|汇报|描述|总结|简述|统计|程度|存在|的?问题"
    r"|值|数|量|及|和|与|、)*"
)


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
        pattern=rf"(?:《.+》)?{_YEAR}(?:绩效|重点|主要|考核|改革|民生|实事|为民|办|折子|督查|议定|专项|建设|攻坚|核心|任务"
        rf"|工作|项目)*(?:任务|事项|项目|工程|实事|工作|要点|行动|课题|提案)(?:名称|内容|清单)?{_REMARK}|三级指标|(?:主要|核心|考核|绩效|评价)*指标(?:名称)?{_REMARK}",
        loose=rf"{_WHOSE}(?:[一二]级)?(?:指标|类别|工作|名称|内容|事项|任务)(?:名称|类别|分类|内容)?{_REMARK}"
        rf"|{_WHOSE}目标任务",
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
            "年度目标值",
            "年度指标值",
            "目标值",
            "指标值",
        ],
        pattern=rf"{_ELSEWHEN}{_YEAR}{_WHOSE}目标{_YEAR}{_WHAT}{_REMARK}"
        rf"|{_ELSEWHEN}(?:\d{{4}}年?度?|全年|年度|本年度?|今年){_WHOSE}(?:任务|指标|计划|要求|预期){_WHAT}{_REMARK}"
        rf"|(?:任务|计划|指标|预期)[值数]{_REMARK}",
        loose=rf"(?!下一?步)[^(]{{0,10}}目标{_WHAT}{_REMARK}"
        rf"|(?!(?:要求|标准|规模)$)(?:[一二三]级|具体|办理|实施|整改|项目|评价|核心)?{_WHOSE}(?:内容|要求|指标|任务|举措|措施|计划|标准|事项|规模|工作|项目)"
        rf"(?:名称|内容|清单|(?:及|和|与|、)?(?:要求|标准|规模))?{_REMARK}",
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
        pattern=rf"{_NOT_TOLD}{_UNTIL}(?:目前|累计|本[期月]|当期|已|目标|任务|工作|绩效|指标|实际|主要|重点|项目|具体|阶段性?|建设|贯彻|实施"
        rf"|推进|计划(?=.+情况))*(?:(?:进展|完成|落实|推进|执行|办理)|(?:进度|实施|建设|开展|推动|整改|自查)(?=情况|进[展度]|结果|成效))"
        rf"{_TOLD}{_REMARK}",
        loose=rf"{_YEAR}(?:[上下]半年|前?[一二三四1-4]个?季度|1[-—–~至]\d{{1,2}}月)(?:实绩|实际|数)?"
        rf"|{_NOT_TOLD}(?!.*率)[^(]{{0,10}}(?:情况|成效|实绩|实际|进度|结果|总结){_TOLD}{_REMARK}",
        width=70,
        note="用目标的单位写明完成数和完成率，数据截至填报期末；落后的，写明原因和措施。",
    )
