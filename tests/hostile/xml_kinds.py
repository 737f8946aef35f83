"""Hostility in the XML of a part, whatever the part means."""

# One kind, one line: a table reads best unbroken.
# ruff: noqa: E501

from __future__ import annotations

from tests.hostile import books
from tests.hostile.kind import Kind, accept, refuse

_CELLS = {"A1": "甲", "B1": "12", "A2": "乙", "B2": "2017-06-30 00:00:00"}
_MILLION = 1_000_000


def _sheet(change: tuple[str, str], encoding: str = "utf-8") -> bytes:
    """The honest book, its sheet's XML changed as text and encoded anew."""
    text = books.sheet().decode().replace(*change)
    return books.book(sheet=text.encode(encoding))


def _before_root(text: str) -> bytes:
    return _sheet(("<worksheet", f"{text}<worksheet"))


def _value(xml: str) -> bytes:
    return books.book(f'<row r="1"><c r="A1">{xml}</c></row>')


def _text(xml: str) -> bytes:
    return books.book(strings=books.strings(f"<t>{xml}</t>"))


def _laughs() -> bytes:
    entities = '<!ENTITY a0 "哈">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    doctype = f"<!DOCTYPE x [{entities}]>"
    text = books.strings("<t>&a9;</t>").decode().replace("<sst", f"{doctype}<sst")
    return books.book(strings=text.encode())


def _prefixed() -> bytes:
    text = books.sheet().decode().replace("xmlns=", "xmlns:x=")
    for name in ("worksheet", "sheetData", "row", "c", "v", "is", "t"):
        for end in (" ", ">"):
            text = text.replace(f"<{name}{end}", f"<x:{name}{end}")
        text = text.replace(f"</{name}>", f"</x:{name}>")
    return books.book(sheet=text.encode())


def _strict() -> bytes:
    """A book as Excel saves it under "Strict Open XML Spreadsheet"."""
    changed: dict[str, bytes | None] = {}
    for key, content in (
        ("workbook", books.workbook()),
        ("sheet", books.sheet()),
        ("styles", books.styles()),
        ("strings", books.strings("<t>甲</t>")),
    ):
        strict = content.replace(books.MAIN.encode(), books.STRICT.encode())
        changed[key] = strict.replace(books.DOCUMENT.encode(), books.STRICT_DOCUMENT.encode())
    root = (("rId1", "officeDocument", "xl/workbook.xml"),)
    return books.book(
        None,
        **changed,
        root=books.relationships(*root, base=books.STRICT_DOCUMENT),
        targets=books.relationships(*books.WORKBOOK_TARGETS, base=books.STRICT_DOCUMENT),
    )  # fmt: skip


def _hidden_rows_in_cdata() -> bytes:
    """Text that looks like rows of formats only: nothing may be cut out of it."""
    inside = '<row r="8"><c r="A8" s="1"/></row>' * 3
    rows = f'<row r="1"><c r="A1" t="str"><v><![CDATA[{inside}]]></v></c></row>'
    return books.book(rows)


