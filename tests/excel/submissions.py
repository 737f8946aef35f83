"""Submissions made up at random, the same for the same number: plain ones and all that offices do to them."""

from __future__ import annotations

from random import Random

from toolkit.testing import workbook

_HEADER = "| 绩效任务 | 年度目标 | {period}进展情况 |"
_TASKS = ("拆违", "植树", "棚改", "安全生产", "政务服务", "背街小巷整治", "大气污染防治", "就业")
_TARGETS = (
    "拆除违法建设{n}处",
    "新增绿地{n}公顷，合格率达到{p}%",
    "PM2.5年均浓度控制在{n}微克/立方米左右",
    "完成{n}户改造；整治{m}条背街小巷",
    "提高服务水平",
    "办结率不低于{p}%",
    "安全生产事故死亡人数不超过{n}人",
    "待定",
)
_PROGRESS = (
    "上半年拆除违法建设{m}处，完成率{p}%。",
    "截至6月底，新增绿地{m}公顷，其中公园{n}公顷、道路{m}公顷。",
    "浓度为{m}微克/立方米，同比下降{p}%。",
    "已完成{m}户，占全年任务的{q}%。",
    "多次召开调度会。",
    "按计划推进中",
    "（1）办结{n}件；（3）办结率{q}%，比去年提高{p}个百分点。",
    "上半年共发生事故{n}起，死亡{m}人，2015年同期{m}起。",
)
_ODD = (
    "^",
    "",
    "12",
    "0.5 {0.00}",
    "92.5%",
    "2017-06-30",
    "TRUE",
    "#N/A",
    "'007",
    "'=不是公式",
    "=1+1 => 2",
    "=1/0 => #DIV/0!",
    '="甲"&"乙" => 甲乙',
    "第一行<br>第二行",
)


def submission(number: int) -> tuple[str, bytes]:
    """The name of a file and its content."""
    random = Random(number)  # noqa: S311  # the same every time is what is wanted
    period = random.choice(["上半年", "2017年上半年", "前三季度", ""])
    lines = [] if random.random() < 0.7 else ["| 2017年绩效任务进展情况表 | < | < |", "| 填报单位：某某局 |"]
    lines.append(_HEADER.format(period=period))
    lines += [_line(random, first=row == 0) for row in range(random.randint(3, 25))]
    if random.random() < 0.2:
        lines += ["## 附表 [hidden]", "| 说明 | 12 |"]
    name = random.choice(["报送表", "2017年上半年 西城区", "2017年上半年 西城区=终稿"])
    return f"{number:03d} {name}.xlsx", workbook("\n".join(lines))


def _line(random: Random, *, first: bool) -> str:
    cells = [_worded(random, kinds) for kinds in (_TASKS, _TARGETS, _PROGRESS)]
    for column in range(3):
        if random.random() < 0.12:
            odd = random.choice(_ODD)
            # Above the first row stands the header, which nobody merges with.
            cells[column] = "" if first and odd == "^" else odd
    hidden = " hidden" if random.random() < 0.04 else ""
    return f"| {' | '.join(cells)} |{hidden}"


def _worded(random: Random, kinds: tuple[str, ...]) -> str:
    numbers = {key: random.randint(1, 180) for key in "nmpq"}
    return random.choice(kinds).format(**numbers)
