"""Files of other kinds, under their own names and under that of a workbook."""

# One kind, one line: a table reads best unbroken.
# ruff: noqa: E501

from __future__ import annotations

from tests.hostile import books
from tests.hostile.archives import STORED, Item, archive
from tests.hostile.kind import Kind, accept, refuse

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_CSV = "绩效任务,年度目标,进展\r\n拆违,12,完成8万平方米\r\n"
_HTML = "<html><table><tr><td>1</td></tr></table></html>"
_TABLE = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document-content'
    ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
    '<table:table table:name="表"><table:table-row><table:table-cell office:value-type="string">'
    '<text:p>甲</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="{value}"'
    "{more}><text:p>12</text:p></table:table-cell></table:table-row></table:table>"
    "</office:spreadsheet></office:body></office:document-content>"
)


def _ole(stream: str = "", length: int = 512) -> bytes:
    """An OLE header, the name of a stream somewhere behind it, and nothing sound."""
    return (_OLE + b"\xff" * (length - 8)) + stream.encode("utf-16-le") + b"\0" * 512


def _ods(value: str = "12", more: str = "") -> bytes:
    kind = b"application/vnd.oasis.opendocument.spreadsheet"
    manifest = b'<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    return archive(
        (
            Item(name=b"mimetype", data=kind, method=STORED),
            Item(name=b"content.xml", data=_TABLE.format(value=value, more=more).encode()),
            Item(name=b"META-INF/manifest.xml", data=manifest),
        )
    )


KINDS: tuple[Kind, ...] = (
    refuse("empty-file", lambda: b"", says="empty"),
    refuse("zero-bytes", lambda: bytes(10_000), says="empty"),
    refuse("noise", lambda: bytes(range(256)) * 20),
    refuse("pdf", lambda: b"%PDF-1.7\n...", says="PDF"),
    refuse("picture", lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 100, says="picture"),
    refuse("html-named-xlsx", _HTML.encode, says="web page"),
    refuse("html-named-xls", _HTML.encode, suffix=".xls", says="web page"),
    refuse("xml-named-xls", lambda: b'<?xml version="1.0"?><Workbook/>', suffix=".xls", says="web page"),
    refuse("csv-named-xlsx", _CSV.encode, says="renaming"),
    refuse("xls-named-xlsx", lambda: _ole("Workbook"), says="renaming"),
    refuse("ods-named-xlsx", _ods, says="renaming"),
    refuse("encrypted-xlsx", lambda: _ole("EncryptedPackage"), says="encrypted"),
    refuse("word-97-document", lambda: _ole("WordDocument"), suffix=".xls", says="Word"),
    refuse("ole-header-alone", lambda: _OLE + b"\xff" * 504, suffix=".xls"),
    refuse("ole-header-of-zeros", lambda: _OLE + b"\0" * 504, suffix=".xls"),
    refuse("ole-broken", lambda: _ole("Workbook", 4096), suffix=".et"),
    refuse("biff-without-ole", lambda: b"\x09\x08\x10\0\0\x06\x05\0" + b"\0" * 600, suffix=".xls"),
    accept("ods", _ods, ".ods", A1="甲", B1="12"),
    accept("ods-repeated-columns", lambda: _ods(more=' table:number-columns-repeated="4294967295"'), ".ods", A1="甲"),
    accept("ods-repeated-spans", lambda: _ods(more=' table:number-rows-spanned="4294967295" table:number-columns-spanned="9"'), ".ods", A1="甲", B1="12"),
    accept("xlsx-named-xls", books.book, ".xls", A1="甲", B1="12"),
    accept("csv-utf8", _CSV.encode, ".csv", A1="绩效任务", B2="12"),
    accept("csv-with-mark", lambda: _CSV.encode("utf-8-sig"), ".csv", A1="绩效任务", B2="12"),
    accept("csv-gb18030", lambda: _CSV.encode("gb18030"), ".csv", A1="绩效任务", B2="12"),
    accept("csv-utf16", lambda: _CSV.replace(",", "\t").encode("utf-16"), ".csv", A1="绩效任务", B2="12"),
    accept("csv-injection", lambda: b"a,=1+1,@x\n", ".csv", A1="a", B1="=1+1", C1="@x"),
    refuse("csv-of-controls", lambda: b"a,\x1b[31m\x07\n", suffix=".csv"),
    refuse("csv-quote-without-end", lambda: b'"' + b"a," * 200_000, suffix=".csv", limit="text_length"),
    refuse("csv-million-fields", lambda: b"," * 1_000_000, suffix=".csv"),
    refuse("csv-four-million-fields", lambda: (b"," * 100 + b"\n") * 40_000, suffix=".csv", limit="slots"),
    refuse("file-too-large", lambda: b"PK\3\4" + bytes(26 * 1024 * 1024), limit="file_bytes"),
)  # fmt: skip
