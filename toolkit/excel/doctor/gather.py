"""The facts of a computer. Its registry and its Pythons are asked through readers that a test replaces."""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from typing import NamedTuple
from zipfile import BadZipFile, ZipFile

from toolkit import __version__
from toolkit.excel.doctor.facts import Facts, Host, Setting, Versions

_MARK = ":Zone.Identifier"
_FROM_THE_INTERNET = re.compile(r"^ZoneId=[34]", re.MULTILINE)
_PROPERTIES = "docProps/core.xml"
_VERSIONS = re.compile(r"报送表检查 ([\w.+!-]+)(?:（xlwings ([\w.]+)）)?")
_EXTENSION_VERSION = re.compile(r'<version value="([^"]+)"')


class Readers(NamedTuple):
    """The ways to what is not a file: a value of the registry, the versions in a Python, a program's path.

    ``registry`` takes hive, key and name, gives None for what is not set and raises OSError for what may
    not be read; ``ask`` gives None for a Python that does not run.
    """

    registry: Callable[[str, str, str], Setting]
    ask: Callable[[str], Versions | None]
    which: Callable[[str], str | None]


class Where(NamedTuple):
    """Where things lie on this system; None for what does not exist for it."""

    add_in: Path | None
    settings: Path | None
    excel: Path | None
    extensions: Path
    office_settings: Path
    office: tuple[Path, ...]


def gather(platform: str, where: Where, readers: Readers, workbook: str = "") -> Facts:
    """Everything that the questions ask for. ``workbook`` is the path of one, if there is one in question."""
    registry, unread = _registry(readers) if platform == "win32" else ({}, frozenset[str]())
    excel = _excel(platform, where, readers, registry)
    return Facts(
        platform=platform,
        version=__version__,
        excel=excel,
        office=_office(where, readers),
        add_in_marked=where.add_in is not None and _is_marked(where.add_in),
        workbook=workbook,
        workbook_marked=bool(workbook) and _is_marked(Path(workbook)),
        libraries=frozenset(_libraries(excel.python)),
        registry=registry,
        unread=unread,
    )


def settings_in(path: Path | None) -> dict[str, str]:
    """The settings of a file as xlwings writes one, none where there is no such file."""
    try:
        text = path.read_text(encoding="utf-8") if path else ""
    except (OSError, ValueError):
        return {}
    return {row[0]: row[1] for row in csv.reader(text.splitlines()) if len(row) > 1}


def _excel(platform: str, where: Where, readers: Readers, registry: Mapping[str, Setting]) -> Host:
    if where.add_in is None:
        return Host()
    there = "excel" in registry if platform == "win32" else where.excel is not None and where.excel.exists()
    settings = settings_in(where.settings)
    python = settings.get("INTERPRETER_WIN" if platform == "win32" else "INTERPRETER_MAC", "")
    return Host(
        there=there,
        button=_built(where.add_in),
        python=python,
        answer=readers.ask(python) if python else None,
        resident=settings.get("RESIDENT") == "True",
    )


def _office(where: Where, readers: Readers) -> Host:
    settings = settings_in(where.office_settings)
    python = settings.get("INTERPRETER", "")
    return Host(
        there=any(path.exists() for path in where.office) or readers.which("soffice") is not None,
        button=_extension(where.extensions),
        python=python,
        answer=readers.ask(python) if python else None,
        resident=settings.get("RESIDENT") == "True",
    )


def _built(add_in: Path) -> Versions | None:
    """The versions that the add-in was built with, as its properties tell."""
    try:
        with ZipFile(BytesIO(add_in.read_bytes())) as archive:
            said = _VERSIONS.search(archive.read(_PROPERTIES).decode())
    except FileNotFoundError:
        return None
    except (OSError, KeyError, ValueError, BadZipFile):
        return Versions()
    return Versions(said[1], said[2] or "") if said else Versions()


def _extension(folder: Path) -> Versions | None:
    """The version of our extension among those of the user."""
    for described in sorted(folder.glob("*/indicators.oxt/description.xml")):
        try:
            said = _EXTENSION_VERSION.search(described.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return Versions()
        return Versions(said[1]) if said else Versions()
    return None


def _is_marked(path: Path) -> bool:
    """Whether Windows keeps a note beside the file that it came from the internet."""
    try:
        note = Path(f"{path}{_MARK}").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
    return _FROM_THE_INTERNET.search(note) is not None


def _libraries(python: str) -> Iterator[str]:
    """The libraries of xlwings where its VBA looks for them: beside Python and one folder above."""
    for folder in Path(python).parents[:2] if python else ():
        yield from (path.name for path in folder.glob("xlwings*.dll"))


def _registry(readers: Readers) -> tuple[dict[str, Setting], frozenset[str]]:
    """What is set, and the names of what may not be read."""
    found: dict[str, Setting] = {}
    unread: set[str] = set()
    for name, entry in tomllib.loads(_places()).items():
        for hive, key, value in entry["places"]:
            try:
                said = readers.registry(hive, key, value)
            except OSError:
                unread.add(name)
                continue
            if said is not None:
                found.setdefault(name, said)
    return found, frozenset(unread)


def _places() -> str:
    return (files("toolkit.excel.doctor") / "registry.toml").read_text(encoding="utf-8")
