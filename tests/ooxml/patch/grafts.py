"""Parts put by hand into a workbook that XlsxWriter has written: what it cannot write itself."""

# ruff: noqa: E501

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping
from io import BytesIO

from tests.hostile.archives import pack

DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES, WORKBOOK, SHEET = "[Content_Types].xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml"
WORKBOOK_RELS, SHEET_RELS = "xl/_rels/workbook.xml.rels", "xl/worksheets/_rels/sheet1.xml.rels"
STRINGS, ROOT_RELS = "xl/sharedStrings.xml", "_rels/.rels"
_NO_RELATIONSHIPS = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
)
Parts = dict[str, bytes]


def parts_of(data: bytes) -> Parts:
    """The parts of a workbook in the order of its zip."""
    with zipfile.ZipFile(BytesIO(data)) as archived:
        return {name: archived.read(name) for name in archived.namelist()}


def packed(parts: Mapping[str, bytes]) -> bytes:
    """The workbook of these parts."""
    return pack(parts)


def replaced(parts: Parts, name: str, old: str, new: str) -> None:
    """Put one text in place of another, once; it has to be there."""
    content = parts[name].decode()
    assert old in content, (name, old)
    parts[name] = content.replace(old, new, 1).encode()


def typed(parts: Parts, name: str, kind: str) -> None:
    """Announce the type of a part."""
    replaced(parts, TYPES, "</Types>", f'<Override PartName="/{name}" ContentType="{kind}"/></Types>')


def related(parts: Parts, name: str, key: str, kind: str, target: str, mode: str = "") -> None:
    """Add a relationship to a file of relationships, made where there is none."""
    parts.setdefault(name, _NO_RELATIONSHIPS)
    entry = f'<Relationship Id="{key}" Type="{kind}" Target="{target}"{mode}/></Relationships>'
    replaced(parts, name, "</Relationships>", entry)


def x14_lists(parts: Parts) -> None:
    space = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"
    replaced(
        parts,
        SHEET,
        "</worksheet>",
        f'<extLst><ext uri="{{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}}" xmlns:x14="{space}">'
        '<x14:dataValidations count="1" xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main">'
        '<x14:dataValidation type="list" allowBlank="1"><x14:formula1><xm:f>字典!$A$1:$A$2</xm:f></x14:formula1>'
        "<xm:sqref>D2:D5</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst></worksheet>",
    )


def threads(parts: Parts) -> None:
    """A conversation on C2, as new versions of Excel keep it beside an old note for the others."""
    threaded = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
    key, person = "{11111111-1111-1111-1111-111111111111}", "{22222222-2222-2222-2222-222222222222}"
    parts["xl/threadedComments/threadedComment1.xml"] = (
        f'<ThreadedComments xmlns="{threaded}"><threadedComment ref="C2" dT="2017-07-01T00:00:00.00" '
        f'personId="{person}" id="{key}"><text>请核实</text></threadedComment></ThreadedComments>'
    ).encode()
    parts["xl/persons/person.xml"] = (
        f'<personList xmlns="{threaded}"><person displayName="王" id="{person}" userId="w" providerId="None"/>'
        "</personList>"
    ).encode()
    office = "http://schemas.microsoft.com/office/2017/10/relationships"
    typed(parts, "xl/threadedComments/threadedComment1.xml", "application/vnd.ms-excel.threadedcomments+xml")
    typed(parts, "xl/persons/person.xml", "application/vnd.ms-excel.person+xml")
    related(
        parts, SHEET_RELS, "rIdT", f"{office}/threadedComment", "../threadedComments/threadedComment1.xml"
    )
    related(parts, WORKBOOK_RELS, "rIdP", f"{office}/person", "persons/person.xml")
    replaced(parts, "xl/comments1.xml", "<author>王科长</author>", f"<author>tc={key}</author>")


def custom_xml(parts: Parts) -> None:
    parts["customXml/item1.xml"] = '<office xmlns="urn:office">西城区</office>'.encode()
    parts["customXml/itemProps1.xml"] = (
        b'<ds:datastoreItem ds:itemID="{33333333-3333-3333-3333-333333333333}" '
        b'xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"/>'
    )
    typed(
        parts,
        "customXml/itemProps1.xml",
        "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
    )
    related(parts, WORKBOOK_RELS, "rIdX", f"{DOCUMENT}/customXml", "../customXml/item1.xml")
    related(parts, "customXml/_rels/item1.xml.rels", "rId1", f"{DOCUMENT}/customXmlProps", "itemProps1.xml")


