"""The ways to this computer: its registry, its folders, and the Pythons that its settings name."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from toolkit.errors import ToolkitError
from toolkit.excel.doctor.facts import Setting, Versions
from toolkit.excel.doctor.gather import Readers, Where
from toolkit.excel.install import places

_ASK_SECONDS = 20
_VERSIONS = """
from importlib.metadata import PackageNotFoundError, version
for name in ("indicator-toolkit", "xlwings"):
    try:
        print(version(name))
    except PackageNotFoundError:
        print()
"""
_EXTENSIONS = "4/user/uno_packages/cache/uno_packages"
_MAC_PROGRAMS = Path("/Applications")


def readers() -> Readers:
    """Those of this computer."""
    return Readers(registry=_registry, ask=ask, which=shutil.which)


def where(platform: str, environment: Mapping[str, str], home: Path) -> Where:
    """The places on a system, ``sys.platform`` by name."""
    try:
        known = places(platform, environment, home)
    except ToolkitError:
        known = None
    return Where(
        add_in=known.add_in if known else None,
        settings=known.settings if known else None,
        excel=_MAC_PROGRAMS / "Microsoft Excel.app" if platform == "darwin" else None,
        extensions=_profiles(platform, environment, home) / _EXTENSIONS,
        office_settings=home / ".indicators" / "libreoffice.conf",
        office=tuple(_programs(platform, environment)),
    )


def ask(python: str) -> Versions | None:
    """The versions that a Python has, None where it does not run."""
    try:
        done = subprocess.run(  # noqa: S603  # the user's own setting
            [python, "-P", "-c", _VERSIONS],
            capture_output=True,
            check=True,
            encoding="utf-8",
            timeout=_ASK_SECONDS,
        )
    except (OSError, ValueError, subprocess.SubprocessError):
        return None
    toolkit, xlwings, *_ = [*done.stdout.splitlines(), "", ""]
    return Versions(toolkit, xlwings)


def _profiles(platform: str, environment: Mapping[str, str], home: Path) -> Path:
    """The folder that LibreOffice keeps its users' profiles in."""
    if platform == "win32":
        return Path(environment.get("APPDATA", str(home / "AppData" / "Roaming"))) / "LibreOffice"
    if platform == "darwin":
        return home / "Library" / "Application Support" / "LibreOffice"
    return Path(environment.get("XDG_CONFIG_HOME") or home / ".config") / "libreoffice"


def _programs(platform: str, environment: Mapping[str, str]) -> list[Path]:
    """Where LibreOffice lies, beyond what the search path tells."""
    if platform == "win32":
        folders = [environment[name] for name in ("PROGRAMFILES", "PROGRAMFILES(X86)") if name in environment]
        return [Path(folder) / "LibreOffice" / "program" / "soffice.exe" for folder in folders]
    return [_MAC_PROGRAMS / "LibreOffice.app"] if platform == "darwin" else []


if sys.platform == "win32":
    import winreg

    _HIVES = {"HKLM": winreg.HKEY_LOCAL_MACHINE, "HKCU": winreg.HKEY_CURRENT_USER}

    def _registry(hive: str, key: str, name: str) -> Setting:
        """A value of the registry, None for one that is not set. Raises OSError for what may not be read."""
        try:
            with winreg.OpenKey(_HIVES[hive], key) as opened:
                value, _ = winreg.QueryValueEx(opened, name)
        except FileNotFoundError:
            return None
        return value if isinstance(value, int) else str(value)

else:

    def _registry(_hive: str, _key: str, _name: str) -> Setting:
        """There is no registry here."""
        return None
