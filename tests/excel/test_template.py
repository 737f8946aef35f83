"""The template with buttons as a file: what Excel needs to find in it so that a button calls its macro."""

from __future__ import annotations

import re
from io import BytesIO
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import olefile
import openpyxl
import pytest

from toolkit.excel.build import template_with_buttons
from toolkit.excel.vba_project import button_project, own_file
from toolkit.readers import read_workbook
from toolkit.template.buttons import BUTTONS
from toolkit.template.recipe import baked, ingredients, sample

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
CLIENT = "{urn:schemas-microsoft-com:office:excel}"
NO_CACHE = b"\xcc\x61\xff\xff\x00\x00\x00"


@pytest.fixture(scope="module")
def parts() -> dict[str, bytes]:
    with ZipFile(BytesIO(template_with_buttons(*ingredients(*sample())))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def streams(project: bytes) -> dict[str, bytes]:
    with olefile.OleFileIO(BytesIO(project)) as storage:
        return {"/".join(path): storage.openstream(path).read() for path in storage.listdir()}


def documents(project: bytes) -> list[str]:
    return [
        name.decode()
        for name in re.findall(rb"^Document=(\w+)/&H0{8}\r$", streams(project)["PROJECT"], re.MULTILINE)
    ]


def test_it_is_a_workbook_with_macros(parts: dict[str, bytes]) -> None:
    assert b"application/vnd.ms-excel.sheet.macroEnabled.main+xml" in parts["[Content_Types].xml"]
    assert b"application/vnd.ms-office.vbaProject" in parts["[Content_Types].xml"]
    assert b"relationships/vbaProject" in parts["xl/_rels/workbook.xml.rels"]


def test_every_sheet_has_its_module(parts: dict[str, bytes]) -> None:
    book = ET.fromstring(parts["xl/workbook.xml"])  # noqa: S314  # our own
    names = [book.find(f"{MAIN}workbookPr").get("codeName", "")]  # type: ignore[union-attr]
    for number in range(1, len(list(book.iter(f"{MAIN}sheet"))) + 1):
        sheet = ET.fromstring(parts[f"xl/worksheets/sheet{number}.xml"])  # noqa: S314
        names.append(sheet.find(f"{MAIN}sheetPr").get("codeName", ""))  # type: ignore[union-attr]
    assert names == ["ThisWorkbook", "Sheet1", "Sheet2", "Sheet3"]
    assert documents(parts["xl/vbaProject.bin"]) == names


@pytest.mark.parametrize("count", [1, 2, 5])
def test_as_many_modules_as_sheets(count: int) -> None:
    found = streams(button_project(count))
    sheets = [f"Sheet{number}" for number in range(1, count + 1)]
    assert documents(button_project(count)) == ["ThisWorkbook", *sheets]
    assert {name for name in found if name.startswith("VBA/Sheet")} == {f"VBA/{name}" for name in sheets}
    assert b"Class=Sheet" not in found["PROJECT"]
    assert all(found["PROJECTwm"].count(b"\0" + name.encode() + b"\0") == 1 for name in sheets)


def test_the_project_is_whole_and_has_no_compiled_code(parts: dict[str, bytes]) -> None:
    found = streams(parts["xl/vbaProject.bin"])
    assert {"PROJECT", "PROJECTwm", "VBA/dir", "VBA/_VBA_PROJECT", "VBA/IndicatorButtons"} <= found.keys()
    assert found["VBA/_VBA_PROJECT"] == NO_CACHE
    assert not any("SRP" in name for name in found)


def test_every_button_names_a_macro_of_ours(parts: dict[str, bytes]) -> None:
    (drawing,) = (content for name, content in parts.items() if name.endswith(".vml"))
    called = [each.text for each in ET.fromstring(drawing).iter(f"{CLIENT}FmlaMacro")]  # noqa: S314
    subs = re.findall(r"^Public Sub (\w+)\(\)", own_file("IndicatorButtons.bas"), re.MULTILINE)
    assert called == [f"[0]!{button.macro}" for button in BUTTONS]
    assert sorted(subs) == sorted(button.macro for button in BUTTONS)
    assert all(button.caption in drawing.decode() for button in BUTTONS)


def test_but_for_the_buttons_it_is_the_template() -> None:
    plain, buttoned = baked(*ingredients(*sample())), template_with_buttons(*ingredients(*sample()))
    assert read_workbook(buttoned).sheets == read_workbook(plain).sheets
    notes = [
        {cell.coordinate: cell.comment.text for row in sheet for cell in row if cell.comment}
        for sheet in (openpyxl.load_workbook(BytesIO(data))["进展情况"] for data in (plain, buttoned))
    ]
    assert notes[0] == notes[1] != {}
