"""The files that a command is asked to look at, and the file that it is asked to write."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from pathlib import Path

    from toolkit.errors import ToolkitError

WORKBOOKS = frozenset({".xlsx", ".xlsm", ".xls", ".xlsb", ".et", ".ods", ".csv"})
TEMPLATES = frozenset({".xlsx", ".xlsm"})
LOCK = "~$"


def workbooks(names: Iterable[str]) -> list[Path]:
    """The files named, and the workbooks in the folders named; each once, in the order asked for.

    Raises ToolkitError for a path that is not there and for a folder without a workbook.
    """
    from pathlib import Path

    found: dict[Path, Path] = {}
    for path in map(Path, names):
        for file in _in_folder(path) if path.is_dir() else [_file(path)]:
            found.setdefault(file.resolve(), file)
    return list(found.values())


def templates(names: Iterable[str]) -> list[Path]:
    """The .xlsx and .xlsm among the files and folders named. Raises ToolkitError where there is none."""
    listed = list(names)
    found = [path for path in workbooks(listed) if path.suffix.lower() in TEMPLATES]
    if not found:
        raise mistake(f"{'、'.join(listed)} 中没有模板。", f"There is no template in {', '.join(listed)}.")
    return found


def _file(path: Path) -> Path:
    if path.is_file():
        return path
    if path.exists():
        raise mistake(f"{path} 不是普通文件，无法检查。", f"{path} is not a regular file.")
    raise mistake(f"找不到 {path}。", f"There is no {path}.")


def _in_folder(folder: Path) -> list[Path]:
    files = sorted(_walk(folder))
    if not files:
        raise mistake(f"文件夹 {folder} 中没有报送表。", f"There is no workbook in {folder}.")
    return files


def _walk(folder: Path) -> Iterator[Path]:
    """Every workbook below; hidden folders and the lock files of an open Excel are none."""
    from pathlib import Path

    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            path = Path(place, name)
            if path.suffix.lower() in WORKBOOKS and not name.startswith((LOCK, ".")) and path.is_file():
                yield path


def output_file(output: str | None, inputs: Iterable[Path]) -> Path | None:
    """Where to write, or None for the screen. Raises ToolkitError where it would overwrite an input."""
    from pathlib import Path

    if output is None:
        return None
    target = Path(output)
    if any(target.resolve() == path.resolve() for path in inputs):
        raise mistake(
            f"--output 不能写到要检查的文件 {output} 上。",
            f"--output would overwrite {output}, which is to be checked.",
        )
    if target.is_dir() or not target.parent.is_dir():
        raise mistake(f"无法写入 {output}。", f"Cannot write {output}.")
    return target


def write(chunks: Iterable[str | bytes], target: Path | None) -> None:
    """Writes to the screen, or to a file; text is UTF-8 there."""
    if target is None:
        for chunk in chunks:
            click.echo(chunk, nl=False)
        return
    try:
        with target.open("wb") as file:
            file.writelines(
                chunk.encode("utf-8", "backslashreplace") if isinstance(chunk, str) else chunk
                for chunk in chunks
            )
    except OSError as error:
        reason = error.strerror
        raise mistake(f"无法写入 {target}：{reason}。", f"Cannot write {target}: {reason}.") from error


def mistake(zh: str, en: str) -> ToolkitError:
    """An operator's mistake, in both languages."""
    from toolkit.errors import ToolkitError
    from toolkit.finding import Text

    return ToolkitError(Text(zh=zh, en=en))
