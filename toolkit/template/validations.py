"""Data validations for the cells of a column, with what they tell the person who types."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from toolkit.constraint import worded
from toolkit.design import Design
from toolkit.header import Heading
from toolkit.round import Span
from toolkit.template.native import limits_of

_LONGEST_TITLE, _LONGEST_TEXT, _LONGEST_LIST = 32, 255, 255
_MOST = 1e15


def validation(
    heading: Heading,
    design: Design,
    period: Span | None,
    *,
    source: list[str] | str | None,
    share: bool = False,
) -> dict[str, Any]:
    """XlsxWriter's words for the validation of a column's cells.

    ``source`` lists what is allowed; ``share`` says that the cell holds a percentage of a whole.
    """
    said = words_of(heading, design, period, share=share)
    return {
        **_kind(heading, design, period, source, share=share),
        "ignore_blank": True,
        "input_title": heading.title[:_LONGEST_TITLE],
        "input_message": said[:_LONGEST_TEXT],
        "error_title": heading.title[:_LONGEST_TITLE],
        "error_message": f"填写有误。{said}"[:_LONGEST_TEXT],
        "error_type": "stop",
    }


def words_of(heading: Heading, design: Design, period: Span | None, *, share: bool = False) -> str:
    """What a column wants, in one or two sentences."""
    wants = {"number": "填数字", "whole": "填整数", "date": "填日期", "truth": "填 TRUE 或 FALSE"}.get(
        heading.kind
    )
    limits = [worded(each.name, each.limits).zh for each in design.constraints if each.name != "str_matches"]
    if period and any(each.name == "within_period" for each in design.constraints):
        limits = [each for each in limits if each != "应在填报期内"]
        limits.append(f"应在{period.first:%Y-%m-%d}至{period.last:%Y-%m-%d}之间")
    limits = ["应在0到100之间"] if share else limits
    parts = [part for part in (wants, *limits, "不能为空" if design.filled else None) if part]
    rule = "，".join(parts)
    return "".join(part for part in (design.note, f"{rule}。" if rule else "") if part)


def _kind(
    heading: Heading, design: Design, period: Span | None, source: list[str] | str | None, *, share: bool
) -> dict[str, Any]:
    if source is not None:
        return {"validate": "list", "source": source}
    limits = limits_of(design)
    match heading.kind:
        case "number" | "whole":
            low, high = (
                (0.0, 100.0) if share else (float(limits.get("min", -_MOST)), float(limits.get("max", _MOST)))
            )
            kind = "integer" if heading.kind == "whole" else "decimal"
            return {"validate": kind, "criteria": "between", "minimum": low, "maximum": high}
        case "date" if period:
            first, last = (datetime(day.year, day.month, day.day) for day in period)
            return {"validate": "date", "criteria": "between", "minimum": first, "maximum": last}
        case "date":
            return {"validate": "date", "criteria": ">=", "value": datetime(2000, 1, 1)}
        case _ if limits:
            low, high = int(limits.get("min", 1)), int(limits.get("max", 32767))
            return {"validate": "length", "criteria": "between", "minimum": low, "maximum": high}
        case _:
            return {"validate": "length", "criteria": "<=", "value": 32767}
