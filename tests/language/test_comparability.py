"""Which texts may be held beside those of a period before. Sentences of our own making."""

from __future__ import annotations

from datetime import date

import pytest

from toolkit.language.comparability import in_all, is_ongoing, is_part
from toolkit.language.reading import read_row

HALF = (date(2017, 1, 1), date(2017, 6, 30))


@pytest.mark.parametrize(
    ("target", "progress"),
    [
        pytest.param("栽植乔木900株", "上半年栽植乔木320株。", id="a count below its target"),
        pytest.param("栽植乔木900株", "完成年度任务的35%。", id="a completion"),
        pytest.param("建成区文化馆", "加强协调，正在推进主体施工。", id="activity"),
        pytest.param("建成区文化馆", "完成征地35亩，正在进行桩基施工。", id="a step on the way"),
        pytest.param("降尘量控制在8吨以内", "上半年降尘量6吨。", id="a level of a named period"),
        pytest.param(
            "整改率100%，新建公园8个",
            "新建公园3个；隐患整改率100%，均已整改。",
            id="a count beside a rate that is met",
        ),
    ],
)
def test_under_way(target: str, progress: str) -> None:
    assert is_ongoing(progress, read_row("", target, progress, HALF))


@pytest.mark.parametrize(
    ("target", "progress"),
    [
        pytest.param("栽植乔木900株", "", id="blank"),
        pytest.param("栽植乔木900株", "无", id="a placeholder"),
        pytest.param("栽植乔木900株", "已全部完成。", id="claimed"),
        pytest.param("建成区文化馆", "文化馆已建成并投入使用。", id="built"),
        pytest.param("建成区文化馆", "完成改造，共拆除违建35处。", id="done, with a number"),
        pytest.param("不发生重大安全事故", "未发生重大安全事故。", id="nothing happened"),
        pytest.param("绿化覆盖率达到42%", "绿化覆盖率42.6%。", id="a level without a period"),
        pytest.param("地铁12号线开工", "项目总投资3.2亿元。", id="what a thing is"),
    ],
)
def test_settled_or_standing(target: str, progress: str) -> None:
    assert not is_ongoing(progress, read_row("", target, progress, HALF))


@pytest.mark.parametrize(
    ("progress", "part"),
    [
        ("新建绿道9.6公里。", False),
        ("上半年新建绿道9.6公里。", False),
        ("本季度新建绿道3公里。", True),
        ("4月份新建绿道3公里。", True),
        ("较上季度新增绿道3公里。", True),
        ("又新建绿道3公里。", True),
    ],
)
def test_a_figure_of_less_than_the_whole_time(progress: str, part: bool) -> None:  # noqa: FBT001
    reading = read_row("", "新建绿道18公里", progress, HALF)
    assert is_part(reading.figures[0], reading.targets[0]) is part


def test_what_the_target_itself_calls_new_is_no_increment() -> None:
    reading = read_row("", "新增就业1万人", "新增就业0.62万人", HALF)
    assert not is_part(reading.figures[0], reading.targets[0])


@pytest.mark.parametrize(
    ("progress", "total"),
    [
        ("二季度新建绿道5公里，累计新建绿道9.6公里。", "9.6公里"),
        ("二季度新建绿道5公里，全年计划12公里。", None),
        ("累计新建绿道9.6公里，累计新建绿道步道7公里。", None),
        ("累计拆除围墙9.6公里。", None),
    ],
)
def test_the_figure_that_a_text_calls_the_total(progress: str, total: str | None) -> None:
    reading = read_row("", "新建绿道18公里", progress, HALF)
    found = in_all(progress, reading, reading.targets[0])
    assert (found and found.quantity.text) == total
