"""What is in the extension, and that it is the same whoever builds it."""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET
from zipfile import ZipFile

from toolkit import __version__
from toolkit.excel.extension import extension


def parts() -> dict[str, str]:
    with ZipFile(BytesIO(extension())) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def test_the_same_bytes_again() -> None:
    assert extension() == extension()


def test_no_path_of_where_it_was_built() -> None:
    for place in (str(Path.cwd()), str(Path.home()), sys.prefix):
        assert all(place not in text for text in parts().values())


def test_every_part_that_is_named_is_there() -> None:
    found = parts()
    manifest = ET.fromstring(found["META-INF/manifest.xml"])  # noqa: S314 - our own
    named = {value for entry in manifest for key, value in entry.attrib.items() if key.endswith("full-path")}
    assert named <= found.keys()
    assert "buttons.py" in found["buttons.components"]
    assert f'"{__version__}"' in found["description.xml"]


def test_four_buttons_in_two_languages() -> None:
    shown = parts()["Addons.xcu"]
    for macro, zh, en in (
        ("check", "检查", "Check"),
        ("clear", "清除标记", "Clear marks"),
        ("next_finding", "下一处", "Next finding"),
        ("about", "关于", "About"),
    ):
        assert all(text in shown for text in (f":{macro}<", f">{zh}<", f">{zh} {en}<"))
