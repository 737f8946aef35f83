"""Which column of a header is meant: by its name, and by what stands below where that leaves it open."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from toolkit.display import shown
from toolkit.heading import Heading, closest, fold, names_of, simplified
from toolkit.workbook import Sheet

_LONGEST_HEADER = 80  # a longer text is a sentence, blanks and line breaks included
_LOOSELY, _BY_ALIAS = 10, 12  # what a column weighs that is named so
_LOOKED_AT = 50  # rows below a header that tell what a column holds
_PERIOD = re.compile(
    r"截[至止]|(?:19|20)\d\d年?度?|第?[一二三四1-4]季度|[上下]半年|前?\d{1,2}个?月份?底?|\d{1,2}[-—–~至到]|\d{1,2}日|全年|累计|本月"
)


def may_weigh_more(names: Mapping[int, tuple[str, ...]], headings: Sequence[Heading], weight: int) -> bool:
    """Whether these names may: where there is an alias for every heading already, it takes a title."""
    if weight < _BY_ALIAS * len(headings):
        return True
    titles = {names_of(heading)[0] for heading in headings}
    short = (text for texts in names.values() for text in texts if len(text) <= _LONGEST_HEADER)
    return not titles.isdisjoint(map(simplified, short))


def assign(names: Mapping[int, tuple[str, ...]], headings: Sequence[Heading]) -> tuple[dict[str, int], int]:
    """The column of every heading that was found, closest matches first, and their joint weight."""
    folded = {
        column: [simplified(text) for text in texts if len(text) <= _LONGEST_HEADER]
        for column, texts in names.items()
    }
    matches = sorted(
        (-closeness, column, order, heading.role)
        for order, heading in enumerate(headings)
        for column, closeness in closest(folded, heading)
    )
    columns: dict[str, int] = {}
    weight = 0
    for closeness, column, _, role in matches:
        if role not in columns and column not in columns.values():
            columns[role] = column
            weight += _LOOSELY - closeness
    return columns, weight


def by_content(
    sheet: Sheet,
    last_row: int,
    names: Mapping[int, tuple[str, ...]],
    columns: dict[str, int],
    headings: Sequence[Heading],
) -> None:
    """Moves a column between an optional heading and a required one, where names leave open which it is.

    重点工作 with numbers in it holds the targets where no other column does; 目标任务 without any holds
    the tasks where another column has the numbers. Never against an optional column's own title.
    """

    def numbers(column: int) -> bool:
        return _has_numbers(sheet, last_row, column)

    optional = [heading for heading in headings if not heading.required]
    for wanted in (heading for heading in headings if heading.required):
        column = columns.get(wanted.role)
        for other in optional:
            held = columns.get(other.role)
            if column is None and held is not None:
                texts = [simplified(text) for text in names[held]]
                if fold(other.title) not in texts and _may_be(wanted, texts) and numbers(held):
                    columns[wanted.role] = columns.pop(other.role)
                    break
            elif column is not None and _may_be(other, map(simplified, names[column])):
                taken = set(columns.values()) - {held}
                free = {key: [*map(simplified, names[key])] for key in names if key not in taken}
                better = [key for key, _ in closest(free, wanted) if numbers(key)]
                if better and not numbers(column):
                    columns |= {wanted.role: better[0], other.role: column}
                    break


def _may_be(heading: Heading, texts: Iterable[str]) -> bool:
    loose = names_of(heading)[3]
    return loose is not None and any(map(loose.fullmatch, texts))


def _has_numbers(sheet: Sheet, last_row: int, column: int) -> bool:
    """Whether most of the filled cells of a column have a digit in them."""
    texts = list(_below(sheet, last_row, column))
    return bool(texts) and 2 * sum(any(map(str.isdecimal, text)) for text in texts) > len(texts)


def take_latest(
    sheet: Sheet,
    last_row: int,
    names: Mapping[int, tuple[str, ...]],
    columns: dict[str, int],
    headings: Sequence[Heading],
) -> None:
    """Of a unit's columns that differ in their time only (一季度进展, 二季度进展), the last with content."""
    for heading in headings:
        if heading.issued or heading.role not in columns:
            continue
        word = _PERIOD.sub("", simplified(names[columns[heading.role]][0]))
        alike = [
            column
            for column, texts in names.items()
            if column not in columns.values() and _PERIOD.sub("", simplified(texts[0])) == word
        ]
        filled = [column for column in alike if any(_below(sheet, last_row, column))]
        columns[heading.role] = max([columns[heading.role], *filled])


def _below(sheet: Sheet, last_row: int, column: int) -> Iterator[str]:
    """The filled cells of a column in the first rows below the header."""
    rows = (cells for number, cells in sheet.rows.items() if number > last_row)
    texts = (shown(cells.get(column)) for cells in islice(rows, _LOOKED_AT))
    return (text for text in texts if text.strip())
