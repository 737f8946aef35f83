"""A folder that others are writing to: half-written files, locks, and the way in which Excel saves."""

from __future__ import annotations

from pathlib import Path

import pytest

from toolkit.inbox.folder import look, settle
from toolkit.inbox.watching import Watch, step


def names(watch: Watch) -> list[str]:
    return [path.name for path in watch.counting]


class Folder:
    """A folder and the watch on it, one look after another."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self.watch = Watch(look(place), {})

    def write(self, name: str, size: int) -> None:
        (self.place / name).write_bytes(b"x" * size)

    def looked(self) -> list[str]:
        self.watch = step(self.watch, look(self.place))
        return names(self.watch)


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path)


def test_a_file_counts_once_it_stays_the_same(folder: Folder) -> None:
    folder.write("甲.xlsx", 10)
    assert folder.looked() == []
    folder.write("甲.xlsx", 20)
    assert folder.looked() == []
    assert folder.looked() == ["甲.xlsx"]


def test_a_file_that_grows_again_keeps_its_former_state_until_it_rests(folder: Folder) -> None:
    folder.write("甲.xlsx", 10)
    folder.looked()
    folder.looked()
    folder.write("甲.xlsx", 99)
    folder.looked()
    assert folder.watch.counting[folder.place / "甲.xlsx"].size == 10
    folder.looked()
    assert folder.watch.counting[folder.place / "甲.xlsx"].size == 99


@pytest.mark.parametrize(
    "name",
    ["~$甲.xlsx", ".甲.xlsx", ".~lock.甲.xlsx#", "~WRL0001.tmp", "A1B2C300", "甲.xlsx.crdownload", "甲.docx"],
)
def test_what_programs_leave_is_no_workbook(folder: Folder, name: str) -> None:
    folder.write(name, 10)
    folder.looked()

    assert folder.looked() == []


def test_saving_by_rename_never_makes_a_file_missing(folder: Folder) -> None:
    folder.write("甲.xlsx", 10)
    folder.looked()
    folder.looked()
    folder.write("~$甲.xlsx", 1)
    folder.write("A1B2C300", 30)
    (folder.place / "甲.xlsx").rename(folder.place / "D4E5F600")
    assert folder.looked() == ["甲.xlsx"]
    (folder.place / "A1B2C300").rename(folder.place / "甲.xlsx")
    (folder.place / "D4E5F600").unlink()
    assert folder.looked() == ["甲.xlsx"]
    folder.looked()
    assert folder.watch.counting[folder.place / "甲.xlsx"].size == 30


def test_a_file_that_was_taken_away_is_gone_at_the_second_look(folder: Folder) -> None:
    folder.write("甲.xlsx", 10)
    folder.looked()
    folder.looked()
    (folder.place / "甲.xlsx").unlink()
    assert folder.looked() == ["甲.xlsx"]
    assert folder.looked() == []


def test_folders_of_units_and_hidden_ones(tmp_path: Path) -> None:
    for name in ("西城区", ".git"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "表.xlsx").write_bytes(b"x")

    assert [path.parent.name for path in look(tmp_path)] == ["西城区"]


def test_a_single_look_waits_for_what_was_just_written(tmp_path: Path) -> None:
    (tmp_path / "甲.xlsx").write_bytes(b"x")

    assert [path.name for path in settle(tmp_path, wait=0.2)] == ["甲.xlsx"]
