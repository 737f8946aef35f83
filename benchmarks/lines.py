"""The lines under the table of contestants: one measured value against another, and its bound."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

MEBIBYTE = 1024 * 1024


class Line(NamedTuple):
    """``ratio`` is value to reference; it meets ``bound`` from below, or from above where ``at_least``.

    A line without a bound only tells, one without a ratio has nothing to compare.
    """

    what: str
    value: str
    reference: str
    ratio: float | None = None
    bound: float | None = None
    at_least: bool = False

    @property
    def verdict(self) -> str:
        """Whether the bound is met, in a word."""
        if self.bound is None or self.ratio is None:
            return ""
        met = self.ratio >= self.bound if self.at_least else self.ratio <= self.bound
        return f"{'≥' if self.at_least else '≤'} {self.bound:.2f}  {'met' if met else 'MISSED'}"


def title(heading: str) -> str:
    """The head of a list of lines."""
    return f"\n{heading:66}{'value':>14}{'against':>14}{'ratio':>9}   bound"


def shown(lines: Iterable[Line]) -> str:
    """One line of text for each."""
    return "\n".join(
        f"{line.what:66}{line.value:>14}{line.reference:>14}{_ratio(line):>9}   {line.verdict}".rstrip()
        for line in lines
    )


def _ratio(line: Line) -> str:
    return "" if line.ratio is None else f"{line.ratio:.2f}"


def seconds(value: float) -> str:
    """A time with its unit, in milliseconds where it is short."""
    return f"{value:.2f} s" if value >= 1 else f"{value * 1000:.1f} ms"


def mebibytes(value: float) -> str:
    """An amount of memory with its unit."""
    return f"{value / MEBIBYTE:.0f} MiB"
