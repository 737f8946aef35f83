"""One report made by hand with everything that a report can hold; every form has its whole output of it."""

from __future__ import annotations

from decimal import Decimal

from toolkit.finding import FileReport, Finding, Location, Report, Severity, Skipped, Text
from toolkit.standing import Standing, TargetStanding, Told

SHEET = "进展情况"
AIR = "清洁空气｜细颗粒物年均浓度控制在60微克/立方米以内"
AIR_TARGET = "细颗粒物年均浓度控制在60微克/立方米以内"
AIR_PROGRESS = "前5个月，细颗粒物平均浓度为74微克/立方米，同比下降2.8%，空气质量持续改善。"
PIPES = "截污｜完成雨污合流管线改造68公里"
PIPES_TARGET = "完成雨污合流管线改造68公里"
PIPES_PROGRESS = "上半年完成雨污合流管线改造10公里。"
FIX = Text(
    zh="核对数据，例如：“细颗粒物平均浓度48微克/立方米”。",
    en="Check the figure, for example “细颗粒物平均浓度48微克/立方米” (48).",
)


def finding(code: str, severity: Severity, message: Text, **facts: object) -> Finding:
    """A finding with what the forms need; ``facts`` are further fields."""
    return Finding(code=code, name=NAMES[code], severity=severity, message=message, fix=FIX, **facts)  # type: ignore[arg-type]


NAMES = {
    "S001": "unreadable-workbook",
    "S018": "period-mismatch",
    "A001": "actual-missing",
    "A006": "limit-breached",
    "A007": "behind-pace",
    "D001": "stale-period",
    "N001": "claim-without-figure",
    "T003": "target-packed",
}


def _at(row: int, role: str, span: tuple[int, int] | None = None) -> Location:
    letter = {"task": "A", "target": "B", "progress": "C"}[role]
    return Location(sheet=SHEET, cell=f"{letter}{row}", row=row, column=role, span=span)


TITLE = finding(
    "S018",
    Severity.WARNING,
    Text(zh="标题“2016年上半年”与本轮填报期不一致。", en="The title “2016年上半年” names another period."),
    location=Location(sheet=SHEET, cell="A1", row=1),
    text="2016年上半年进展情况",
)
PACKED = finding(
    "T003",
    Severity.INFO,
    Text(zh="一个单元格里有2个须分别衡量的目标。", en="Two targets in one cell, to be measured separately."),
    location=_at(9, "target"),
    indicator="收支｜422.1亿元/388.4亿元",
)
STALE = finding(
    "D001",
    Severity.WARNING,
    Text(zh="“前5个月”只到2017年5月31日，没有更新到期末。", en="“前5个月” ends on 2017-05-31, too early."),
    location=_at(29, "progress", (0, 4)),
    text="前5个月",
    around=("", "，细颗粒物平均浓度为74微克/立方米，同比…"),
    value="2017-05-31",
    expected="2017-06-30",
    indicator=AIR,
)
BREACHED = finding(
    "A006",
    Severity.ERROR,
    Text(
        zh="“74微克/立方米”不符合目标“控制在60微克/立方米以内”：应≤ 60。",
        en="“74微克/立方米” breaches the target “控制在60微克/立方米以内”: it should be ≤ 60.",
    ),
    location=_at(29, "progress", (14, 22)),
    text="74微克/立方米",
    around=("前5个月，细颗粒物平均浓度为", "，同比下降2.8%，空气质量持续改善。"),
    value="74",
    expected="≤ 60",
    related=(_at(29, "target", (9, 21)),),
    indicator=AIR,
    part="0",
)
MISSING = finding(
    "A001",
    Severity.ERROR,
    Text(zh="目标“68公里”没有报告结果。", en="No result is reported for the target “68公里”."),
    location=_at(30, "progress"),
    text="进展顺利。",
    indicator="截污二期｜完成雨污合流管线改造68公里",
    part="0",
)
CLAIM = finding(
    "N001",
    Severity.WARNING,
    Text(zh="“进展顺利”只有结论，没有数据支撑。", en="“进展顺利” claims without a figure."),
    location=_at(30, "progress", (0, 4)),
    text="进展顺利",
    around=("", "。"),
    indicator="截污二期｜完成雨污合流管线改造68公里",
    cause=MISSING.fingerprint,
)
BEHIND = finding(
    "A007",
    Severity.WARNING,
    Text(
        zh="“10公里”落后于序时进度：时间已过50%，按进度应完成34公里（目标“68公里”）。",
        en="“10公里” is behind the pace: 50 % of the time has passed, which asks for 34 公里.",
    ),
    location=_at(31, "progress", (13, 17)),
    text="10公里",
    around=("上半年完成雨污合流管线改造", "。"),
    value="10公里",
    expected="≥ 34公里",
    indicator=PIPES,
    part="0",
)
UNREADABLE = finding(
    "S001",
    Severity.ERROR,
    Text(zh="文件无法读取：文件已加密。", en="The file cannot be read: it is encrypted."),
)


