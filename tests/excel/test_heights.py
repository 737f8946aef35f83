"""How many lines texts take, and which rows are told their height by it."""

from __future__ import annotations

import pytest

from toolkit.excel.libreoffice.heights import Heights, Run, lines_of


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 20.0, 1),
        ("目标", 20.0, 1),
        ("上半年拆除违法建设六万平方米", 20.0, 2),
        ("one word and another", 11.0, 2),
        ("问题\n改法", 20.0, 2),
        ("\ud800" * 3, 20.0, 1),
        ("改" * 5000, 10.0, 40),
    ],
    ids=["nothing", "short", "wrapped", "latin", "two paragraphs", "half a pair", "no end"],
)
def test_lines(text: str, width: float, lines: int) -> None:
    assert lines_of(text, width) == lines


def test_the_most_common_height_is_given_to_all_and_others_after_it() -> None:
    heights = Heights()
    heights.note_width("结果", range(1, 3), 12.0)
    heights.note_texts(
        "结果", 1, 1, [["级别", "问题"], ["x", "改" * 8], ["x", "改" * 8], ["x", "改" * 20], ["x", "改" * 8]]
    )
    assert heights.known("结果") == (0, (Run(0, 4, 2.0), Run(0, 0, 1.0), Run(3, 3, 4.0)))


def test_a_merged_row_is_as_wide_as_its_columns_and_large_letters_are_higher() -> None:
    heights = Heights()
    heights.note_width("结果", range(1, 4), 12.0)
    heights.note_merged("结果", 1, range(1, 4))
    heights.note_size("结果", 1, 14.0)
    heights.note_texts("结果", 1, 1, [["检查结果" * 3], ["级别"]])
    known = heights.known("结果")
    assert known is not None
    assert known[0] == 1
    assert [run.lines for run in known[1] if run.first == 0] == [1.4]


def test_nothing_is_known_of_columns_without_a_width() -> None:
    heights = Heights()
    heights.note_texts("结果", 1, 1, [["级别"]])
    assert heights.known("结果") is None
