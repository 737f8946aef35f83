"""The extension in its place: LibreOffice's own installer puts it there, and one setting names the Python."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from toolkit.errors import ToolkitError
from toolkit.excel.extension import EXTENSION_NAME, IDENTIFIER, extension
from toolkit.finding import Text

_SECONDS = 120
_MAC = "/Applications/LibreOffice.app/Contents/MacOS"
_WINDOWS = ("ProgramFiles", "ProgramW6432", "ProgramFiles(x86)")


class Office(NamedTuple):
    """The installer of a LibreOffice, and the file of the user that names the Python to call."""

    installer: str
    settings: Path


def office(platform: str, environment: Mapping[str, str], home: Path) -> Office | None:
    """The LibreOffice of this system, ``sys.platform`` by name; None where there is none."""
    folders = [_MAC] if platform == "darwin" else []
    if platform == "win32":
        named = (environment.get(name) for name in _WINDOWS)
        folders = [f"{folder}\\LibreOffice\\program" for folder in named if folder]
    search = [environment.get("PATH", ""), *folders]
    program = next((found for path in search if (found := shutil.which("unopkg", path=path))), None)
    return None if program is None else Office(program, home / ".indicators" / "libreoffice.conf")


def install_extension(where: Office, python: str, *, resident: bool = True) -> None:
    """Have the extension installed for this user, in place of an older one. Raises ToolkitError."""
    lines = f'"INTERPRETER","{python}"\n' + ('"RESIDENT","True"\n' if resident else "")
    try:
        where.settings.parent.mkdir(parents=True, exist_ok=True)
        where.settings.write_text(lines, encoding="utf-8")
    except OSError as error:
        raise _failed(f"{error.filename}: {error.strerror}") from error
    with TemporaryDirectory(prefix="indicators-") as folder:
        package = Path(folder) / EXTENSION_NAME
        package.write_bytes(extension())
        done = _run(where, "add", "--force", str(package))
    if done.returncode:
        raise _failed(_reason(done.stderr))


def uninstall_extension(where: Office) -> bool:
    """Take extension and setting away; tells whether the extension was there. Raises ToolkitError.

    The installer refuses alike what is not there and what it cannot take away: a refusal is asked about.
    """
    removed = _run(where, "remove", IDENTIFIER)
    was_there = removed.returncode == 0
    if not was_there and _run(where, "list", IDENTIFIER).returncode == 0:
        raise _stays(_reason(removed.stderr))
    try:
        where.settings.unlink(missing_ok=True)
    except OSError as error:
        raise _failed(f"{error.filename}: {error.strerror}") from error
    return was_there


def _run(where: Office, *asked: str) -> subprocess.CompletedProcess[str]:
    try:
        return subprocess.run(  # noqa: S603 - LibreOffice's own program
            [where.installer, *asked], capture_output=True, text=True, timeout=_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise _failed(str(error)) from error


def _reason(told: str) -> str:
    """The first line that says anything, without what comes before it."""
    lines = (line.strip() for line in told.splitlines())
    return next((line.removeprefix("ERROR: ") for line in lines if line), "unopkg")


def _stays(reason: str) -> ToolkitError:
    return ToolkitError(
        Text(
            zh=f"扩展没有从 LibreOffice 卸载：{reason}。"
            "请关闭 LibreOffice，再运行 indicators excel uninstall。",
            en=f"The extension is still in LibreOffice: {reason}. "
            "Close LibreOffice and run indicators excel uninstall again.",
        )
    )


def _failed(reason: str) -> ToolkitError:
    return ToolkitError(
        Text(
            zh=f"扩展没有装进 LibreOffice：{reason}。请关闭 LibreOffice，用报送人自己的账户再试。",
            en=f"The extension could not be put into LibreOffice: {reason}. "
            "Close LibreOffice and try again as the user who works with it.",
        )
    )
