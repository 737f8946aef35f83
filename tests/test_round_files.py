"""Where the file of a round lies: the nearest one counts."""

from __future__ import annotations

from pathlib import Path

from toolkit.round_files import FILE_NAME, find_round


def test_the_nearest_round_counts(tmp_path: Path) -> None:
    inner = tmp_path / "inbox" / "units"
    inner.mkdir(parents=True)
    outer = tmp_path / FILE_NAME
    outer.touch()

    assert find_round(inner) == outer.resolve()
    assert find_round(inner / "submission.xlsx") == outer.resolve()
    nearest = inner / FILE_NAME
    nearest.touch()
    assert find_round(inner / "submission.xlsx") == nearest.resolve()


def test_no_round_anywhere(tmp_path: Path) -> None:
    found = find_round(tmp_path / "submission.xlsx")
    assert found is None or tmp_path.resolve() not in found.parents
