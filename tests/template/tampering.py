"""What people do to a template that they were not meant to touch, and what they may do to it.

Every kind of tampering works on a filled copy and names the finding it has to bring: rule, sheet, cell
(None for what is about the sheet).
"""

from __future__ import annotations

from collections.abc import Callable
from copy import copy
from typing import Any, NamedTuple

from openpyxl.comments import Comment
from openpyxl.formula.translate import Translator
from openpyxl.packaging.custom import CustomPropertyList, StringProperty
from openpyxl.styles import Font, PatternFill, Protection
from openpyxl.workbook import Workbook
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.worksheet import Worksheet

from toolkit.template.layout import GUIDE, LISTS, SHEET

Change = Callable[[Workbook], object]
LAST = 15  # columns of the table, 填报检查 included


class Kind(NamedTuple):
    """One kind of tampering and the finding that has to name it."""

    name: str
    change: Change
    code: str
    cell: str | None
    sheet: str | None = SHEET


def put(cell: str, value: str | float | None, sheet: str = SHEET) -> Change:
    """Types a value into a cell."""

    def change(book: Workbook) -> None:
        book[sheet][cell] = value

    return change


def edit(change: Callable[[Worksheet], object], sheet: str = SHEET) -> Change:
    """Does something to the table's sheet."""
    return lambda book: change(book[sheet])


def off_by_one_row(sheet: Worksheet) -> None:
    sheet["I7"] = Translator(sheet["I7"].value, origin="I7").translate_formula("I8")


def constant_changed(sheet: Worksheet) -> None:
    sheet["I7"] = str(sheet["I7"].value).replace("/100", "/50")


def loosened(sheet: Worksheet) -> None:
    for rule in sheet.data_validations.dataValidation:
        if rule.type == "decimal" and "H5" in rule.sqref:
            rule.formula1 = "-1000"


def without_validation(letter: str) -> Callable[[Worksheet], None]:
    def change(sheet: Worksheet) -> None:
        rules = sheet.data_validations.dataValidation
        sheet.data_validations.dataValidation = [
            rule for rule in rules if not str(rule.sqref).startswith(letter)
        ]

    return change


def no_validations(sheet: Worksheet) -> None:
    sheet.data_validations.dataValidation = []


def unprotected(sheet: Worksheet) -> None:
    sheet.protection.sheet = False


def unlocked(sheet: Worksheet) -> None:
    sheet["E7"].protection = Protection(locked=False)


def as_percent(sheet: Worksheet) -> None:
    sheet["E7"].number_format = "0%"


def appended(sheet: Worksheet) -> None:
    row: list[str | int] = [15, "G15", "修路", "修路2公里", 2, "公里", "≥", 1]
    for column, value in enumerate(row, start=1):
        sheet.cell(19, column).value = value


def inserted_with_content(sheet: Worksheet) -> None:
    sheet.insert_rows(8)
    row: list[str | int] = [99, "G99", "修路", "修路2公里", 2, "公里", "≥", 1]
    for column, value in enumerate(row, start=1):
        sheet.cell(8, column).value = value


def copied_over(sheet: Worksheet) -> None:
    for column in range(1, LAST + 1):
        sheet.cell(9, column).value = sheet.cell(7, column).value


def moved_below(sheet: Worksheet) -> None:
    sheet.move_range("A7:O7", rows=18, translate=True)


def targets_swapped(sheet: Worksheet) -> None:
    sheet["D7"].value, sheet["D8"].value = sheet["D8"].value, sheet["D7"].value


def hide_row(sheet: Worksheet) -> None:
    sheet.row_dimensions[7].hidden = True


def hide_column(sheet: Worksheet) -> None:
    sheet.column_dimensions["E"].hidden = True


def renamed(book: Workbook) -> None:
    book[SHEET].title = "表1"


def name_moved(book: Workbook) -> None:
    book.defined_names["column_actual_value"] = DefinedName(
        "column_actual_value", attr_text=f"{SHEET}!$E$5:$E$18"
    )


def name_removed(book: Workbook) -> None:
    del book.defined_names["form_rows"]


def list_longer(book: Workbook) -> None:
    book.defined_names["list_unit"] = DefinedName("list_unit", attr_text=f"{LISTS}!$U$2:$U$90")


def property_set(name: str, value: str) -> Change:
    def change(book: Any) -> None:  # noqa: ANN401 - the stubs lack them
        kept = [each for each in book.custom_doc_props.props if each.name != name]
        book.custom_doc_props = CustomPropertyList()
        for each in (*kept, StringProperty(name=name, value=value)):
            book.custom_doc_props.append(each)

    return change


