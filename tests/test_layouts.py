"""Tables as other districts and years lay them out: every indicator found, nothing else taken for one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from toolkit.check import Settings, check
from toolkit.finding import Severity
from toolkit.form_files import find_form
from toolkit.readers import read_workbook
from toolkit.schema import load_form
from toolkit.table import find_tables
from toolkit.testing import workbook

HEADINGS = load_form(find_form("progress-summary")).headings


class Layout(NamedTuple):
    name: str
    markdown: str
    rows: list[str]
    findings: list[str]


def layouts() -> Iterator[Layout]:
    text = (Path(__file__).parent / "data" / "layouts.txt").read_text(encoding="utf-8")
    for part in re.split(r"^=== ", text, flags=re.MULTILINE)[1:]:
        name, *lines = part.splitlines()
        yield Layout(
            name,
            "\n".join(line for line in lines if line.startswith(("|", "#"))),
            [line[2:].rstrip() for line in lines if line.startswith("> ")],
            [code for line in lines if line.startswith("! ") for code in line[2:].split()],
        )


@pytest.mark.parametrize("layout", tuple(layouts()), ids=lambda layout: layout.name)
def test_rows_of_a_layout(layout: Layout, tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    path.write_bytes(workbook(layout.markdown))
    found = [
        " | ".join(
            [
                str(row.number),
                *(row.text(role).replace("\n", "<br>") for role in ("task", "target", "progress")),
            ]
        ).rstrip()
        for table in find_tables(read_workbook(path), HEADINGS)
        for row in table.rows
    ]
    assert found == layout.rows
    (file,) = check([path], Settings()).files
    loud = {each.code for each in file.findings if each.severity is not Severity.INFO and each.code[0] == "S"}
    assert sorted(loud) == layout.findings
