"""Where marked copies go: one file for one, a folder for several; never over a file that is not our own."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from toolkit.cli.faults import tell
from toolkit.cli.paths import mistake

if TYPE_CHECKING:
    from pathlib import Path

    from toolkit.finding import FileReport, Language


def write_marked(files: Sequence[FileReport], target: Path, language: Language) -> None:
    """Write the marked copies. Of several files those that cannot be marked are told on stderr.

    Raises ToolkitError for a single file of a kind that cannot be marked.
    """
    from toolkit.reporters.xlsx import Unmarkable, marked_copy

    sources = [file.path for file in files]
    for file, place in zip(files, _places(sources, target), strict=True):
        try:
            content = marked_copy(file, language)
        except Unmarkable as error:
            if len(files) == 1 and file.verdict != "unreadable":
                raise
            tell(error.message, language)
            continue
        _write(content, place)


def write_unmarked(files: Sequence[Path], target: Path, language: Language) -> None:
    """Write the files without their marks. Raises ToolkitError as ``write_marked`` does."""
    from toolkit.reporters.xlsx import Unmarkable, unmarked

    for file, place in zip(files, _places([str(file) for file in files], target), strict=True):
        try:
            content = unmarked(file)
        except Unmarkable as error:
            if len(files) == 1:
                raise
            tell(error.message, language)
            continue
        _write(content, place)


def copies_place(output: str, inputs: Iterable[Path]) -> Path:
    """The file for one copy, the folder for several. Raises ToolkitError where they cannot be written."""
    from pathlib import Path

    files, target = list(inputs), Path(output)
    if len(files) > 1 and target.exists() and not target.is_dir():
        raise mistake(
            f"要检查的文件不止一份，{target} 应当是文件夹。",
            f"There are several files to check: {target} has to be a folder.",
        )
    for place in _places([str(file) for file in files], target):
        _refuse_strangers(place, files)
    return target


def place_for_unmarked(outputs: Sequence[str | None], inputs: Iterable[Path]) -> Path:
    """The one place that ``--unmark`` writes to. Raises ToolkitError where there is none, or more."""
    if len(outputs) != 1 or outputs[0] is None:
        raise mistake(
            "--unmark 须用一个 --output 指定写到哪里。", "--unmark needs one --output: the place to write to."
        )
    return copies_place(outputs[0], inputs)


def _places(sources: Sequence[str], target: Path) -> list[Path]:
    """Where each copy goes. Names are kept, and folders where the files come from different ones."""
    from pathlib import Path

    if len(sources) == 1 and not target.is_dir():
        return [target]
    resolved = [Path(source).resolve() for source in sources]
    top = os.path.commonpath([path.parent for path in resolved])
    return [target / path.relative_to(top) for path in resolved]


def _refuse_strangers(place: Path, inputs: Iterable[Path]) -> None:
    """An original is never written over, nor any other file but a marked copy of ours."""
    if any(place.resolve() == path.resolve() for path in inputs):
        raise mistake(
            f"标注副本不能写到要检查的文件 {place} 上，请另指定位置。",
            f"The marked copy would overwrite {place}, which is to be checked: choose another place.",
        )
    if place.is_dir():
        raise mistake(f"{place} 是文件夹，无法写入。", f"Cannot write {place}: it is a folder.")
    if place.exists() and not _is_our_own(place):
        raise mistake(
            f"{place} 已存在，且不是本工具生成的标注副本，不会覆盖；请另指定位置。",
            f"{place} exists and is no marked copy of ours: choose another place.",
        )


def _is_our_own(place: Path) -> bool:
    from toolkit.reporters.xlsx import is_marked_copy

    return is_marked_copy(place)


def _write(content: bytes, place: Path) -> None:
    """Write the file whole or not at all."""
    partial = place.with_name(f".indicators-{os.getpid()}.part")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with partial.open("xb") as file:
            file.write(content)
        partial.replace(place)
    except FileExistsError:
        raise mistake(
            f"无法写入 {place}：{partial} 已存在。", f"Cannot write {place}: {partial} exists."
        ) from None
    except OSError as error:
        partial.unlink(missing_ok=True)
        reason = error.strerror
        raise mistake(f"无法写入 {place}：{reason}。", f"Cannot write {place}: {reason}.") from error
