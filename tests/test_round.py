"""round.toml: what it may say, and the one sentence for each thing that it may not."""

from __future__ import annotations

from datetime import date, datetime, time
from pathlib import Path

import pytest

from toolkit.errors import ToolkitError
from toolkit.round import FILE_NAME, Round, Span, find_round, load_round, parse_period

WHOLE = """
name = "2017年上半年"
schema = "progress-summary"
deadline = 2017-07-10
units = ["甲区", "乙区"]

[period]
first = 2017-01-01
last = 2017-06-30
"""


def written(folder: Path, text: str) -> Path:
    path = folder / FILE_NAME
    path.write_text(text, encoding="utf-8")
    return path


def test_a_whole_round(tmp_path: Path) -> None:
    assert load_round(written(tmp_path, WHOLE)) == Round(
        name="2017年上半年",
        period=Span(first=date(2017, 1, 1), last=date(2017, 6, 30)),
        deadline=datetime.combine(date(2017, 7, 10), time.max),
        schema="progress-summary",
        units=("甲区", "乙区"),
        folder=tmp_path.resolve(),
    )


def test_an_empty_round_is_named_for_its_folder(tmp_path: Path) -> None:
    folder = tmp_path / "第一轮"
    folder.mkdir()

    assert load_round(written(folder, "")) == Round(name="第一轮", folder=folder.resolve())


def test_a_deadline_to_the_minute(tmp_path: Path) -> None:
    assert load_round(written(tmp_path, "deadline = 2017-07-10T17:00:00")).deadline == datetime(
        2017, 7, 10, 17
    )


@pytest.mark.parametrize(
    ("text", "place"),
    [
        pytest.param('name = "甲', "末尾", id="not TOML at the end"),
        pytest.param("\nname =\n", "第 2 行", id="not TOML in line two"),
        pytest.param('title = "甲"', "title", id="unknown setting"),
        pytest.param("name = 2017", "name", id="name is a number"),
        pytest.param('units = "甲区"', "units", id="units are no list"),
        pytest.param("units = [1]", "units", id="a unit is a number"),
        pytest.param('period = "2017"', "period", id="period is text"),
        pytest.param("period = {first = 2017-01-01}", "period", id="period has no end"),
        pytest.param('period = {first = 2017-01-01, last = "六月"}', "period.last", id="end is text"),
        pytest.param(
            "period = {first = 2017-01-01T00:00:00, last = 2017-06-30}", "period.first", id="a time"
        ),
        pytest.param(
            "period = {first = 2017-06-30, last = 2017-01-01}", "period", id="ends before it begins"
        ),
        pytest.param('deadline = "月底"', "deadline", id="deadline is text"),
    ],
)
def test_a_fault_is_one_sentence_with_its_place(tmp_path: Path, text: str, place: str) -> None:
    path = written(tmp_path, text)

    with pytest.raises(ToolkitError) as raised:
        load_round(path)

    assert str(path) in raised.value.message.zh
    assert place in raised.value.message.zh
    assert str(path) in raised.value.message.en
    assert "\n" not in raised.value.message.zh + raised.value.message.en


def test_other_encodings_are_named(tmp_path: Path) -> None:
    path = tmp_path / FILE_NAME
    path.write_bytes('name = "上半年"'.encode("gb18030"))

    with pytest.raises(ToolkitError, match="UTF-8"):
        load_round(path)


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(ToolkitError, match="Cannot open"):
        load_round(tmp_path / FILE_NAME)


def test_the_nearest_round_counts(tmp_path: Path) -> None:
    inner = tmp_path / "inbox" / "units"
    inner.mkdir(parents=True)
    outer = written(tmp_path, "")

    assert find_round(inner) == outer.resolve()
    assert find_round(inner / "submission.xlsx") == outer.resolve()
    nearest = written(inner, "")
    assert find_round(inner / "submission.xlsx") == nearest.resolve()


@pytest.mark.parametrize("text", ["2017-01-01/2017-06-30", " 2017-01-01/2017-06-30 "])
def test_a_period(text: str) -> None:
    assert parse_period(text) == (date(2017, 1, 1), date(2017, 6, 30))


@pytest.mark.parametrize(
    "text", ["", "2017", "2017-06-30/2017-01-01", "2017-02-30/2017-06-30", "2017-01-01 2017-06-30", "上半年"]
)
def test_no_period(text: str) -> None:
    with pytest.raises(ToolkitError, match="first day/last day"):
        parse_period(text)
