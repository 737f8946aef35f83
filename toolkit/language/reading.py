"""Reads one indicator row as a whole: the one door into this package for the rest of the toolkit."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from toolkit.language.model import Reading, Target
from toolkit.language.phrases import read_phrases
from toolkit.language.placeholder import is_placeholder
from toolkit.language.progress import cut, read_figures, year_of
from toolkit.language.settled import settled_targets
from toolkit.language.target import is_measurable, read_targets

_DECEMBER = 12
TargetReader = Callable[[str, str], tuple[Target, ...]]


def read_row(
    task: str,
    target: str,
    progress: str,
    period: tuple[date, date] | None,
    targets_of: TargetReader | None = None,
) -> Reading:
    """Everything that was understood of a row. ``period`` is the reporting period, first and last day.

    ``targets_of`` reads a target cell; who reads the same issued targets of many units may pass one
    that remembers them. Linear in the length of the texts; never raises on any text.
    """
    blank = is_placeholder(target)
    targets = () if blank else (targets_of or read_targets)(target, task)
    parts = cut(progress, targets, year_over=period is not None and period[1].month == _DECEMBER)
    figures, percentages, undecided = read_figures(parts, targets, year_of(period))
    phrases = read_phrases(target, parts, targets, figures, period)
    told = {figure.target for figure in figures if figure.role != "echo"}
    return Reading(
        targets=targets,
        figures=figures,
        percentages=percentages,
        phrases=phrases,
        target_placeholder=blank,
        progress_blank=is_placeholder(progress),
        measurable=blank or is_measurable(target, targets),
        settled=settled_targets(parts, targets, phrases, told),
        undecided=undecided,
    )
