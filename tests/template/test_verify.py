"""A template that may be issued, and one fault of each kind at its cell."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl.styles import Protection
from openpyxl.workbook import Workbook

from tests.template.filling import issue_in
from toolkit.rules import RULES
from toolkit.rules.model import TemplateCheck
from toolkit.template.build import build_template
from toolkit.template.layout import LISTS, SHEET
from toolkit.template.snapshot import beside, snapshot
from toolkit.template.verify import open_template, verify

TEMPLATES = sorted((Path(__file__).parents[2] / "templates" / "xlsx").glob("*.xlsx"))
Change = Callable[[Workbook], object]


def put(cell: str, value: str | float | None, sheet: str = SHEET) -> Change:
    def change(book: Workbook) -> None:
        book[sheet][cell] = value

    change.__name__ = f"{sheet}!{cell}"
    return change


def unlocked(book: Workbook) -> None:
    book[SHEET]["E7"].protection = Protection(locked=False)


def unguarded(book: Workbook) -> None:
    book[SHEET].data_validations.dataValidation = []


def signed(book: Workbook) -> None:
    book.properties.creator = "王敏"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A template beside what it was made of."""
    (tmp_path / "guards.xlsx").write_bytes(build_template(*issue_in(tmp_path)))
    shutil.copy(tmp_path / "targets.toml", tmp_path / "guards.toml")
    return tmp_path


def changed(folder: Path, change: Change) -> Path:
    path = folder / "guards.xlsx"
    book = openpyxl.load_workbook(BytesIO(path.read_bytes()))
    change(book)
    book.save(path)
    return path


def with_part(path: Path, name: str, content: bytes) -> None:
    with ZipFile(path, "a") as archive:
        archive.writestr(name, content)


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_the_committed_templates_may_be_issued(path: Path) -> None:
    report = verify(open_template(path))
    assert report.findings == (), "make templates"
    assert set(report.ran) == {"X001", "X004", "X005", "X006", "X007", "X008", "X009"}


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_their_snapshots_are_in_step(path: Path) -> None:
    assert beside(path).read_text(encoding="utf-8") == snapshot(path), "make templates"


@pytest.mark.parametrize(
    ("change", "code", "cell"),
    [
        (put("E7", 300), "X001", "E7"),
        (put("I7", "=1"), "X001", "I7"),
        (put("O9", None), "X001", "O9"),
        (put("U2", "个", LISTS), "X001", "U2"),
        (unguarded, "X004", "H5"),
        (unlocked, "X004", "E7"),
        (lambda book: setattr(book[SHEET].protection, "sheet", False), "X004", None),
        (put("H7", 3), "X005", "H7"),
        (put("K18", "按计划推进。"), "X005", "K18"),
        (signed, "X006", None),
        (put("H4", "完成值"), "X008", "H4"),
        (put("F9", "-5", LISTS), "X008", "H4"),
        (lambda book: book.remove(book[LISTS]), "X008", None),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_a_fault_stands_at_its_cell(folder: Path, change: Change, code: str, cell: str | None) -> None:
    found = verify(open_template(changed(folder, change))).findings
    assert (code, cell) in {(each.code, each.location.cell) for each in found}
    assert all(each.message.zh.endswith("。") for each in found)


def test_a_change_by_hand_is_told_with_its_cell(folder: Path) -> None:
    (finding, *_) = verify(open_template(changed(folder, put("E7", 300)))).findings
    assert finding.message.zh == "进展情况!E7 应为“392.5”，现在是“300”。"


def test_macros_are_found(folder: Path) -> None:
    with_part(folder / "guards.xlsx", "xl/vbaProject.bin", b"macros")
    codes = {each.code for each in verify(open_template(folder / "guards.xlsx")).findings}
    assert "X009" in codes


def test_another_workbook_is_found(folder: Path) -> None:
    path = folder / "guards.xlsx"
    source, made = ZipFile(BytesIO(path.read_bytes())), BytesIO()
    link = (
        b'<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        b'relationships/externalLink" Target="externalLinks/externalLink1.xml"/></Relationships>'
    )
    with ZipFile(made, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "xl/_rels/workbook.xml.rels":
                content = content.replace(b"</Relationships>", link)
            target.writestr(name, content)
    path.write_bytes(made.getvalue())
    assert "X007" in {each.code for each in verify(open_template(path)).findings}


def test_a_save_by_another_program_is_told_as_such(folder: Path) -> None:
    codes = {each.code for each in verify(open_template(changed(folder, lambda _: None))).findings}
    assert codes <= {"X001", "X006"}
    assert "X001" in codes


def test_without_its_source_the_rest_is_still_verified(folder: Path) -> None:
    (folder / "guards.toml").unlink()
    report = verify(open_template(folder / "guards.xlsx"))
    assert {skipped.code for skipped in report.skipped} == {"X001", "X008"}


def test_rules_on_templates_are_those_of_the_catalogue() -> None:
    codes = [rule.code for rule in RULES if isinstance(rule.check, TemplateCheck)]
    assert codes == [f"X00{number}" for number in range(1, 10)]
