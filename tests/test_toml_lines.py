from __future__ import annotations

import pytest

from toolkit.toml_lines import line_of, setting_lines

TEXT = '''# a round
name = "甲 # 轮 ["
note = """
period = 1
"""
units = [
    "甲区",  # [
    "乙区",
]

[period]
first = 2017-01-01

[spans]
"棚户区 改造" = { first = 2016-01-01, last = 2020-12-31 }
a.b = 1

[[waivers]]
rule = "A006"
[[waivers]]
[waivers.more]
x = 1
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        pytest.param("name", 2, id="a key"),
        pytest.param("note", 3, id="a long text"),
        pytest.param("units", 6, id="a list over several lines"),
        pytest.param("units[2]", 6, id="what stands in a list"),
        pytest.param("period", 11, id="a table, not the words in a long text"),
        pytest.param("period.first", 12, id="a key in a table"),
        pytest.param("period.last", 11, id="a key that is missing"),
        pytest.param("spans.棚户区 改造.first", 15, id="a table in one line"),
        pytest.param("spans.a.b", 16, id="a dotted key"),
        pytest.param("waivers[1].rule", 19, id="the first of an array"),
        pytest.param("waivers[2]", 20, id="the second of an array"),
        pytest.param("nothing", None, id="not there"),
    ],
)
def test_line(path: str, line: int | None) -> None:
    assert line_of(path, setting_lines(TEXT)) == line
