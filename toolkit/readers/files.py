"""Bytes of a path that may be anything: missing, a folder, a pipe, a device, endless."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from toolkit.errors import ToolkitError, UnreadableWorkbook
from toolkit.finding import Text
from toolkit.ooxml.limits import Limits
from toolkit.ooxml.refusals import over, shown

# Opening a pipe without this would wait for a writer for ever; Windows has no such flag or need.
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_CHOOSE_FILE = Text(zh="请指定 .xlsx 文件。", en="Give the path of an .xlsx file.")


def read_bytes(path: Path, limits: Limits) -> bytes:
    """The whole content, up to the limit. Raises ToolkitError for a missing path."""
    try:
        descriptor = os.open(path, _FLAGS)
    except (FileNotFoundError, ValueError):
        name = shown(path.name)
        raise ToolkitError(Text(zh=f"找不到文件：{name}", en=f"There is no such file: {name}")) from None
    except OSError as error:
        if path.is_dir():
            raise _not_a_file() from None
        raise _unopened(error) from None
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise _not_a_file()
    with os.fdopen(descriptor, "rb") as stream:
        try:
            data = stream.read(limits.file_bytes + 1)
        except OSError as error:
            raise _unopened(error) from None
    if len(data) > limits.file_bytes:
        raise over("file_bytes", limits.file_bytes)
    return data


def _not_a_file() -> UnreadableWorkbook:
    return UnreadableWorkbook(
        Text(
            zh="这不是普通文件（是文件夹、管道或设备）。",
            en="This is a folder, a pipe or a device, not a file.",
        ),
        _CHOOSE_FILE,
    )


def _unopened(error: OSError) -> UnreadableWorkbook:
    reason = error.strerror or "?"
    return UnreadableWorkbook(
        Text(zh=f"文件打不开（{reason}）。", en=f"The file cannot be opened ({reason})."),
        Text(zh="请检查文件的访问权限和链接。", en="Check the permissions of the file and its links."),
    )
