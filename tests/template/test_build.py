"""The built template: its bytes, and what of it is locked, open, listed and anchored."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from tests.template.filling import issue_in
from toolkit.readers import read_guards, read_workbook
from toolkit.template.build import build_template
from toolkit.template.layout import GUIDE, HEADER_ROW, LISTS, SHEET, layout_of
from toolkit.template.recipe import made

ROOT = Path(__file__).parents[2]
COMMITTED = {"xicheng-2017": "progress-form", "xicheng-2017-summary": "progress-summary"}


@pytest.mark.parametrize("name", COMMITTED)
def test_a_rebuild_of_a_committed_template_is_byte_identical(name: str) -> None:
    data, _ = made(COMMITTED[name], ROOT / "templates" / "issue" / f"{name}.toml")
    committed = (ROOT / "templates" / "xlsx" / f"{name}.xlsx").read_bytes()
    assert data == committed, "a rule, a form or what is issued changed: make templates"


@pytest.fixture
def template(tmp_path: Path) -> bytes:
    return build_template(*issue_in(tmp_path))


def test_what_is_issued_is_locked_and_what_is_filled_in_is_open(tmp_path: Path, template: bytes) -> None:
    form, issue = issue_in(tmp_path)
    layout, guards = layout_of(form.headings, len(issue.rows)), read_guards(template)
    assert guards is not None
    sheet = guards.sheet(SHEET)
    assert sheet.protected
    assert {"sort", "autoFilter", "formatColumns", "formatRows"} <= sheet.allowed
    for row in range(layout.first_row, layout.last_row + 1):
        for column, heading in enumerate(form.headings, start=1):
            assert sheet.is_open(row, column) is not heading.issued
            assert heading.issued or sheet.validation(row, column) is not None
    assert not sheet.is_open(HEADER_ROW, 1)


def test_it_knows_its_id_version_and_period(template: bytes) -> None:
    guards, workbook = read_guards(template), read_workbook(template)
    assert guards is not None
    assert guards.properties == {
        "indicator-template": "guards",
        "indicator-version": "1.0.0",
        "indicator-schema": "progress-form",
        "indicator-period": "2017-01-01/2017-06-30",
    }
    printed = [str(cell.value) for cell in workbook.sheets[0].rows[2].values()]
    assert any("模板编号：guards" in text and "版本：1.0.0" in text for text in printed)


def test_sheets_names_notes_and_print(template: bytes) -> None:
    book = openpyxl.load_workbook(BytesIO(template))
    sheet = book[SHEET]
    assert [(each.title, each.sheet_state) for each in book] == [
        (SHEET, "visible"),
        (GUIDE, "visible"),
        (LISTS, "hidden"),
    ]
    assert sheet.freeze_panes == "C5"
    assert (sheet.print_title_rows, sheet.page_setup.orientation) == ("$4:$4", "landscape")
    assert {"form_header", "form_rows", "form_status", "column_actual_value", "list_unit"} <= set(
        book.defined_names
    )
    header = {cell.value: cell.comment for cell in sheet[HEADER_ROW]}
    assert header["计量单位"] is not None
    assert "92" in header["计量单位"].text


def test_nobody_is_named_in_it(template: bytes) -> None:
    guards = read_guards(template)
    assert guards is not None
    assert guards.people == {}
    assert guards.links == ()


def test_prompts_are_short_enough_and_in_chinese(template: bytes) -> None:
    guards = read_guards(template)
    assert guards is not None
    for rule in guards.sheet(SHEET).validations:
        assert 0 < len(rule.prompt) <= 255
        assert rule.title


def test_a_share_may_not_pass_a_hundred(tmp_path: Path, template: bytes) -> None:
    form, issue = issue_in(tmp_path)
    layout, guards = layout_of(form.headings, len(issue.rows)), read_guards(template)
    column = layout.column("actual_value")
    assert guards is not None
    assert column is not None
    allowed = {
        row["indicator_id"]: (rule.first, rule.second)
        for number, row in enumerate(issue.rows, start=layout.first_row)
        if (rule := guards.sheet(SHEET).validation(number, column))
    }
    assert allowed["G04"] == ("0.0", "100.0")
    assert allowed["G02"][1] != "100.0"
