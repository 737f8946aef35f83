"""The indicators as they stand: the texts of target and progress with the phrases of the findings marked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from toolkit.reporters.html.marks import Mark, Piece, figure, pieces
from toolkit.reporters.html.problems import Problem
from toolkit.standing import Standing, Told

_Places = Mapping[tuple[str | None, str | int | None], Sequence[Problem]]


class Cell(NamedTuple):
    """A cell with its text in pieces. ``whole`` are the problems of the cell as a whole, by number."""

    address: str | None
    pieces: tuple[Piece, ...]
    kind: str | None
    whole: tuple[int, ...]


class Row(NamedTuple):
    """One indicator. ``others`` are the problems of its other cells, by cell and number."""

    number: int
    sheet: str
    target: Cell
    progress: Cell
    others: tuple[tuple[str, int], ...]


class Block(NamedTuple):
    """The indicators of one task."""

    task: str
    rows: tuple[Row, ...]


def blocks(standing: Iterable[Standing], problems: Iterable[Problem]) -> Iterator[Block]:
    """The indicators under their tasks, in the order of the sheet."""
    places: defaultdict[tuple[str | None, str | int | None], list[Problem]] = defaultdict(list)
    for problem in problems:
        for place in {problem.cell, problem.finding.location.row}:
            places[problem.sheet, place].append(problem)
    for (_, task), rows in groupby(standing, key=lambda row: (row.sheet, row.task.text)):
        yield Block(task, tuple(_row(row, places) for row in rows))


def _row(row: Standing, places: _Places) -> Row:
    targets = [target.span for target in row.targets]
    figures = [target.figure_span for target in row.targets if target.figure_span]
    return Row(
        number=row.row,
        sheet=row.sheet,
        target=_cell(row.sheet, row.target, targets, places),
        progress=_cell(row.sheet, row.progress, figures, places),
        others=tuple(_others(row, places)),
    )


def _others(row: Standing, places: _Places) -> Iterator[tuple[str, int]]:
    shown = {row.target.cell, row.progress.cell}
    for problem in places.get((row.sheet, row.row), ()):
        if problem.cell and problem.cell not in shown:
            yield problem.cell, problem.number


def _cell(sheet: str, told: Told, figures: Iterable[tuple[int, int]], places: _Places) -> Cell:
    problems = places.get((sheet, told.cell), ()) if told.cell else ()
    on_phrases = [problem for problem in problems if _is_on_phrase(problem, told.text)]
    on_whole = [problem for problem in problems if not _is_on_phrase(problem, told.text)]
    marks = [figure(span) for span in figures]
    marks += [
        Mark(problem.finding.location.span, problem.kind, problem.number)
        for problem in on_phrases
        if problem.finding.location.span
    ]
    gravest = max(on_whole, key=lambda problem: problem.finding.severity.rank, default=None)
    return Cell(
        address=told.cell,
        pieces=pieces(told.text, marks),
        kind=gravest.kind if gravest else None,
        whole=tuple(problem.number for problem in on_whole),
    )


def _is_on_phrase(problem: Problem, text: str) -> bool:
    span = problem.finding.location.span
    return span is not None and span != (0, len(text))
