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
            file.set_module("xlwings", _lines(_NAME.sub(PROJECT_NAME, file.get_module("xlwings"))))
            file.save(str(made))
        return made.read_bytes()


def _lines(source: str) -> str:
    return source.replace("\r\n", "\n").replace("\n", "\r\n")
