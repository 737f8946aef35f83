"""Where the file of a form is, by its name or its path, without running it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from toolkit.errors import ToolkitError
from toolkit.finding import Text

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def find_form(name: str, beside: Path | None = None) -> Path:
    """The file of the form of this name or at this path.

    A name is looked for in ``schemas/`` of the folder ``beside``, then among the bundled forms.
    Raises ToolkitError where there is none.
    """
    if name.endswith(".py"):
        path = Path(name)
        if not path.is_file():
            raise ToolkitError(Text(zh=f"找不到表样文件 {name}。", en=f"There is no schema file {name}."))
        return path
    bundled = bundled_forms()
    if _NAME.fullmatch(name):
        own = beside / "schemas" / f"{name.replace('-', '_')}.py" if beside else None
        if own is not None and own.is_file():
            return own
        if name in bundled:
            return bundled[name]
    known = sorted(bundled)
    raise ToolkitError(
        Text(
            zh=f"没有名为“{name}”的表样，现有：{'、'.join(known)}。",
            en=f"There is no schema named {name!r}; there are: {', '.join(known)}.",
        )
    )


def bundled_forms() -> Mapping[str, Path]:
    """The forms that come with the toolkit, by name."""
    return {
        path.stem.replace("_", "-"): path
        for folder in reversed(_bundled_folders())
        for path in sorted(folder.glob("*.py"))
        if not path.stem.startswith("_")
    }


def _bundled_folders() -> tuple[Path, Path]:
    """Inside the installed package, and in a checkout beside it."""
    package = Path(__file__).resolve().parent
    return package / "bundled" / "schemas", package.parent / "schemas"
