"""The button and the command line say the same: on the example, the templates, 100 made-up files."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.excel.conftest import Opener
from tests.excel.submissions import submission
from toolkit.check import Settings, check, check_open
from toolkit.excel.book import read_book
from toolkit.finding import FileReport

ROOT = Path(__file__).parents[2]
FILES = {
    **{path.parent.name: path for path in sorted(ROOT.glob("examples/*/submission.xlsx"))},
    **{path.name: path for path in sorted(ROOT.glob("templates/**/*.xlsx"))},
}
MADE_UP = 100
Said = list[tuple[str, str | None, tuple[int, int] | None, str]]


def said(report: FileReport) -> Said:
    return [
        (finding.code, finding.location.cell, finding.location.span, finding.severity.value)
        for finding in report.findings
    ]


@pytest.mark.office
@pytest.mark.parametrize("path", FILES.values(), ids=FILES)
def test_files_of_the_tree(path: Path, opened: Opener, tmp_path: Path) -> None:
    book = opened(path.read_bytes(), path.name)
    # As the application saves it: a template that was only built holds formulas that nobody has calculated.
    copy = tmp_path / "saved" / path.name
    copy.parent.mkdir()
    book.impl.save(str(copy))
    (filed,) = check([copy], Settings()).files
    live = check_open(read_book(book), book.fullname, Settings())
    assert said(live) == said(filed)


@pytest.mark.office
@pytest.mark.timeout(600)
def test_made_up_files(opened: Opener, tmp_path: Path) -> None:
    made = [submission(number) for number in range(MADE_UP)]
    live: list[Said] = []
    for name, data in made:
        book = opened(data, name)
        live.append(said(check_open(read_book(book), book.fullname, Settings())))
    filed = check([tmp_path / name for name, _ in made], Settings(jobs=1)).files
    different = [
        (name, one, other)
        for (name, _), one, other in zip(made, live, map(said, filed), strict=True)
        if one != other
    ]
    assert different == []
    assert sum(map(len, live)) > MADE_UP
