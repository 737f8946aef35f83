"""Clauses that tell an outcome or a change in words: whole sentences, and what each of them settles."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from toolkit.language import changes, outcome
from toolkit.language.figures import Progress
from toolkit.language.progress import cut

TOLD: list[tuple[str, Callable[[Progress], Iterator[str]], str, list[str]]] = [
    ("all of them", outcome.all_done, "26个断面均已达标,3个正在整治。", ["26个断面均已达标"]),
    ("all of them, in the next clause", outcome.all_done, "危房126户,已全部改造。", []),
    ("all that is to be", outcome.all_done, "年底前将全部完成改造。", []),
    ("anything of all", outcome.of_all, "163所学校均配校医。", ["163所学校均配校医"]),
    ("nothing done", outcome.not_done, "未开展增雨作业。", ["未开展增雨作业"]),
    ("not yet done", outcome.not_done, "尚未开展增雨作业。", []),
    ("none lost, with what was said before", outcome.none_lost, "核对312户,无差错。", ["核对312户无差错"]),
    ("its making is over", outcome.wholly_done, "烈度仪全部安装调试完毕。", ["烈度仪全部安装调试完毕"]),
    ("its making is to be over", outcome.wholly_done, "烈度仪将全部安装完毕。", []),
    ("a state of things", outcome.plainly_told, "投诉件件有回复。", ["投诉件件有回复"]),
    ("effort", outcome.plainly_told, "加强投诉办理。", []),
    ("a trend", outcome.plainly_told, "办结率持续提升。", []),
    ("from one rate to another", changes.between_rates, "比例由31%提高到32%。", ["比例由31%提高到32%"]),
    ("between two amounts", changes.between_amounts, "由42项压减至28项。", ["由42项压减至28项"]),
    ("by an amount", changes.between_amounts, "发生火灾63起,同比减少8起。", ["发生火灾63起同比减少8起"]),
    ("by a rate", changes.between_amounts, "发生火灾63起,同比减少8%。", []),
    ("level", changes.unchanged, "价格指数同比持平。", ["价格指数同比持平"]),
    ("steady", changes.unchanged, "价格保持平稳。", []),
]  # fmt: skip


@pytest.mark.parametrize(("told", "text", "clauses"), [row[1:] for row in TOLD], ids=[row[0] for row in TOLD])
def test_clauses_that_tell(told: Callable[[Progress], Iterator[str]], text: str, clauses: list[str]) -> None:
    assert list(told(cut(text))) == clauses
