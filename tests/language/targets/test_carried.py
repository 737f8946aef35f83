"""A bare percentage behind a change in one sentence is a change as well."""

from __future__ import annotations

import pytest

from toolkit.language.target import read_targets

# target, the comparators of its targets
ROWS = [
    ("城镇居民收入增长8%，农村居民收入9%", ["delta+", "delta+"]),
    ("压减会议10%，文件15%", ["delta-", "delta-"]),
    ("压减公用经费10%、会议费20%", ["delta-", "delta-"]),
    ("覆盖率提高5%，合格率95%", ["delta+", ">="]),
    ("产值增长8%，税收占比30%", ["delta+", ">="]),
    ("产值增长8%，园区投资60%", ["delta+", ">="]),
    ("产值增长8%。研发投入3%", ["delta+", ">="]),
]


@pytest.mark.parametrize(("text", "comparators"), ROWS)
def test_comparators(text: str, comparators: list[str]) -> None:
    assert [target.comparator for target in read_targets(text)] == comparators
