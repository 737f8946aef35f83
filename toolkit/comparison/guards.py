"""Protection, validations and names of the template, and what is left of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from toolkit.comparison.model import Difference, Match
from toolkit.display import plain
from toolkit.finding import Text
from toolkit.formula_text import Frame, canonical
from toolkit.guards import Guards, SheetGuards, Validation
from toolkit.issued import Issued
from toolkit.table import Table

_PROTECTION = Text("工作表保护", "the protection of the sheet")
_VALIDATION = Text("数据验证", "the data validation")
_LOCK = Text("单元格锁定", "the lock of the cell")


def guard_differences(issued: Issued, guards: Guards | None, match: Match) -> Iterator[Difference]:
    """Guards that are gone; none where the file format does not tell them."""
    if guards is None:
        return
    asked, found = issued.guards.sheet(match.issued.sheet.name), guards.sheet(match.table.sheet.name)
    if asked.protected and not found.protected:
        yield Difference(kind="guard", sheet=match.table.sheet.name, what=_PROTECTION)
    yield from _validations(asked, found, match)
    yield from _opened(asked, found, match)
    yield from _names(issued, guards, match)


def _validations(asked: SheetGuards, found: SheetGuards, match: Match) -> Iterator[Difference]:
    """Cells of the table that lost their validation or have another, the first of each column."""
    lost: Counter[int] = Counter()
    first: dict[int, int] = {}
    shift = match.table.header.last_row - match.issued.header.last_row
    for row in match.issued.rows:
        for column in _issued_columns(match.issued):
            place, rule = match.place(row.number, column), asked.validation(row.number, column)
            if place is None or rule is None:
                continue
            other = found.validation(*place)
            # a sorted row leaves the validations where they were
            stayed = asked.validation(place[0] - shift, column) or rule
            wanted = {meaning(each, match.issued_frame) for each in (rule, stayed)}
            if other is None or meaning(other, match.frame) not in wanted:
                lost[place[1]] += 1
                first[place[1]] = min(first.get(place[1], place[0]), place[0])
    for column, count in sorted(lost.items()):
        yield Difference(
            kind="guard",
            sheet=match.table.sheet.name,
            row=first[column],
            column=column,
            what=_VALIDATION if count == 1 else _validations_of(count),
        )


def _validations_of(count: int) -> Text:
    return Text(f"数据验证（共{count}格）", f"the data validation of {count} cells")


def meaning(rule: Validation, frame: Frame) -> tuple[str, ...]:
    """What a validation allows, told from its own first cell."""
    row, column = rule.ranges[0].first_row, rule.ranges[0].first_column
    compared = rule.kind not in {"list", "custom", "none"}
    operator = rule.operator if compared else ""
    bounds = (rule.first, rule.second) if operator in {"between", "notBetween"} else (rule.first,)
    return (rule.kind, operator, *(canonical(_number(bound), row, column, frame) for bound in bounds))


def _number(text: str) -> str:
    """A number as every program writes it: 0.0 is 0."""
    try:
        return plain(Decimal(text))
    except InvalidOperation:
        return text


def _opened(asked: SheetGuards, found: SheetGuards, match: Match) -> Iterator[Difference]:
    """Issued cells that were locked and are not any more."""
    if not found.protected:
        return
    for row in match.issued.rows:
        for column in _issued_columns(match.issued):
            place = match.place(row.number, column)
            if place and not asked.is_open(row.number, column) and found.is_open(*place):
                yield Difference(
                    kind="guard",
                    sheet=match.table.sheet.name,
                    row=place[0],
                    column=place[1],
                    what=_LOCK,
                )


def _issued_columns(table: Table) -> list[int]:
    return sorted({*table.header.columns.values(), *table.header.unknown})


def _names(issued: Issued, guards: Guards, match: Match) -> Iterator[Difference]:
    """Names that anchor the template and lead elsewhere now."""
    sheets = {issued.table.sheet.name: match.table.sheet.name}
    for name, reference in issued.guards.names.items():
        sheet, _, place = reference.replace("'", "").rpartition("!")
        asked = (sheets.get(sheet, sheet), canonical(place, 0, 0, match.issued_frame))
        own_sheet, _, own_place = guards.names.get(name, "").replace("'", "").rpartition("!")
        if asked != (own_sheet, canonical(own_place, 0, 0, match.frame)):
            yield Difference(
                kind="value",
                sheet=match.table.sheet.name,
                issued=reference,
                submitted=guards.names.get(name, ""),
                what=Text(f"名称“{name}”", f"The name “{name}”"),
            )
