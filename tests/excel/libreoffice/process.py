"""A LibreOffice of one's own: its profile, its start and its end."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time
import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from toolkit.excel.libreoffice.bridge import NotInstalled, resolved, uno
from toolkit.excel.libreoffice.inside import prepare

_OPTIONS = {
    "org.openoffice.Office.Common/Security/Scripting": {"MacroSecurityLevel": "0"},
    "org.openoffice.Office.Common/Misc": {
        "FirstRun": "false",
        "ShowTipOfTheDay": "false",
        "UseLocking": "false",
        "UseDocumentOOoLockFile": "false",
        "UseDocumentSystemFileLocking": "false",
    },
    "org.openoffice.Office.Calc/Filter/Import/VBA": {"Load": "true", "Executable": "true"},
    # Without it a formula keeps the value that the file has, be it none.
    "org.openoffice.Office.Calc/Formula/Load": {"OOXMLRecalcMode": "0"},
}
# Where a Python that the office starts finds it again.
OFFICE = "INDICATORS_TEST_OFFICE"
_START_SECONDS = 60.0
_NO_SCREEN = ("--headless", "--invisible")


@contextmanager
def running(
    folder: Path, environment: Mapping[str, str] | None = None, display: str = "", pipe: str | None = None
) -> Iterator[Any]:
    """The context of a running LibreOffice, ended afterwards; without a ``display`` it shows no window.

    It listens at ``pipe``, or at one of its own. Raises NotInstalled.
    """
    if shutil.which("soffice") is None:
        raise NotInstalled("LIBREOFFICE IS NOT INSTALLED")
    uno()
    pipe = pipe or new_pipe()
    program = [
        "soffice",
        f"-env:UserInstallation={_profile(folder / 'profile')}",
        *(() if display else _NO_SCREEN),
        "--norestore",
        "--nologo",
        "--nodefault",
        "--nolockcheck",
        f"--accept={pipe};urp;",
    ]
    known = {**os.environ, **(environment or {}), OFFICE: pipe, **({"DISPLAY": display} if display else {})}
    nowhere = subprocess.DEVNULL
    process = subprocess.Popen(program, env=known, start_new_session=True, stdout=nowhere, stderr=nowhere)
    try:
        context = _started(pipe, process)
        prepare(context)
        yield context
    finally:
        _end(process)


def new_pipe() -> str:
    """The name of a pipe that nobody else has."""
    return f"pipe,name=indicators{uuid.uuid4().hex}"


def _started(pipe: str, process: subprocess.Popen[bytes]) -> Any:
    latest = time.monotonic() + _START_SECONDS
    while True:
        try:
            return resolved(pipe)
        except Exception:
            if time.monotonic() > latest or process.poll() is not None:
                raise
            time.sleep(0.05)


def _end(process: subprocess.Popen[bytes]) -> None:
    """Nothing that it holds is worth a farewell: its profile goes with it."""
    with suppress(ProcessLookupError):  # it may have ended by itself
        os.killpg(process.pid, signal.SIGKILL)
    process.wait(10)


def _profile(folder: Path) -> str:
    items = "".join(
        f'<item oor:path="/{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, options in _OPTIONS.items()
        for name, value in options.items()
    )
    (folder / "user").mkdir(parents=True, exist_ok=True)
    (folder / "user" / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<oor:items xmlns:oor="http://openoffice.org/2001/registry" '
        f'xmlns:xs="http://www.w3.org/2001/XMLSchema">{items}</oor:items>',
        encoding="utf-8",
    )
    return folder.as_uri()
