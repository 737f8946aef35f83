from __future__ import annotations

import pytest

from toolkit.reporters.wrapping import one_line, shorten, width, wrap


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        pytest.param("", 0, id="nothing"),
        pytest.param("PM2.5", 5, id="latin"),
        pytest.param("拆违", 4, id="chinese"),
        pytest.param("，", 2, id="full-width punctuation"),
        pytest.param("×“”", 6, id="wide on a chinese console"),
    ],
)
def test_width(text: str, columns: int) -> None:
    assert width(text) == columns


@pytest.mark.parametrize(
    ("text", "columns", "lines"),
    [
        pytest.param("", 10, [], id="nothing"),
        pytest.param("拆除违法建设", 6, ["拆除违", "法建设"], id="chinese breaks anywhere"),
        pytest.param("占地7737平方米", 6, ["占地", "7737平", "方米"], id="a number stays whole"),
        pytest.param("全年完成，很好", 8, ["全年完", "成，很好"], id="no line begins with a comma"),
        pytest.param("甲乙丙（丁）", 8, ["甲乙丙", "（丁）"], id="no line ends with an opening bracket"),
        pytest.param("one two three", 7, ["one two", "three"], id="words"),
        pytest.param("aaaaaaaaaa", 4, ["aaaa", "aaaa", "aa"], id="too long for any line"),
        pytest.param("甲乙 ", 4, ["甲乙"], id="blanks at the end"),
        pytest.param("甲乙 丙丁", 4, ["甲乙", "丙丁"], id="blanks over the edge"),
    ],
)
def test_wrap(text: str, columns: int, lines: list[str]) -> None:
    assert wrap(text, columns) == lines


@pytest.mark.parametrize("columns", [8, 13, 40])
def test_wrapping_loses_nothing_and_fits(columns: int) -> None:
    text = "上半年（1-6月），完成棚改2857户，完成任务量达全年57.1%；“其中”蔬菜网点11个、便利店6个。" * 3

    lines = wrap(text, columns)

    assert "".join(lines) == text
    assert all(width(line) <= columns for line in lines)


@pytest.mark.parametrize(
    ("text", "columns", "short"),
    [("拆除违法", 8, "拆除违法"), ("拆除违法建设", 8, "拆除违…"), ("abcdef", 5, "abc…"), ("", 0, "")],
)
def test_shorten(text: str, columns: int, short: str) -> None:
    assert shorten(text, columns) == short


@pytest.mark.parametrize(
    ("text", "harmless"),
    [
        pytest.param("甲\n乙", "甲 乙", id="line break"),
        pytest.param("\x1b[31m红", "?[31m红", id="escape sequence"),
        pytest.param("a\x07b\x9bc", "a?b?c", id="bell and c1 control"),
        pytest.param("a\u202eb\u200bc", "a?b?c", id="bidirectional and zero-width"),
        pytest.param("a\ud800b", "a?b", id="half a surrogate pair"),
        pytest.param("\ue000甲\ue001", "?甲?", id="our own signs for a mark"),
        pytest.param("甲\u3000乙", "甲 乙", id="full-width blank"),
    ],
)
def test_one_line_keeps_every_position(text: str, harmless: str) -> None:
    assert one_line(text) == harmless
    assert len(one_line(text)) == len(text)
