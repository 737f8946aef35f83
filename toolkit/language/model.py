"""What was understood of a target cell and of a progress cell. Frozen, and free of any engine.

All numbers are ``Decimal``. All spans count code points in the cell's own text, end excluded.
``base_value`` resolves 万 and 亿 and nothing else; ``base_unit`` is the unit without them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

Comparator = Literal[">=", "<=", "==", "~", "delta+", "delta-"]
Direction = Literal["up", "down", "target", "none"]
Kind = Literal["level", "total", "rate", "growth", "index", "zero_occurrence", "milestone"]
Role = Literal[
    "result", "component", "subset", "denominator", "process", "proxy", "context", "off_topic", "echo"
]
Approximation = Literal["", "~", ">", "<", ">=", "<="]
PhraseKind = Literal[
    "claim",
    "praise",
    "orphan_enumerator",
    "activity",
    "wording",
    "fragment",
    "relative_date",
    "future_plan",
    "not_started",
    "missing_part",
    "counted_list",
    "whole_with_parts",
    "subset",
    "shares",
    "self_contradiction",
    "point_for_percent",
    "percent_for_point",
    "soft",
    "scope",
]


class Quantity(NamedTuple):
    """A number with its unit as written: ``392.5万吨标准煤`` is 3925000 吨标准煤.

    ``low`` and ``high`` bound the base value: by the last digit shown where it is rounded, by
    the word where it is 余, 多 or 近. ``digits`` counts the decimals written.
    """

    text: str
    start: int
    end: int
    value: Decimal
    unit: str | None
    base_value: Decimal
    base_unit: str | None
    approximation: Approximation = ""
    digits: int = 0
    low: Decimal | None = None
    high: Decimal | None = None

    @property
    def is_percent(self) -> bool:
        """Whether it is a share or a rate of change: %, ‰, 百分之, 成."""
        return self.base_unit == "%" or self.base_unit == "‰"  # noqa: PLR1714 - asked often


class Period(NamedTuple):
    """A stretch of time named in a text; ``last`` is its last day. ``cumulative`` starts at the year's."""

    text: str
    start: int
    end: int
    first: date | None
    last: date | None
    relative: bool = False


class Span(NamedTuple):
    """The years a target is set for; ``first`` is None where they begin nobody says when."""

    first: date | None
    last: date | None


class Target(NamedTuple):
    """One target: a number to reach, a thing that must not occur, or a milestone (no value).

    ``recurring``: asked for anew each quarter, month or week, so that the year's sum proves nothing.
    ``falls_to``: a cap to come down to by the end (降至13.8%), not one to keep at any time.
    ``span``: the years that its own words name; None where the year of the table is meant.
    """

    text: str
    start: int
    end: int
    name: str
    value: Decimal | None
    unit: str | None
    base_value: Decimal | None
    base_unit: str | None
    comparator: Comparator
    direction: Direction
    kind: Kind
    approximate: bool = False
    has_base: bool = True
    annual_statistic: bool = False
    part_of: int | None = None
    counts_again: bool = False
    slash_joined: bool = False
    recurring: bool = False
    quantity: Quantity | None = None
    context: str = ""
    span: Span | None = None
    falls_to: bool = False


class Figure(NamedTuple):
    """One quantity of a progress text, its role, and the index of the target that it answers.

    ``opposed``: a fall where the target asks for growth, or the other way round.
    """

    quantity: Quantity
    name: str
    role: Role
    target: int | None
    period: Period | None
    implicit_zero: bool = False
    status_count: bool = False
    echoes: int | None = None
    opposed: bool = False


class Percentage(NamedTuple):
    """One percentage of a progress text.

    ``bounded``: a share of a whole, so between 0 and 100 %. ``completion``: the share of a
    target that is done, which may pass 100 %. ``low``/``high``: what the numerator and the
    denominator allow, in percent, before rounding.
    """

    quantity: Quantity
    bounded: bool
    completion: bool
    growth: bool
    numerator: Decimal | None
    denominator: Decimal | None
    low: Decimal | None
    high: Decimal | None
    whole_denominator: bool
    target: int | None
    pace: bool = False
    told: bool = False

    @property
    def is_derived(self) -> bool:
        """Whether other numbers of the text already say it."""
        return (self.denominator is not None and self.numerator != self.denominator) or self.told


class Phrase(NamedTuple):
    """A phrase worth a rule's look: a claim, a plan, a slip, a list with its stated count.

    ``stated`` and ``counted`` are the two numbers to compare where the phrase has two;
    ``tolerance`` is how far rounding alone may hold them apart;
    ``claim`` tells claims apart: completed, over, ahead, half, pace.
    """

    kind: PhraseKind
    text: str
    start: int
    end: int
    column: Literal["target", "progress"] = "progress"
    claim: str | None = None
    has_number: bool = False
    stated: Decimal | None = None
    counted: Decimal | None = None
    tolerance: Decimal | None = None
    whole_row: bool = False
    target: int | None = None
    hint: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All that was understood of one indicator row.

    ``settled`` are the targets that words answer without a number (已全部达标, 未发生), ``undecided``
    those without an answer beside which stands a number of their measure that answers nothing else.
    """

    targets: tuple[Target, ...]
    figures: tuple[Figure, ...]
    percentages: tuple[Percentage, ...]
    phrases: tuple[Phrase, ...]
    target_placeholder: bool
    progress_blank: bool
    measurable: bool
    settled: frozenset[int] = frozenset()
    undecided: frozenset[int] = frozenset()
