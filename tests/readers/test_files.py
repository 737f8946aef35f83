"""A path can be anything; reading it ends at once, with a sentence for whoever has to mend it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.hostile import books
from toolkit.errors import LimitExceeded, ToolkitError, UnreadableWorkbook
from toolkit.readers import Limits, read_workbook

posix = pytest.mark.skipif(sys.platform == "win32", reason="there are no pipes and devices in folders")


def _loop(path: Path) -> None:
    path.symlink_to(path)


KINDS: dict[str, tuple[Callable[[Path], object], str]] = {
    "folder": (Path.mkdir, "folder"),
    "pipe": (os.mkfifo, "pipe"),
    "device": (lambda path: path.symlink_to("/dev/zero"), "device"),
    "link to itself": (_loop, "cannot be opened"),
}


@posix
@pytest.mark.timeout(10)
@pytest.mark.parametrize(("make", "reason"), KINDS.values(), ids=KINDS)
def test_what_is_no_file_is_unreadable(make: Callable[[Path], object], reason: str, tmp_path: Path) -> None:
    path = tmp_path / "报送表.xlsx"
    make(path)
    with pytest.raises(UnreadableWorkbook, match=reason) as refusal:
        read_workbook(path)
    assert refusal.value.fix.zh


@pytest.mark.parametrize(
    "name", ["没有.xlsx", "没有/没有.xlsx", "a\0b.xlsx"], ids=["file", "folder", "zero byte"]
)
def test_a_missing_path_is_the_operators_mistake(name: str, tmp_path: Path) -> None:
    with pytest.raises(ToolkitError, match="no such file") as mistake:
        read_workbook(tmp_path / name)
    assert not isinstance(mistake.value, UnreadableWorkbook)


def test_a_lock_file_is_called_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "~$报送表.xlsx"
    path.write_bytes(b"\x04user".ljust(165, b" "))
    with pytest.raises(UnreadableWorkbook, match="lock file"):
        read_workbook(path)


def test_a_link_to_a_workbook_is_followed(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(books.book())
    (tmp_path / "b.xlsx").symlink_to(tmp_path / "a.xlsx")
    assert read_workbook(tmp_path / "b.xlsx") == read_workbook(books.book())


def test_a_file_is_not_read_past_its_limit(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(books.book())
    size = path.stat().st_size
    read_workbook(path, limits=Limits(file_bytes=size))
    with pytest.raises(LimitExceeded) as refusal:
        read_workbook(path, limits=Limits(file_bytes=size - 1))
    assert refusal.value.limit == "file_bytes"
