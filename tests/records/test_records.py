from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from datetime import date
from decimal import Decimal
from typing import Any
from weakref import WeakSet

import polars as pl
import pytest

from tests.records.made import HALF, figure, indicator, percentage, target
from toolkit.frames import FRAMES, stack
from toolkit.language.model import Figure, Phrase, Reading
from toolkit.records import Indicator, columns_of
from toolkit.records.model import fit
from toolkit.records.spans import elapsed_share

MAY = date(2017, 5, 31)


def facts(frame: str, *indicators: Indicator) -> list[dict[str, Any]]:
    """The records of one frame, as they are stacked."""
    columns = columns_of(indicators)[frame]
    return [dict(zip(columns, values, strict=True)) for values in zip(*columns.values(), strict=True)]


def test_records_have_the_columns_of_their_frames() -> None:
    phrase = Phrase(kind="claim", text="完成", start=0, end=2)
    row = indicator(
        targets=(target("12"),), figures=(figure("8"),), percentages=(percentage("50"),), phrases=(phrase,)
    )
    frames = stack([columns_of([row])], {})
    assert {name: frame.schema for name, frame in frames.items()} == {
        name: pl.Schema(schema) for name, schema in FRAMES.items()
    }
    assert all(frame.height == 1 for frame in frames.values())


@pytest.mark.parametrize(
    ("day", "share"),
    [
        (date(2017, 6, 30), "50"),
        (date(2017, 12, 31), "100"),
        (date(2017, 11, 30), "91.6666666667"),
        (date(2016, 2, 29), "16.6666666667"),
        (date(2017, 1, 1), "0.2739726027"),
        (date(2017, 7, 15), "53.6986301370"),
    ],
)
def test_elapsed_share_counts_whole_months_where_a_day_ends_one(day: date, share: str) -> None:
    assert elapsed_share(day) == Decimal(share)


@pytest.mark.parametrize(
    ("number", "fitted"),
    [
        ("1.5", "1.5"), ("0.33333333333333", "0.3333333333"), ("1E+17", "1E+17"), ("1E+18", None),
        ("NaN", None), ("Infinity", None), ("9" * 40, None), ("1E-400", "0E-10"),
        ("9" * 18, "9" * 18), ("9" * 18 + ".99999999999", None),
    ],
)  # fmt: skip
def test_a_number_that_does_not_fit_is_none(number: str, fitted: str | None) -> None:
    assert fit(Decimal(number)) == (None if fitted is None else Decimal(fitted))


@pytest.mark.parametrize(
    ("figures", "answer"),
    [
        pytest.param((), None, id="none"),
        pytest.param((figure("8"),), "8件", id="the only one"),
        pytest.param((figure("5", last=MAY), figure("8")), "8件", id="the later one"),
        pytest.param((figure("5", role="component"), figure("8")), "8件", id="result before part"),
        pytest.param((figure("5", role="component"),), "5件", id="the only part"),
        pytest.param(
            (figure("5", role="component"), figure("3", role="component")), None, id="parts without a whole"
        ),
        pytest.param((figure("12", role="echo"),), None, id="an echo is no answer"),
        pytest.param((figure("8", target=None),), None, id="of no target"),
    ],
)
def test_the_figure_that_answers_a_target(figures: tuple[Figure, ...], answer: str | None) -> None:
    (record,) = facts("targets", indicator(targets=(target("12"),), figures=figures))
    assert record["figure_text"] == answer


@pytest.mark.parametrize(
    ("parts", "reported"),
    [
        pytest.param({}, False, id="nothing"),
        pytest.param({"figures": (figure("8"),)}, True, id="a figure"),
        pytest.param({"figures": (figure("12", role="echo"),)}, False, id="an echo"),
        pytest.param(
            {"percentages": (percentage("60", completion=True, target=0),)}, True, id="a completion rate"
        ),
        pytest.param({"percentages": (percentage("60", target=None),)}, False, id="another percentage"),
        pytest.param({"settled": frozenset({0})}, True, id="words that settle it"),
    ],
)
def test_what_counts_as_reported(parts: dict[str, Any], *, reported: bool) -> None:
    (record,) = facts("targets", indicator(targets=(target("12"),), **parts))
    assert record["reported"] is reported


@pytest.mark.parametrize(
    ("asked", "told", "units", "ratio"),
    [
        (("24530", "辆"), ("1.728", "万辆"), "scaled", "70.44"),
        (("11187", "件"), ("7737", "起"), "interchangeable", "69.16"),
        (("3000", "处"), ("3172", "户"), "different", None),
        (("36", "户"), ("102", "户"), "same", "283.33"),
        (("0", "起"), ("2", "起"), "same", None),
    ],
)
def test_ratio_of_figure_and_target(
    asked: tuple[str, str], told: tuple[str, str], units: str, ratio: str | None
) -> None:
    (record,) = facts("targets", indicator(targets=(target(*asked),), figures=(figure(*told),)))
    assert record["units"] == units
    assert (record["ratio"] and round(record["ratio"], 2)) == (ratio and Decimal(ratio))


