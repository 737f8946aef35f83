"""VBA projects made without Excel: those that xlwings ships, with one module of ours in place of its sample.

They hold sources and no compiled code, so that Excel compiles them at first use and every build is the same.
"""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

PROJECT_NAME = "indicators"
_ATTRIBUTE = re.compile(r"\AAttribute VB_Name = .*\r?\n")
_NAME = re.compile(r'(?<=PROJECT_NAME As String = ")[^"]*(?=")')

# A submission must have no say in which program runs, nor from where: xlwings would take its settings
# from a sheet or a file beside the open workbook, import what lies there, and run sheets named .py.
_CLOSED = (
    ('If source = "" Or source = "sheet" Then', "If False Then"),
    ('If source = "" Or source = "directory" Then', "If False Then"),
    ('If Right$(sht.Name, 3) = ".py" Then', "If False Then"),
    ('GetConfig("ADD_WORKBOOK_TO_PYTHONPATH", "true")', '"false"'),
    ('AddExcelDir & ";" & ActiveFullName & ";" & ThisFullName', '"false;;"'),
    # Without a Python by its full path, Windows takes the first python.exe beside the workbook.
    ('interpreter = GetConfig("INTERPRETER", "python")', 'interpreter = GetConfig("INTERPRETER", "")'),
    (" -B -c ", " -B -P -c "),
)


class Base(NamedTuple):
    """A file of xlwings to start from, and the module in it that gives way to ours."""

    file: str
    sample: str


ADD_IN = Base("quickstart_addin_ribbon.xlam", "RibbonMyAddin")
WORKBOOK = Base("quickstart_standalone.xlsm", "Module1")


def base_file(base: Base) -> bytes:
    """The file of xlwings as it was shipped."""
    return (files("xlwings") / base.file).read_bytes()


def own_file(name: str) -> str:
    """A source of ours beside this module: a .bas or the ribbon."""
    return (files("toolkit.excel") / "vba" / name).read_text(encoding="utf-8")


def with_module(base: Base, module: str) -> bytes:
    """The file of xlwings with our module instead of its sample, settings looked for under our name."""
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
            file.set_module("xlwings", _lines(closed(file.get_module("xlwings"))))
            file.save(str(made))
        return made.read_bytes()


def closed(source: str) -> str:
    """The VBA of xlwings with the user's own settings alone. Raises ValueError for one that is not known."""
    for opening, replacement in _CLOSED:
        if opening not in source:
            raise ValueError(f"no line {opening!r} in the VBA of this xlwings")
        source = source.replace(opening, replacement)
    return _NAME.sub(PROJECT_NAME, source)


def _lines(source: str) -> str:
    return source.replace("\r\n", "\n").replace("\n", "\r\n")
