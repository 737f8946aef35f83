"""A LibreOffice of one's own: its profile, its start and its end."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

_OPTIONS = {
    "org.openoffice.Office.Common/Security/Scripting": {"MacroSecurityLevel": "0"},
    "org.openoffice.Office.Common/Misc": {
        "FirstRun": "false",
        "ShowTipOfTheDay": "false",
        "UseLocking": "false",
        "UseDocumentOOoLockFile": "false",
        "UseDocumentSystemFileLocking": "false",
    },
    # Without it a formula keeps the value that the file has, be it none.
    "org.openoffice.Office.Calc/Formula/Load": {"OOXMLRecalcMode": "0"},
}
_START_SECONDS = 60.0


def uno() -> Any:
    """The bridge to LibreOffice, which belongs to the system's Python; the test is skipped without it."""
    if shutil.which("soffice") is None:
        pytest.skip("LIBREOFFICE IS NOT INSTALLED: nobody has looked at what the button does")
    place = "/usr/lib/python3/dist-packages"
    if place not in sys.path:
        sys.path.append(place)
    return pytest.importorskip("uno", reason="PYTHON3-UNO IS NOT INSTALLED for this Python")


@contextmanager
def running(folder: Path) -> Iterator[Any]:
    """The context of a running LibreOffice without a screen, ended afterwards."""
    bridge = uno()
    pipe = f"pipe,name=indicators{uuid.uuid4().hex}"
    program = [
        "soffice",
        f"-env:UserInstallation={_profile(folder / 'profile')}",
        "--headless",
        "--invisible",
        "--norestore",
        "--nologo",
        "--nodefault",
        "--nolockcheck",
        f"--accept={pipe};urp;",
    ]
    process = subprocess.Popen(
        program, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        yield _connected(bridge, pipe, process)
    finally:
        _end(process)


def _connected(bridge: Any, pipe: str, process: subprocess.Popen[bytes]) -> Any:
    import time

    local = bridge.getComponentContext()
    name = "com.sun.star.bridge.UnoUrlResolver"
    resolver = local.ServiceManager.createInstanceWithContext(name, local)
    latest = time.monotonic() + _START_SECONDS
    while True:
        try:
            return resolver.resolve(f"uno:{pipe};urp;StarOffice.ComponentContext")
        except Exception:
            if time.monotonic() > latest or process.poll() is not None:
                raise
            time.sleep(0.05)


def _end(process: subprocess.Popen[bytes]) -> None:
    """Nothing that it holds is worth a farewell: its profile goes with it."""
    os.killpg(process.pid, signal.SIGKILL)
    process.wait(10)


def _profile(folder: Path) -> str:
    items = "".join(
        f'<item oor:path="/{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, options in _OPTIONS.items()
        for name, value in options.items()
    )
    (folder / "user").mkdir(parents=True)
    (folder / "user" / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<oor:items xmlns:oor="http://openoffice.org/2001/registry" '
        f'xmlns:xs="http://www.w3.org/2001/XMLSchema">{items}</oor:items>',
        encoding="utf-8",
    )
    return folder.as_uri()