def test_pace_is_that_of_the_figures_own_date() -> None:
    (record,) = facts("targets", indicator(targets=(target("12"),), figures=(figure("4", last=MAY),)))
    assert (record["elapsed"], record["pace"]) == (Decimal("41.6666666667"), Decimal("5.0000000000"))


def test_without_a_period_there_is_no_pace() -> None:
    (record,) = facts("targets", indicator(targets=(target("12"),), figures=(figure("4"),), period=None))
    assert (record["elapsed"], record["pace"], record["span_over"]) == (None, None, None)


@pytest.mark.parametrize(
    ("comparator", "direction", "bound"),
    [
        (">=", "up", "≥ 12"),
        ("<=", "down", "≤ 12"),
        ("==", "target", "= 12"),
        ("~", "down", "≤ 12"),
        ("~", "up", "≥ 12"),
        ("delta-", "down", "≤ -12"),  # a fall by 12 or more
    ],
)
def test_the_target_as_a_limit(comparator: str, direction: str, bound: str) -> None:
    asked = target("12", comparator=comparator, direction=direction)
    assert facts("targets", indicator(targets=(asked,)))[0]["bound"] == bound


def test_a_change_in_percent_says_so() -> None:
    asked = target("12", comparator="delta+", direction="up", unit="%", kind="growth")
    assert facts("targets", indicator(targets=(asked,)))[0]["bound"] == "≥ +12%"


@pytest.mark.parametrize(
    ("value", "unit", "numerator", "denominator", "rounded", "truncated"),
    [
        ("69.1", "%", "7737", "11187", "69.2", "69.1"),
        ("57.1", "%", "2857", "5000", "57.1", "57.1"),
        ("4.2", "‰", "42", "10000", "0.42", "0.42"),
        ("50", "%", None, "10", None, None),
        ("50", "%", "5", "0", None, None),
    ],
)
def test_a_percentage_is_computed_again(
    value: str, unit: str, numerator: str | None, denominator: str, rounded: str | None, truncated: str | None
) -> None:
    told = percentage(
        value, unit, numerator=numerator and Decimal(numerator), denominator=Decimal(denominator)
    )
    (record,) = facts("percentages", indicator(percentages=(told,)))
    assert record["rounded"] == (rounded and Decimal(rounded))
    assert record["truncated"] == (truncated and Decimal(truncated))


@pytest.mark.parametrize(
    ("value", "whole", "attainable"),
    [
        ("95.5", "15", False),
        ("93.3", "15", True),
        ("93.33", "15", True),
        ("93.34", "15", False),
        ("110.71", "3500", True),
        ("66.6", "3", True),
        ("66.7", "3", True),
        ("100", "7", True),
        ("0", "7", True),
        ("12.34", "1000000", True),
        ("69.11111111111111111111111", "9", None),
    ],
)
def test_some_whole_numerator_gives_the_percentage(value: str, whole: str, attainable: bool | None) -> None:  # noqa: FBT001
    told = percentage(value, denominator=Decimal(whole), whole_denominator=True)
    assert facts("percentages", indicator(percentages=(told,)))[0]["attainable"] is attainable


def test_what_earlier_rows_told_already() -> None:
    rows = [
        indicator(0, figures=(figure("11", "个", name="蔬菜网点"),)),
        indicator(1, figures=(figure("11", "个", name="蔬菜网点"), figure("8", "个", name="早餐店"))),
        indicator(2, figures=(figure("13", "个", name="蔬菜网点"), figure("13", "个", name=""))),
    ]
    told = [
        (each["repeats"], each["repeats_differ"], each["repeats_row"]) for each in facts("figures", *rows)
    ]
    assert told == [(1, True, 6), (1, False, 4), (0, False, None), (2, True, 4), (0, False, None)]


class Watched(Reading):
    """A reading that can be seen going away."""


def test_what_was_understood_is_let_go_on_the_way() -> None:
    living: WeakSet[Reading] = WeakSet()
    most = 0

    def understood() -> Iterator[Indicator]:
        nonlocal most
        like = indicator(targets=(target("3"),)).reading
        for key in range(3_000):
            reading = Watched(**{field.name: getattr(like, field.name) for field in fields(like)})
            living.add(reading)
            most = max(most, len(living))
            yield Indicator(
                key=key, sheet_row=key, task="", target="", progress="", reading=reading, period=HALF
            )

    assert len(columns_of(understood())["rows"]["key"]) == 3_000
    assert most <= 1_000
