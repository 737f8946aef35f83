"""The screen: its encoding, its width, and whether it wants colours."""

from __future__ import annotations

import io
import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from toolkit.reporters.style import Style

_WIDEST = 100


def prepare_streams() -> None:
    """What a code page cannot show becomes a question mark and never an exception."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def speak_utf8() -> None:
    """What another program is going to read is UTF-8, whatever the code page of the console."""
    if isinstance(sys.stdout, io.TextIOWrapper) and not sys.stdout.isatty():
        sys.stdout.reconfigure(encoding="utf-8")


def style_for_screen() -> Style:
    """As wide as the terminal up to 100 columns; plain and 96 columns wide where there is none."""
    import shutil

    from toolkit.reporters.style import Style

    if not sys.stdout.isatty():
        return Style()
    columns = shutil.get_terminal_size((96, 24)).columns
    return Style(columns=max(40, min(columns, _WIDEST)), colour=_wants_colour())


def _wants_colour() -> bool:
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
