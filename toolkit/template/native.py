"""The rules as Excel can hold them: for each row of a template, what is wrong there and in which column.

A rule whose condition is written in terms is translated as it is; the constraints of a form come from
its pandera fields. What Excel cannot say is listed on the template instead.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from functools import cache
from typing import Any, NamedTuple

from toolkit.constraint import worded
from toolkit.design import Constraint, Design
from toolkit.display import plain
from toolkit.finding import Severity
from toolkit.header import Heading
from toolkit.round import Span
from toolkit.rules import all_rules, find
from toolkit.rules.model import FrameCheck, Rule
from toolkit.rules.terms import Term
from toolkit.schema import FormFile
from toolkit.template.facts import Line, is_blank, lines, serial
from toolkit.template.formulas import Condition, both, either, negated, quoted, settled, when_true
from toolkit.template.issue import Value
from toolkit.template.layout import HEADER_ROW, Layout
from toolkit.workbook import column_letters

TYPES, DUPLICATE, CONSTRAINT = "S017", "S009", "S020"
_MARKS = {"told": "progress", "figure": "progress", "answer": "progress", "percentage": "progress"}


class Guard(NamedTuple):
    """One thing that may be wrong in a row: its rule, the column's title, what to say, and when."""

    code: str
    severity: Severity
    title: str
    words: str
    condition: str


def row_guards(
    form: FormFile,
    row: Mapping[str, Value],
    number: int,
    layout: Layout,
    period: Span | None,
    *,
    answered: bool,
) -> list[Guard]:
    """Everything that Excel watches in one row of the template, where its actual is a number or is none."""
    found = [*_typed_guards(form, number, layout, period), *_duplicates(form, number, layout)]
    for line in lines(row, number, layout, period, answered=answered):
        found.extend(_rule_guards(form, line))
    return list(dict.fromkeys(found))


def native_rules(form: FormFile) -> tuple[Rule, ...]:
    """The rules that Excel decides on this form as the check itself does."""
    roles = {heading.role for heading in form.headings}
    is_structured = "target_value" in roles
    codes = {TYPES, CONSTRAINT} | ({DUPLICATE} if "indicator_id" in roles else set())
    return tuple(
        rule
        for rule in all_rules()
        if rule.code in codes or (rule.code in _terms() and (is_structured or rule.code == "T001"))
    )


@cache
def _terms() -> Mapping[str, Term]:
    """The conditions, by code, that are written in terms."""
    made = {rule.code: rule.check.broken() for rule in all_rules() if isinstance(rule.check, FrameCheck)}
    return {code: condition for code, condition in made.items() if isinstance(condition, Term)}


def _rule_guards(form: FormFile, line: Line) -> Iterator[Guard]:
    for rule in all_rules():
        check = rule.check
        term = _terms().get(rule.code)
        if term is None or not isinstance(check, FrameCheck) or check.frame != line.frame:
            continue
        bounds = {name: settled(Decimal(usual)) for name, usual in check.thresholds.items()}
        condition = when_true(term, {**line.facts, **bounds})
        if condition is not False:
            title = _title(form.headings, _role(check, line.record))
            yield Guard(
                rule.code, _severity(rule, check, line.record), title, rule.title.zh, _said(condition)
            )


def _role(check: FrameCheck, record: Mapping[str, Any]) -> str:
    return str((check.mark in _MARKS and record.get("typed_column")) or _MARKS.get(check.mark, check.mark))


def _severity(rule: Rule, check: FrameCheck, record: Mapping[str, Any]) -> Severity:
    """The rule's severity for this row, where what was issued settles it."""
    if rule.code == "A001" and check.grade:
        return check.grade(record)
    return rule.severity


def _title(headings: Iterable[Heading], role: str) -> str:
    return next((heading.title for heading in headings if heading.role == role), role)


def _said(condition: Condition) -> str:
    return condition if isinstance(condition, str) else "TRUE"


