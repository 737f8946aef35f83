"""Every hostile kind comes to the end it should, within ten seconds and one gibibyte."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, NamedTuple

import pytest

from tests.hostile.catalogue import KINDS
from tests.hostile.kind import Kind
from tests.hostile.worker import SECONDS

pytestmark = [pytest.mark.hostile, pytest.mark.skipif(sys.platform == "win32", reason="bounds need fork")]


class Worker(NamedTuple):
    """The process that reads the files, by its two pipes."""

    asked: IO[str]
    answers: IO[str]

    def attempt(self, does: str, path: Path) -> dict[str, Any]:
        self.asked.write(f"{does} {path}\n")
        self.asked.flush()
        answer: dict[str, Any] = json.loads(self.answers.readline())
        return answer


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    command = [sys.executable, "-m", "tests.hostile.worker"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        yield Worker(process.stdin, process.stdout)
        process.stdin.close()


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_it_ends_as_it_should(kind: Kind, worker: Worker, tmp_path: Path) -> None:
    path = tmp_path / f"book{kind.suffix}"
    path.write_bytes(kind.build())
    came = worker.attempt("read", path)
    assert came["outcome"] == ("refused" if kind.outcome == "refuse" else "read"), came
    assert came["seconds"] < SECONDS
    if kind.outcome == "refuse":
        assert came["limit"] == (kind.limit or came["limit"])
        assert kind.says in came["reason"]
        assert came["fix"]
    else:
        assert {place: came["cells"].get(place) for place in kind.holds} == dict(kind.holds)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_it_is_marked_or_refused(kind: Kind, worker: Worker, tmp_path: Path) -> None:
    """Marking reads a file several times and may refuse what reading bears, but never in another way."""
    path = tmp_path / f"book{kind.suffix}"
    path.write_bytes(kind.build())
    came = worker.attempt("mark", path)
    assert came["outcome"] in {"read", "refused"}, came
    assert came["outcome"] == "refused" or came["back"]


def test_the_catalogue_is_large_and_its_names_are_unique() -> None:
    names = [kind.name for kind in KINDS]
    assert len(set(names)) == len(names) >= 80


def test_the_same_kind_is_built_twice_alike() -> None:
    for kind in KINDS:
        if "bomb" not in kind.name and "million" not in kind.name:
            assert kind.build() == kind.build(), kind.name
