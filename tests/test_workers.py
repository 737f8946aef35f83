"""Files that kill, stall or starve the process that reads them: each costs itself and no other."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path, PosixPath
from typing import Any

import pytest

from toolkit.errors import ToolkitError
from toolkit.examine import Examined, Plan, examine
from toolkit.form_files import find_form
from toolkit.schema import load_form
from toolkit.testing import three_columns
from toolkit.workers import examine_in_processes

PLAN = Plan(headings=load_form(find_form("progress-summary")).headings, codes=("S001", "S002"))


class Deadly(PosixPath):
    """A path that does something else to the process that receives it."""

    does: tuple[Callable[..., Any], tuple[Any, ...]]

    def __reduce__(self) -> Any:  # noqa: ANN401 - the signature of object
        return self.does


def deadly(path: Path, does: Callable[..., Any], *arguments: object) -> Path:
    made = Deadly(path)
    made.does = (does, arguments)
    return made


def submitted(folder: Path, count: int) -> list[Path]:
    paths = [folder / f"{number}.xlsx" for number in range(count)]
    for number, path in enumerate(paths):
        path.write_bytes(three_columns([("拆违", f"拆除{number}处", "拆除8处")]))
    return paths


def reasons(files: list[Examined]) -> list[str]:
    return [finding.message.en for file in files for finding in file.findings]


def test_the_same_as_in_one_process_and_in_order(tmp_path: Path) -> None:
    paths = submitted(tmp_path, 5)
    assert list(examine_in_processes(paths, PLAN, 2)) == [examine(path, PLAN) for path in paths]


@pytest.mark.parametrize(
    ("does", "arguments", "said"),
    [
        pytest.param(os._exit, (9,), "ended abruptly", id="dies"),
        pytest.param(time.sleep, (60,), "time limit", id="hangs"),
    ],
)
def test_a_lost_worker_costs_its_file_alone(
    does: Callable[..., Any], arguments: tuple[Any, ...], said: str, tmp_path: Path
) -> None:
    paths = submitted(tmp_path, 4)
    paths[1] = deadly(paths[1], does, *arguments)
    files = list(examine_in_processes(paths, PLAN, 2, seconds=3))
    assert [file.path for file in files] == [str(path) for path in paths]
    assert [file.readable for file in files] == [True, False, True, True]
    (reason,) = reasons(files)
    assert said in reason


def test_memory_is_limited(tmp_path: Path) -> None:
    paths = submitted(tmp_path, 2)
    paths[0].write_bytes(three_columns([("任务", f"目标{number}", "进展" * 20) for number in range(40_000)]))
    files = list(examine_in_processes(paths, PLAN, 1, megabytes=40))
    assert [file.readable for file in files] == [False, True]
    assert "memory" in reasons(files)[0]


def test_a_missing_file_is_still_the_operators_mistake(tmp_path: Path) -> None:
    with pytest.raises(ToolkitError, match="missing"):
        list(examine_in_processes([tmp_path / "missing.xlsx"], PLAN, 1))


def test_giving_up_leaves_no_process_behind(tmp_path: Path) -> None:
    import multiprocessing

    files = examine_in_processes(submitted(tmp_path, 40), PLAN, 2)
    next(files)
    assert len(multiprocessing.active_children()) == 2
    files.close()
    assert multiprocessing.active_children() == []