def _typed_guards(form: FormFile, number: int, layout: Layout, period: Span | None) -> Iterator[Guard]:
    """Cells of the wrong type, and the constraints that the form's author wrote."""
    wrong, broken = find(TYPES), find(CONSTRAINT)
    for heading in form.headings:
        if heading.issued:
            continue
        cell, design = f"{layout.cell(heading.role, number)}", form.designs[heading.role]
        if heading.kind in {"number", "whole", "date"}:
            what = "应填日期" if heading.kind == "date" else "应填数字"
            filled = negated(is_blank(cell))
            yield Guard(
                TYPES, wrong.severity, heading.title, what, _said(both(filled, f"NOT(ISNUMBER({cell}))"))
            )
        if design.filled:
            yield Guard(CONSTRAINT, broken.severity, heading.title, "不能为空", is_blank(cell))
        for constraint in design.constraints:
            condition = _broken(constraint, cell, heading, number, layout, period)
            if condition:
                words = worded(constraint.name, constraint.limits).zh
                yield Guard(CONSTRAINT, broken.severity, heading.title, words, condition)


def is_native(constraint: Constraint) -> bool:
    """Whether Excel can hold a constraint of a form."""
    return constraint.name in _LIMITS or constraint.name in {
        "needed_with",
        "within_period",
        "isin",
        "str_length",
    }


def _broken(
    constraint: Constraint, cell: str, heading: Heading, number: int, layout: Layout, period: Span | None
) -> str | None:
    """When a cell breaks a constraint, or None where Excel cannot say it."""
    limits = constraint.limits
    match constraint.name:
        case "needed_with":
            other = f"{layout.cell(str(limits['role']), number)}"
            return f"AND({_unknown(cell, heading)},ISNUMBER({other}))"
        case "within_period" if period:
            outside = f"OR(INT({cell})<{serial(period.first)},INT({cell})>{serial(period.last)})"
            return f"IF(ISNUMBER({cell}),{outside},FALSE)"
        case "isin":
            allowed = ",".join(quoted(str(value)) for value in _listed(limits["allowed_values"]))
            return f"AND({negated(is_blank(cell))},SUMPRODUCT(--EXACT({cell},{{{allowed}}}))=0)"
        case "str_length":
            bounds = ((limits.get("min_value"), "<"), (limits.get("max_value"), ">"))
            beyond = either(*(f"LEN({cell}){sign}{bound}" for bound, sign in bounds if bound is not None))
            return _said(both(negated(is_blank(cell)), beyond))
        case name if name in _LIMITS:
            return f"IF(ISNUMBER({cell}),{_LIMITS[name](cell, limits)},FALSE)"
    return None


def _unknown(cell: str, heading: Heading) -> str:
    return is_blank(cell) if heading.kind == "text" else f"NOT(ISNUMBER({cell}))"


def _listed(values: object) -> list[object]:
    return list(values) if isinstance(values, Iterable) else [values]


def _limit(sign: str, name: str) -> Callable[[str, Mapping[str, object]], str]:
    return lambda cell, limits: f"{cell}{sign}{limits[name]}"


_LIMITS: Mapping[str, Callable[[str, Mapping[str, object]], str]] = {
    "greater_than": _limit("<=", "min_value"),
    "greater_than_or_equal_to": _limit("<", "min_value"),
    "less_than": _limit(">=", "max_value"),
    "less_than_or_equal_to": _limit(">", "max_value"),
    "in_range": lambda cell, limits: f"OR({cell}<{limits['min_value']},{cell}>{limits['max_value']})",
}


def _duplicates(form: FormFile, number: int, layout: Layout) -> Iterator[Guard]:
    """An id that stands further up already."""
    column = layout.column("indicator_id")
    if column is None or number == layout.first_row:
        return
    letters, cell = column_letters(column), f"{layout.cell('indicator_id', number)}"
    above = f"${letters}${HEADER_ROW}:${letters}{number - 1}"
    rule = find(DUPLICATE)
    condition = f"AND({negated(is_blank(cell))},SUMPRODUCT(--EXACT({above},{cell}))>0)"
    yield Guard(rule.code, rule.severity, _title(form.headings, "indicator_id"), rule.title.zh, condition)


def limits_of(design: Design) -> dict[str, str]:
    """The bounds of a column as numbers in text: ``min`` and ``max``, where the form has them."""
    found: dict[str, str] = {}
    for constraint in design.constraints:
        for name, short in (("min_value", "min"), ("max_value", "max")):
            if constraint.limits.get(name) is not None:
                value = constraint.limits[name]
                found[short] = plain(value) if hasattr(value, "as_tuple") else str(value)  # type: ignore[arg-type]
    return found