KINDS: tuple[Kind, ...] = (
    refuse("doctype", lambda: _before_root("<!DOCTYPE worksheet>"), says="DOCTYPE"),
    refuse("billion-laughs", _laughs, says="DOCTYPE"),
    refuse(
        "external-entity",
        lambda: _before_root('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'),
        says="DOCTYPE",
    ),
    refuse(
        "external-dtd", lambda: _before_root('<!DOCTYPE x SYSTEM "http://localhost:1/x.dtd">'), says="DOCTYPE"
    ),
    refuse(
        "parameter-entity",
        lambda: _before_root('<!DOCTYPE x [<!ENTITY % p SYSTEM "http://localhost:1/">%p;]>'),
        says="DOCTYPE",
    ),
    refuse(
        "doctype-in-utf16",
        lambda: books.book(
            sheet=books.sheet().decode().replace(books.DECLARATION, "<!DOCTYPE x>").encode("utf-16")
        ),
        says="DOCTYPE",
    ),
    refuse(
        "doctype-after-long-comment",
        lambda: _before_root(f"<!--{' ' * 1_500_000}--><!DOCTYPE x>"),
        says="DOCTYPE",
    ),
    refuse("doctype-across-chunks", lambda: _before_root(f"<!--{'-x' * 524_200}--><!DOCTYPE x>")),
    refuse(
        "doctype-in-relationships",
        lambda: books.book(
            targets=b"<!DOCTYPE x>" + books.relationships(*books.WORKBOOK_TARGETS).partition(b"\n")[2]
        ),
        says="DOCTYPE",
    ),
    accept(
        "xinclude",
        lambda: books.book(
            '<row r="1"><c r="A1"><v>1</v><xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="/etc/passwd" parse="text"/></c></row>'
        ),
        A1="1",
    ),
    refuse("undefined-entity", lambda: _text("&passwd;")),
    refuse(
        "nested-million", lambda: books.book(sheet=books.sheet(before="<a>" * _MILLION)), limit="xml_depth"
    ),
    refuse("nested-in-cell", lambda: _value("<v>" * 300 + "1" + "</v>" * 300), limit="xml_depth"),
    refuse("nested-in-relationships", lambda: books.book(root=b"<a>" * 5_000), limit="xml_depth"),
    accept(
        "half-million-attributes",
        lambda: _sheet(('<row r="1"', '<row r="1" ' + " ".join(f'a{n}="1"' for n in range(500_000)))),
        **_CELLS,
    ),
    accept(
        "namespaces-by-the-thousand",
        lambda: _sheet(
            ('<row r="1"', '<row r="1" ' + " ".join(f'xmlns:n{n}="u:{n}"' for n in range(20_000)))
        ),
        **_CELLS,
    ),
    refuse("attribute-of-11-megabytes", lambda: _sheet(('<row r="1"', f'<row r="1" x="{"x" * 11_000_000}"'))),
    refuse("text-of-12-megabytes", lambda: _text("长" * 4_000_000)),
    refuse("text-of-two-million", lambda: _text("x" * 2_000_000), limit="text_length"),
    refuse("runs-of-two-million", lambda: books.book(strings=books.strings("<r><t>xx</t></r>" * 600_000))),
    refuse(
        "invalid-utf8",
        lambda: books.book(strings=books.strings("<t>@</t>").replace(b"@", b"\xff\xfe\x80")),
        says="well-formed",
    ),
    refuse("overlong-utf8", lambda: books.book(strings=books.strings("<t>@</t>").replace(b"@", b"\xc0\xbc"))),
    refuse(
        "surrogate-in-utf8",
        lambda: books.book(strings=books.strings("<t>@</t>").replace(b"@", b"\xed\xa0\x80")),
    ),
    refuse("surrogate-reference", lambda: _text("&#xD800;")),
    refuse("zero-reference", lambda: _text("&#0;")),
    refuse("control-reference", lambda: _text("&#1;")),
    refuse("control-character", lambda: _text("a\x07b")),
    refuse("unclosed-tag", lambda: _sheet(("</sheetData>", ""))),
    refuse("two-roots", lambda: _sheet(("</worksheet>", "</worksheet><worksheet/>"))),
    refuse("text-after-root", lambda: _sheet(("</worksheet>", "</worksheet>x"))),
    refuse("duplicate-attribute", lambda: _sheet(('r="A1"', 'r="A1" r="B7"'))),
    refuse("empty-sheet-part", lambda: books.book(sheet=b""), says="empty"),
    refuse("blank-sheet-part", lambda: books.book(sheet=b" \n ")),
    refuse("empty-workbook-part", lambda: books.book(workbook=b"")),
    refuse("empty-strings-part", lambda: books.book(strings=b"")),
    refuse(
        "html-as-sheet", lambda: books.book(sheet=b"<html><body>login</body></html>"), says="not a worksheet"
    ),
    refuse(
        "foreign-namespace",
        lambda: books.book(sheet=books.sheet(namespace="urn:other")),
        says="not a worksheet",
    ),
    refuse("no-namespace", lambda: books.book(sheet=books.sheet(namespace="")), says="not a worksheet"),
    accept("utf16", lambda: _sheet(("UTF-8", "UTF-16"), "utf-16"), **_CELLS),
    accept("utf16-big-endian", lambda: _sheet(("UTF-8", "UTF-16"), "utf-16-be"), **_CELLS),
    refuse("utf16-broken", lambda: books.book(sheet=b"\xff\xfe<\0\x00\xd8")),
    accept("gb18030", lambda: _sheet(("UTF-8", "GB18030"), "gb18030"), **_CELLS),
    accept("byte-order-mark", lambda: books.book(sheet=b"\xef\xbb\xbf" + books.sheet()), **_CELLS),
    refuse("utf7", lambda: _sheet(("UTF-8", "UTF-7")), says="encoding"),
    refuse("utf32", lambda: _sheet(("UTF-8", "UTF-32"), "utf-32")),
    refuse("utf32-big-endian", lambda: _sheet(("UTF-8", "UTF-32"), "utf-32-be")),
    refuse("ebcdic", lambda: books.book(sheet=books.sheet("").decode().encode("cp037"))),
    accept("prefixed-namespace", _prefixed, **_CELLS),
    accept("strict", _strict, **_CELLS),
    accept("comment-in-value", lambda: _value("<v>1<!-- 9 -->2</v>"), A1="12"),
    accept("cdata-value", lambda: _value("<v><![CDATA[12]]></v>"), A1="12"),
    accept("instruction-in-value", lambda: _value("<v>1<?x 9?>2</v>"), A1="12"),
    accept("rows-in-cdata", _hidden_rows_in_cdata, A1=('<row r="8"><c r="A8" s="1"/></row>' * 3)[:200]),
    accept("reference-in-attribute", lambda: _sheet(('t="inlineStr"', 't="in&#108;ineStr"')), **_CELLS),
)
