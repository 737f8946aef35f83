"""Conditions that are written once and said twice: as a polars expression, and as an Excel formula.

A rule that the template can hold natively writes its condition in these terms, with the words of
polars. ``expr`` makes the expression; ``toolkit.template.formulas`` makes the formula. Unknown stays
unknown in both: a comparison with a blank is neither true nor false.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeAlias, Union

if TYPE_CHECKING:
    from polars import Expr

Literal: TypeAlias = str | int | Decimal | bool
Operand: TypeAlias = Union["Term", Literal]


@dataclass(frozen=True, slots=True, eq=False)
class Term:
    """One operation on its parts; a part is a term or a literal. ``column`` has its name as only part."""

    operation: str
    parts: tuple[Operand, ...]

    def expr(self) -> Expr:
        """The same as a polars expression."""
        if self.operation == "column":
            from polars import col

            return col(str(self.parts[0]))
        parts = [part.expr() if isinstance(part, Term) else part for part in self.parts]
        made: Expr = _EXPRESSIONS[self.operation](*parts)
        return made

    def columns(self) -> frozenset[str]:
        """The names of all columns in it."""
        if self.operation == "column":
            return frozenset((str(self.parts[0]),))
        return frozenset().union(*(part.columns() for part in self.parts if isinstance(part, Term)))

    def __and__(self, other: Term) -> Term:
        return Term("and", (self, other))

    def __or__(self, other: Term) -> Term:
        return Term("or", (self, other))

    def __invert__(self) -> Term:
        return Term("not", (self,))

    def __lt__(self, other: Operand) -> Term:
        return Term("<", (self, other))

    def __le__(self, other: Operand) -> Term:
        return Term("<=", (self, other))

    def __gt__(self, other: Operand) -> Term:
        return Term(">", (self, other))

    def __ge__(self, other: Operand) -> Term:
        return Term(">=", (self, other))

    def __eq__(self, other: Operand) -> Term:  # type: ignore[override]
        return Term("=", (self, other))

    def __ne__(self, other: Operand) -> Term:  # type: ignore[override]
        return Term("<>", (self, other))

    __hash__ = object.__hash__

    def __add__(self, other: Operand) -> Term:
        return Term("+", (self, other))

    def __sub__(self, other: Operand) -> Term:
        return Term("-", (self, other))

    def __mul__(self, other: Operand) -> Term:
        return Term("*", (self, other))

    def __truediv__(self, other: Operand) -> Term:
        return Term("/", (self, other))

    def abs(self) -> Term:
        """The number without its sign."""
        return Term("abs", (self,))

    def floor(self) -> Term:
        """The next whole number below."""
        return Term("floor", (self,))

    def is_null(self) -> Term:
        """Whether it is unknown; always known itself."""
        return Term("is_null", (self,))

    def fill_null(self, *, value: bool) -> Term:
        """The truth value, with this one for unknown."""
        return Term("certain" if not value else "possible", (self,))

    def is_in(self, values: Iterable[str]) -> Term:
        """Whether it is one of these texts."""
        return Term("is_in", (self, *values))

    def is_between(self, low: Operand, high: Operand) -> Term:
        """Whether it lies between the bounds, both included."""
        return Term("is_between", (self, low, high))


def col(name: str) -> Term:
    """A column of the rule's frame."""
    return Term("column", (name,))


def coalesce(*names: str) -> Term:
    """The first of these columns that is known."""
    return Term("coalesce", tuple(col(name) for name in names))


def choose(condition: Term, chosen: Operand, otherwise: Operand) -> Term:
    """``chosen`` where the condition is known to be true, else ``otherwise``."""
    return Term("choose", (condition, chosen, otherwise))


def as_expr(condition: Term | Expr) -> Expr:
    """The condition of a rule as a polars expression, however it was written."""
    return condition.expr() if isinstance(condition, Term) else condition


def _chosen(condition: Any, chosen: Any, otherwise: Any) -> Expr:  # noqa: ANN401 - expressions or literals
    from polars import lit, when

    values = [lit(value) if isinstance(value, str) else value for value in (chosen, otherwise)]
    return when(condition).then(values[0]).otherwise(values[1])


def _first_known(*parts: Any) -> Expr:  # noqa: ANN401 - expressions
    from polars import coalesce as first_known

    return first_known(*parts)


_EXPRESSIONS: Mapping[str, Callable[..., Any]] = {
    "and": lambda one, other: one & other,
    "or": lambda one, other: one | other,
    "not": lambda one: ~one,
    "<": lambda one, other: one < other,
    "<=": lambda one, other: one <= other,
    ">": lambda one, other: one > other,
    ">=": lambda one, other: one >= other,
    "=": lambda one, other: one == other,
    "<>": lambda one, other: one != other,
    "+": lambda one, other: one + other,
    "-": lambda one, other: one - other,
    "*": lambda one, other: one * other,
    "/": lambda one, other: one / other,
    "abs": lambda one: one.abs(),
    "floor": lambda one: one.floor(),
    "is_null": lambda one: one.is_null(),
    "certain": lambda one: one.fill_null(value=False),
    "possible": lambda one: one.fill_null(value=True),
    "is_in": lambda one, *values: one.is_in(list(values)),
    "is_between": lambda one, low, high: one.is_between(low, high),
    "coalesce": _first_known,
    "choose": _chosen,
}