def anonymous(book: Any) -> None:  # noqa: ANN401 - the stubs lack them
    book.custom_doc_props = CustomPropertyList()
    book[SHEET]["H2"] = ""


TAMPERING = (
    Kind("target value", put("E7", 6), "S006", "E7"),
    Kind("target value by a hundredth", put("E7", 392.51), "S006", "E7"),
    Kind("target value as text", put("E7", "392.5"), "S006", "E7"),
    Kind("target value by formula", put("E7", "=392.5"), "S006", "E7"),
    Kind("target value as percent", edit(as_percent), "S006", "E7"),
    Kind("target value taken out", put("E7", None), "S006", "E7"),
    Kind("target value put in", put("E14", 1), "S006", "E14"),
    Kind("unit", put("F7", "吨标准煤"), "S006", "F7"),
    Kind("direction", put("G7", "≥"), "S006", "G7"),
    Kind("target text", put("D7", "能源消费总量控制在492.5万吨标准煤以内"), "S006", "D7"),
    Kind("two targets swapped", edit(targets_swapped), "S006", "D8"),
    Kind("task", put("C7", "能源"), "S006", "C7"),
    Kind("id", put("B7", "G33"), "S006", "B7"),
    Kind("office", put("L7", "乙"), "S006", "L7"),
    Kind("number", put("A7", 30), "S006", "A7"),
    Kind("title", put("A1", "2016年绩效任务进展情况表"), "S006", "A1"),
    Kind("line under the title", put("A2", "填报单位：别区"), "S006", "A2"),
    Kind("printed version", put("H2", "模板编号：guards　版本：9.0.0"), "S006", "H2"),
    Kind("header of an input column", put("H4", "完成值"), "S006", "H4"),
    Kind("header of an issued column", put("E4", "年度目标值"), "S006", "E4"),
    Kind("header of the checks", put("O4", "备注"), "S006", "O4"),
    Kind("cells merged", edit(lambda sheet: sheet.merge_cells("C7:C8")), "S006", "C7"),
    Kind("formula by value", put("I7", 0.9), "S013", "I7"),
    Kind("formula off by one row", edit(off_by_one_row), "S013", "I7"),
    Kind("formula with another number", edit(constant_changed), "S013", "I7"),
    Kind("formula taken out", put("I7", None), "S013", "I7"),
    Kind("check taken out", put("O7", None), "S013", "O7"),
    Kind("check silenced", put("O7", '=""'), "S013", "O7"),
    Kind("ready by hand", put("A3", "可报送"), "S013", "A3"),
    Kind("list on the hidden sheet", put("U3", "个", LISTS), "S006", "U3", LISTS),
    Kind("description on the hidden sheet", put("F9", "-9", LISTS), "S006", "F9", LISTS),
    Kind("hidden sheet taken out", lambda book: book.remove(book[LISTS]), "S006", None, LISTS),
    Kind("instructions", put("A3", "随便填。", GUIDE), "S006", "A3", GUIDE),
    Kind("name moved", name_moved, "S006", None),
    Kind("name taken out", name_removed, "S006", None),
    Kind("list made longer", list_longer, "S006", None),
    Kind("validation of a column", edit(without_validation("H")), "S021", "H5"),
    Kind("validation of the dates", edit(without_validation("J")), "S021", "J5"),
    Kind("drop-down", edit(without_validation("G")), "S021", "G5"),
    Kind("all validations", edit(no_validations), "S021", "K5"),
    Kind("validation loosened", edit(loosened), "S021", "H5"),
    Kind("protection", edit(unprotected), "S021", None),
    Kind("cell unlocked", edit(unlocked), "S021", "E7"),
    Kind("blank row put in", edit(lambda sheet: sheet.insert_rows(8)), "S008", "A8"),
    Kind("row put in", edit(inserted_with_content), "S008", "A8"),
    Kind("row appended", edit(appended), "S008", "A19"),
    Kind("row above the header", edit(lambda sheet: sheet.insert_rows(2)), "S008", "A2"),
    Kind("row deleted", edit(lambda sheet: sheet.delete_rows(8)), "S007", "A4"),
    Kind("rows deleted", edit(lambda sheet: sheet.delete_rows(8, 3)), "S007", "A4"),
    Kind("row copied over another", edit(copied_over), "S006", "B9"),
    Kind("row twice", edit(copied_over), "S009", "B9"),
    Kind("row moved out of the table", edit(moved_below), "S008", "A7"),
    Kind("row hidden", edit(hide_row), "S010", "A7"),
    Kind("column hidden", edit(hide_column), "S010", "E4"),
    Kind("column taken out", edit(lambda sheet: sheet.delete_cols(6)), "S003", "A4"),
    Kind("column put in", put("P4", "自评"), "S004", "P4"),
    Kind("sheet renamed", renamed, "S006", None, "表1"),
    Kind(
        "template of another round",
        property_set("indicator-period", "2016-01-01/2016-06-30"),
        "S005",
        None,
        None,
    ),
    Kind("older version", property_set("indicator-version", "0.9.0"), "S005", None, None),
    Kind("another template", property_set("indicator-template", "other"), "S005", None, None),
    Kind("no template at all", anonymous, "S005", None, None),
)


