from __future__ import annotations

from datetime import date

import pytest

from toolkit.reporting_period import Period, disagrees, named_in, period_of, stated_period

HALF = (date(2017, 1, 1), date(2017, 6, 30))
YEAR_2019 = (date(2019, 1, 1), date(2019, 12, 31))


@pytest.mark.parametrize(
    ("texts", "period"),
    [
        (["2017年上半年市政府绩效任务进展"], HALF),
        (["２０１７年　上半年"], HALF),
        (["二〇一七年上半年进展情况"], HALF),
        (["二零一七年上半年进展情况"], HALF),
        (["2017年下半年进展"], (date(2017, 7, 1), date(2017, 12, 31))),
        (["2018年一季度进展"], (date(2018, 1, 1), date(2018, 3, 31))),
        (["2018年第3季度"], (date(2018, 7, 1), date(2018, 9, 30))),
        (["2018年前三季度"], (date(2018, 1, 1), date(2018, 9, 30))),
        (["2018年1-5月"], (date(2018, 1, 1), date(2018, 5, 31))),
        (["2016年前2个月"], (date(2016, 1, 1), date(2016, 2, 29))),
        (["2019年绩效任务完成情况"], YEAR_2019),
        (["2019年全年"], YEAR_2019),
        (["西城区2017年绩效任务", "上半年进展情况"], HALF),
        (["绩效任务表", "上半年进展情况", "2017年绩效任务-西城区"], HALF),
        (["2017年上半年", "2019年全年"], HALF),
        (["上半年进展情况"], None),
        (["绩效任务"], None),
        ([], None),
        (["2016年总结和2017年计划"], None),
        (["填报日期:2018年1月10日"], None),
        (["DB11/139-2015年"], (date(2015, 1, 1), date(2015, 12, 31))),
        (["共12017年度"], None),
    ],
)
def test_period_that_texts_name(texts: list[str], period: Period | None) -> None:
    assert period_of(texts) == period


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("2017年上半年", False),
        ("2017年绩效任务", False),
        ("上半年进展情况", False),
        ("进展情况", False),
        ("2017年二季度", False),
        ("2016年上半年", True),
        ("2017年一季度", True),
        ("全年完成情况", True),
        ("填报日期:2018年7月5日", False),
    ],
)
def test_a_text_that_names_another_period(text: str, other: bool) -> None:  # noqa: FBT001
    assert disagrees(named_in(text), HALF) is other


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2017-01-01/2017-06-30", HALF),
        ("2017/1/1-2017/6/30", HALF),
        ("2017年1月1日至2017年6月30日", HALF),
        ("2017年上半年", HALF),
        ("2017上半年", HALF),
        ("2017年1-6月", HALF),
        ("2017H1", HALF),
        ("2017-h1", HALF),
        ("２０１７Ｈ１", HALF),
        ("2017Q2", (date(2017, 4, 1), date(2017, 6, 30))),
        ("2017年二季度", (date(2017, 4, 1), date(2017, 6, 30))),
        ("2017-06", (date(2017, 6, 1), date(2017, 6, 30))),
        ("2017年6月", (date(2017, 6, 1), date(2017, 6, 30))),
        ("2019年", YEAR_2019),
        ("2019年度", YEAR_2019),
        ("上半年", None),
        ("2017", None),
        ("2017-01-01 2017-06-30", None),
        ("2017H3", None),
        ("2017-13", None),
        ("0000", None),
        ("2017-01-01/2017-06-31", None),
        ("2017-06-30/2017-01-01", None),
        ("今年", None),
        ("", None),
    ],
)
def test_period_that_an_operator_types(text: str, period: Period | None) -> None:
    assert stated_period(text) == period
