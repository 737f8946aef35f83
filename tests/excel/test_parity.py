"""The button and the command line say the same: on the example, templates filled in, 100 made-up files."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import pytest

from tests.excel.conftest import Opener
from tests.excel.submissions import submission
from tests.template.filling import filled, issue_in, random_rows
from toolkit.check import Settings, check, check_open
from toolkit.excel.book import read_book
from toolkit.finding import FileReport
from toolkit.template.build import build_template
from toolkit.template.layout import layout_of

if TYPE_CHECKING:
    import xlwings as xw

ROOT = Path(__file__).parents[2]
FILES = {
    **{path.parent.name: path for path in sorted(ROOT.glob("examples/*/submission.xlsx"))},
    **{path.name: path for path in sorted(ROOT.glob("templates/**/*.xlsx"))},
}
MADE_UP, FILLED = 100, 8
Said = list[tuple[str, str | None, tuple[int, int] | None, str]]


def said(report: FileReport) -> Said:
    return [
        (finding.code, finding.location.cell, finding.location.span, finding.severity.value)
        for finding in report.findings
    ]


def both(book: xw.Book, folder: Path) -> tuple[Said, Said]:
    """What the button says, and the command line of the file as the application saves it.

    A template that was only built or filled in holds formulas that nobody has calculated.
    """
    copy = folder / "saved" / book.name
    copy.parent.mkdir()
    book.impl.save(str(copy))
    (file,) = check([copy], Settings()).files
    return said(check_open(read_book(book), book.fullname, Settings())), said(file)


@pytest.mark.office
@pytest.mark.parametrize("path", FILES.values(), ids=FILES)
def test_files_of_the_tree(path: Path, opened: Opener, tmp_path: Path) -> None:
    live, filed = both(opened(path.read_bytes(), path.name), tmp_path)
    assert live == filed


@pytest.mark.office
@pytest.mark.parametrize("number", range(FILLED))
def test_templates_filled_in(number: int, opened: Opener, tmp_path: Path) -> None:
    form, issue = issue_in(tmp_path)
    layout = layout_of(form.headings, len(issue.rows))
    rows = random_rows(issue, layout, Random(number))  # noqa: S311  # the same every time is what is wanted
    data = filled(build_template(form, issue), layout, rows)
    live, filed = both(opened(data, "报送表.xlsx"), tmp_path)
    assert live == filed
    assert len({code for code, _, _, _ in live}) > 2


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