def widths(sheet: Worksheet) -> None:
    for letter in "CDK":
        sheet.column_dimensions[letter].width = 25


def heights(sheet: Worksheet) -> None:
    for number in range(5, 19):
        sheet.row_dimensions[number].height = 60


def sorted_backwards(sheet: Worksheet) -> None:
    """What Excel does when somebody sorts the whole table: formulas go along and mean the same."""
    rows = range(5, 19)
    content = {(row, column): sheet.cell(row, column).value for row in rows for column in range(1, LAST + 1)}
    for row in rows:
        for column in range(1, LAST + 1):
            source = 23 - row
            value, cell = content[source, column], sheet.cell(row, column)
            if isinstance(value, str) and value.startswith("="):
                value = Translator(value, origin=sheet.cell(source, column).coordinate).translate_formula(
                    cell.coordinate
                )
            cell.value = value


def filtered(sheet: Worksheet) -> None:
    sheet.auto_filter.add_filter_column(11, ["甲"])


def noted(sheet: Worksheet) -> None:
    sheet["H5"].comment = Comment("待核实", "")


def other_note(sheet: Worksheet) -> None:
    sheet["K4"].comment = None


def coloured(sheet: Worksheet) -> None:
    sheet["H5"].fill = PatternFill("solid", fgColor="FF00FF00")
    sheet["K5"].font = Font(bold=True, color="FFFF0000")


def refrozen(sheet: Worksheet) -> None:
    sheet.freeze_panes = "A5"


def printed(sheet: Worksheet) -> None:
    sheet.print_area = "A1:N10"
    sheet.page_setup.orientation = "portrait"


def cleared(sheet: Worksheet) -> None:
    for row in range(5, 19):
        for letter in "HJKMN":
            sheet[f"{letter}{row}"].value = None


def long_text(sheet: Worksheet) -> None:
    sheet["K6"].value = "第一段。\n第二段：完成“两项”任务。" * 20


def signed(book: Workbook) -> None:
    book.properties.creator = book.properties.lastModifiedBy = "王敏"


def further_sheet(book: Workbook) -> None:
    book.create_sheet("底稿")["A1"] = "自己的计算"


def own_name(book: Workbook) -> None:
    book.defined_names["底稿区"] = DefinedName("底稿区", attr_text=f"{SHEET}!$K$5:$K$9")


def zoomed(sheet: Worksheet) -> None:
    sheet.sheet_view.zoomScale = 70
    sheet.sheet_view.showGridLines = False


def ungridded(sheet: Worksheet) -> None:
    sheet.sheet_view.selection[0].activeCell = "K9"


def linked(sheet: Worksheet) -> None:
    sheet["K5"].hyperlink = "https://example.org/"


def pasted_style(sheet: Worksheet) -> None:
    sheet["M5"].alignment = copy(sheet["K5"].alignment)


def footed(sheet: Any) -> None:  # noqa: ANN401 - the stubs lack them
    sheet.oddFooter.center.text = "内部资料"


def nothing(book: Workbook) -> None:
    assert SHEET in book.sheetnames


def shown_lists(book: Workbook) -> None:
    book[LISTS].sheet_state = "visible"


HARMLESS: dict[str, Change] = {
    "saved": nothing,
    "column widths": edit(widths),
    "row heights": edit(heights),
    "sorted": edit(sorted_backwards),
    "filtered": edit(filtered),
    "a note": edit(noted),
    "a note taken out": edit(other_note),
    "colours": edit(coloured),
    "panes": edit(refrozen),
    "print area": edit(printed),
    "inputs cleared": edit(cleared),
    "a long text": edit(long_text),
    "author": signed,
    "a further sheet": further_sheet,
    "a name of one's own": own_name,
    "zoom": edit(zoomed),
    "selection": edit(ungridded),
    "a link": edit(linked),
    "alignment": edit(pasted_style),
    "footer": edit(footed),
    "hidden sheet shown": shown_lists,
}
