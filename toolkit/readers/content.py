"""What the first bytes of a file say it is, and what to tell somebody whose file is something else."""

from __future__ import annotations

from enum import Enum
from pathlib import PurePath

from toolkit.errors import UnreadableWorkbook
from toolkit.finding import Text
from toolkit.ooxml.package import Package
from toolkit.ooxml.refusals import encrypted, not_a_workbook
from toolkit.readers.compound import top_names

_ZIP, _ZIP_EMPTY, _OLE = b"PK\3\4", b"PK\5\6", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_NEW_SUFFIXES = {".xlsx", ".xlsm", ".xltx", ".xltm"}
_TEXT_SUFFIXES = {".csv", ".tsv", ".txt"}
_OLD_BIFF = (b"\x09\x08", b"\x09\x04", b"\x09\x02", b"\x09\x00")
_MARKUP = (b"<!doctype", b"<html", b"<?xml", b"<table", b"<meta", b"<head", b"<body", b"<style", b"<div")
_OTHER_KINDS = (
    (b"%PDF", "PDF 文件", "a PDF file"),
    (b"\x89PNG", "图片", "a picture"),
    (b"\xff\xd8\xff", "图片", "a picture"),
    (b"GIF8", "图片", "a picture"),
    (b"Rar!", "RAR 压缩包", "a RAR archive"),
    (b"7z\xbc\xaf", "7z 压缩包", "a 7z archive"),
    (b"\x1f\x8b", "gzip 压缩包", "a gzip archive"),
    (b"{\\rtf", "RTF 文档", "an RTF document"),
)


class Content(Enum):
    """The kinds of content there is a reader for; the value is the usual suffix.

    A PACKAGE has to be opened before it can be told what is in it.
    """

    PACKAGE = "zip"
    OOXML = "xlsx"
    BINARY = "xlsb"
    OPEN_DOCUMENT = "ods"
    OLD = "xls"
    ET = "et"
    TEXT = "csv"


def recognise(data: bytes, name: str) -> Content:
    """The kind of this content. Raises UnreadableWorkbook when it is none that can be read."""
    if name.startswith("~$") and not data.startswith(_ZIP):
        raise _lock_file()
    if not data.strip(b"\0 \t\r\n"):
        raise UnreadableWorkbook(
            Text(zh="文件是空的。", en="The file is empty."),
            Text(zh="请重新发送填好的报送表。", en="Send the filled-in workbook again."),
        )
    if data.startswith((_ZIP, _ZIP_EMPTY)):
        return Content.PACKAGE
    if data.startswith(_OLE):
        return _recognise_compound(data, name)
    if data.startswith(_OLD_BIFF) and b"\0" in data[:16]:
        return Content.OLD
    return _recognise_text(data)


def refuse_disguise(content: Content, name: str) -> None:
    """Raise UnreadableWorkbook for an old or text file named .xlsx, which Excel refuses too.

    Text under any other name than that of a text table is not taken for one either: a note or a
    program is no submission with its header missing.
    """
    suffix = PurePath(name).suffix.lower()
    if name and content is Content.TEXT and suffix not in _TEXT_SUFFIXES | _NEW_SUFFIXES:
        raise not_a_workbook(
            Text(zh="文件不是工作簿，而是文本文件。", en="The file is not a workbook but a text file.")
        )
    if suffix in _NEW_SUFFIXES and content is not Content.OOXML:
        raise not_a_workbook(
            Text(
                zh=f"文件名后缀是 {suffix}，内容却是 .{content.value} 格式，直接改后缀名并不能转换格式。",
                en=f"The name ends in {suffix} but the content is .{content.value}; renaming a file "
                "does not convert it.",
            )
        )


def recognise_package(package: Package) -> Content:
    """The kind of an opened package. Raises UnreadableWorkbook when it is none that can be read."""
    if "mimetype" in package and b"opendocument.spreadsheet" in package.read("mimetype"):
        return Content.OPEN_DOCUMENT
    if "xl/workbook.bin" in package and "xl/workbook.xml" not in package:
        return Content.BINARY
    if "word/document.xml" in package:
        raise _other_kind("Word 文档", "a Word document")
    if "ppt/presentation.xml" in package:
        raise _other_kind("PowerPoint 演示文稿", "a PowerPoint presentation")
    if "_rels/.rels" not in package and "xl/workbook.xml" not in package:
        raise _other_kind("普通的 ZIP 压缩包", "an ordinary ZIP archive")
    return Content.OOXML


def _recognise_compound(data: bytes, name: str) -> Content:
    """An OLE file: .xls and .et, but also encrypted .xlsx and documents of other programs."""
    top = top_names(data)

    def has(name: str) -> bool:
        return name in top if top else name.encode("utf-16-le") in data

    if has("EncryptedPackage"):
        raise encrypted()
    if has("WordDocument"):
        raise _other_kind("Word 文档", "a Word document")
    if has("PowerPoint Document"):
        raise _other_kind("PowerPoint 演示文稿", "a PowerPoint presentation")
    return Content.ET if name.lower().endswith(".et") else Content.OLD


def _recognise_text(data: bytes) -> Content:
    for magic, zh, en in _OTHER_KINDS:
        if data.startswith(magic):
            raise _other_kind(zh, en)
    head = data[:4096]
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_MARKUP):
        raise _other_kind("网页或 XML 文本", "a web page or XML text")
    if b"\0" in head and not head.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise not_a_workbook(
            Text(
                zh="文件不是工作簿，内容无法识别。",
                en="The file is not a workbook; its content is of no known kind.",
            )
        )
    return Content.TEXT


def _other_kind(zh: str, en: str) -> UnreadableWorkbook:
    return not_a_workbook(Text(zh=f"文件不是工作簿，而是{zh}。", en=f"The file is not a workbook but {en}."))


def _lock_file() -> UnreadableWorkbook:
    return UnreadableWorkbook(
        Text(
            zh="这是 Excel 打开文件时产生的临时锁定文件（~$ 开头），不是报送表本身。",
            en="This is the lock file (~$) that Excel makes while a workbook is open, not the workbook.",
        ),
        Text(
            zh="请关闭 Excel，发送不带“~$”的同名文件。",
            en='Close Excel and send the file of the same name without "~$".',
        ),
    )
