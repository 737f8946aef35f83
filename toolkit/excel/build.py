"""The add-in ``indicators.xlam`` and templates with buttons: the same bytes whenever and wherever built."""

from __future__ import annotations

import re
from importlib.metadata import version
from io import BytesIO
from zipfile import ZipFile

from toolkit import __version__
from toolkit.excel.package import packed
from toolkit.excel.vba_project import ADD_IN, PROJECT_NAME, button_project, own_file, with_module
from toolkit.schema import FormFile
from toolkit.template.issue import Issue
from toolkit.template.recipe import baked

ADD_IN_NAME = f"{PROJECT_NAME}.xlam"
_RIBBON, _WORKBOOK, _CORE = "customUI/customUI.xml", "xl/workbook.xml", "docProps/core.xml"
# Where its author once kept the file that xlwings ships.
_FORMER_PATH = re.compile(
    rb"<mc:AlternateContent(?:(?!</mc:AlternateContent>).)*absPath.*?</mc:AlternateContent>"
)
_SETTINGS = re.compile(rb'(?<=sheet name=")_[a-z]+\.conf(?=")')
_PROPERTIES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>indicator-toolkit</dc:title>'
    "<dc:creator>indicator-toolkit</dc:creator><dc:description>报送表检查 {}（xlwings {}）</dc:description>"
    "</cp:coreProperties>"
)


def add_in() -> bytes:
    """The add-in: ribbon, our module, and xlwings' own VBA with nothing changed but its name for settings."""
    made = with_module(ADD_IN, "IndicatorRibbon")
    with ZipFile(BytesIO(made)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[_RIBBON] = own_file("customUI.xml").encode()
    parts[_CORE] = _PROPERTIES.format(__version__, version("xlwings")).encode()
    workbook = _FORMER_PATH.sub(b"", parts[_WORKBOOK])
    parts[_WORKBOOK] = _SETTINGS.sub(f"_{PROJECT_NAME}.conf".encode(), workbook)
    return packed(parts)


def template_with_buttons(form: FormFile, issue: Issue) -> bytes:
    """The .xlsm that units fill in, with buttons that check it. Raises ToolkitError as ``baked`` does."""
    return baked(form, issue, button_project)