def pivot(parts: Parts) -> None:
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml."
    parts["xl/pivotCache/pivotCacheDefinition1.xml"] = (
        f'<pivotCacheDefinition xmlns="{main}" xmlns:r="{DOCUMENT}" r:id="rId1" recordCount="1">'
        '<cacheSource type="worksheet"><worksheetSource ref="A1:B2" sheet="字典"/></cacheSource>'
        '<cacheFields count="2"><cacheField name="甲" numFmtId="0"><sharedItems count="1"><s v="是"/></sharedItems>'
        '</cacheField><cacheField name="乙" numFmtId="0"><sharedItems containsNumber="1" containsInteger="1" '
        'containsString="0" minValue="1" maxValue="1"/></cacheField></cacheFields></pivotCacheDefinition>'
    ).encode()
    parts["xl/pivotCache/pivotCacheRecords1.xml"] = (
        f'<pivotCacheRecords xmlns="{main}" count="1"><r><x v="0"/><n v="1"/></r></pivotCacheRecords>'
    ).encode()
    parts["xl/pivotTables/pivotTable1.xml"] = (
        f'<pivotTableDefinition xmlns="{main}" name="透视表1" cacheId="7" dataCaption="值">'
        '<location ref="F1:G3" firstHeaderRow="1" firstDataRow="1" firstDataCol="1"/>'
        '<pivotFields count="2"><pivotField axis="axisRow" showAll="0"><items count="2"><item x="0"/>'
        '<item t="default"/></items></pivotField><pivotField dataField="1" showAll="0"/></pivotFields>'
        '<rowFields count="1"><field x="0"/></rowFields><rowItems count="2"><i><x/></i><i t="grand"><x/></i></rowItems>'
        '<colItems count="1"><i/></colItems><dataFields count="1"><dataField name="和" fld="1" baseField="0" '
        'baseItem="0"/></dataFields></pivotTableDefinition>'
    ).encode()
    for name, word in (
        ("xl/pivotCache/pivotCacheDefinition1.xml", "pivotCacheDefinition"),
        ("xl/pivotCache/pivotCacheRecords1.xml", "pivotCacheRecords"),
        ("xl/pivotTables/pivotTable1.xml", "pivotTable"),
    ):
        typed(parts, name, f"{kind}{word}+xml")
    cache = f"{DOCUMENT}/pivotCacheDefinition"
    related(parts, WORKBOOK_RELS, "rIdC", cache, "pivotCache/pivotCacheDefinition1.xml")
    related(
        parts,
        "xl/pivotCache/_rels/pivotCacheDefinition1.xml.rels",
        "rId1",
        f"{DOCUMENT}/pivotCacheRecords",
        "pivotCacheRecords1.xml",
    )
    related(
        parts,
        "xl/pivotTables/_rels/pivotTable1.xml.rels",
        "rId1",
        cache,
        "../pivotCache/pivotCacheDefinition1.xml",
    )
    related(parts, SHEET_RELS, "rIdT", f"{DOCUMENT}/pivotTable", "../pivotTables/pivotTable1.xml")
    caches = '<pivotCaches><pivotCache cacheId="7" r:id="rIdC"/></pivotCaches></workbook>'
    replaced(parts, WORKBOOK, "</workbook>", caches)


def phonetics(parts: Parts) -> None:
    """Readings above the characters of the text in C2, and a text with runs of its own beside it."""
    content = parts[STRINGS].decode()
    start = content.index("<si><t>上半年")
    end = content.index("</si>", start)
    text = content[start + len("<si><t>") : end - len("</t>")]
    item = (
        f'<si><r><t>{text[:3]}</t></r><r><rPr><b/><sz val="12"/><color rgb="FF0070C0"/>'
        f'<rFont val="宋体"/><charset val="134"/></rPr><t xml:space="preserve">{text[3:]}</t></r>'
        '<rPh sb="0" eb="3"><t>かみはんとし</t></rPh><phoneticPr fontId="0"/>'
    )
    parts[STRINGS] = (content[:start] + item + content[end:]).encode()


def escapes(parts: Parts) -> None:
    """Characters written as groups: a line break, a pair of surrogates, an underscore that was escaped."""
    replaced(parts, STRINGS, "<si><t>上半年", "<si><t>_x000D_\n_xD83D__xDE00__x005F_x0041_上半年")


def signature(parts: Parts) -> None:
    kind = "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature"
    parts["_xmlsignatures/origin.sigs"] = b""
    parts["_xmlsignatures/sig1.xml"] = b'<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"/>'
    replaced(
        parts,
        TYPES,
        "</Types>",
        '<Default Extension="sigs" ContentType="application/vnd.openxmlformats-package.digital-signature-origin"/>'
        "</Types>",
    )
    typed(
        parts,
        "_xmlsignatures/sig1.xml",
        "application/vnd.openxmlformats-package.digital-signature-xmlsignature+xml",
    )
    related(parts, ROOT_RELS, "rIdS", f"{kind}/origin", "_xmlsignatures/origin.sigs")
    related(parts, "_xmlsignatures/_rels/origin.sigs.rels", "rId1", f"{kind}/signature", "sig1.xml")


