"""Workbooks with what an object model of a spreadsheet loses when it saves one, each with the same form."""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

import xlsxwriter

from tests.ooxml.patch import grafts

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

FORM = "进展情况"
PROGRESS = "上半年拆除违法建设6.5万平方米，完成年度任务的54.2%。"
REPEATED = "上半年细颗粒物平均浓度为74微克/立方米。"
ROWS = (
    ("绩效任务", "年度目标", "上半年进展情况", "完成率"),
    ("拆违", "拆除违法建设12万平方米", PROGRESS, "=6.5/12"),
    ("清洁空气", "细颗粒物年均浓度控制在60微克/立方米以内", REPEATED, ""),
    ("截污", "完成雨污合流管线改造68公里", REPEATED, "=10/68"),
)
_PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=="
)


class Made(NamedTuple):
    """A workbook in the making: its book, the sheet with the form, a second sheet with a list."""

    book: xlsxwriter.Workbook
    form: Worksheet
    words: Worksheet


def written(*steps: Callable[[Made], object], **options: object) -> bytes:
    """The form as XlsxWriter writes it, with these features."""
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True, **options}) as book:
        made = Made(book, book.add_worksheet(FORM), book.add_worksheet("字典"))
        made.words.write_column("A1", ["是", "否"])
        percent = book.add_format({"num_format": "0.0%", "border": 1, "locked": False})
        for number, cells in enumerate(ROWS):
            for column, text in enumerate(cells):
                if text.startswith("="):
                    made.form.write_formula(number, column, text, percent, 0.54)
                elif text:
                    made.form.write_string(number, column, text)
        for step in steps:
            step(made)
    return buffer.getvalue()


def grafted(*steps: Callable[[grafts.Parts], object], base: bytes | None = None) -> bytes:
    """The form with parts put in by hand."""
    parts = grafts.parts_of(base or written())
    for step in steps:
        step(parts)
    return grafts.packed(parts)


def _sparklines(made: Made) -> None:
    made.form.add_sparkline("E2", {"range": "D2:D4"})


def _text_box(made: Made) -> None:
    made.form.insert_textbox("F2", "填表说明：<重要>")


def _button(made: Made) -> None:
    made.form.insert_button("F2", {"macro": "CheckSubmission", "caption": "检查"})


def _macros(made: Made) -> None:
    made.book.add_vba_project(BytesIO(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600), is_stream=True)


def _chart(made: Made) -> None:
    chart = made.book.add_chart({"type": "column"})
    chart.add_series({"values": f"={FORM}!$D$2:$D$4"})
    made.form.insert_chart("F2", chart)


def _chart_sheet(made: Made) -> None:
    chart = made.book.add_chart({"type": "line"})
    chart.add_series({"values": f"={FORM}!$D$2:$D$4"})
    made.book.add_chartsheet("图").set_chart(chart)


def _notes(made: Made) -> None:
    made.form.write_comment("C2", "请附证明材料", {"author": "王科长"})
    made.form.write_comment("A1", "按正式文件填写", {"author": "王科长", "visible": True})


def _rich_text(made: Made) -> None:
    bold, blue = made.book.add_format({"bold": True}), made.book.add_format({"font_color": "#0070C0"})
    made.form.write_rich_string("C2", PROGRESS[:3], bold, PROGRESS[3:10], blue, PROGRESS[10:])


def _spaces(made: Made) -> None:
    made.form.write_string("C2", f"  {PROGRESS}\n  其他 ")


def _table(made: Made) -> None:
    made.form.add_table("A1:D4", {"columns": [{"header": text} for text in ROWS[0]]})


def _protected(made: Made) -> None:
    made.form.protect("", {"select_unlocked_cells": True})


def _names(made: Made) -> None:
    made.book.define_name("年度", "=2017")
    made.book.define_name(f"{FORM}!合计", f"={FORM}!$D$2:$D$4")
    made.book.define_name("字典!是否", "=字典!$A$1:$A$2")
    made.form.repeat_rows(0)
    made.form.print_area("A1:D4")
    made.form.autofilter("A1:D4")


def _hidden(made: Made) -> None:
    made.words.hide()
    made.form.set_row(2, None, None, {"hidden": True})
    made.form.set_column("D:D", None, None, {"hidden": True})


def _very_hidden(made: Made) -> None:
    made.words.very_hidden()


def _second_active(made: Made) -> None:
    made.words.activate()
    made.form.select()


def _picture(made: Made) -> None:
    made.form.insert_image("F2", "公章.png", {"image_data": BytesIO(_PIXEL)})


def _header_picture(made: Made) -> None:
    made.form.set_header("&L&G", {"image_left": "徽.png", "image_data_left": BytesIO(_PIXEL)})


def _background(made: Made) -> None:
    made.form.set_background(BytesIO(_PIXEL))


def _conditions(made: Made) -> None:
    red = made.book.add_format({"bg_color": "#FFC7CE"})
    made.form.conditional_format("D2:D4", {"type": "data_bar", "data_bar_2010": True})
    made.form.conditional_format("D2:D4", {"type": "icon_set", "icon_style": "3_traffic_lights"})
    made.form.conditional_format("C2:C4", {"type": "blanks", "format": red})


