"""VBA projects made without Excel: those that xlwings ships, with one module of ours in place of its sample.

They hold sources and no compiled code, so that Excel compiles them at first use and every build is the same.
"""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple
from zipfile import ZipFile

if TYPE_CHECKING:
    from pyopenvba import ExcelFile

PROJECT_NAME = "indicators"
_ATTRIBUTE = re.compile(r"\AAttribute VB_Name = .*\r?\n")
_NAME = re.compile(r'(?<=PROJECT_NAME As String = ")[^"]*(?=")')


class Base(NamedTuple):
    """A file of xlwings to start from, the module in it that gives way to ours, and those that we fill."""

    file: str
    sample: str
    filled: tuple[str, ...] = ()


ADD_IN = Base("quickstart_addin_ribbon.xlam", "RibbonMyAddin", ("ThisWorkbook",))
WORKBOOK = Base("quickstart_standalone.xlsm", "Module1")
BUTTONS = "IndicatorButtons"
_SHEET = re.compile(r"Sheet\d+")
_AS_CLASS = re.compile(rb"^Class=(Sheet\d+)\r?$", re.MULTILINE)


def base_file(base: Base) -> bytes:
    """The file of xlwings as it was shipped."""
    return (files("xlwings") / base.file).read_bytes()


def own_file(name: str) -> str:
    """A file of ours beside this module: a .bas, the ribbon, or what is closed in the VBA of xlwings."""
    return (files("toolkit.excel") / "vba" / name).read_text(encoding="utf-8")


def button_project(sheets: int) -> bytes:
    """The VBA project of a workbook with buttons: a module of our macros, and one for each of its sheets.

    Excel knows a sheet by the name of its module, ``Sheet1`` and so on in the order of the tabs.
    """
    with ZipFile(BytesIO(with_module(WORKBOOK, BUTTONS, sheets))) as archive:
        return _declared(archive.read("xl/vbaProject.bin"))


def with_module(base: Base, module: str, sheets: int | None = None) -> bytes:
    """The file of xlwings with our module instead of its sample, settings looked for under our name.

    ``sheets`` is for how many sheets there are modules; as many as xlwings has where it is left out.
    """
    from pyopenvba import ExcelFile

    with TemporaryDirectory() as folder:
        source, made = (
            Path(folder) / f"base{Path(base.file).suffix}",
            Path(folder) / f"made{Path(base.file).suffix}",
        )
        source.write_bytes(base_file(base))
        with ExcelFile(str(source)) as file:
            file.set_module(base.sample, _lines(_ATTRIBUTE.sub("", own_file(f"{module}.bas"))))
            file.vba_project().rename_module(base.sample, module)
            for name in base.filled:
                file.set_module(name, _lines(own_file(f"{name}.bas")))
            file.set_module("xlwings", _lines(closed(file.get_module("xlwings"))))
            if sheets is not None:
                _for_sheets(file, sheets)
            file.save(str(made))
        return made.read_bytes()


def closed(source: str) -> str:
    """The VBA of xlwings with the user's own settings alone. Raises ValueError for one that is not known."""
    for line in tomllib.loads(own_file("closed.toml"))["line"]:
        pattern, replacement = line.get("pattern"), line["replacement"]
        if not pattern:
            rest = r".*" if line.get("to_its_end") else ""
            pattern, replacement = re.escape(line["opening"]) + rest, replacement.replace("\\", "\\\\")
        source, count = re.subn(pattern, replacement, source)
        if not count:
            raise ValueError(f"no line {pattern!r} in the VBA of this xlwings")
    return _NAME.sub(PROJECT_NAME, source)


def _for_sheets(file: ExcelFile, count: int) -> None:
    """Exactly the modules that sheets have: an empty one each, made like the first."""
    from pyopenvba.vba import VBAModuleKind

    project = file.vba_project()
    wanted = {f"Sheet{number}" for number in range(1, count + 1)}
    present = set(filter(_SHEET.fullmatch, file.module_names()))
    first = file.get_module("Sheet1")
    for name in sorted(present - wanted):
        project.delete_module(name)
    for name in sorted(wanted - present):
        project.add_module(name, first.replace('"Sheet1"', f'"{name}"'), kind=VBAModuleKind.other)


def _declared(project: bytes) -> bytes:
    """The project with the modules of its sheets declared as such, where they came in as plain classes."""
    from pyopenvba.cfb import CFB

    storage = CFB.from_bytes(project)
    said = _AS_CLASS.sub(rb"Document=\1/&H00000000\r", storage.get_stream("PROJECT"))
    # The blank line behind the last section would part the windows of these modules from the others.
    head, workspace, windows = said.partition(b"[Workspace]")
    storage.write_stream("PROJECT", head + workspace + re.sub(rb"(\r\n)+", rb"\r\n", windows))
    made: bytes = storage.to_bytes()
    return made


def _lines(source: str) -> str:
    return source.replace("\r\n", "\n").replace("\n", "\r\n")