def external_link(parts: Parts) -> None:
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    name = "xl/externalLinks/externalLink1.xml"
    parts[name] = (
        f'<externalLink xmlns="{main}"><externalBook xmlns:r="{DOCUMENT}" r:id="rId1"><sheetNames>'
        '<sheetName val="表"/></sheetNames></externalBook></externalLink>'
    ).encode()
    typed(parts, name, "application/vnd.openxmlformats-officedocument.spreadsheetml.externalLink+xml")
    related(parts, WORKBOOK_RELS, "rIdE", f"{DOCUMENT}/externalLink", "externalLinks/externalLink1.xml")
    related(
        parts,
        "xl/externalLinks/_rels/externalLink1.xml.rels",
        "rId1",
        f"{DOCUMENT}/externalLinkPath",
        "other.xlsx",
        ' TargetMode="External"',
    )
    link = '</sheets><externalReferences><externalReference r:id="rIdE"/></externalReferences>'
    replaced(parts, WORKBOOK, "</sheets>", link)


def windows(parts: Parts) -> None:
    """Two windows on one workbook, each with a view of each sheet."""
    content = parts[WORKBOOK].decode()
    start = content.index("<workbookView")
    end = content.index("/>", start) + 2
    view = content[start:end]
    parts[WORKBOOK] = content.replace(view, view + view.replace("/>", ' activeTab="1"/>')).encode()
    replaced(parts, SHEET, "</sheetViews>", '<sheetView workbookViewId="1"/></sheetViews>')


def calculation_chain(parts: Parts) -> None:
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    parts["xl/calcChain.xml"] = f'<calcChain xmlns="{main}"><c r="D2" i="1"/></calcChain>'.encode()
    typed(
        parts,
        "xl/calcChain.xml",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml",
    )
    related(parts, WORKBOOK_RELS, "rIdK", f"{DOCUMENT}/calcChain", "calcChain.xml")


def form_controls(parts: Parts) -> None:
    """Controls as new versions write them, in a choice of which old ones take another part."""
    replaced(
        parts,
        SHEET,
        "</worksheet>",
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        '<mc:Choice Requires="x14" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main">'
        "<controls/></mc:Choice></mc:AlternateContent></worksheet>",
    )


def strict(parts: Parts) -> None:
    """The other kind of OOXML, with namespaces of its own."""
    for name, content in parts.items():
        if name.endswith((".xml", ".rels")) and not name.startswith("docProps"):
            parts[name] = (
                content.replace(
                    b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                    b"http://purl.oclc.org/ooxml/spreadsheetml/main",
                )
                .replace(
                    b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                    b"http://purl.oclc.org/ooxml/officeDocument/relationships",
                )
                .replace(
                    b"http://schemas.openxmlformats.org/drawingml/2006/main",
                    b"http://purl.oclc.org/ooxml/drawingml/main",
                )
            )


def without_styles(parts: Parts) -> None:
    for name in ("xl/styles.xml", "xl/theme/theme1.xml"):
        del parts[name]
        place = parts[TYPES].decode().index(f'<Override PartName="/{name}"')
        end = parts[TYPES].decode().index("/>", place) + 2
        parts[TYPES] = (parts[TYPES].decode()[:place] + parts[TYPES].decode()[end:]).encode()
        rels = parts[WORKBOOK_RELS].decode()
        target = rels.index(f'Target="{name.removeprefix("xl/")}"')
        start = rels.rindex("<Relationship ", 0, target)
        parts[WORKBOOK_RELS] = (rels[:start] + rels[rels.index("/>", target) + 2 :]).encode()
    for name in [each for each in parts if each.startswith("xl/worksheets/sheet")]:
        parts[name] = re.sub(rb' s="[0-9]+"', b"", parts[name])


def prefixed(parts: Parts) -> None:
    """The sheet with a prefix before every name, as some programs write it."""
    content = re.sub(r"<(/?)([a-zA-Z])", r"<\1x:\2", parts[SHEET].decode())
    parts[SHEET] = content.replace("xmlns=", "xmlns:x=", 1).encode()


def utf16(parts: Parts) -> None:
    parts[SHEET] = parts[SHEET].decode().replace("UTF-8", "UTF-16", 1).encode("utf-16")


def without_addresses(parts: Parts) -> None:
    """Cells and rows that only follow one another; the first rows and columns are all filled."""
    parts[SHEET] = re.sub(rb'(<(?:row|c))( r="[A-Z]*[0-9]+")', rb"\1", parts[SHEET])


def apostrophes(parts: Parts) -> None:
    """Single quotes around the attributes of the sheet."""
    parts[SHEET] = re.sub(rb'([\w:]+)="([^"\']*)"', rb"\1='\2'", parts[SHEET])


def streamed(data: bytes) -> bytes:
    """The same parts in a zip written to a pipe, sizes behind each entry, some stored, and with a comment."""
    target = _Pipe()
    with zipfile.ZipFile(target, "w") as archived:
        for number, (name, content) in enumerate(parts_of(data).items()):
            kind = zipfile.ZIP_STORED if number % 2 else zipfile.ZIP_DEFLATED
            archived.writestr(zipfile.ZipInfo(name), content, kind)
        archived.comment = "报送表".encode()
    return bytes(target.content)


class _Pipe:
    """Something that can be written to, and not gone back in."""

    def __init__(self) -> None:
        self.content = bytearray()

    def write(self, data: bytes) -> int:
        self.content += data
        return len(data)

    def flush(self) -> None:
        """Nothing waits."""

    def close(self) -> None:
        """Nothing is held."""
