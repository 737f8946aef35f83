"""Two Pythons and the pipes between them; the office is a stand-in that answers anything."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from unittest.mock import MagicMock

import pytest

from toolkit import __version__
from toolkit.excel.libreoffice.extension.pythonpath import indicators_relay as relay

PYTHON = {"INTERPRETER": sys.executable}
RESIDENT = {**PYTHON, "RESIDENT": "True"}
OTHER = "from importlib import metadata; metadata.version = lambda _: '99.0'\n"


@pytest.fixture
def keeper() -> Any:  # noqa: ANN401  # what runs in the office has no types
    kept = relay.Keeper()
    yield kept
    if kept.pid:
        kept._worker.kill()  # type: ignore[union-attr]  # noqa: SLF001


def about(keeper: relay.Keeper, settings: dict[str, str]) -> str:
    outcome = keeper.press(settings, MagicMock(), "about", MagicMock(), MagicMock())
    assert outcome.kind == "done", outcome.text
    return str(outcome.text)


def test_a_press_is_served(keeper: relay.Keeper) -> None:
    assert f"indicator-toolkit {__version__}" in about(keeper, PYTHON)
    assert keeper.pid == 0


def test_the_second_press_is_served_by_the_same_process(keeper: relay.Keeper) -> None:
    about(keeper, RESIDENT)
    first = keeper.pid
    about(keeper, RESIDENT)
    assert keeper.pid == first != 0


def test_one_that_was_killed_is_replaced(keeper: relay.Keeper) -> None:
    about(keeper, RESIDENT)
    first = keeper.pid
    os.kill(first, signal.SIGKILL)
    about(keeper, RESIDENT)
    assert keeper.pid not in {first, 0}


def test_one_that_does_not_answer_is_replaced(keeper: relay.Keeper, monkeypatch: pytest.MonkeyPatch) -> None:
    about(keeper, RESIDENT)
    first = keeper.pid
    os.kill(first, signal.SIGSTOP)
    monkeypatch.setattr(relay, "_SILENT_SECONDS", 5.0)
    about(keeper, RESIDENT)
    assert keeper.pid not in {first, 0}


def test_after_an_upgrade_another_one_is_started(keeper: relay.Keeper, tmp_path: Path) -> None:
    """The one that is kept was started by a Python that finds another version on disk."""
    stale = tmp_path / "python"
    program = f"import os, sys; sys.path.insert(0, {str(tmp_path)!r}); "
    (tmp_path / "aged.py").write_text(OTHER)
    stale.write_text(
        "#!/bin/sh\n"
        f'if [ -e {tmp_path}/upgraded ]; then before="import aged; "; fi\n'
        f"touch {tmp_path}/started.$$\n"
        f'for last; do :; done\nexec {sys.executable} -P -c "{program}$before$last"\n'
    )
    stale.chmod(0o755)
    settings = {**RESIDENT, "INTERPRETER": str(stale)}
    (tmp_path / "upgraded").touch()
    outcome = keeper.press(settings, MagicMock(), "about", MagicMock(), MagicMock())
    first = keeper.pid
    assert outcome.kind == "stale"
    (tmp_path / "upgraded").unlink()
    about(keeper, settings)
    assert keeper.pid != first
    assert len(list(tmp_path.glob("started.*"))) == 2


def test_another_python_is_used_as_soon_as_it_is_named(keeper: relay.Keeper, tmp_path: Path) -> None:
    about(keeper, RESIDENT)
    first = keeper.pid
    other = tmp_path / "python"
    other.write_text(f'#!/bin/sh\nexec {sys.executable} "$@"\n')
    other.chmod(0o755)
    about(keeper, {**RESIDENT, "INTERPRETER": str(other)})
    assert keeper.pid != first


@pytest.mark.parametrize(
    ("script", "said"),
    [("echo no such module >&2; exit 1", "no such module"), ("exit 0", "")],
    ids=["a trace", "silence"],
)
def test_a_python_that_cannot_run_it_is_told_from_one_that_breaks(
    script: str, said: str, keeper: relay.Keeper, tmp_path: Path
) -> None:
    broken = tmp_path / "python"
    broken.write_text(f"#!/bin/sh\n{script}\n")
    broken.chmod(0o755)
    with pytest.raises(relay.Gone) as gone:
        keeper.press({**RESIDENT, "INTERPRETER": str(broken)}, MagicMock(), "about", None, None)
    assert (gone.value.log.strip(), gone.value.started) == (said, False)
    assert keeper.pid == 0


def test_it_leaves_with_the_office() -> None:
    worker = relay.Worker(sys.executable)
    worker.press(MagicMock(), "about", MagicMock(), MagicMock())
    worker.end()
    assert worker._process.wait(10) == 0  # noqa: SLF001


def test_what_is_no_button_is_a_fault_and_python_stays(keeper: relay.Keeper) -> None:
    outcome = keeper.press(RESIDENT, MagicMock(), "os.system", MagicMock(), MagicMock())
    assert outcome.kind == "failed"
    log = Path(outcome.text.partition("详情已写入 ")[2].partition("，请")[0])
    assert "os.system" in log.read_text(encoding="utf-8")
    log.unlink()
    about(keeper, RESIDENT)


def test_values_go_there_and_back() -> None:
    handles, thing = relay.Handles(), object()
    values = ("甲", 1, 1.5, True, None, (("a",), ()), thing)
    assert handles.taken(handles.given(values)) == values
    assert isinstance(handles.taken([1, [2]]), tuple)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        (["get", {"object": 0}, "Name"], ["value", "表"]),
        (["set", {"object": 0}, "Name", "新"], ["value", None]),
        (["call", {"object": 0}, "added", [1, 2]], ["value", 3]),
        (["uno", "createUnoStruct", "x"], ["value", "struct x"]),
        (["uno", "getComponentContext"], ["fault", "ValueError: uno"]),
        (["get", {"object": 0}, "None"], ["fault", "AttributeError: "]),
        (["run", {"object": 0}, "rm"], ["fault", "ValueError: run"]),
        (["get", {"object": 7}, "Name"], ["fault", "IndexError: "]),
    ],
    ids=lambda given: str(given)[:30],
)
def test_answers(question: list[Any], answer: list[Any]) -> None:
    handles = relay.Handles()
    handles.given(SimpleNamespace(Name="表", added=lambda one, two: one + two))
    uno = SimpleNamespace(createUnoStruct=lambda name: f"struct {name}", getComponentContext=lambda: 1)
    kind, said = relay.answered(uno, handles, question)
    assert kind == answer[0]
    assert str(said).startswith(str(answer[1])) if kind == "fault" else said == answer[1]
