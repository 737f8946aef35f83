"""Why a file is refused and what its sender can do about it, in both languages."""

from __future__ import annotations

from toolkit.errors import LimitExceeded, UnreadableWorkbook
from toolkit.finding import Text

_OVER = {
    "file_bytes": ("文件大小", "size of the file"),
    "entries": ("压缩包内的文件个数", "number of entries in the package"),
    "part_bytes": ("单个部件解压后的大小", "inflated size of one part"),
    "inflated_total": ("解压后的总大小", "inflated size of all parts"),
    "ratio": ("压缩比", "compression ratio"),
    "relationships": ("部件间关系的个数", "number of relationships"),
    "shared_strings": ("共享文本的个数", "number of shared strings"),
    "styles": ("单元格样式的个数", "number of cell styles"),
    "sheets": ("工作表个数", "number of sheets"),
    "rows": ("行数", "number of rows"),
    "cells": ("有内容的单元格个数", "number of filled cells"),
    "slots": ("单元格总数（含空单元格）", "number of cells, empty ones included"),
    "merged_ranges": ("合并区域个数", "number of merged ranges"),
    "text_length": ("单个文本的长度", "length of one text"),
    "formula_text": ("共享公式展开后的总长度", "length of all shared formulas written out"),
    "xml_depth": ("XML 嵌套层数", "depth of nested XML"),
    "xml_node": ("单行或单个元素的 XML 大小", "XML of one row or one element"),
    "patched_part": ("需要改动的部件的大小", "size of a part that has to be changed"),
    "seconds": ("读取用时（秒）", "seconds spent reading"),
    "child_memory": ("读取旧格式文件所用的内存", "memory for reading an old format"),
    "child_seconds": ("读取旧格式文件的用时（秒）", "seconds for reading an old format"),
}
_SAVE_AGAIN = Text(
    zh="请用 Excel 或 WPS 打开该文件，另存为“Excel 工作簿（*.xlsx）”后重新报送。",
    en='Open the file in Excel or WPS, save it as "Excel Workbook (*.xlsx)" and send it again.',
)
_SEND_AGAIN = Text(
    zh="请在本机确认该文件能正常打开，再重新发送；仍打不开的，请用备份或模板重新填报。",
    en="Make sure that the file opens on your computer and send it again; if it does not open, "
    "fill in a fresh copy of the template.",
)


def over(limit: str, allowed: float) -> LimitExceeded:
    """The refusal of a file that goes past the setting ``limit``."""
    zh, en = _OVER[limit]
    return LimitExceeded(
        limit,
        Text(
            zh=f"文件超出安全上限：{zh}超过 {allowed:,}（设置项 {limit}）。",
            en=f"The file is over a safety limit: {en} is more than {allowed:,} (setting {limit}).",
        ),
        Text(
            zh=f"请删去多余的工作表、行列和格式后重新报送；确属正常的文件，请管理员调高设置项 {limit}。",
            en="Delete the sheets, rows and formats that are not needed and send the file again; "
            f"if the file is as it should be, the administrator can raise the setting {limit}.",
        ),
    )


def damaged(what: Text) -> UnreadableWorkbook:
    """A package or part that is broken; ``what`` is a clause without a full stop."""
    return UnreadableWorkbook(
        Text(zh=f"文件已损坏：{what.zh}。", en=f"The file is damaged: {what.en}."), _SEND_AGAIN
    )


def damaged_part(part: str, zh: str, en: str) -> UnreadableWorkbook:
    """A broken part of the package, by name."""
    name = shown(part)
    return damaged(Text(zh=f"部件 {name} {zh}", en=f"part {name} {en}"))


def unsafe(what: Text) -> UnreadableWorkbook:
    """A file built so that two programs would read it differently, or so as to do harm."""
    return UnreadableWorkbook(
        Text(zh=f"文件不安全，拒绝读取：{what.zh}。", en=f"The file is not safe to read: {what.en}."),
        _SAVE_AGAIN,
    )


def not_a_workbook(what: Text) -> UnreadableWorkbook:
    """A file of another kind; ``what`` is a whole sentence."""
    return UnreadableWorkbook(what, _SAVE_AGAIN)


def encrypted() -> UnreadableWorkbook:
    """A file that opens with a password only."""
    return UnreadableWorkbook(
        Text(
            zh="文件设有打开密码（已加密），无法读取。",
            en="The file is encrypted with a password to open.",
        ),
        Text(
            zh="请用 Excel 打开，在“文件→信息→保护工作簿→用密码进行加密”中清空密码，保存后重新报送。",
            en="Open it in Excel, clear the password under File > Info > Protect Workbook > Encrypt "
            "with Password, save and send it again.",
        ),
    )


def shown(name: str) -> str:
    """A name out of the file, made short and harmless for a message."""
    return "".join(character if character.isprintable() else "?" for character in name[:80])
