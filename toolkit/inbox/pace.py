"""How far the quantitative targets have come: counted, in shares that add to 100.0, and which are behind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from toolkit.inbox.summary import Source
from toolkit.standing import TargetStanding

_TENTH = Decimal("0.1")
_WHOLE = 1000  # tenths of a percent


class Behind(NamedTuple):
    """A target below its pace; the three numbers are percent, ``by`` percentage points."""

    unit: str
    target: str
    completion: Decimal
    elapsed: Decimal
    by: Decimal


class Pace(NamedTuple):
    """Quantitative targets by how they stand. ``unpaced`` have figures that no pace applies to."""

    ahead: int
    behind: tuple[Behind, ...]
    unpaced: int
    untold: int

    @property
    def total(self) -> int:
        """All quantitative targets."""
        return self.ahead + len(self.behind) + self.unpaced + self.untold


def pace(sources: Iterable[Source]) -> Pace:
    """The pace of all targets of these submissions, those that are furthest behind first."""
    ahead = unpaced = untold = 0
    late: list[Behind] = []
    for unit, target in _targets(sources):
        if target.completion is None:
            untold += 1
        elif target.elapsed is None:
            unpaced += 1
        elif target.completion >= target.elapsed:
            ahead += 1
        else:
            late.append(_behind(unit, target, target.completion, target.elapsed))
    return Pace(ahead, tuple(sorted(late, key=lambda each: -each.by)), unpaced, untold)


def shares(counts: Sequence[int]) -> list[Decimal]:
    """Percentages with one decimal that add to 100.0: rounded half up wherever that does; 0.0 of nothing."""
    total = sum(counts)
    if not total:
        return [Decimal("0.0")] * len(counts)
    parts = [divmod(_WHOLE * count, total) for count in counts]
    missing = _WHOLE - sum(whole for whole, _ in parts)
    largest = sorted(range(len(counts)), key=lambda place: (-parts[place][1], place))[:missing]
    return [Decimal(whole + (place in largest)).scaleb(-1) for place, (whole, _) in enumerate(parts)]


def tenths(number: Decimal) -> Decimal:
    """A number with one decimal, half of one going up."""
    return number.quantize(_TENTH, ROUND_HALF_UP)


def _targets(sources: Iterable[Source]) -> Iterator[tuple[str, TargetStanding]]:
    for source in sources:
        for row in source.rows:
            for target in row.targets:
                yield source.unit, target


def _behind(unit: str, target: TargetStanding, completion: Decimal, elapsed: Decimal) -> Behind:
    shown, asked = tenths(completion), tenths(elapsed)
    return Behind(unit, target.text, shown, asked, asked - shown)
