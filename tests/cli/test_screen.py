"""Terminals, pipes and code pages, with the real command."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sysconfig
from pathlib import Path

import pytest

from tests.cli.conftest import LIMIT, Workbook

INDICATORS = str(Path(sysconfig.get_path("scripts"), "indicators"))


def on_terminal(arguments: list[str], **environment: str) -> str:
    """What the command shows on a terminal of its own."""
    ours, theirs = pty.openpty()
    settings = {**os.environ, "TERM": "xterm", **environment}
    settings.pop("NO_COLOR", None) if "NO_COLOR" not in environment else None
    with subprocess.Popen([INDICATORS, *arguments], stdout=theirs, stderr=theirs, env=settings) as process:
        os.close(theirs)
        shown = b""
        while True:
            try:
                chunk = os.read(ours, 65536)
            except OSError:  # Linux tells the end of a terminal by an error
                break
            if not chunk:
                break
            shown += chunk
        process.wait(timeout=60)
    os.close(ours)
    return shown.decode("utf-8")


@pytest.mark.parametrize(
    ("environment", "coloured"),
    [
        pytest.param({}, True, id="a terminal"),
        pytest.param({"NO_COLOR": "1"}, False, id="no colours wanted"),
        pytest.param({"TERM": "dumb"}, False, id="a terminal without colours"),
    ],
)
def test_colours(submission: Workbook, environment: dict[str, str], *, coloured: bool) -> None:
    assert ("\x1b[" in on_terminal(["check", str(submission(LIMIT))], **environment)) is coloured


@pytest.mark.parametrize("encoding", ["gbk", "ascii", "cp1252"])
def test_a_code_page_without_some_signs(submission: Workbook, encoding: str) -> None:
    path = submission([("清洁空气😀", *LIMIT[0][1:])])

    done = subprocess.run(
        [INDICATORS, "check", str(path)],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": encoding},
    )

    assert (done.returncode, done.stderr) == (1, b"")
    assert b"A006" in done.stdout


def test_json_is_utf8_whatever_the_code_page(submission: Workbook) -> None:
    done = subprocess.run(
        [INDICATORS, "check", str(submission(LIMIT)), "--format", "json"],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "gbk"},
    )

    assert json.loads(done.stdout.decode("utf-8"))["files"][0]["findings"]


def test_a_reader_that_goes_away(submission: Workbook) -> None:
    path = submission(LIMIT * 400)
    with subprocess.Popen(
        [INDICATORS, "read", str(path)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""


def many(submission: Workbook, number: int) -> Path:
    """The folder that holds so many workbooks."""
    paths = [submission(LIMIT, f"2017年上半年{each}.xlsx") for each in range(number)]
    return paths[0].parent


@pytest.mark.parametrize(("number", "shown"), [(2, False), (9, True)])
def test_a_bar_on_a_terminal(submission: Workbook, number: int, *, shown: bool) -> None:
    assert ("检查 Checking" in on_terminal(["check", str(many(submission, number))])) is shown


def test_no_bar_where_nobody_looks(submission: Workbook) -> None:
    done = subprocess.run([INDICATORS, "check", str(many(submission, 9))], capture_output=True, check=False)

    assert (done.returncode, done.stderr) == (1, b"")
