"""The extension goes in and out by LibreOffice's own installer, here one that only notes what it is asked."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from toolkit.errors import ToolkitError
from toolkit.excel.extension import IDENTIFIER
from toolkit.excel.extension_place import Office, install_extension, office, uninstall_extension

NOTING = """#!/bin/sh
echo "$@" >> "{log}"
{then}
"""


def installer(folder: Path, then: str = "exit 0") -> Office:
    program = folder / "unopkg"
    program.write_text(NOTING.format(log=folder / "log", then=then))
    program.chmod(0o755)
    found = office("linux", {"PATH": str(folder)}, folder / "home")
    assert found is not None
    return found


def test_none_without_libreoffice(tmp_path: Path) -> None:
    assert office("linux", {"PATH": str(tmp_path)}, tmp_path) is None
    assert office("win32", {"ProgramFiles": str(tmp_path)}, tmp_path) is None


@pytest.mark.skipif(sys.platform == "win32", reason="the installer is a shell script")
def test_in_and_out(tmp_path: Path) -> None:
    where = installer(tmp_path)
    install_extension(where, "/opt/报送/python")
    assert where.settings.read_text("utf-8") == '"INTERPRETER","/opt/报送/python"\n"RESIDENT","True"\n'
    assert uninstall_extension(where)
    assert not where.settings.exists()
    added, removed = (tmp_path / "log").read_text().splitlines()
    assert added.startswith("add --force ")
    assert added.endswith("indicators.oxt")
    assert removed == f"remove {IDENTIFIER}"


@pytest.mark.skipif(sys.platform == "win32", reason="the installer is a shell script")
def test_what_the_installer_says_is_passed_on(tmp_path: Path) -> None:
    where = installer(tmp_path, 'echo; echo "ERROR: Cannot run unopkg as root" >&2; exit 1')
    with pytest.raises(ToolkitError, match="Cannot run unopkg as root"):
        install_extension(where, "python")
    assert not uninstall_extension(where)


@pytest.mark.skipif(sys.platform == "win32", reason="the installer is a shell script")
def test_what_cannot_be_taken_away_is_no_success_and_keeps_its_setting(tmp_path: Path) -> None:
    where = installer(tmp_path)
    install_extension(where, "python")
    locked = installer(tmp_path, '[ "$1" = remove ] || exit 0; echo "ERROR: it is locked" >&2; exit 1')
    with pytest.raises(ToolkitError, match="it is locked"):
        uninstall_extension(locked)
    assert where.settings.exists()
