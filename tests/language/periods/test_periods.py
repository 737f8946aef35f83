"""The stretches of time that a text names, with their first and last day."""

from __future__ import annotations

from datetime import date

import pytest

from toolkit.language.period import read_periods

# text, year of the round, first day, last day
WITHIN_THE_YEAR = [
    ("1-5月份,全区新引进金融机构41家", 2017, "2017-01-01", "2017-05-31"),
    ("1-4月,共转出老旧机动车", 2017, "2017-01-01", "2017-04-30"),
    ("1-2月", 2017, "2017-01-01", "2017-02-28"),
    ("1-2月", 2016, "2016-01-01", "2016-02-29"),
    ("1—9月", 2017, "2017-01-01", "2017-09-30"),
    ("1－6月", 2017, "2017-01-01", "2017-06-30"),
    ("1～5月", 2017, "2017-01-01", "2017-05-31"),
    ("1至5月份", 2017, "2017-01-01", "2017-05-31"),
    ("1月至5月", 2017, "2017-01-01", "2017-05-31"),
    ("1月-6月", 2017, "2017-01-01", "2017-06-30"),
    ("3-4月加价通知", 2017, "2017-03-01", "2017-04-30"),
    ("１－５月份", 2017, "2017-01-01", "2017-05-31"),
    ("一至五月", 2017, "2017-01-01", "2017-05-31"),
    ("前5个月", 2017, "2017-01-01", "2017-05-31"),
    ("前8个月", 2018, "2018-01-01", "2018-08-31"),
    ("前11个月", 2017, "2017-01-01", "2017-11-30"),
    ("前两个月", 2020, "2020-01-01", "2020-02-29"),
    ("上半年", 2017, "2017-01-01", "2017-06-30"),
    ("今年上半年", 2017, "2017-01-01", "2017-06-30"),
    ("下半年", 2017, "2017-07-01", "2017-12-31"),
    ("一季度", 2017, "2017-01-01", "2017-03-31"),
    ("第一季度", 2017, "2017-01-01", "2017-03-31"),
    ("二季度", 2017, "2017-04-01", "2017-06-30"),
    ("三季度", 2017, "2017-07-01", "2017-09-30"),
    ("第四季度", 2017, "2017-10-01", "2017-12-31"),
    ("前三季度", 2017, "2017-01-01", "2017-09-30"),
    ("1至4季度", 2017, "2017-01-01", "2017-12-31"),
    ("6月份", 2017, "2017-06-01", "2017-06-30"),
    ("2月", 2019, "2019-02-01", "2019-02-28"),
    ("元月", 2017, "2017-01-01", "2017-01-31"),
    ("十二月", 2017, "2017-12-01", "2017-12-31"),
    ("五月份", 2017, "2017-05-01", "2017-05-31"),
    ("6月上旬", 2017, "2017-06-01", "2017-06-10"),
    ("6月中旬", 2017, "2017-06-11", "2017-06-20"),
    ("6月下旬", 2017, "2017-06-21", "2017-06-30"),
    ("2月下旬", 2016, "2016-02-21", "2016-02-29"),
    ("6月30日", 2017, "2017-06-30", "2017-06-30"),
    ("三月十五日", 2017, "2017-03-15", "2017-03-15"),
    ("全年共完成改造", 2017, "2017-01-01", "2017-12-31"),
    ("1.5月份在报国寺开展宣传周活动", 2017, "2017-05-01", "2017-05-31"),
]

# The text names its own year: text, first day, last day
WITH_ITS_OWN_YEAR = [
    ("2017年", "2017-01-01", "2017-12-31"),
    ("2016年度", "2016-01-01", "2016-12-31"),
    ("2017年6月", "2017-06-01", "2017-06-30"),
    ("2018年1-5月", "2018-01-01", "2018-05-31"),
    ("2017年上半年", "2017-01-01", "2017-06-30"),
    ("2018年一季度", "2018-01-01", "2018-03-31"),
    ("2016年第四季度", "2016-10-01", "2016-12-31"),
    ("2017年6月30日", "2017-06-30", "2017-06-30"),
    ("2013—2017年", "2013-01-01", "2017-12-31"),
    ("2016-2018年", "2016-01-01", "2018-12-31"),
    ("二〇一七年", "2017-01-01", "2017-12-31"),
    ("十四五期间", "2021-01-01", "2025-12-31"),
    ("“十三五”期间", "2016-01-01", "2020-12-31"),
    ("2017年前5个月", "2017-01-01", "2017-05-31"),
]

