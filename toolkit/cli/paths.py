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
    for name in names:
        if not name.strip():
            raise mistake("文件名是空的，请写明要检查的文件。", "A file name is empty: name the file.")
        path = Path(name)
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
    zh, en = _advice(path)
    raise mistake(f"找不到 {path}{zh}。", f"There is no {path}{en}.")


def _advice(path: Path) -> tuple[str, str]:
    """What may have been meant: a name without its ending, Windows' slashes, a name cut at a blank."""
    from pathlib import Path

    slashed = Path(path.name.replace("\\", "/"))
    near = [slashed] if slashed != Path(path.name) else []
    if path.parent.is_dir():
        names = sorted(each.name for each in path.parent.iterdir())
        endings = [name for name in names if Path(name).stem == path.name and Path(name).suffix in WORKBOOKS]
        near += [path.parent / name for name in endings]
        if any(name.startswith(f"{path.name} ") for name in names):
            return '：名称中有空格的，请加引号，例如 "我的 文件夹"', ": put a name with blanks in quotes"
    meant = next((each for each in near if each.exists()), None)
    if meant is not None:
        return f"，是否指 {meant}", f", did you mean {meant}"
    return "，请核对路径和文件名", ": check the path and the name"


def _in_folder(folder: Path) -> list[Path]:
    files = sorted(_walk(folder))
    if not files:
        kinds = "、".join(sorted(WORKBOOKS))
        raise mistake(
            f"文件夹 {folder} 中没有报送表（{kinds}）。", f"There is no workbook in {folder} ({kinds})."
        )
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


def output_file(output: str | None, inputs: Iterable[Path], suffix: str = ".json") -> Path | None:
    """Where to write, or None for the screen; ``suffix`` is that of the name that is proposed for a folder.

    Raises ToolkitError where it would overwrite an input.
    """
    from pathlib import Path

    if output is None:
        return None
    target = Path(output)
    if any(target.resolve() == path.resolve() for path in inputs):
        raise mistake(
            f"--output 不能写到要检查的文件 {output} 上。",
            f"--output would overwrite {output}, which is to be checked.",
        )
    if target.is_dir():
        raise mistake(
            f"无法写入 {output}：这是文件夹，请写明文件名，例如 {target / f'结果{suffix}'}。",
            f"Cannot write {output}: it is a folder; name a file, such as {target / f'result{suffix}'}.",
        )
    if not target.parent.is_dir():
        raise mistake(
            f"无法写入 {output}：没有文件夹 {target.parent}，请先新建。",
            f"Cannot write {output}: there is no folder {target.parent}; make it first.",
        )
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
