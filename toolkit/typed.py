"""What a cell of a typed column holds. Types come first: pandera sees a right value or none at all."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal
from typing import TypeAlias

from toolkit.header import Kind, fold
from toolkit.table import Field
from toolkit.workbook import Value

_NUMBER = re.compile(r"[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")
_UNIT = re.compile(r"[%‰㎡]|[^\d\s.,+-]{1,6}")


Typed: TypeAlias = str | Decimal | int | bool | date | None


def typed(field: Field | None, kind: Kind) -> Typed:
    """The value of a cell as its column's kind, or None where it is blank or of another kind."""
    if field is None or field.cell is None or not field.text.strip():
        return None
    return field.text if kind == "text" else _as_kind(field.cell.value, kind)


def _as_kind(value: Value, kind: Kind) -> Typed:
    match kind, value:
        case "number", Decimal():
            return value
        case "truth", bool():
            return value
        case "whole", Decimal() if value == value.to_integral_value():
            return int(value)
        case "date", date():
            return value.date() if isinstance(value, datetime) else value
    return None


def number_in(text: str) -> Decimal | None:
    """The number that a text only looks like: ``１２３``, ``1 234``, ``12 件``; None for anything else."""
    folded = fold(text)
    match = _NUMBER.match(folded)
    if match is None or not (match.end() == len(folded) or _UNIT.fullmatch(folded, match.end())):
        return None
    return Decimal(match[0].replace(",", ""))
