"""What is asked of Excel itself, of a stand-in for Windows and of one for a Mac."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from toolkit.excel.native import AUTOMATIC, NO_FILL, conversations, fill, has_notes, ink, set_fill


def cells(index: int | None, colour: float | None) -> Any:  # noqa: ANN401  # stands for a range
    facts = SimpleNamespace(ColorIndex=index, Color=colour)
    return SimpleNamespace(api=SimpleNamespace(Interior=facts), font=SimpleNamespace(api=facts))


@pytest.mark.parametrize(
    ("index", "colour", "found"),
    [(-4142, 16777215.0, NO_FILL), (38, 13421823.0, 13421823), (None, None, None), (None, 0.0, None)],
    ids=["none", "one", "mixed", "one colour under two indices"],
)
def test_fill(index: int | None, colour: float | None, found: int | None) -> None:
    assert fill(cells(index, colour)) == found


@pytest.mark.parametrize(
    ("index", "colour", "found"),
    [(-4105, 0.0, AUTOMATIC), (1, 0.0, 0), (None, 0.0, None)],
    ids=["automatic", "black", "some of both"],
)
def test_black_is_not_automatic(index: int | None, colour: float, found: int | None) -> None:
    assert ink(cells(index, colour)) == found


@pytest.mark.parametrize(
    ("size", "colour", "found"),
    [(1, (1, 2, 3), 0x030201), (1, None, NO_FILL), (2, (1, 2, 3), None)],
    ids=["a cell", "an empty one", "several"],
)
def test_a_mac_answers_for_a_cell(size: int, colour: object, found: int | None) -> None:
    mac: Any = SimpleNamespace(api=object(), size=size, color=colour)
    assert fill(mac) == found


def test_a_mac_gives_fills_cell_by_cell() -> None:
    given = {(1, 1): SimpleNamespace(color=None), (2, 3): SimpleNamespace(color=None)}
    mac: Any = SimpleNamespace(api=object(), range=given.__getitem__)
    set_fill(mac, given, 0x030201)
    assert [cell.color for cell in given.values()] == [(1, 2, 3)] * 2
    set_fill(mac, given, NO_FILL)
    assert [cell.color for cell in given.values()] == [None] * 2


def test_where_nobody_counts_notes_and_conversations_each_cell_is_asked() -> None:
    talked = {(1, 1): SimpleNamespace(api=SimpleNamespace(CommentThreaded="?")), (1, 2): cells(None, None)}
    sheet: Any = SimpleNamespace(api=object(), range=talked.__getitem__)
    assert has_notes(sheet)
    assert conversations(sheet, talked) == {(1, 1)}


class OverCom(SimpleNamespace):
    """An object that answers for a name that it does not know as COM does: not by an AttributeError."""

    def __getattr__(self, name: str) -> object:
        raise RuntimeError(f"unknown name: {name}")


def test_an_older_excel_knows_no_conversations() -> None:
    sheet: Any = SimpleNamespace(api=OverCom(), range=lambda _: SimpleNamespace(api=OverCom()))
    assert conversations(sheet, [(1, 1)]) == set()


def test_a_conversation_is_an_object_of_its_own() -> None:
    talked = SimpleNamespace(api=OverCom(CommentThreaded=OverCom()))
    count = SimpleNamespace(Count=1)
    sheet: Any = SimpleNamespace(api=OverCom(CommentsThreaded=count), range=lambda _: talked)
    assert conversations(sheet, [(1, 1)]) == {(1, 1)}


def test_where_there_are_none_no_cell_is_asked() -> None:
    none = SimpleNamespace(Count=0)
    sheet: Any = SimpleNamespace(api=SimpleNamespace(Comments=none, CommentsThreaded=none))
    assert not has_notes(sheet)
    assert conversations(sheet, [(1, 1)]) == set()
