"""From the board to the summary: which submissions go in, read again with all their rows."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from toolkit.check import Settings, check, form_headings
from toolkit.examine import read_submission
from toolkit.finding import Text
from toolkit.header import Heading
from toolkit.inbox.board import Board, Line, State
from toolkit.inbox.received import Received, content_of
from toolkit.inbox.summary import Source, Summary, summarise
from toolkit.standing import Standing
from toolkit.submission import titles

_REASONS: dict[State, Text] = {
    "missing": Text("没有报送", "nothing was sent"),
    "rejected": Text("未通过检查", "was not accepted"),
    "unreadable": Text("文件无法读取", "cannot be read"),
}
_CHANGED = Text("文件已不在收件文件夹中，或已被改动", "is no longer in the inbox as it was received")


def consolidate(board: Board, settings: Settings, *, unaccepted: bool = False) -> Summary:
    """The summary of what counts on the board; ``unaccepted`` takes in rejected submissions as well.

    Raises ToolkitError as a check does.
    """
    chosen, left_out = _chosen(board, unaccepted=unaccepted)
    paths = [Path(received.path) for _, received in chosen]
    report = check(paths, replace(settings, standing=True, now=board.now))
    headings = form_headings(settings)
    sources = [
        _source(line, received, file.standing or (), headings)
        for (line, received), file in zip(chosen, report.files, strict=True)
    ]
    return summarise(board.round, sources, left_out)


def _chosen(board: Board, *, unaccepted: bool) -> tuple[list[tuple[Line, Received]], list[tuple[str, Text]]]:
    states = {"accepted", "rejected"} if unaccepted else {"accepted"}
    chosen: list[tuple[Line, Received]] = []
    left_out: list[tuple[str, Text]] = []
    for line in board.lines:
        if line.counting is None or line.state not in states:
            left_out.append((line.unit, _REASONS[line.state]))
        elif content_of(Path(line.counting.path)) != line.counting.content:
            left_out.append((line.unit, _CHANGED))
        else:
            chosen.append((line, line.counting))
    return chosen, left_out


def _source(
    line: Line, received: Received, rows: tuple[Standing, ...], headings: tuple[Heading, ...]
) -> Source:
    submission = read_submission(Path(received.path), headings)
    table = submission.tables[0]
    return Source(
        unit=line.unit,
        received=received,
        version=line.version,
        rows=rows,
        lines=tuple(text for _, _, text in titles(table)),
        headers=table.header.texts,
    )
