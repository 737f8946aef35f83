"""Quantities that were once read wrongly. A row is added with the repair, and stays."""

from __future__ import annotations

from decimal import Decimal

import pytest

from toolkit.language.quantity import read_quantities

# text, every (value, unit) in the order of the text
BUGS: list[tuple[str, list[tuple[str, str]]]] = [
    # scale and measure word stand apart from the number by a blank that somebody typed
    ("拆除违法建设 12 万平方米", [("12", "万平方米")]),
    # the comma of a clause is not the comma of thousands
    ("完成226条,317户", [("226", "条"), ("317", "户")]),
    # a number at the end of one line and an item number at the start of the next
    ("完成整改30处\n2.新增台账12本", [("30", "处"), ("12", "本")]),
    # foreign letters and a count that only the folding joins, beside what is one code
    ("新增AED 300台", [("300", "台")]),
    ("更换LED灯1.2万盏,安装ETC12套,铺设DN300管道", [("1.2", "万盏"), ("12", "套")]),
    # the last of several numbers says the unit of all
    ("浓度分别控制在35和60微克/立方米以内", [("35", "微克/立方米"), ("60", "微克/立方米")]),
    # 前 ranks what it stands before, but not in 学前
    ("其中学前1,260个、小学1,080个", [("1260", "个"), ("1080", "个")]),
    # a time without power is measured
    ("户均停电1.2小时", [("1.2", "小时")]),
    # the plus sign between a scale and its measure word, and a half behind a unit
    ("发放资料10万+份", [("10", "万份")]),
    ("办理时间由5天减至2天半", [("5", "天"), ("2.5", "天")]),
    # minutes and seconds, hours and minutes are one length of time
    ("平均反应时间16分42秒,同比缩短2分18秒", [("1002", "秒"), ("138", "秒")]),
    ("审批时间压缩至1小时42分钟", [("102", "分钟")]),
]


@pytest.mark.parametrize(("text", "expected"), BUGS, ids=[row[0] for row in BUGS])
def test_once_read_wrongly(text: str, expected: list[tuple[str, str]]) -> None:
    found = [(quantity.value, quantity.unit) for quantity in read_quantities(text)]
    assert found == [(Decimal(value), unit) for value, unit in expected]
