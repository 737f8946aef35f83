from __future__ import annotations

import pytest

from toolkit.reporters.marking import Span, marked_lines
from toolkit.reporters.style import Style

PLAIN, COLOUR = Style(), Style(colour=True)
ON, OFF = "\x1b[4m", "\x1b[0m"


@pytest.mark.parametrize(
    ("text", "spans", "line"),
    [
        pytest.param("拆除12处", [], "拆除12处", id="nothing to mark"),
        pytest.param("拆除12处", [(2, 5)], "拆除【12处】", id="at the end"),
        pytest.param("12处和3件", [(0, 3), (4, 6)], "【12处】和【3件】", id="two"),
        pytest.param("12处", [(0, 3), (0, 2)], "【12处】", id="the longer of two"),
        pytest.param("12处3件", [(0, 3), (2, 5)], "【12处】3件", id="the first of two that overlap"),
        pytest.param("12处", [(0, 3), (0, 3)], "【12处】", id="the same twice"),
        pytest.param("甲\n12处", [(2, 5)], "甲 【12处】", id="after a line break"),
    ],
)
def test_brackets(text: str, spans: list[Span], line: str) -> None:
    assert list(marked_lines(text, spans, 80, PLAIN)) == [line]


def test_colours() -> None:
    assert list(marked_lines("拆除12处了", [(2, 5)], 80, COLOUR)) == [f"拆除{ON}12处{OFF}了"]


def test_a_mark_over_two_lines_is_painted_on_both() -> None:
    assert list(marked_lines("甲乙丙丁", [(1, 4)], 6, COLOUR)) == [f"甲{ON}乙{OFF}", f"{ON}丙丁{OFF}"]
