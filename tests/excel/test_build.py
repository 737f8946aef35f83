"""Add-in and template as files: our source in them and nothing else of ours, the same bytes every time."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest

from toolkit.excel import macros
from toolkit.excel.build import add_in, template_with_buttons
from toolkit.excel.vba_project import ADD_IN, WORKBOOK, Base, base_file, closed, own_file, with_module
from toolkit.template.recipe import ingredients, sample

MACRO = re.compile(r'Press "(\w+)"')
SUB = re.compile(r"^Public Sub (\w+)\(control As IRibbonControl\)", re.MULTILINE)


def sources(data: bytes, folder: Path) -> dict[str, str]:
    """The modules as olevba reads them, attributes and line ends aside."""
    path = folder / "file.xlsm"
    path.write_bytes(data)
    command = [sys.executable, "-W", "ignore", "-m", "oletools.olevba", "--json", "--code", str(path)]
    said = subprocess.run(command, capture_output=True, check=False, text=True, encoding="utf-8").stdout
    macros = next(each["macros"] for each in json.loads(said) if each.get("macros"))
    return {macro["vba_filename"]: plain(macro["code"]) for macro in macros}


def plain(code: str) -> str:
    lines = code.replace("\r\n", "\n").split("\n")
    return "\n".join(line for line in lines if not line.startswith("Attribute ")).strip()


def parts(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


BUILDS: dict[str, Callable[[], bytes]] = {
    "add-in": add_in,
    "template": lambda: template_with_buttons(*ingredients(*sample())),
}


@pytest.fixture(scope="module", params=BUILDS)
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def built(kind: str) -> bytes:
    return BUILDS[kind]()


def test_two_builds_are_the_same(kind: str, built: bytes) -> None:
    assert BUILDS[kind]() == built


@pytest.mark.parametrize(
    ("base", "module"),
    [(ADD_IN, "IndicatorRibbon"), (WORKBOOK, "IndicatorButtons")],
    ids=["ribbon", "buttons on a sheet"],
)
def test_our_module_stands_for_the_sample_and_the_rest_is_xlwings(
    base: Base, module: str, tmp_path: Path
) -> None:
    before, after = sources(base_file(base), tmp_path), sources(with_module(base, module), tmp_path)
    own = after.pop(f"{module}.bas")
    before.pop(f"{base.sample}.bas")
    before["xlwings.bas"] = closed(before["xlwings.bas"])
    before |= {f"{name}.cls": plain(own_file(f"{name}.bas")) for name in base.filled}
    assert own == plain(own_file(f"{module}.bas"))
    assert after == before
    assert 'PROJECT_NAME As String = "indicators"' in after["xlwings.bas"]


@pytest.mark.parametrize(
    "door",
    [
        r'^\s*If source = "" Or source = "(?!user)',
        r'= "\.py"',
        r'GetConfig\("ADD_WORKBOOK_TO_PYTHONPATH"',
        r"PYTHONPATH = .*FullName",
        r"PYTHONPATH = AddExcelDir",
        r'interpreter = .*"python"',
        r'GetConfig\("INTERPRETER", "pythonw"\)',
        r'-B -c ""import',
        r'"cmd\.exe ',
        r'"\|" \+ \w+Workbook\.Name',
        r"xlwings\.pro",
        r'GetConfig\("LICENSE_KEY"',
    ],
    ids=[
        "settings in the workbook or beside it",
        "code in a sheet",
        "modules beside it",
        "its name as a path",
        "modules where Python stands",
        "a python.exe beside it",
        "a pythonw.exe beside it",
        "modules where Excel stands",
        "a cmd.exe beside it",
        "its name as a command on the Mac",
        "the licensed part",
        "a licence key",
    ],
)
def test_a_submission_has_no_say_in_what_runs(door: str, built: bytes, tmp_path: Path) -> None:
    pattern = re.compile(door, re.MULTILINE)
    assert pattern.search(sources(base_file(ADD_IN), tmp_path)["xlwings.bas"])
    assert not pattern.search(sources(built, tmp_path)["xlwings.bas"])


def test_pandas_is_kept_out_wherever_python_starts(built: bytes, tmp_path: Path) -> None:
    source = sources(built, tmp_path)["xlwings.bas"]
    starts = re.findall(r'-P -c ""(.*)import xlwings\.utils;', source)
    assert len(starts) == 2
    assert all(start.endswith("sys.modules.update(pandas=None);") for start in starts)


def test_an_unknown_xlwings_is_refused() -> None:
    with pytest.raises(ValueError, match="no line"):
        closed("Public Function RunPython()")


def test_every_button_has_its_sub_and_its_macro() -> None:
    ribbon = ET.fromstring(own_file("customUI.xml"))  # noqa: S314  # our own
    actions = {button.get("onAction", "") for button in ribbon.iter() if button.get("onAction")}
    module = own_file("IndicatorRibbon.bas")
    assert actions == {f"IndicatorRibbon.{name}" for name in SUB.findall(module)}
    for source in (module, own_file("IndicatorButtons.bas")):
        assert all(callable(getattr(macros, name)) for name in MACRO.findall(source))


def test_it_is_an_add_in_with_our_ribbon() -> None:
    found = parts(add_in())
    assert b"application/vnd.ms-excel.addin.macroEnabled.main+xml" in found["[Content_Types].xml"]
    assert found["customUI/customUI.xml"].decode() == own_file("customUI.xml")
    assert "检查".encode() in found["customUI/customUI.xml"]


def test_nobodys_folders_are_inside(built: bytes, tmp_path: Path) -> None:
    everything = b"\n".join(parts(built).values()) + "\n".join(sources(built, tmp_path).values()).encode()
    folders = re.compile(rb"[A-Z]:\\Users\\|/(?:home|root)/|/Users/\w")
    assert folders.findall(everything) == []
    assert str(Path.cwd()).encode() not in everything
    assert str(tmp_path.parent).encode() not in everything


def test_no_sheet_looks_like_python(built: bytes) -> None:
    names = re.findall(rb'sheet name="([^"]*)"', parts(built)["xl/workbook.xml"])
    assert names
    assert not any(name.endswith(b".py") for name in names)
