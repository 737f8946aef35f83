"""The add-in in the folder that Excel starts from, and out of it again."""

from __future__ import annotations

from pathlib import Path

import pytest

from toolkit.errors import ToolkitError
from toolkit.excel.install import Places, install, places, uninstall

MAC_START = "Library/Group Containers/UBF8T346G9.Office/User Content.localized/Startup.localized/Excel"


@pytest.mark.parametrize(
    ("platform", "add_in", "settings", "setting"),
    [
        (
            "win32",
            "AppData/Roaming/Microsoft/Excel/XLSTART/indicators.xlam",
            ".indicators/indicators.conf",
            "INTERPRETER_WIN",
        ),
        (
            "darwin",
            f"{MAC_START}/indicators.xlam",
            "Library/Containers/com.microsoft.Excel/Data/indicators.conf",
            "INTERPRETER_MAC",
        ),
    ],
    ids=["Windows", "Mac"],
)
def test_places(platform: str, add_in: str, settings: str, setting: str, tmp_path: Path) -> None:
    found = places(platform, {}, tmp_path)
    assert found == Places(tmp_path / add_in, tmp_path / settings, setting, can_stay=platform == "win32")


def test_no_place_without_excel(tmp_path: Path) -> None:
    with pytest.raises(ToolkitError, match="no Excel"):
        places("linux", {}, tmp_path)


def test_in_and_out(tmp_path: Path) -> None:
    where = places("win32", {"APPDATA": str(tmp_path / "漫游")}, tmp_path)
    install(where, b"add-in", r"C:\Program Files\Python\python.exe")
    assert where.add_in.read_bytes() == b"add-in"
    python = '"INTERPRETER_WIN","C:\\Program Files\\Python\\python.exe"\n'
    assert where.settings.read_text() == python + '"RESIDENT","True"\n'
    assert uninstall(where)
    assert not where.add_in.exists()
    assert not where.settings.exists()
    assert not uninstall(where)


def test_a_folder_in_the_way_is_one_sentence(tmp_path: Path) -> None:
    where = places("win32", {}, tmp_path)
    where.add_in.mkdir(parents=True)
    with pytest.raises(ToolkitError, match="Close Excel"):
        install(where, b"", "python")


def test_python_stays_on_windows_and_where_it_is_wanted(tmp_path: Path) -> None:
    windows, mac = (places(platform, {}, tmp_path) for platform in ("win32", "darwin"))
    install(windows, b"", "python", resident=False)
    install(mac, b"", "python")
    assert windows.settings.read_text() == '"INTERPRETER_WIN","python"\n'
    assert mac.settings.read_text() == '"INTERPRETER_MAC","python"\n'
