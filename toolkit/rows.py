"""One row below the header of a form, and whether it is an indicator at all.

A section title, a total, an example, the numbers of the columns, the header again, a note or a
signature is none. What is not clearly one of these is an indicator.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from toolkit.display import shown
from toolkit.header import Header, fold
from toolkit.workbook import Cell, Sheet

_SECTION = re.compile(
    r"(?:[一二三四五六七八九十]+、|[((][一二三四五六七八九十]+[))]|第[一二三四五六七八九十]+[部章节类])"
)
_FOOTER = re.compile(
    r"(?:(?:填表|填报|制表|审核|审批|复核|报送|经办|负责|联系|分管)[人单位领导]*|(?:填报|填表|报送)?日期|(?:联系)?电话"
    r"|(?:单位|部门)?(?:主要|分管)?(?:负责人|领导)(?:签字|签名|签章)?|附?[注]\d*|附件?\d*|备注|(?:填表|填报)?说明"
    r"|(?:数据|资料|信息)来源|(?:单位)?盖章|[((](?:盖章|公章)[))])(?:[((](?:签字|签名|签章|盖章|公章)[))])?"
    r"\d*[:、.](?s:.*)|[*※](?s:.*)|(?:19|20)\d\d年\d{1,2}月\d{1,2}日$|第\d+页(?:[,,]?共\d+页)?$"
)
_AFTERWARDS = re.compile(
    r"(?:填表|填报)?说明|备注|附?注|联系人|姓名|职务|(?:联系|办公)?电话|手机|联系方式|科室|部门"
)
_TOTAL = re.compile(r"(?:小计|合计|总计|共计|总分|平均|累计)(?:\([^)]*\))?:?")
_EXAMPLE = re.compile(r"\(?(?:填写|填报)?(?:例|示例|样例|范例|例如|举例)\)?:?\d*")
_CHINESE_NUMBER = re.compile(r"\(?[一二三四五六七八九十]{1,3}\)?[、.]?")
_COLUMN_NUMBER = re.compile(r"[((<]?(?P<number>\d{1,2}|[甲乙丙丁戊己庚辛]|[A-Z]|栏次)[))>]?(?:=.{1,20})?")
_UNIT = re.compile(r"\([^)\d]{1,8}\)")
_RUNNING = frozenset({"序号", "编号", "项次", "行次", "No.", "No", "序", "序號", "編號"})


class Field(NamedTuple):
    """One value of a row. ``row`` and ``column`` are those of the cell that holds it."""

    row: int
    column: int
    text: str
    cell: Cell | None
    merged: bool

    @property
    def unreadable(self) -> bool:
        """Whether an error value or a formula that nobody calculated stands here."""
        cell = self.cell
        return cell is not None and (
            cell.error is not None or (cell.value is None and cell.formula is not None)
        )


@dataclass(frozen=True, slots=True)
class Row:
    """One indicator: the number of its row in the sheet and its fields by role."""

    number: int
    fields: Mapping[str, Field]

    def text(self, role: str) -> str:
        """The text of a role; empty where the cell is blank or the column is not there."""
        field = self.fields.get(role)
        return "" if field is None else field.text


class Setting(NamedTuple):
    """What is known of a row beside its fields: the words of its header, and what stands at its front.

    ``front`` are the texts left of the target in columns that the form does not know, ``number`` is
    the running number, ``counted`` tells that other rows count in digits.
    """

    header: Mapping[str, frozenset[str]]
    front: tuple[str, ...] = ()
    number: str = ""
    counted: bool = False


NOWHERE = Setting({})


def settings(sheet: Sheet, header: Header, rows: Sequence[Row]) -> list[Setting]:
    """The setting of each row of a table."""
    words = _header_words(sheet, header)
    lead = next((column for column, text in header.unknown.items() if fold(text) in _RUNNING), None)
    known = header.columns.get("target", min(header.columns.values()))
    front = [column for column in header.unknown if column < known or column == lead]
    texts = [{column: _text(sheet, row.number, column) for column in front} for row in rows]
    counted = any(each[lead].isdecimal() for each in texts) if lead is not None else False
    return [
        Setting(words, tuple(each.values()), each[lead] if lead is not None else "", counted)
        for each in texts
    ]


def _header_words(sheet: Sheet, header: Header) -> dict[str, frozenset[str]]:
    """By role what stands in its column in any row of the header."""
    lines = range(header.first_row, header.last_row + 1)
    return {
        role: frozenset({fold(header.texts[role]), *(_text(sheet, line, column) for line in lines)} - {""})
        for role, column in header.columns.items()
    }


def _text(sheet: Sheet, row: int, column: int) -> str:
    return fold(shown(sheet.rows.get(row, {}).get(column)))


def is_indicator(row: Row, setting: Setting, *, first: bool) -> bool:
    """Whether the row says something of its own and is not there to part, to add up or to explain."""
    own = any(field.row == row.number and field.text.strip() for field in row.fields.values())
    return own and not (
        _is_title(row, setting)
        or _is_total(row, setting)
        or _repeats_header(row, setting)
        or _EXAMPLE.fullmatch(setting.number)
        or (first and _explains_columns(row, setting))
    )


def end_of(rows: Sequence[Row]) -> int:
    """How many of these filled rows belong to the table: all but the notes and signatures below it.

    A note that is signed as one may go on for several rows of the first column.
    """
    end = next((number for number in range(1, len(rows)) if _is_afterwards(rows, number)), len(rows))
    while end and _is_footer(rows[end - 1], rows[end - 2].number if end > 1 else None):
        end -= 1
    start = end
    while start and (_only_first(rows[start - 1]) or _is_note(rows[start - 1])):
        start -= 1
    return next((number for number in range(start, end) if _is_note(rows[number])), end)


def _is_afterwards(rows: Sequence[Row], number: int) -> bool:
    """Whether another table begins after a gap: of contacts, or with explanations below one word."""
    if rows[number].number == rows[number - 1].number + 1:
        return False
    texts = [fold(field.text) for _, field in _filled(rows[number])]
    return all(map(_AFTERWARDS.fullmatch, texts)) and (len(texts) > 1 or _explains(rows[number:]))


def _explains(rows: Sequence[Row]) -> bool:
    return all(len(_filled(row)) < len(row.fields) for row in rows)


def _is_footer(row: Row, before: int | None) -> bool:
    """Whether a last row is a note: signed like one, or words in the first column after a gap."""
    if _is_note(row):
        return True
    only_task = all(role == "task" for role, _ in _filled(row))
    return only_task and (before is None or before < row.number - 1 or _is_title(row))


def _is_note(row: Row) -> bool:
    return all(_FOOTER.match(fold(field.text)) for _, field in _filled(row))


def _only_first(row: Row) -> bool:
    """Whether nothing but the leftmost column of the form is filled."""
    first = min(row.fields, key=lambda role: row.fields[role].column)
    return [role for role, _ in _filled(row)] == [first]


def _filled(row: Row) -> list[tuple[str, Field]]:
    return [(role, field) for role, field in row.fields.items() if field.text.strip()]


def _is_title(row: Row, setting: Setting = NOWHERE) -> bool:
    """A section title: numbered like one, or merged over further columns, and nothing beside it."""
    lead = "task" if "task" in row.fields else "target"
    others = [field for role, field in row.fields.items() if role != lead]
    if lead not in row.fields or any(field.text.strip() for field in others):
        return False
    own = row.fields[lead]
    spread = own.merged and any(field.merged and field.row == own.row for field in others)
    if lead == "target":
        return spread and not any(map(str.isdecimal, own.text))
    if spread:
        return True
    numbered = setting.counted and _CHINESE_NUMBER.fullmatch(setting.number)
    return bool(numbered) or _SECTION.match(fold(own.text)) is not None


def _is_total(row: Row, setting: Setting) -> bool:
    """Whether the row adds up others: 小计, 合计 in front of its numbers."""
    return any(_TOTAL.fullmatch(text) for text in (fold(row.text("task")), *setting.front))


def _repeats_header(row: Row, setting: Setting) -> bool:
    """Whether the header stands here again, as it does where every printed page has one."""
    filled = _filled(row)
    return len(filled) > 1 and all(fold(field.text) in setting.header[role] for role, field in filled)


def _explains_columns(row: Row, setting: Setting) -> bool:
    """Whether the columns are numbered here (1, 2, 3 or 甲, 乙, 1), or their units are given."""
    texts = [*setting.front, *(fold(field.text) for _, field in _filled(row))]
    words = [text for text in texts if text]
    if all(map(_UNIT.fullmatch, words)):
        return True
    numbers = [match and match["number"] for match in map(_COLUMN_NUMBER.fullmatch, words)]
    return len(words) > 2 and all(numbers) and len(set(numbers)) == len(numbers)
