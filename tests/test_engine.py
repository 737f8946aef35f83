"""Rules and constraints over hand-made frames: what fails, what stays silent, what is a fault of ours."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from toolkit.engine import Broken, Violated, validate
from toolkit.errors import ToolkitError
from toolkit.frames import FRAMES, NUMBER, stack
from toolkit.rules import find
from toolkit.rules.fault import RuleFault
from toolkit.rules.model import FrameCheck, Rule
from toolkit.schema import FormFile, load_form

SCORED = """\
import pandera.polars as pa
import polars as pl

from toolkit.schema import Form, column


class Scored(Form):
    target: str = column("年度目标", unique=True)
    progress: str = column("进展情况")
    score: float = column("得分", required=False, le=100)
    state: str = column("状态", required=False, nullable=False, isin=["完成", "推进"])

    @pa.dataframe_check
    def long_enough(cls, data):
        return data.lazyframe.select(pl.col("progress").str.len_chars() >= 2)
"""


@pytest.fixture
def form(tmp_path: Path) -> FormFile:
    path = tmp_path / "scored.py"
    path.write_text(SCORED, encoding="utf-8")
    return load_form(path)


def rule(code: str, broken: Callable[[], pl.Expr], frame: str = "rows") -> Rule:
    return replace(find("T001"), code=code, check=FrameCheck(frame=frame, broken=broken, mark="target"))  # type: ignore[arg-type]


def rows(*lines: dict[str, Any]) -> dict[str, pl.DataFrame]:
    """Frames with these rows, each of submission 0 and with a good state unless it says otherwise."""
    full = [
        {"key": key, "submission": 0, "progress": "完成8处", "state": "完成"} | line
        for key, line in enumerate(lines)
    ]
    schema = {**FRAMES["rows"], "score": pl.Float64(), "state": pl.String()}
    return {"rows": pl.DataFrame(full, schema=schema)}


def keys(failure: Broken | Violated) -> list[int]:
    return [row["key"] for row in failure.rows]


def test_the_rows_that_break_a_rule(form: FormFile) -> None:
    frames = rows({"target": "甲"}, {"target": "乙"}, {"target": None})
    (broken,) = validate(frames, form, [rule("T901", lambda: pl.col("target") == "乙")])
    assert isinstance(broken, Broken)
    assert (broken.rule.code, keys(broken)) == ("T901", [1])


def test_a_large_frame_is_told_in_parts(form: FormFile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("toolkit.engine._AT_A_TIME", 2)
    frames = rows(*({"target": target} for target in "甲乙甲乙乙"))
    failures = list(validate(frames, form, [rule("T901", lambda: pl.col("target") == "乙")]))
    told = [keys(failure) for failure in failures if isinstance(failure, Broken)]
    assert told == [[1], [3], [4]]


def test_what_cannot_be_decided_stays_silent(form: FormFile) -> None:
    assert (
        list(validate(rows({"target": None}), form, [rule("T901", lambda: pl.col("target") == "乙")])) == []
    )


def test_every_rule_is_told_apart(form: FormFile) -> None:
    rules = [rule(f"T90{n}", lambda n=n: pl.col("key") == n) for n in range(3)]  # type: ignore[misc]
    failures = list(validate(rows({"target": "甲"}, {"target": "乙"}), form, rules))
    assert [(each.rule.code, keys(each)) for each in failures if isinstance(each, Broken)] == [
        ("T900", [0]),
        ("T901", [1]),
    ]


def test_a_rule_that_raises_is_a_fault_of_ours(form: FormFile) -> None:
    frames = rows({"target": "甲"})
    with pytest.raises(RuleFault) as fault:
        list(validate(frames, form, [rule("T901", lambda: pl.col("no such column"))]))
    assert fault.value.code == "T901"


@pytest.mark.parametrize("column", ["target", "key"], ids=["text", "number"])
def test_a_rule_that_is_no_truth_value_is_a_fault_of_ours(column: str, form: FormFile) -> None:
    rules = [rule("T900", lambda: pl.col("key") == 0), rule("T901", lambda: pl.col(column))]
    with pytest.raises(RuleFault) as fault:
        list(validate(rows({"target": "甲"}), form, rules))
    assert fault.value.code == "T901"


def test_a_rule_on_the_whole_frame_speaks_for_every_row(form: FormFile) -> None:
    rules = [rule("T900", lambda: pl.col("key") == 0), rule("T901", lambda: pl.len() == 2)]
    failures = list(validate(rows({"target": "甲"}, {"target": "乙"}), form, rules))
    assert [keys(each) for each in failures] == [[0], [0, 1]]


@pytest.mark.parametrize(
    ("line", "column", "constraint"),
    [
        ({"score": 120.0}, "score", "less_than_or_equal_to"),
        ({"state": "差不多"}, "state", "isin"),
        ({"state": None}, "state", "not_nullable"),
        ({"progress": "无"}, None, "long_enough"),
    ],
)
def test_what_breaks_a_constraint_of_the_form(
    line: dict[str, Any], column: str | None, constraint: str, form: FormFile
) -> None:
    (violated,) = validate(rows({"target": "甲"}, {"target": "乙", **line}), form, [])
    assert isinstance(violated, Violated)
    assert (violated.column, violated.constraint) == (column, constraint)
    assert keys(violated) == [1]


def test_unique_is_within_a_submission(form: FormFile) -> None:
    lines: list[dict[str, Any]] = [
        {"target": "甲"},
        {"target": "甲", "submission": 1},
        {"target": "甲", "submission": 1},
        {"target": None},
    ]
    (violated,) = validate(rows(*lines, {"target": None}), form, [])
    assert isinstance(violated, Violated)
    assert keys(violated) == [1, 2]


def test_a_constraint_that_cannot_be_run_is_the_authors_mistake(tmp_path: Path) -> None:
    path = tmp_path / "broken.py"
    path.write_text(SCORED.replace('pl.col("progress").str', 'pl.col("nowhere").str'), encoding="utf-8")
    with pytest.raises(ToolkitError, match="long_enough"):
        list(validate(rows({"target": "甲"}), load_form(path), []))


@pytest.mark.parametrize(
    ("number", "held"),
    [
        ("0.5", "0.5"),
        ("1E+3", "1000"),
        ("-0.00000000015", "-0.0000000002"),
        ("123456789012345678.1234567891", "123456789012345678.1234567891"),
        ("1E+30", None),
        (None, None),
    ],
)
@pytest.mark.parametrize("dtype", [NUMBER, pl.Float64()], ids=["decimal", "float"])
def test_a_number_that_does_not_fit_is_null(number: str | None, held: str | None, dtype: pl.DataType) -> None:
    values = [None if number is None else Decimal(number)]
    piece: dict[str, dict[str, list[Any]]] = {name: {} for name in FRAMES}
    piece["rows"] = {
        "key": [0],
        "amount": values,
        **{name: [None] for name in FRAMES["rows"] if name != "key"},
    }
    (found,) = stack([piece], {"amount": dtype})["rows"]["amount"]
    assert found == (None if held is None else pl.Series([Decimal(held)], dtype=NUMBER).cast(dtype)[0])


def test_keys_count_through_the_batch() -> None:
    names = [name for name in FRAMES["rows"] if name not in {"key", "submission"}]
    piece: dict[str, dict[str, list[Any]]] = {
        "rows": {"key": [0, 1], **{name: [None, None] for name in names}}
    }
    blank: dict[str, dict[str, list[Any]]] = {name: {} for name in FRAMES}
    frames = stack([blank | piece, blank, blank | piece], {})
    assert frames["rows"]["key"].to_list() == [0, 1, 2, 3]
    assert frames["rows"]["submission"].to_list() == [0, 0, 2, 2]
    assert all(frames[name].schema == pl.Schema(schema) for name, schema in FRAMES.items())
