"""The extension ``indicators.oxt``, which puts the buttons into LibreOffice: always the same bytes."""

from __future__ import annotations

from pathlib import Path

from toolkit import __version__
from toolkit.excel.package import packed

EXTENSION_NAME = "indicators.oxt"
IDENTIFIER = "org.indicator-toolkit.buttons"
_SOURCES = Path(__file__).parent / "libreoffice" / "extension"
# Named one by one: nothing that lies about in the folder gets in.
_PARTS = (
    "META-INF/manifest.xml",
    "description.xml",
    "about.zh.txt",
    "about.en.txt",
    "Addons.xcu",
    "CalcWindowState.xcu",
    "ProtocolHandler.xcu",
    "buttons.components",
    "buttons.py",
    "pythonpath/indicators_relay.py",
    "pythonpath/indicators_settings.py",
)


def extension() -> bytes:
    """The extension: what LibreOffice shows as data, and one component which starts our Python."""
    parts = {name: (_SOURCES / name).read_text(encoding="utf-8") for name in _PARTS}
    parts["description.xml"] = parts["description.xml"].replace("{version}", __version__)
    return packed({name: content.encode() for name, content in parts.items()})
