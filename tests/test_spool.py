from __future__ import annotations

from itertools import chain

import pytest

from toolkit.finding import FileReport, Finding, Severity, Text
from toolkit.spool import KEPT, Spool


def report(number: int) -> FileReport:
    finding = Finding(
        code="T001",
        name="target-missing",
        severity=Severity.ERROR,
        message=Text(f"第{number}个\ud800", "a lone surrogate"),
        fix=Text("补填", "fill in"),
    )
    return FileReport(path=f"{number}.xlsx", verdict="rejected", findings=(finding,))


def spooled(count: int) -> Spool[FileReport]:
    spool: Spool[FileReport] = Spool()
    for number in range(count):
        spool.append(report(number))
    return spool


@pytest.mark.parametrize("count", [0, 1, KEPT, KEPT + 1, KEPT * 2])
def test_what_goes_in_comes_out(count: int) -> None:
    spool = spooled(count)
    assert len(spool) == count
    assert list(spool) == [report(number) for number in range(count)]


def test_any_place_can_be_asked_for() -> None:
    spool = spooled(KEPT + 3)
    assert spool[KEPT + 1] == report(KEPT + 1)
    assert spool[-1] == report(KEPT + 2)
    assert spool[KEPT - 1 : KEPT + 1] == [report(KEPT - 1), report(KEPT)]
    with pytest.raises(IndexError):
        spool[KEPT + 3]


def test_two_readers_and_a_writer_do_not_disturb_each_other() -> None:
    spool = spooled(KEPT + 5)
    one, other = iter(spool), iter(spool)
    pairs = chain.from_iterable(zip(one, other, strict=True))
    assert next(pairs) == report(0)
    spool.append(report(KEPT + 5))
    assert [each.path for each in pairs][-2:] == [f"{KEPT + 5}.xlsx"] * 2
