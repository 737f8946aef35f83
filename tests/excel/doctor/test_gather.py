"""The facts of computers that are made of a folder, a registry and a Python of one's own."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from toolkit import __version__
from toolkit.excel.build import add_in
from toolkit.excel.doctor.facts import Host, Setting, Versions
from toolkit.excel.doctor.gather import Readers, gather, settings_in
from toolkit.excel.doctor.system import ask, where
from toolkit.excel.install import install, places

XLWINGS = ask(sys.executable).xlwings  # type: ignore[union-attr]  # it runs this test
ASR = r"Software\{}Microsoft\Windows Defender\Windows Defender Exploit Guard\ASR\Rules"
GUID = "d4f940ab-401b-4efc-aadc-ad5f3c50688a"
APP = r"Software\Microsoft\Windows\CurrentVersion\App Paths\excel.exe"
MARK = "[ZoneTransfer]\r\nZoneId=3\r\n"


def readers(
    values: Mapping[tuple[str, str, str], Setting] | None = None, *, closed: str = "nothing"
) -> Readers:
    def registry(hive: str, key: str, name: str) -> Setting:
        if closed in key:
            raise PermissionError(key)
        return (values or {}).get((hive, key, name))

    return Readers(registry=registry, ask=lambda _: Versions("1.0", "0.37.8"), which=lambda _: None)


def test_a_windows_with_all_of_it(tmp_path: Path) -> None:
    environment = {"APPDATA": str(tmp_path / "Roaming")}
    known = places("win32", environment, tmp_path)
    python = tmp_path / "venv" / "Scripts" / "python.exe"
    install(known, add_in(), str(python))
    python.parent.mkdir(parents=True)
    (tmp_path / "venv" / "xlwings64-0.37.8.dll").touch()
    found = gather(
        "win32",
        where("win32", environment, tmp_path),
        readers({("HKLM", APP, ""): "EXCEL.EXE", ("HKLM", ASR.format("Policies\\"), GUID): "1"}),
    )
    assert found.excel == Host(
        there=True,
        button=Versions(__version__, XLWINGS),
        python=str(python),
        answer=Versions("1.0", "0.37.8"),
        resident=True,
    )
    assert found.libraries == {"xlwings64-0.37.8.dll"}
    assert found.registry == {"excel": "EXCEL.EXE", "child_processes": "1"}
    assert not found.add_in_marked


def test_what_an_administrator_set_goes_first(tmp_path: Path) -> None:
    values: dict[tuple[str, str, str], Setting] = {
        ("HKLM", ASR.format(""), GUID): "1",
        ("HKLM", ASR.format("Policies\\"), GUID): "0",
    }
    found = gather("win32", where("win32", {}, tmp_path), readers(values))
    assert found.registry["child_processes"] == "0"


def test_what_may_not_be_read_is_told_from_what_is_not_set(tmp_path: Path) -> None:
    found = gather("win32", where("win32", {}, tmp_path), readers(closed="Windows Defender"))
    assert found.unread == {"child_processes", "child_processes_managed"}
    assert found.registry == {}


@pytest.mark.parametrize(
    ("note", "marked"),
    [(MARK, True), ("[ZoneTransfer]\nZoneId=4", True), ("[ZoneTransfer]\nZoneId=1", False), (None, False)],
    ids=["internet", "restricted", "intranet", "no note"],
)
def test_the_mark_of_a_download(note: str | None, *, marked: bool, tmp_path: Path) -> None:
    workbook = tmp_path / "报送表.xlsx"
    if note is not None:
        (tmp_path / "报送表.xlsx:Zone.Identifier").write_text(note)
    found = gather("win32", where("win32", {}, tmp_path), readers(), str(workbook))
    assert found.workbook_marked is marked


def test_the_extension_of_a_user(tmp_path: Path) -> None:
    user = tmp_path / ".config" / "libreoffice" / "4" / "user"
    folder = user / "uno_packages" / "cache" / "uno_packages" / "lu1.tmp_" / "indicators.oxt"
    folder.mkdir(parents=True)
    (folder / "description.xml").write_text('<description><version value="1.2"/></description>')
    settings = tmp_path / ".indicators" / "libreoffice.conf"
    settings.parent.mkdir()
    settings.write_text('"INTERPRETER","/venv/bin/python"\n"RESIDENT","True"\n')
    found = gather("linux", where("linux", {}, tmp_path), readers())
    assert found.office == Host(
        there=False,
        button=Versions("1.2"),
        python="/venv/bin/python",
        answer=Versions("1.0", "0.37.8"),
        resident=True,
    )
    assert found.excel == Host()


@pytest.mark.parametrize("content", [b"", b"PK", b"no zip at all"], ids=["empty", "cut", "text"])
def test_a_broken_add_in_is_there_and_says_nothing(content: bytes, tmp_path: Path) -> None:
    known = places("win32", {}, tmp_path)
    install(known, content, "python")
    assert gather("win32", where("win32", {}, tmp_path), readers()).excel.button == Versions()


def test_settings_are_those_that_xlwings_reads(tmp_path: Path) -> None:
    path = tmp_path / "indicators.conf"
    path.write_text('"INTERPRETER_WIN","C:\\a,b\\python.exe"\nbroken\n\n"RESIDENT","True"\n')
    assert settings_in(path) == {"INTERPRETER_WIN": "C:\\a,b\\python.exe", "RESIDENT": "True"}
    assert settings_in(tmp_path / "none") == settings_in(None) == {}


def test_a_python_is_asked(tmp_path: Path) -> None:
    answer = ask(sys.executable)
    assert answer is not None
    assert answer.toolkit == __version__
    assert ask(str(tmp_path / "python")) is None
    broken = tmp_path / "broken"
    broken.write_text("#!/bin/sh\nexit 3\n")
    broken.chmod(0o755)
    assert ask(str(broken)) is None
