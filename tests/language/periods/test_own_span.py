from __future__ import annotations

import pytest

from toolkit.language.folding import fold
from toolkit.language.own_span import own_span

SPANS = {
    "改造管线100公里（2018—2020年）": ("2018-01-01", "2020-12-31"),
    "2018年至2020年改造管线100公里": ("2018-01-01", "2020-12-31"),
    "2018-2020年改造管线100公里": ("2018-01-01", "2020-12-31"),
    "“十三五”期间新建学校10所": ("2016-01-01", "2020-12-31"),
    "到2025年新建学校10所": (None, "2025-12-31"),
    "新建学校10所，2022年底前全部建成": (None, "2022-12-31"),
    "三年内新建学校10所": (None, None),
    "用两年时间改造120条道路": (None, None),
}
NO_SPANS = [
    "新建学校10所",
    "年内新建学校10所",
    "在2015年基础上新增节水器具400套",
    "2016年以来的老旧电梯改造25台",
    "纳入“十三五”规划的项目开工",
    "新增养老床位2020张",
    "五年级学生体检率100%",
]


@pytest.mark.parametrize("text", SPANS)
def test_years_that_a_target_is_set_for(text: str) -> None:
    span = own_span(fold(text).text)
    assert span is not None
    assert tuple(day and day.isoformat() for day in span) == SPANS[text]


@pytest.mark.parametrize("text", NO_SPANS)
def test_no_years_of_its_own(text: str) -> None:
    assert own_span(fold(text).text) is None
