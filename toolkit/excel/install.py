"""The add-in in its place: the folder that Excel starts from, and the one setting that it needs."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from toolkit.errors import ToolkitError
from toolkit.excel.vba_project import PROJECT_NAME
from toolkit.finding import Text

_NO_EXCEL = Text(
    zh="这台电脑上没有 Excel 可装：加载项只用于 Windows 和 Mac。",
    en="There is no Excel to install for: the add-in is for Windows and the Mac.",
)
_MAC_START = "Library/Group Containers/UBF8T346G9.Office/User Content.localized/Startup.localized/Excel"
_MAC_SETTINGS = "Library/Containers/com.microsoft.Excel/Data"


class Places(NamedTuple):
    """Where the add-in and its settings go, and which setting names the Python.

    ``can_stay`` tells whether the Python of a click can stay for the next one.
    """

    add_in: Path
    settings: Path
    setting: str
    can_stay: bool = False


def places(platform: str, environment: Mapping[str, str], home: Path) -> Places:
    """The places on this system, ``sys.platform`` by name. Raises ToolkitError where there is no Excel."""
    file, settings = f"{PROJECT_NAME}.xlam", f"{PROJECT_NAME}.conf"
    if platform == "win32":
        roaming = Path(environment.get("APPDATA", str(home / "AppData" / "Roaming")))
        start = roaming / "Microsoft" / "Excel" / "XLSTART"
        return Places(start / file, home / f".{PROJECT_NAME}" / settings, "INTERPRETER_WIN", can_stay=True)
    if platform == "darwin":
        return Places(home / _MAC_START / file, home / _MAC_SETTINGS / settings, "INTERPRETER_MAC")
    raise ToolkitError(_NO_EXCEL)


def install(where: Places, add_in: bytes, python: str, *, resident: bool = True) -> None:
    """Put the add-in in its place and name the Python that it calls. Raises ToolkitError.

    ``resident`` asks for a Python that stays between clicks, which there is on Windows only.
    """
    settings = {where.setting: python, **({"RESIDENT": "True"} if resident and where.can_stay else {})}
    lines = "".join(f'"{name}","{value}"\n' for name, value in settings.items())
    try:
        for path, content in ((where.add_in, add_in), (where.settings, lines.encode())):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    except OSError as error:
        raise _failed(error) from error


def uninstall(where: Places) -> bool:
    """Take both away; tells whether the add-in was there. Raises ToolkitError."""
    was_there = where.add_in.exists()
    try:
        for path in (where.add_in, where.settings):
            path.unlink(missing_ok=True)
    except OSError as error:
        raise _failed(error) from error
    return was_there


def _failed(error: OSError) -> ToolkitError:
    return ToolkitError(
        Text(
            zh=f"{error.filename}：{error.strerror}。请先关闭 Excel 再试。",
            en=f"{error.filename}: {error.strerror}. Close Excel and try again.",
        )
    )
