"""Rows judged by hand: the codes that a careful officer would raise, and where we still differ.

``tests/data/judged-*.tsv`` has one row a line: the last day of the period, the codes judged (a
trailing ``?`` marks what is fair either way), today's differences (``-`` for what we miss, ``+`` for an
error or a warning too many), and the row's texts, a line break in them written as ``\\n``. A difference
that is gone has to leave the file.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from toolkit.check import Settings, check
from toolkit.finding import Severity
from toolkit.round import parse_period
from toolkit.testing import three_columns

DATA = Path(__file__).parents[1] / "data"


class Judged(NamedTuple):
    """A row with its judgement."""

    last: str
    judged: str
    today: str
    task: str
    target: str
    progress: str


def _rows() -> Iterator[tuple[str, Judged]]:
    for path in sorted(DATA.glob("judged-*.tsv")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
            if not line.startswith("#"):
                yield f"{path.stem} {number}", Judged(*line.replace(r"\n", "\n").split("\t"))


ROWS = dict(_rows())


def test_there_are_rows() -> None:
    assert len(ROWS) >= 900


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS)
def test_codes(row: Judged, tmp_path: Path) -> None:
    path = tmp_path / "submission.xlsx"
    path.write_bytes(three_columns([(row.task, row.target, row.progress)], progress="进展情况"))
    report = check([path], Settings(period=parse_period(f"{row.last[:4]}-01-01/{row.last}")))
    findings = report.files[0].findings
    raised = {each.code for each in findings}
    serious = {each.code for each in findings if each.severity is not Severity.INFO}
    judged = {code for code in row.judged.split() if not code.endswith("?")}
    fair = judged | {code.removesuffix("?") for code in row.judged.split()}
    differences = {f"-{code}" for code in judged - raised} | {f"+{code}" for code in serious - fair}
    assert differences == set(row.today.split())