def _target(text: str, span: tuple[int, int], bound: str, unit: str, **facts: object) -> TargetStanding:
    known = {"figure": None, "figure_span": None, "completion": None, "elapsed": None, "cap": False}
    return TargetStanding(part="0", text=text, span=span, bound=bound, unit=unit, **{**known, **facts})  # type: ignore[arg-type]


def _row(row: int, task: str, target: str, progress: str, *targets: TargetStanding) -> Standing:
    told = (Told(f"A{row}", task), Told(f"B{row}", target), Told(f"C{row}", progress))
    return Standing(SHEET, row, *told, targets)


STANDING = (
    _row(9, "收支", "422.1亿元/388.4亿元", "一般公共预算收入230.5亿元。"),
    _row(
        29,
        "清洁空气",
        AIR_TARGET,
        AIR_PROGRESS,
        _target(
            "控制在60微克/立方米以内",
            (8, 21),
            "≤ 60",
            "微克/立方米",
            cap=True,
            figure="74微克/立方米",
            figure_span=(14, 22),
            completion=Decimal("123.3333333333"),
        ),
    ),
    _row(
        30,
        "截污二期",
        PIPES_TARGET,
        "进展顺利。",
        _target("68公里", (11, 15), "≥ 68", "公里", elapsed=Decimal(50)),
    ),
    _row(
        31,
        "截污",
        PIPES_TARGET,
        PIPES_PROGRESS,
        _target(
            "68公里",
            (11, 15),
            "≥ 68",
            "公里",
            figure="10公里",
            figure_span=(13, 17),
            completion=Decimal("14.7058823529"),
            elapsed=Decimal(50),
        ),
    ),
    _row(
        32,
        "拆违",
        "拆除违法建设12万平方米",
        "上半年拆除违法建设15万平方米。",
        _target(
            "12万平方米",
            (6, 12),
            "≥ 12",
            "万平方米",
            figure="15万平方米",
            figure_span=(9, 15),
            completion=Decimal(125),
            elapsed=Decimal(50),
        ),
    ),
)
REPORT = Report(
    tool_version="1.2.3",
    round="2017年上半年",
    files=(
        FileReport(
            path="报送/甲区 2017.xlsx",
            verdict="rejected",
            unit="甲区",
            findings=(TITLE, PACKED, STALE, BREACHED, MISSING, CLAIM, BEHIND),
            ran=("A001", "A006", "A007", "D001", "D005", "N001", "S018", "T003"),
            skipped=(
                Skipped("S006", Text(zh="没有模板", en="no template")),
                Skipped("S007", Text(zh="没有模板", en="no template")),
                Skipped("P008", Text(zh="这种文件格式读不出单元格格式", en="no number formats here")),
            ),
            known=("00112233445566aa", "00112233445566bb"),
            standing=STANDING,
        ),
        FileReport(path="报送/乙区.xlsx", verdict="accepted", unit="乙区", ran=("A006",), standing=()),
        FileReport(
            path="报送/丙区.xlsx", verdict="unreadable", findings=(UNREADABLE,), ran=("S001",), standing=()
        ),
    ),
)
