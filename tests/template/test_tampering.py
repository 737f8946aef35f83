"""Every kind of tampering on its right cell, and not a word about what anybody may do."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from tests.template.filling import Typed, filled, issue_in
from tests.template.office import SOFFICE, saved_by_libreoffice
from tests.template.tampering import HARMLESS, TAMPERING, Kind
from toolkit.check import Settings, check
from toolkit.finding import FileReport
from toolkit.template.build import build_template
from toolkit.template.layout import layout_of

ABOUT_THE_TEMPLATE = ("S005", "S006", "S007", "S008", "S013", "S021")
ROW: dict[str, Typed] = {
    "as_of": date(2017, 6, 30),
    "progress": "按计划推进。",
    "reporter": "王敏",
    "phone": "010-66123456",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A template and a filled copy of it."""
    made = tmp_path_factory.mktemp("template")
    form, issue = issue_in(made)
    layout, template = layout_of(form.headings, len(issue.rows)), build_template(form, issue)
    rows = {
        number: {**ROW, "actual_value": None if row["target_value"] is None else 3}
        for number, row in enumerate(issue.rows, start=layout.first_row)
    }
    (made / "template.xlsx").write_bytes(template)
    (made / "filled.xlsx").write_bytes(filled(template, layout, rows))
    return made


def changed(folder: Path, name: str, kind: Kind | str) -> Path:
    book = openpyxl.load_workbook(BytesIO((folder / "filled.xlsx").read_bytes()))
    (kind.change if isinstance(kind, Kind) else HARMLESS[kind])(book)
    path = folder / f"{name}.xlsx"
    book.save(path)
    return path


def judged(paths: list[Path], folder: Path, select: tuple[str, ...] = ()) -> list[FileReport]:
    settings = Settings(schema="progress-form", template=folder / "template.xlsx", select=select, jobs=1)
    return list(check(paths, settings).files)


def test_there_are_enough_kinds() -> None:
    assert len({kind.name for kind in TAMPERING}) >= 40
    assert len(HARMLESS) >= 20


@pytest.mark.parametrize("kind", TAMPERING, ids=lambda kind: kind.name)
def test_tampering_is_found_on_its_cell(folder: Path, kind: Kind) -> None:
    (file,) = judged([changed(folder, "tampered", kind)], folder)
    found = {(each.code, each.location.sheet, each.location.cell) for each in file.findings}
    assert (kind.code, kind.sheet, kind.cell) in found, sorted(map(str, found))


@pytest.mark.parametrize("name", HARMLESS)
def test_a_harmless_save_by_openpyxl_is_no_finding(folder: Path, name: str) -> None:
    (file,) = judged([changed(folder, "harmless", name)], folder, ABOUT_THE_TEMPLATE)
    assert file.findings == ()


@pytest.mark.office
@pytest.mark.timeout(600)
@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_a_harmless_save_by_libreoffice_is_no_finding(folder: Path, tmp_path: Path) -> None:
    paths = [changed(folder, f"office-{number}", name) for number, name in enumerate(HARMLESS)]
    files = judged(saved_by_libreoffice(paths, tmp_path), folder, ABOUT_THE_TEMPLATE)
    found = {name: file.findings for name, file in zip(HARMLESS, files, strict=True) if file.findings}
    assert found == {}


@pytest.mark.office
@pytest.mark.timeout(600)
@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_tampering_is_found_after_libreoffice_saved_it(folder: Path, tmp_path: Path) -> None:
    kinds = [kind for kind in TAMPERING if kind.code in {"S006", "S013"} and kind.cell]
    paths = [changed(folder, f"tampered-{number}", kind) for number, kind in enumerate(kinds)]
    files = judged(saved_by_libreoffice(paths, tmp_path), folder)
    for kind, file in zip(kinds, files, strict=True):
        found = {(each.code, each.location.cell) for each in file.findings}
        assert (kind.code, kind.cell) in found, kind.name
