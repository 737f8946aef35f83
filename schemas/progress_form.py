"""绩效任务进展情况表 — the structured form: every indicator with its id, its numbers in cells of their own.

One row is one indicator. The office issues what is asked, the reporting unit fills in what was
reached; the completion rate is a formula of the template.
"""

from datetime import date

from toolkit.schema import Form, Number, column


class ProgressForm(Form):
    """What the performance office asks, in text and in number, and what the reporting unit answers."""

    number: int = column("序号", required=False, issued=True, ge=1, width=5)

    indicator_id: str = column(
        "指标编号",
        aliases=["编号", "指标代码", "指标编码"],
        nullable=False,
        issued=True,
        str_length={"max_value": 20},
        width=10,
        note="下发时编定，全表唯一，汇总和比对都以它为准。",
    )

    task: str = column(
        "绩效任务",
        aliases=["任务", "任务名称", "重点任务", "一级指标"],
        required=False,
        issued=True,
        width=18,
    )

    target: str = column(
        "年度目标",
        aliases=["目标", "绩效目标", "工作目标", "目标任务", "二级指标"],
        nullable=False,
        issued=True,
        width=30,
        note="下达的年度目标原文。",
    )

    target_value: Number = column(
        "目标值",
        aliases=["年度目标值", "指标值"],
        issued=True,
        number_format="General",
        width=10,
        note="年度目标中的数字，单位见“计量单位”列；没有数字的目标留空。",
    )

    unit: str = column(
        "计量单位",
        aliases=["单位", "度量单位"],
        issued=True,
        needed_with="target_value",
        width=10,
        note="目标值和本期完成值共用的单位。百分数以“%”为单位，填 92 而不填 0.92。",
    )

    direction: str = column(
        "方向",
        aliases=["目标方向", "指标方向"],
        issued=True,
        isin=["≥", "≤", "=", "趋近"],
        needed_with="target_value",
        width=6,
        note="≥ 越多越好，≤ 不得超过，= 正好，趋近 越近越好。",
    )

    actual_value: Number = column(
        "本期完成值",
        aliases=["完成值", "实际完成值", "实际值"],
        ge=0,
        number_format="General",
        width=12,
        note="截至数据截止日的累计完成数，只填数字，与目标值用同一单位。",
    )

    completion: Number = column(
        "完成率",
        aliases=["目标完成率", "完成比例"],
        required=False,
        issued=True,
        number_format="0.0%",
        width=9,
        note="由公式算出，不用填写。",
    )

    as_of: date = column(
        "数据截止日",
        aliases=["截止日期", "数据截止日期"],
        needed_with="actual_value",
        within_period=True,
        number_format="yyyy-mm-dd",
        width=12,
        note="完成值统计到哪一天，应在填报期内，写法如 2017-06-30。",
    )

    progress: str = column(
        "进展情况",
        aliases=["完成情况", "进展情况说明", "工作进展"],
        nullable=False,
        str_length={"max_value": 1000},
        width=46,
        note="做了什么、做到什么程度；落后的，写明原因和措施。",
    )

    office: str = column("责任单位", aliases=["责任部门", "牵头单位"], required=False, issued=True, width=14)

    reporter: str = column(
        "填报人", required=False, nullable=False, str_length={"min_value": 2, "max_value": 20}, width=10
    )

    phone: str = column(
        "联系电话",
        aliases=["电话", "联系方式"],
        required=False,
        nullable=False,
        str_matches=r"(0\d{2,3}-?)?\d{7,8}(-\d{1,5})?|1\d{10}",
        width=14,
        number_format="@",
        note="座机或手机号码，例如 010-66123456。",
    )
