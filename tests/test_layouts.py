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


LAYOUTS = tuple(layouts())


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
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
        for table in find_tables(read_workbook(path), HEADINGS).tables
        for row in table.rows
    ]
    assert found == layout.rows
    (file,) = check([path], Settings()).files
    loud = {each.code for each in file.findings if each.severity is not Severity.INFO and each.code[0] == "S"}
    assert sorted(loud) == layout.findings


def test_a_template_of_any_layout_is_as_it_was_issued(tmp_path: Path) -> None:
    told = []
    for layout in LAYOUTS:
        issued, path = tmp_path / "issued.xlsx", tmp_path / "book.xlsx"
        for each in (issued, path):
            each.write_bytes(workbook(layout.markdown))
        about = ("S005", "S006", "S007", "S008", "S013", "S021")
        (file,) = check([path], Settings(template=issued, select=about)).files
        told += [(layout.name, finding.code, finding.location.cell) for finding in file.findings]
    assert told == []


def test_a_section_that_was_put_in_is_not_as_issued(tmp_path: Path) -> None:
    table = "| 任务 | 目标 | 进展 |\n| 一、城建 | < | < |\n| 拆违 | 拆除12处 | |\n"
    more = "| 二、民生 | < | < |\n| 养老 | 建成5家 | |"
    issued, path = tmp_path / "issued.xlsx", tmp_path / "book.xlsx"
    issued.write_bytes(workbook(table + more))
    path.write_bytes(workbook(table + "| 三、其他 | < | < |\n" + more))
    (file,) = check([path], Settings(template=issued, select=("S008",))).files
    assert [finding.location.cell for finding in file.findings] == ["A4"]


def test_a_title_that_was_deleted_is_told(tmp_path: Path) -> None:
    table = "| 任务 | 目标 | 进展 |\n| 拆违 | 拆除12处 | 拆除8处 |"
    issued, path = tmp_path / "issued.xlsx", tmp_path / "book.xlsx"
    issued.write_bytes(workbook(f"## 表 [protected]\n| 进展表 | < | < |\n|  |\n| 单位：处 |  |  |\n{table}"))
    path.write_bytes(workbook(f"## 表\n{table}"))
    (file,) = check([path], Settings(template=issued, select=("S006", "S008"))).files
    assert [(each.code, each.expected) for each in file.findings] == [
        ("S006", "进展表"),
        ("S006", "单位：处"),
    ]
