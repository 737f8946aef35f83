"""Terms as Excel formulas, with the unknown of polars: a comparison with a blank is neither true nor false.

A truth value is therefore a pair of conditions, known to be true and known to be false. Whatever is
settled when the template is built is worked out here, so that a formula holds only what can change.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from operator import eq, ge, gt, le, lt, ne
from typing import NamedTuple, TypeAlias

from toolkit.display import plain
from toolkit.rules.terms import Operand, Term

Condition: TypeAlias = str | bool
Constant: TypeAlias = str | int | Decimal | bool

_COMPARE = {"<": lt, "<=": le, ">": gt, ">=": ge, "=": eq, "<>": ne}
_OPPOSITE = {"<": ">=", "<=": ">", ">": "<=", ">=": "<", "=": "<>", "<>": "="}


class Value(NamedTuple):
    """What a column is in the template: a formula, or what is settled; and when it is known at all."""

    said: str | Constant
    known: Condition = True
    settled: bool = False


class Truth(NamedTuple):
    """When a condition is known to be true, and when it is known to be false."""

    true: Condition
    false: Condition


Facts: TypeAlias = Mapping[str, Value]


def settled(value: object) -> Value:
    """A column whose value cannot change any more; None is unknown for good."""
    if isinstance(value, str | int | Decimal | bool):
        return Value(value, known=True, settled=True)
    return Value("", known=False, settled=True)


def when_true(term: Term, facts: Facts) -> Condition:
    """The formula, or the settled answer, of whether a condition is known to be true."""
    return truth(term, facts).true


def truth(term: Operand, facts: Facts) -> Truth:
    """Both conditions of a term that is true or false. Raises KeyError for a column without a fact."""
    if not isinstance(term, Term):
        return Truth(true=bool(term), false=not term)
    parts = term.parts
    match term.operation:
        case "and":
            one, other = (truth(part, facts) for part in parts)
            return Truth(both(one.true, other.true), either(one.false, other.false))
        case "or":
            one, other = (truth(part, facts) for part in parts)
            return Truth(either(one.true, other.true), both(one.false, other.false))
        case "not":
            one = truth(parts[0], facts)
            return Truth(one.false, one.true)
        case "certain":
            one = truth(parts[0], facts)
            return Truth(one.true, negated(one.true))
        case "possible":
            one = truth(parts[0], facts)
            return Truth(negated(one.false), one.false)
        case "choose":
            return _chosen_truth(term, facts)
        case _:
            return _simple_truth(term, facts)


def _simple_truth(term: Term, facts: Facts) -> Truth:
    parts = term.parts
    match term.operation:
        case "is_null":
            known = value(parts[0], facts).known
            return Truth(negated(known), known)
        case "is_in":
            return _is_in(value(parts[0], facts), parts[1:], facts)
        case "is_between":
            return _between(*(value(part, facts) for part in parts))
        case "column":
            return _column_truth(facts[str(parts[0])])
        case _:
            return _comparison(term.operation, value(parts[0], facts), value(parts[1], facts))


def _chosen_truth(term: Term, facts: Facts) -> Truth:
    condition, chosen, otherwise = (truth(part, facts) for part in term.parts)
    return Truth(
        if_(condition.true, chosen.true, otherwise.true), if_(condition.true, chosen.false, otherwise.false)
    )


def _column_truth(fact: Value) -> Truth:
    if fact.settled:
        return Truth(both(fact.known, bool(fact.said)), both(fact.known, not fact.said))
    said = fact.said if isinstance(fact.said, bool) else str(fact.said)
    return Truth(where(fact.known, said), where(fact.known, negated(said)))


def _comparison(operation: str, one: Value, other: Value) -> Truth:
    known = both(one.known, other.known)
    if one.settled and other.settled:
        holds = known is not False and bool(_COMPARE[operation](one.said, other.said))
        return Truth(both(known, holds), both(known, not holds))
    first, second = written(one), written(other)
    return Truth(
        where(known, f"{first}{operation}{second}"), where(known, f"{first}{_OPPOSITE[operation]}{second}")
    )


def _between(one: Value, low: Value, high: Value) -> Truth:
    known = both(one.known, low.known, high.known)
    if one.settled and low.settled and high.settled:
        within = both(_comparison(">=", one, low).true, _comparison("<=", one, high).true)
        return Truth(within, both(known, negated(within)))
    number, least, most = written(one), written(low), written(high)
    return Truth(
        where(known, f"AND({number}>={least},{number}<={most})"),
        where(known, f"OR({number}<{least},{number}>{most})"),
    )


def _is_in(one: Value, choices: tuple[Operand, ...], facts: Facts) -> Truth:
    answers = [_comparison("=", one, value(choice, facts)) for choice in choices]
    true = either(*(answer.true for answer in answers))
    return Truth(true, both(*(answer.false for answer in answers)))


def value(term: Operand, facts: Facts) -> Value:
    """A term that is a number or a text. Raises KeyError for a column without a fact."""
    if not isinstance(term, Term):
        return settled(term)
    match term.operation:
        case "column":
            return facts[str(term.parts[0])]
        case "coalesce":
            return _first_known([value(part, facts) for part in term.parts])
        case "choose":
            return _chosen(term, facts)
        case "abs" | "floor":
            return _rounded(term.operation, value(term.parts[0], facts))
        case _:
            one, other = (value(part, facts) for part in term.parts)
            return _reckoned(term.operation, one, other)


def _first_known(values: list[Value]) -> Value:
    first, *rest = [each for each in values if each.known is not False] or [settled(None)]
    if first.known is True or not rest:
        return first
    other = _first_known(rest)
    return Value(if_text(first.known, written(first), written(other)), either(first.known, other.known))


def _chosen(term: Term, facts: Facts) -> Value:
    condition = truth(term.parts[0], facts).true
    chosen, otherwise = value(term.parts[1], facts), value(term.parts[2], facts)
    if isinstance(condition, bool):
        return chosen if condition else otherwise
    return Value(
        if_text(condition, written(chosen), written(otherwise)), if_(condition, chosen.known, otherwise.known)
    )


def _rounded(operation: str, one: Value) -> Value:
    name = {"abs": "ABS", "floor": "INT"}[operation]
    if one.settled and isinstance(one.said, Decimal | int):
        number = Decimal(one.said)
        return settled(abs(number) if operation == "abs" else number.to_integral_value("ROUND_FLOOR"))
    return Value(f"{name}({written(one)})", one.known)


def _reckoned(operation: str, one: Value, other: Value) -> Value:
    known = both(one.known, other.known)
    if one.settled and other.settled and isinstance(known, bool):
        return _settled_sum(operation, one, other) if known else settled(None)
    if operation == "/":
        divides = _comparison("<>", other, settled(0)).true
        known = both(known, divides)
    return Value(f"({written(one)}{operation}{written(other)})", known)


def _settled_sum(operation: str, one: Value, other: Value) -> Value:
    first, second = Decimal(str(one.said)), Decimal(str(other.said))
    match operation:
        case "+":
            return settled(first + second)
        case "-":
            return settled(first - second)
        case "*":
            return settled(first * second)
        case _:
            return settled(first / second if second else None)


def written(one: Value) -> str:
    """A value inside a formula; a settled text stands in quotes."""
    return quoted(one.said) if one.settled and isinstance(one.said, str) else literal(one.said)


def literal(said: str | Constant) -> str:
    """A number or a truth value as Excel writes it, or a formula as it is."""
    match said:
        case bool():
            return "TRUE" if said else "FALSE"
        case Decimal():
            return plain(said)
        case _:
            return str(said)


def quoted(text: str) -> str:
    """A text inside a formula."""
    doubled = text.replace('"', '""')
    return f'"{doubled}"'


def both(*conditions: Condition) -> Condition:
    """AND, without what is settled."""
    left = [each for each in dict.fromkeys(conditions) if each is not True]
    if False in left:
        return False
    texts = [str(each) for each in left]
    return True if not texts else texts[0] if len(texts) == 1 else f"AND({','.join(texts)})"


def either(*conditions: Condition) -> Condition:
    """OR, without what is settled."""
    left = [each for each in dict.fromkeys(conditions) if each is not False]
    if True in left:
        return True
    texts = [str(each) for each in left]
    return False if not texts else texts[0] if len(texts) == 1 else f"OR({','.join(texts)})"


def negated(condition: Condition) -> Condition:
    """NOT, worked out where it is settled."""
    return not condition if isinstance(condition, bool) else f"NOT({condition})"


def where(known: Condition, condition: Condition) -> Condition:
    """The condition where it is known, and false elsewhere; it is not even looked at there."""
    if known is True or condition is False:
        return condition
    return False if known is False else f"IF({known},{literal(condition)},FALSE)"


def if_(condition: Condition, chosen: Condition, otherwise: Condition) -> Condition:
    """IF over conditions, worked out where it is settled."""
    if isinstance(condition, bool):
        return chosen if condition else otherwise
    if chosen == otherwise:
        return chosen
    return f"IF({condition},{literal(chosen)},{literal(otherwise)})"


def if_text(condition: Condition, chosen: str | Constant, otherwise: str | Constant) -> str:
    """IF over values."""
    return f"IF({literal(condition)},{literal(chosen)},{literal(otherwise)})"
