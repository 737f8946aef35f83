"""The first sheet of a marked copy as XML: every text a string and never a formula, every place a link."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from toolkit.finding import Severity
from toolkit.marks import Line, Listing
from toolkit.ooxml.patch.colours import FILLS
from toolkit.ooxml.patch.styles import StyleSheet
from toolkit.ooxml.patch.words import attribute, looks_like_formula, markup, quoted_sheet
from toolkit.workbook import LAST_ROW, a1, column_letters

# Excel opens no more links in one sheet than this.
_MOST_LINKS = 65_530
_WORDS = {Severity.ERROR: "9C0006", Severity.WARNING: "7F4F00", Severity.INFO: "1F4E79"}
_LINE, _PADDING, _TALLEST = 13.5, 4.0, 409.0
_EDGE = "<{0} style='thin'><color rgb='FFBFBFBF'/></{0}>"
_BORDER = "".join(map(_EDGE.format, ("left", "right", "top", "bottom"))) + "<diagonal/>"
_NO_BORDER = "<left/><right/><top/><bottom/><diagonal/>"
_TOP = "<alignment vertical='top' wrapText='1'/>"
_MIDDLE = "<alignment vertical='center' wrapText='1'/>"
_FACE = "<name val='{}'/><family val='2'/>"


class _Looks:
    """The style indices of the sheet, in the face that the workbook itself is written in."""

    def __init__(self, styles: StyleSheet) -> None:
        font = styles.font(0)
        name = None if font is None else font.find("{*}name")
        self.face = _FACE.format(attribute(name.get("val", "Calibri")) if name is not None else "Calibri")
        self.styles = styles
        self.title = self.of("<b/><sz val='14'/>", "", _NO_BORDER, _MIDDLE)
        self.remark = self.of("<sz val='10'/><color rgb='FF404040'/>", "", _NO_BORDER, _MIDDLE)
        self.head = self.of("<b/><sz val='11'/><color rgb='FFFFFFFF'/>", "404040", _BORDER, _MIDDLE)

    def of(self, font: str, fill: str, border: str, place: str, attributes: str = "") -> int:
        return self.styles.made(font + self.face, fill, border, place, attributes)

    def body(self, text: str) -> int:
        """A text that a program might take for a formula keeps its apostrophe."""
        return self.of("<sz val='10'/>", "", _BORDER, _TOP, 'quotePrefix="1"' * looks_like_formula(text))

    def grade(self, severity: Severity) -> int:
        font = f"<b/><sz val='10'/><color rgb='FF{_WORDS[severity]}'/>"
        return self.of(font, FILLS[severity], _BORDER, _TOP)

    @property
    def link(self) -> int:
        return self.of("<u/><sz val='10'/><color rgb='FF0563C1'/>", "", _BORDER, _TOP)


def names(listing: Listing) -> dict[str, str]:
    """The names that belong to the sheet: its filter, what is printed, and what on every page."""
    quoted = quoted_sheet(listing.name)
    head, last = _head(listing), _last(listing)
    right = column_letters(len(listing.columns))
    found = {
        "_xlnm.Print_Area": f"{quoted}!$A$1:${right}${last}",
        "_xlnm.Print_Titles": f"{quoted}!${head}:${head}",
    }
    return found | ({"_xlnm._FilterDatabase": f"{quoted}!$A${head}:${right}${last}"} if listing.lines else {})


def sheet_xml(
    listing: Listing, styles: StyleSheet, namespace: str, windows: int, memory: Sequence[str]
) -> bytes:
    """The worksheet part. ``memory`` is kept in a hidden column, ``windows`` are how many show the book."""
    looks = _Looks(styles)
    count = len(listing.columns)
    head, last = _head(listing), _last(listing)
    right = column_letters(count)
    kept = dict(enumerate(memory, 1))
    rows = _rows(listing, looks, kept)
    merged = "".join(f'<mergeCell ref="A{row}:{right}{row}"/>' for row in range(1, head))
    pieces = chain(
        (
            '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
            f'<worksheet xmlns="{namespace}"><sheetPr><tabColor rgb="FFC00000"/>',
            '<outlinePr summaryBelow="0"/><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>',
            *(_view(number, head) for number in range(windows)),
            '</sheetViews><sheetFormatPr defaultRowHeight="15" outlineLevelRow="1"/><cols>',
            *(
                f'<col min="{number}" max="{number}" width="{width}" customWidth="1"/>'
                for number, (_, width) in enumerate(listing.columns, 1)
            ),
            f'<col min="{count + 1}" max="{count + 1}" width="9" hidden="1" customWidth="1"/>',
            "</cols><sheetData>",
        ),
        rows,
        (
            "</sheetData>",
            f'<autoFilter ref="A{head}:{right}{last}"/>' if listing.lines else "",
            f'<mergeCells count="{head - 1}">{merged}</mergeCells>',
            *_links(listing),
            '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>',
            '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>',
            "<headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter></worksheet>",
        ),
    )
    return "".join(pieces).encode("utf-8")


def _view(number: int, head: int) -> str:
    first = f"A{head + 1}"
    return (
        f'<sheetView showGridLines="0" tabSelected="1" workbookViewId="{number}">'
        f'<pane ySplit="{head}" topLeftCell="{first}" activePane="bottomLeft" state="frozen"/>'
        f'<selection pane="bottomLeft" activeCell="{first}" sqref="{first}"/></sheetView>'
    )


def _head(listing: Listing) -> int:
    """The row of the column headings."""
    return len(listing.remarks) + 2


def _last(listing: Listing) -> int:
    return min(_head(listing) + len(listing.lines), LAST_ROW)


def _rows(listing: Listing, looks: _Looks, memory: Mapping[int, str]) -> Iterator[str]:
    head, count = _head(listing), len(listing.columns)
    widths = [width for _, width in listing.columns]
    for row, text in enumerate((listing.title, *listing.remarks), 1):
        style = looks.title if row == 1 else looks.remark
        cells = _cell(row, 1, style, text) + _remembered(row, count, memory)
        height = 26.0 if row == 1 else _height([(text, sum(widths))])
        yield f'<row r="{row}" ht="{height}" customHeight="1">{cells}</row>'
    titles = "".join(
        _cell(head, column, looks.head, text) for column, (text, _) in enumerate(listing.columns, 1)
    )
    yield f'<row r="{head}" ht="22" customHeight="1">{titles}{_remembered(head, count, memory)}</row>'
    last = _last(listing)
    for row, line in zip(range(head + 1, last + 1), listing.lines, strict=False):
        cells = "".join(
            _cell(row, column, _style(listing, looks, line, column), text)
            for column, text in enumerate(line.texts, 1)
        )
        level = ' outlineLevel="1"' if line.repeats else ""
        height = _height(zip(line.texts, widths, strict=True))
        yield f'<row r="{row}" ht="{height}"{level}>{cells}{_remembered(row, count, memory)}</row>'
    for row in sorted(row for row in memory if row > last):
        yield f'<row r="{row}" hidden="1">{_remembered(row, count, memory)}</row>'


def _style(listing: Listing, looks: _Looks, line: Line, column: int) -> int:
    if column == 1:
        return looks.grade(line.severity)
    if column == listing.link_column and line.link:
        return looks.link
    return looks.body(line.texts[column - 1])


def _cell(row: int, column: int, style: int, text: str) -> str:
    content = f'<is><t xml:space="preserve">{markup(text)}</t></is>'
    return f'<c r="{a1(row, column)}" s="{style}" t="inlineStr">{content}</c>'


def _remembered(row: int, count: int, memory: Mapping[int, str]) -> str:
    return _cell(row, count + 1, 0, memory[row]) if row in memory else ""


def _links(listing: Listing) -> Iterator[str]:
    places = [
        (row, line.link)
        for row, line in zip(range(_head(listing) + 1, _last(listing) + 1), listing.lines, strict=False)
        if line.link
    ][:_MOST_LINKS]
    if not places:
        return
    yield "<hyperlinks>"
    for row, (sheet, cell) in places:
        location = attribute(f"{quoted_sheet(sheet)}!{cell}")
        yield f'<hyperlink ref="{a1(row, listing.link_column)}" location="{location}" display="{cell}"/>'
    yield "</hyperlinks>"


def _height(texts: Iterable[tuple[str, float]]) -> float:
    """How tall a row is in points, for texts wrapped in columns of these widths."""
    lines = max(_lines(text, int(width) - 1) for text, width in texts)
    return min(_PADDING + _LINE * lines, _TALLEST)


def _lines(text: str, columns: int) -> int:
    return sum(-(-_columns(line) // columns) or 1 for line in text.split("\n"))


def _columns(text: str) -> int:
    return sum(1 if character.isascii() else 2 for character in text)