# A deadline has a last day; where it begins is nobody's business: text, last day
DEADLINES = [
    ("于3月底之前完成指标调整", "2017-03-31"),
    ("6月底前完成", "2017-06-30"),
    ("年底前完成改造", "2017-12-31"),
    ("年内完成", "2017-12-31"),
    ("截至5月底", "2017-05-31"),
    ("截至6月30日", "2017-06-30"),
    ("9月30日前", "2017-09-30"),
    ("将于2017年年底前完工", "2017-12-31"),
    ("2月底前", "2017-02-28"),
    ("二季度末", "2017-06-30"),
]

RELATIVE = ["本月", "近期", "上周", "本周", "上个月", "下月", "近日"]

NO_PERIOD = [
    "PM2.5平均浓度下降",
    "完成整改30处",
    "降尘量控制在5吨/月·平方公里",
    "每月召开调度会",
    "开展每日销账、周调度、月检查工作",
    "月坛街道",
    "三年级学生",
    "百日攻坚",
    "12345热线",
    "3A级景区",
    "占比1.5%",
    "0-3岁婴幼儿",
    "24小时值守",
    "完成69.1%",
    "1-4单元",
    "七一走访慰问",
    "完成全年任务",
]


@pytest.mark.parametrize(
    ("text", "year", "first", "last"), WITHIN_THE_YEAR, ids=[f"{row[0]}-{row[1]}" for row in WITHIN_THE_YEAR]
)
def test_period_of_the_year(text: str, year: int, first: str, last: str) -> None:
    (period,) = read_periods(text, year)
    assert (period.first, period.last) == (date.fromisoformat(first), date.fromisoformat(last))
    assert text[period.start : period.end] == period.text
    assert not period.relative


@pytest.mark.parametrize(
    ("text", "first", "last"), WITH_ITS_OWN_YEAR, ids=[row[0] for row in WITH_ITS_OWN_YEAR]
)
@pytest.mark.parametrize("year", [None, 2030])
def test_own_year_wins(text: str, first: str, last: str, year: int | None) -> None:
    (period,) = read_periods(text, year)
    assert (period.first, period.last) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(("text", "last"), DEADLINES)
def test_deadline(text: str, last: str) -> None:
    (period,) = read_periods(text, 2017)
    assert period.last == date.fromisoformat(last)


@pytest.mark.parametrize("text", ["1-5月份", "上半年", "一季度", "6月30日", "前5个月"])
def test_without_a_year_the_days_stay_unknown(text: str) -> None:
    (period,) = read_periods(text)
    assert (period.first, period.last) == (None, None)


@pytest.mark.parametrize("text", RELATIVE)
def test_relative(text: str) -> None:
    (period,) = read_periods(f"{text}完成现场检查", 2017)
    assert period.relative


@pytest.mark.parametrize("text", NO_PERIOD)
def test_no_period(text: str) -> None:
    assert read_periods(text, 2017) == ()


@pytest.mark.parametrize(
    ("text", "lasts"),
    [
        ("1-2月、3-4月加价通知", ["2017-02-28", "2017-04-30"]),
        ("一季度完成2家，二季度完成3家", ["2017-03-31", "2017-06-30"]),
        ("上半年完成，下半年验收", ["2017-06-30", "2017-12-31"]),
        ("前5个月(6月份数据未出)", ["2017-05-31", "2017-06-30"]),
    ],
)
def test_several_in_order(text: str, lasts: list[str]) -> None:
    periods = read_periods(text, 2017)
    assert [period.last for period in periods] == [date.fromisoformat(last) for last in lasts]
