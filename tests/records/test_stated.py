"""Typed columns beside the text: which target they speak of, and what they make of its record."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from toolkit.language.reading import read_row
from toolkit.records import Indicator, Stated, columns_of

HALF = (date(2017, 1, 1), date(2017, 6, 30))


def indicator(target: str, progress: str = "", **typed: object) -> Indicator:
    reading = read_row("", target, progress, HALF)
    return Indicator(0, 5, "", target, progress, reading, HALF, Stated(**typed))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("target", "value", "unit", "read"),
    [
        ("拆除违法建设12万平方米", "12", "万平方米", "12"),
        ("拆除违法建设12万平方米", "120000", "平方米", "120000"),
        ("拆除违法建设12万平方米", "12", "平方米", "120000"),
        ("市容环境建设指数为91", "91", "分", "91"),
        ("新建公园3个，改造管线5公里", "5", "公里", "5"),
        ("新建公园3个，改造管线5公里", "4", "公里", None),
        ("编制规划", "1", "个", None),
    ],
)
def test_what_the_text_asks_in_the_columns_unit(target: str, value: str, unit: str, read: str | None) -> None:
    rows = columns_of([indicator(target, target_value=Decimal(value), unit=unit)])["rows"]
    assert rows["target_read"] == [None if read is None else Decimal(read)]


def test_the_typed_figure_answers_the_target() -> None:
    made = columns_of(
        [
            indicator(
                "改造管线60公里",
                "上半年改造管线20公里。",
                target_value=Decimal(60),
                unit="公里",
                direction="≥",
                actual_value=Decimal(33),
                actual_given=True,
                as_of=date(2017, 3, 31),
            )
        ]
    )["targets"]
    assert (made["typed_column"], made["figure_text"]) == (["actual_value"], ["33公里"])
    assert (made["ratio"], made["elapsed"], made["reported"]) == ([Decimal(55)], [Decimal(25)], [True])


def test_without_an_actual_the_target_is_not_reported() -> None:
    made = columns_of([indicator("改造管线60公里", target_value=Decimal(60), unit="公里")])["targets"]
    assert (made["reported"], made["ratio"]) == ([False], [None])


def test_a_typed_percentage_is_a_percentage() -> None:
    typed: dict[str, Any] = {
        "target_value": Decimal(90),
        "unit": "%",
        "actual_value": Decimal(196),
        "actual_given": True,
    }
    made = columns_of([indicator("整改率达到90%", **typed)])["percentages"]
    assert (made["value"], made["bounded"], made["typed_column"]) == (
        [Decimal(196)],
        [True],
        ["actual_value"],
    )