def _outline(made: Made) -> None:
    made.form.set_row(2, 30, None, {"level": 1})
    made.form.set_column("B:C", 40, None, {"level": 1})
    made.form.freeze_panes(1, 1)


def _links(made: Made) -> None:
    made.form.write_url("F2", "https://example.org/", string="说明")
    made.form.write_url("F3", "internal:字典!A1", string="字典")


def _fills(made: Made) -> None:
    green = made.book.add_format({"bg_color": "#C6EFCE", "bold": True, "border": 2, "text_wrap": True})
    hatched = made.book.add_format({"pattern": 4, "fg_color": "#FF0000", "bg_color": "#0000FF"})
    made.form.write_string("C2", PROGRESS, green)
    made.form.write_string("C3", REPEATED, hatched)
    made.form.set_row(8, None, green)
    made.form.set_column("H:H", 12, hatched)


def _arrays(made: Made) -> None:
    made.form.write_array_formula("E2:E4", "{=D2:D4*2}", None, 1.08)
    made.form.write_dynamic_array_formula("F2:F3", "=UNIQUE(A2:A3)", None, "拆违")


def _lists(made: Made) -> None:
    made.form.data_validation(
        "B2:B4", {"validate": "list", "source": ["甲", "乙"], "input_message": "请选择"}
    )


def _merged(made: Made) -> None:
    made.form.merge_range("A5:B6", "合并", made.book.add_format({"border": 1}))


def _own_list(made: Made) -> None:
    made.book.add_worksheet("检查结果").write("A1", "本单位自查情况")


def _properties(made: Made) -> None:
    made.book.set_custom_property("报送单位", "区城管委")


def _formula_texts(made: Made) -> None:
    made.form.write_string("A7", "=cmd|' /C calc'!A0")
    made.form.write_formula("C7", '="合计"&D2', None, "合计0.54")


ZOO: Mapping[str, Callable[[], bytes]] = {
    "plain": written,
    "x14 lists": lambda: grafted(grafts.x14_lists),
    "sparklines": lambda: written(_sparklines),
    "text box": lambda: written(_text_box),
    "button": lambda: written(_button),
    "button with notes": lambda: written(_button, _notes),
    "macros": lambda: written(_macros, _button),
    "conversations": lambda: grafted(grafts.threads, base=written(_notes)),
    "chart": lambda: written(_chart),
    "chart sheet": lambda: written(_chart_sheet),
    "pivot table": lambda: grafted(grafts.pivot),
    "custom XML": lambda: grafted(grafts.custom_xml),
    "notes": lambda: written(_notes),
    "rich text": lambda: written(_rich_text),
    "phonetics": lambda: grafted(grafts.phonetics),
    "escaped characters": lambda: grafted(grafts.escapes),
    "spaces": lambda: written(_spaces),
    "table": lambda: written(_table),
    "protected sheet": lambda: written(_protected),
    "protected structure": lambda: grafted(
        lambda parts: grafts.replaced(
            parts, grafts.WORKBOOK, "<bookViews>", '<workbookProtection lockStructure="1"/><bookViews>'
        )
    ),
    "two windows": lambda: grafted(grafts.windows),
    "names": lambda: written(_names),
    "hidden": lambda: written(_hidden),
    "very hidden": lambda: written(_very_hidden),
    "another sheet is active": lambda: written(_second_active),
    "1904": lambda: written(date_1904=True),
    "strict": lambda: grafted(grafts.strict),
    "strict with notes": lambda: grafted(grafts.strict, base=written(_notes)),
    "picture": lambda: written(_picture),
    "picture in the header": lambda: written(_header_picture),
    "background": lambda: written(_background),
    "conditional formats": lambda: written(_conditions),
    "outline": lambda: written(_outline),
    "links": lambda: written(_links),
    "fills": lambda: written(_fills),
    "arrays": lambda: written(_arrays),
    "lists": lambda: written(_lists),
    "merged": lambda: written(_merged),
    "a sheet of that name": lambda: written(_own_list),
    "custom properties": lambda: written(_properties),
    "formulas as texts": lambda: written(_formula_texts),
    "signature": lambda: grafted(grafts.signature),
    "external link": lambda: grafted(grafts.external_link),
    "calculation chain": lambda: grafted(grafts.calculation_chain),
    "controls": lambda: grafted(grafts.form_controls, base=written(_button)),
    "no styles": lambda: grafted(grafts.without_styles),
    "prefixes": lambda: grafted(grafts.prefixed),
    "UTF-16": lambda: grafted(grafts.utf16),
    "no addresses": lambda: grafted(grafts.without_addresses),
    "apostrophes": lambda: grafted(grafts.apostrophes),
    "streamed zip": lambda: grafts.streamed(written(_notes)),
    "everything": lambda: grafted(
        grafts.x14_lists,
        grafts.custom_xml,
        grafts.threads,
        grafts.calculation_chain,
        base=written(_notes, _sparklines, _chart, _button, _conditions, _names, _picture, _text_box, _fills),
    ),
}


@cache
def animal(name: str) -> bytes:
    """One workbook of the zoo."""
    return ZOO[name]()
