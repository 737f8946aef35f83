"""What was understood of submissions, as JSON in the form that other programs rely on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from toolkit.check import ReadFile, ReadRow
from toolkit.display import plain
from toolkit.language.model import Figure, Percentage, Target
from toolkit.reporters.address import address
from toolkit.reporters.json import SCHEMA_VERSION, document


def render(files: Iterable[ReadFile]) -> str:
    """The readings as indented JSON text with a closing line break. Numbers are decimal strings."""
    return "".join(chunks(files))


def chunks(files: Iterable[ReadFile]) -> Iterator[str]:
    """The same text file by file."""
    entries = ({"path": file.path, "rows": [_row(row) for row in file.rows]} for file in files)
    return document({"schema_version": SCHEMA_VERSION}, entries, dict)


def _row(row: ReadRow) -> dict[str, Any]:
    reading, task = row.reading, row.row.text("task")
    return {
        "sheet": row.sheet,
        "row": row.row.number,
        "task": task,
        "target": {
            "cell": address(row, "target"),
            "text": row.row.text("target"),
            "targets": [_target(target) for target in reading.targets],
        },
        "progress": {
            "cell": address(row, "progress"),
            "text": row.row.text("progress"),
            "figures": [_figure(figure) for figure in reading.figures],
            "percentages": [_percentage(percentage) for percentage in reading.percentages],
        },
    }


def _target(target: Target) -> dict[str, Any]:
    return {
        "text": target.text,
        "span": [target.start, target.end],
        "name": target.name,
        "value": _number(target.value),
        "unit": target.unit,
        "base_value": _number(target.base_value),
        "base_unit": target.base_unit,
        "comparator": target.comparator,
        "direction": target.direction,
        "kind": target.kind,
    }


def _figure(figure: Figure) -> dict[str, Any]:
    quantity = figure.quantity
    return {
        "text": quantity.text,
        "span": [quantity.start, quantity.end],
        "value": _number(quantity.value),
        "unit": quantity.unit,
        "base_value": _number(quantity.base_value),
        "base_unit": quantity.base_unit,
        "period": figure.period.text if figure.period else None,
        "role": figure.role,
        "target": figure.target,
    }


def _percentage(percentage: Percentage) -> dict[str, Any]:
    quantity = percentage.quantity
    return {
        "text": quantity.text,
        "span": [quantity.start, quantity.end],
        "value": _number(quantity.value),
        "bounded": percentage.bounded,
        "numerator": _number(percentage.numerator),
        "denominator": _number(percentage.denominator),
    }


def _number(number: Decimal | None) -> str | None:
    return None if number is None else plain(number)
