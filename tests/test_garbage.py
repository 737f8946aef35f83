from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest

from toolkit.check import Settings, check
from toolkit.garbage import seldom_collected
from toolkit.testing import workbook


@pytest.fixture(autouse=True)
def _as_it_was() -> Iterator[None]:
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)


@pytest.mark.parametrize(
    ("before", "inside"),
    [
        pytest.param((700, 10, 10), (5_000, 50, 100), id="usual"),
        pytest.param((1_000_000, 10, 10), (1_000_000, 10, 10), id="seldom already"),
        pytest.param((0, 10, 10), (0, 10, 10), id="switched off"),
    ],
)
def test_more_seldom_and_back(before: tuple[int, int, int], inside: tuple[int, int, int]) -> None:
    gc.set_threshold(*before)
    with seldom_collected():
        assert gc.get_threshold() == inside
    assert gc.get_threshold() == before


def test_a_check_leaves_the_collector_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "西城区.xlsx"
    path.write_bytes(workbook("| 绩效任务 | 年度目标 | 进展情况 |\n| 绿化 | 5公顷 | 3公顷 |"))
    gc.set_threshold(700, 10, 10)
    seen: list[int] = []
    check([path], Settings(jobs=1), lambda _: seen.append(gc.get_threshold()[0]))
    assert seen == [5_000]
    assert gc.get_threshold()[0] == 700
