"""Which Python the extension starts, and that an old Python of an office understands its own parts."""

from __future__ import annotations

import ast
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from toolkit.excel.extension import extension
from toolkit.excel.libreoffice.extension.pythonpath.indicators_settings import settings


def test_a_python_3_8_understands_it() -> None:
    with ZipFile(BytesIO(extension())) as archive:
        sources = [archive.read(name) for name in archive.namelist() if name.endswith(".py")]
    assert len(sources) == 3
    for source in sources:
        ast.parse(source, feature_version=(3, 8))


@pytest.fixture
def user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    monkeypatch.setenv("PATH", "")
    return tmp_path


def with_command(folder: Path) -> Path:
    folder.mkdir(parents=True)
    for name in ("indicators", "python3"):
        (folder / name).touch()
    return folder / "python3"


def test_what_the_user_has_settled_goes_first(user: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with_command(user / "bin")
    monkeypatch.setenv("PATH", str(user / "bin"))
    (user / ".indicators").mkdir()
    (user / ".indicators" / "libreoffice.conf").write_text('"INTERPRETER","/own/python"\n"RESIDENT","True"\n')
    assert settings() == {"INTERPRETER": "/own/python", "RESIDENT": "True"}


def test_else_it_is_the_python_of_the_command(user: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    python = with_command(user / "bin")
    monkeypatch.setenv("PATH", str(user / "bin"))
    assert settings() == {"INTERPRETER": str(python)}


def test_nothing_is_taken_from_where_the_office_stands(user: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with_command(user / "work" / "bin")
    (user / "work" / "libreoffice.conf").write_text('"INTERPRETER","/evil"\n')
    monkeypatch.chdir(user / "work")
    monkeypatch.setenv("PATH", "bin:.:")
    assert settings() == {"INTERPRETER": ""}
