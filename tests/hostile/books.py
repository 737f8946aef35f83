"""The parts of a small honest workbook, any of which a test can replace."""

from __future__ import annotations

from tests.hostile.archives import pack

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_DOCUMENT = "http://purl.oclc.org/ooxml/officeDocument/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
SHEET = "xl/worksheets/sheet1.xml"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml."

ROWS = (
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>12</v></c></row>'
    '<row r="2"><c r="A2" t="inlineStr"><is><t>乙</t></is></c><c r="B2" s="1"><v>42916</v></c></row>'
)


def sheet(rows: str = ROWS, *, before: str = "", after: str = "", namespace: str = MAIN) -> bytes:
    """A worksheet part with these rows."""
    body = f"{before}<sheetData>{rows}</sheetData>{after}"
    return (f'{DECLARATION}<worksheet xmlns="{namespace}" xmlns:r="{DOCUMENT}">{body}</worksheet>').encode()


def strings(*texts: str, attributes: str = "") -> bytes:
    """A shared strings part; each text is the XML inside ``si``."""
    inside = "".join(f"<si>{text}</si>" for text in texts)
    return f'{DECLARATION}<sst xmlns="{MAIN}" {attributes}>{inside}</sst>'.encode()


def styles(styles: str = '<xf numFmtId="0"/><xf numFmtId="14"/>', formats: str = "") -> bytes:
    """A styles part with these cell styles and number formats."""
    return (
        f'{DECLARATION}<styleSheet xmlns="{MAIN}"><numFmts>{formats}</numFmts>'
        f'<cellStyleXfs><xf numFmtId="10"/></cellStyleXfs><cellXfs>{styles}</cellXfs></styleSheet>'
    ).encode()


def workbook(tabs: str = '<sheet name="表1" sheetId="1" r:id="rId1"/>', before: str = "") -> bytes:
    """A workbook part with these tabs."""
    inside = f"{before}<sheets>{tabs}</sheets>"
    return f'{DECLARATION}<workbook xmlns="{MAIN}" xmlns:r="{DOCUMENT}">{inside}</workbook>'.encode()


def relationships(*entries: tuple[str, str, str], extra: str = "", base: str = DOCUMENT) -> bytes:
    """A relationships part; each entry is id, last word of the type, target."""
    inside = "".join(
        f'<Relationship Id="{key}" Type="{base}/{kind}" Target="{target}"/>' for key, kind, target in entries
    )
    return f'{DECLARATION}<Relationships xmlns="{PACKAGE}">{inside}{extra}</Relationships>'.encode()


def content_types(main: str = f"{_TYPE}sheet.main+xml") -> bytes:
    """The content types part; the reader needs only to know a book with macros by it."""
    return (
        f'{DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{main}"/>'
        f'<Override PartName="/{SHEET}" ContentType="{_TYPE}worksheet+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}styles+xml"/>'
        f'<Override PartName="/xl/sharedStrings.xml" ContentType="{_TYPE}sharedStrings+xml"/></Types>'
    ).encode()


WORKBOOK_TARGETS = (
    ("rId1", "worksheet", "worksheets/sheet1.xml"),
    ("rId2", "styles", "styles.xml"),
    ("rId3", "sharedStrings", "sharedStrings.xml"),
)


def parts(**changed: bytes | None) -> dict[str, bytes]:
    """The parts of the book. Each keyword replaces one of them, None leaves it out."""
    known: dict[str, tuple[str, bytes]] = {
        "types": ("[Content_Types].xml", content_types()),
        "root": ("_rels/.rels", relationships(("rId1", "officeDocument", "xl/workbook.xml"))),
        "workbook": ("xl/workbook.xml", workbook()),
        "targets": ("xl/_rels/workbook.xml.rels", relationships(*WORKBOOK_TARGETS)),
        "sheet": (SHEET, sheet()),
        "styles": ("xl/styles.xml", styles()),
        "strings": ("xl/sharedStrings.xml", strings("<t>甲</t>")),
    }
    chosen = {name: changed.get(key, content) for key, (name, content) in known.items()}
    return {name: content for name, content in chosen.items() if content is not None}


def book(rows: str | None = None, **changed: bytes | None) -> bytes:
    """The whole book as bytes, with other rows or other parts."""
    if rows is not None:
        changed["sheet"] = sheet(rows)
    return pack(parts(**changed))
