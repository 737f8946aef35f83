"""Files that kill, stall or starve the process that reads them: each costs itself and no other."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path, PosixPath
from typing import Any

import pytest

from toolkit.cache import Cache
from toolkit.checker import checked, checker
from toolkit.errand import Errand
from toolkit.errors import ToolkitError
from toolkit.finding import FileReport
from toolkit.form_files import find_form
from toolkit.shapes import AsItIs
from toolkit.testing import three_columns
from toolkit.workers import check_in_processes

ERRAND = Errand(form=find_form("progress-summary"), codes=("S001", "S002", "A001"), shape=AsItIs())


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


def reasons(files: list[FileReport]) -> list[str]:
    return [finding.message.en for file in files for finding in file.findings if finding.code == "S001"]


def test_the_same_as_in_one_process_and_in_order(tmp_path: Path) -> None:
    paths = submitted(tmp_path, 5)
    assert list(check_in_processes(paths, ERRAND, 2)) == list(checked(paths, ERRAND, checker(ERRAND)))


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
    files = list(check_in_processes(paths, ERRAND, 2, seconds=3))
    assert [file.path for file in files] == [str(path) for path in paths]
    assert [file.verdict == "unreadable" for file in files] == [False, True, False, False]
    (reason,) = reasons(files)
    assert said in reason


def test_memory_is_limited(tmp_path: Path) -> None:
    paths = submitted(tmp_path, 2)
    paths[0] = tmp_path / "0.csv"
    paths[0].write_text("".join(f"{number},甲,乙\n" for number in range(150_000)), encoding="utf-8")
    files = list(check_in_processes(paths, ERRAND, 1, megabytes=60))
    assert [file.verdict == "unreadable" for file in files] == [True, False]
    # whose allocation fails is chance: Python says so, a native library ends the process
    assert any(word in reasons(files)[0] for word in ("memory", "ended abruptly"))


def test_a_missing_file_is_still_the_operators_mistake(tmp_path: Path) -> None:
    with pytest.raises(ToolkitError, match="missing"):
        list(check_in_processes([tmp_path / "missing.xlsx"], ERRAND, 1))


def test_giving_up_leaves_no_process_behind(tmp_path: Path) -> None:
    import multiprocessing

    files = check_in_processes(submitted(tmp_path, 40), ERRAND, 2)
    next(files)
    assert len(multiprocessing.active_children()) == 2
    files.close()
    assert multiprocessing.active_children() == []


SCRIPT = """
from pathlib import Path
from toolkit.check import Settings, check
report = check(sorted(Path("inbox").iterdir()), Settings(jobs=2))
print([file.verdict for file in report.files])
"""


def run_script(folder: Path) -> subprocess.CompletedProcess[str]:
    inbox = folder / "inbox"
    inbox.mkdir()
    submitted(inbox, 4)
    script = folder / "script.py"
    script.write_text(SCRIPT, encoding="utf-8")
    return subprocess.run(
        [sys.executable, str(script)], cwd=folder, capture_output=True, text=True, timeout=60, check=False
    )


def test_a_script_without_a_guard(tmp_path: Path) -> None:
    done = run_script(tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count("accepted") == 4  # and printed once: the script did not run again
    assert done.stdout.count("[") == 1


def test_nothing_is_imported_from_the_folder_of_the_user(tmp_path: Path) -> None:
    trap = tmp_path / "lxml.py"
    trap.write_text("raise SystemExit('imported from the folder of the user')", encoding="utf-8")
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    submitted(inbox, 4)
    command = [str(Path(sys.executable).with_name("indicators")), "check", "inbox", "--jobs", "2"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_processes_that_cannot_stand_are_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("toolkit.workers.serve", os._exit)
    with pytest.raises(ToolkitError, match="--jobs 1"):
        list(check_in_processes(submitted(tmp_path, 4), ERRAND, 2))


def test_a_group_that_was_lost_is_done_again(tmp_path: Path) -> None:
    paths = submitted(tmp_path, 40)
    paths[25] = deadly(paths[25], os._exit, 9)
    files = list(check_in_processes(paths, ERRAND, 2))
    assert [file.path for file in files] == [str(path) for path in paths]
    assert [number for number, file in enumerate(files) if file.verdict == "unreadable"] == [25]


def test_what_is_made_is_kept_by_the_worker(tmp_path: Path) -> None:
    paths = submitted(tmp_path, 4)
    kept = replace(ERRAND, cache=Cache(tmp_path / "cache", "setting"))
    made = list(check_in_processes(paths, kept, 2))
    assert kept.cache is not None
    keys = [kept.cache.key(path) or "" for path in paths]
    loaded = [kept.cache.load(key, path, AsItIs()) for key, path in zip(keys, paths, strict=True)]
    assert loaded == made
