"""A report as one HTML file that needs nothing else: no script, no network, no second file.

The template lays out, the modules beside it decide what it is given; it escapes whatever it writes.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.finding import Language, Report
from toolkit.reporters.characters import visible
from toolkit.reporters.html.page import page
from toolkit.reporters.style import Style

if TYPE_CHECKING:
    from jinja2 import Template

_FOLDER = Path(__file__).parent
_BUFFERED = 200  # pieces of the template that are handed on together


def chunks(report: Report, language: Language = "zh", style: Style | None = None) -> Iterator[str]:
    """The page in pieces; no more than one file of the report is in memory at a time."""
    stream = _template().stream(page(report, language))
    stream.enable_buffering(_BUFFERED)
    yield from stream


def _harmless(value: object) -> object:
    """What the template writes, without characters that steer a page; it is escaped after this."""
    return visible(value) if type(value) is str else value


def _template() -> Template:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_harmless,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("page.html.jinja")
