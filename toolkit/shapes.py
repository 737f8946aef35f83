"""In which shape the report on a file is kept and handed on: as it is, or as a reporter words it.

A shape is put on where the report is made, be it another process, and what it gives travels and is
kept in its place: a screenful of words in the place of a hundred findings.
"""

from __future__ import annotations

import json
from collections import Counter
from itertools import accumulate, pairwise
from typing import NamedTuple, Protocol, TypeVar

from toolkit.entries import entry_of, report_of
from toolkit.finding import FileReport, Severity, Verdict

T = TypeVar("T")


class Shape(Protocol[T]):
    """What becomes of a file's report. ``name`` tells what was kept in one shape from another."""

    @property
    def name(self) -> str:
        """Its name, the same in every run."""

    def put_on(self, report: FileReport) -> T:
        """The report in this shape."""

    def dump(self, shaped: T) -> bytes:
        """It as bytes, without the path of its file."""

    def load(self, data: bytes, path: str) -> T:
        """What was dumped, for a file at this path.

        Raises ValueError, KeyError or TypeError for other bytes.
        """


class AsItIs:
    """The report itself."""

    name = "report"

    def put_on(self, report: FileReport) -> FileReport:
        """The report."""
        return report

    def dump(self, shaped: FileReport) -> bytes:
        """Its entries as JSON."""
        return json.dumps(entry_of(shaped), separators=(",", ":")).encode("ascii")

    def load(self, data: bytes, path: str) -> FileReport:
        """A report from its entries."""
        return report_of(json.loads(data.decode("ascii")), path)


class Outline(NamedTuple):
    """What a run counts of a file: its verdict, and of every rule and severity how many findings.

    Findings that the round has waived are counted apart; ``known`` is how many are left out because
    a former report has them.
    """

    path: str
    verdict: Verdict
    rules: tuple[tuple[str, str, Severity, int], ...] = ()
    waived: int = 0
    known: int = 0

    def count(self, severity: Severity) -> int:
        """How many findings of this severity the file has."""
        return sum(count for _, _, each, count in self.rules if each is severity)


class Piece(NamedTuple):
    """What reporters say of one file, without its path: the words of each, and what the run counts."""

    outline: Outline
    bodies: tuple[str, ...]


class Run(Protocol):
    """What a report says of the whole run before its files."""

    @property
    def tool_version(self) -> str:
        """The version of the toolkit."""

    @property
    def round(self) -> str | None:
        """The name of the round."""


def outline_of(report: FileReport) -> Outline:
    """What a run counts of this file."""
    counting = [finding for finding in report.findings if finding.waived is None]
    rules = Counter((finding.code, finding.name, finding.severity) for finding in counting)
    counted = tuple((*rule, count) for rule, count in rules.items())
    waived = len(report.findings) - len(counting)
    return Outline(report.path, report.verdict, counted, waived, len(report.known))


def dump_piece(piece: Piece) -> bytes:
    """The piece without its path: a line of JSON, and the words."""
    head = json.dumps([*piece.outline[1:], [len(body) for body in piece.bodies]])
    return "".join((head, "\n", *piece.bodies)).encode("utf-8", "surrogatepass")


def load_piece(data: bytes, path: str) -> Piece:
    """What was dumped. Raises ValueError or TypeError for other bytes."""
    head, _, words = data.decode("utf-8", "surrogatepass").partition("\n")
    verdict, counted, waived, known, lengths = json.loads(head)
    ends = list(accumulate(lengths, initial=0))
    if ends[-1] != len(words):
        raise ValueError("cut off")
    rules = tuple((code, name, Severity(severity), count) for code, name, severity, count in counted)
    bodies = tuple(words[start:end] for start, end in pairwise(ends))
    return Piece(Outline(path, verdict, rules, waived, known), bodies)
