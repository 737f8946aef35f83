"""The accepted submissions of a round as one table: its rows, its heading lines, and who is in it.

Every indicator has one row. Where several units answer the same one, each answer stands on a line
of its own behind the unit's name; where only one does, its words are taken as they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from toolkit.errors import ToolkitError
from toolkit.finding import Text
from toolkit.inbox.received import Received
from toolkit.standing import Standing

LONGEST_CELL = 32_767  # characters, as Excel has it


class Source(NamedTuple):
    """One submission to be taken in: its rows, the lines above its table, its headers by role."""

    unit: str
    received: Received
    version: int
    rows: tuple[Standing, ...]
    lines: tuple[str, ...]
    headers: Mapping[str, str]


class SummaryRow(NamedTuple):
    """One row of the summary. Rows of one ``block`` share their task in one merged cell."""

    block: int
    task: str
    target: str
    progress: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """The table, the sources in the order of the round's list, and the units left out with the reason."""

    lines: tuple[str, ...]
    headers: tuple[str, str, str]
    rows: tuple[SummaryRow, ...]
    sources: tuple[Source, ...]
    left_out: tuple[tuple[str, Text], ...] = ()


_HEADERS = {"task": "绩效任务", "target": "年度目标", "progress": "进展情况"}


def summarise(name: str, sources: Sequence[Source], left_out: Iterable[tuple[str, Text]] = ()) -> Summary:
    """The summary of a round of this name. Raises ToolkitError where a cell would be too long for Excel."""
    common = (
        [line for line in sources[0].lines if all(line in each.lines for each in sources)] if sources else []
    )
    headers = [_header(role, sources) for role in ("task", "target", "progress")]
    return Summary(
        lines=tuple(common or [f"{name}绩效任务进展情况汇总表"]),
        headers=(headers[0], headers[1], headers[2]),
        rows=tuple(_rows(sources)),
        sources=tuple(sources),
        left_out=tuple(left_out),
    )


def _header(role: str, sources: Sequence[Source]) -> str:
    told = {each.headers[role] for each in sources if role in each.headers}
    return told.pop() if len(told) == 1 else _HEADERS[role]


def _rows(sources: Sequence[Source]) -> Iterable[SummaryRow]:
    """Tasks in the order in which they first come, and within a task its targets likewise."""
    tasks: dict[tuple[str, int], dict[tuple[str, int], list[tuple[str, str]]]] = {}
    for source in sources:
        blocks = _blocks(source.rows)
        seen: dict[tuple[str, str], int] = {}
        for block, row in zip(blocks, source.rows, strict=True):
            again = seen.get((row.task.text, row.target.text), 0)
            seen[row.task.text, row.target.text] = again + 1
            targets = tasks.setdefault((row.task.text, block), {})
            targets.setdefault((row.target.text, again), []).append((source.unit, row.progress.text))
    for number, ((task, _), targets) in enumerate(tasks.items()):
        for (target, _), answers in targets.items():
            yield SummaryRow(number, task, target, _told(target, answers, several=len(sources) > 1))


def _blocks(rows: Sequence[Standing]) -> list[int]:
    """For every row how many blocks of the same task stand before its own in the submission."""
    cells: dict[str, list[str | None]] = {}
    found = []
    for row in rows:
        known = cells.setdefault(row.task.text, [])
        if row.task.cell not in known:
            known.append(row.task.cell)
        found.append(known.index(row.task.cell))
    return found


def _told(target: str, answers: Sequence[tuple[str, str]], *, several: bool) -> str:
    if not several or len(answers) == 1:
        return answers[0][1]
    told = "\n".join(f"{unit}：{progress}" for unit, progress in answers)
    if len(told) > LONGEST_CELL:
        raise ToolkitError(
            Text(
                f"“{target}”各单位的进展合计 {len(told)} 字，超过单元格上限 {LONGEST_CELL} 字，请分批汇总。",
                f"The answers to “{target}” have {len(told)} characters, more than a cell holds: "
                "consolidate fewer units at a time.",
            )
        )
    return told
