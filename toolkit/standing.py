"""How an indicator stands: its texts, and how far each of its numeric targets has come.

A report carries this for those forms that show the indicators themselves; the others do without.
"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple


class Told(NamedTuple):
    """What a cell says. ``cell`` is its A1 address, None where the form has no such column."""

    cell: str | None
    text: str


class TargetStanding(NamedTuple):
    """One numeric target. Spans count code points in the target's and in the progress cell.

    ``part`` is what a finding about this target carries as its ``part``. ``completion`` is the figure
    as a share of the target, or else the completion told, in percent; None where neither is known.
    ``figure_span`` is None also for a figure that stands in a cell of its own. ``elapsed`` is the
    share of its time that is over, in percent; None where no pace applies to it. ``cap``: the figure
    should stay below the target.
    """

    part: str
    text: str
    span: tuple[int, int]
    bound: str
    unit: str | None
    cap: bool
    figure: str | None
    figure_span: tuple[int, int] | None
    completion: Decimal | None
    elapsed: Decimal | None


class Standing(NamedTuple):
    """One indicator row with its numeric targets."""

    sheet: str
    row: int
    task: Told
    target: Told
    progress: Told
    targets: tuple[TargetStanding, ...]
