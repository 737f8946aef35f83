"""What a constraint of a form's author says, in the words of the person who filled in the table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from toolkit.finding import Finding, Location, Text
from toolkit.findings import Place, filled
from toolkit.header import Heading
from toolkit.rules import find
from toolkit.rules.wording import fill

if TYPE_CHECKING:
    from toolkit.engine import Violated

_WORDS = {
    "not_nullable": Text("不能为空", "must not be blank"),
    "field_uniqueness": Text("不能重复", "must not be repeated"),
    "multiple_fields_uniqueness": Text("不能重复", "must not be repeated"),
    "equal_to": Text("应为{value}", "must be {value}"),
    "not_equal_to": Text("不能为{value}", "must not be {value}"),
    "greater_than": Text("应大于{min_value}", "must be greater than {min_value}"),
    "greater_than_or_equal_to": Text("不能小于{min_value}", "must not be less than {min_value}"),
    "less_than": Text("应小于{max_value}", "must be less than {max_value}"),
    "less_than_or_equal_to": Text("不能大于{max_value}", "must not be greater than {max_value}"),
    "in_range": Text("应在{min_value}到{max_value}之间", "must lie between {min_value} and {max_value}"),
    "isin": Text("应为下列之一：{allowed_values}", "must be one of: {allowed_values}"),
    "notin": Text("不能为：{forbidden_values}", "must be none of: {forbidden_values}"),
    "str_matches": Text("写法应符合 {pattern}", "must have the form {pattern}"),
    "str_contains": Text("应含有 {pattern}", "must contain {pattern}"),
    "str_startswith": Text("应以“{string}”开头", "must begin with “{string}”"),
    "str_endswith": Text("应以“{string}”结尾", "must end with “{string}”"),
    "needed_with": Text("填了“{title}”就不能为空", "must not be blank where “{title}” is given"),
    "within_period": Text("应在填报期内", "must lie within the reporting period"),
    "str_length_least": Text("不能少于{min_value}字", "must have at least {min_value} characters"),
    "str_length_most": Text("不能超过{max_value}字", "must have at most {max_value} characters"),
    "str_length": Text(
        "字数应在{min_value}到{max_value}之间", "must be between {min_value} and {max_value} characters long"
    ),
}


def worded(constraint: str, limits: Mapping[str, object]) -> Text:
    """The constraint as a predicate: ``不能大于100``. An author's own check is quoted by its name."""
    words = _WORDS.get(_one_sided(constraint, limits))
    if words is None:
        return Text(f"应满足“{constraint}”", f"must satisfy “{constraint}”")
    return Text(fill(words.zh, _shown(limits, "、")), fill(words.en, _shown(limits, ", ")))


def _one_sided(constraint: str, limits: Mapping[str, object]) -> str:
    """A length with one bound only has words of its own."""
    if constraint != "str_length" or None not in (limits.get("min_value", 0), limits.get("max_value", 0)):
        return constraint
    return "str_length_least" if limits.get("max_value") is None else "str_length_most"


def _shown(limits: Mapping[str, object], comma: str) -> dict[str, object]:
    return {name: _listed(value, comma) for name, value in limits.items()}


def _listed(value: object, comma: str) -> object:
    if isinstance(value, str) or not isinstance(value, Iterable):
        return value
    return comma.join(f"“{each}”" for each in value)


def violation_finding(
    violated: Violated, facts: Mapping[str, object], place: Place, headings: Iterable[Heading]
) -> Finding:
    """S020 for one row that breaks a constraint: at the column's cell, else at the whole row."""
    rule = find("S020")
    title = next((each.title for each in headings if each.role == violated.column), "")
    words = worded(violated.constraint, violated.limits)
    value = facts.get(violated.column) if violated.column else None
    words_facts = {
        "subject_zh": f"“{title}”" if title else "本行",
        "subject_en": f"“{title}”" if title else "this row",
    }
    words_facts |= {"words_zh": words.zh, "words_en": words.en}
    location, text = Location(sheet=place.sheet, row=place.row), None
    if violated.column is not None and violated.column in place.cells:
        location, text = place.location(violated.column)
    return Finding(
        code=rule.code,
        name=rule.name,
        severity=rule.severity,
        message=filled(rule.message, words_facts),
        fix=filled(rule.fix, words_facts),
        location=location,
        text=text,
        value=None if value is None else fill("{value}", {"value": value}),
        expected=words.zh,
        indicator=place.indicator,
        part=violated.constraint,
    )
