"""A rule judged on hand-made rows of its frame, without any reading of text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

import polars as pl
import pytest
from polars import lit

from toolkit.finding import Severity
from toolkit.frames import FACTS, FRAMES, NUMBER
from toolkit.rules import find
from toolkit.rules.model import FrameCheck
from toolkit.rules.terms import as_expr

Judge = Callable[..., list[Severity | None]]


def exact(schema: Mapping[str, Any], row: dict[str, Any]) -> dict[str, Any]:
    """Numbers written as text are Decimals: polars would make nulls of them without a word."""
    return {
        name: Decimal(value) if schema[name] == NUMBER and isinstance(value, str) else value
        for name, value in row.items()
    }


@pytest.fixture
def judge() -> Judge:
    """Severities of one rule on the given rows, None where it is silent. Facts not given are null."""

    def judged(code: str, *rows: dict[str, Any]) -> list[Severity | None]:
        rule = find(code)
        assert isinstance(rule.check, FrameCheck)
        schema = {**FRAMES, "facts": FACTS}[rule.check.frame]
        unknown = {name for row in rows for name in row} - schema.keys()
        assert not unknown, f"no such columns: {unknown}"
        frame = pl.DataFrame(
            [{"key": 0, "submission": 0} | exact(schema, row) for row in rows], schema=schema
        )
        frame = frame.with_columns(
            lit(Decimal(usual), NUMBER).alias(name) for name, usual in rule.check.thresholds.items()
        )
        broken = frame.select(broken=as_expr(rule.check.broken())).to_series()
        assert broken.dtype == pl.Boolean
        grade = rule.check.grade or (lambda _: rule.severity)
        return [grade(row) if hit else None for hit, row in zip(broken, frame.to_dicts(), strict=True)]

    return judged
