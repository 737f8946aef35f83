"""The forms of a report by name, and how each is loaded: naming them all loads none of them.

A new form is its module and one line here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from pathlib import PurePath

    from toolkit.finding import FileReport, Language, Report
    from toolkit.reporters.style import Style
    from toolkit.shapes import Outline, Run


class Reporter(Protocol):
    """What a module of this package is: it turns a report into text, or into bytes where it is binary."""

    def chunks(
        self, report: Report, language: Language = "zh", style: Style | None = None
    ) -> Iterator[str | bytes]:
        """The report in pieces, so that a large run never stands in memory as a whole."""


class PieceReporter(Protocol):
    """A module whose words on a file rest on that file alone, and can be made where it was read."""

    def body(self, file: FileReport, language: Language = "zh", style: Style | None = None) -> str:
        """What is said of a file after its path."""

    def assembled(
        self,
        run: Run,
        files: Iterable[tuple[Outline, str]],
        language: Language = "zh",
        style: Style | None = None,
    ) -> Iterator[str]:
        """The report in pieces, of files whose bodies were made before."""


class Format(NamedTuple):
    """One form. ``extensions`` are those of a file that is of this form without being told.

    ``for_programs``: it is UTF-8 whatever the code page of the console. ``binary``: it is bytes,
    which no screen can show. ``standing``: it shows the indicators themselves. ``pieces``: its module
    is a ``PieceReporter`` too.
    """

    module: str
    extensions: tuple[str, ...] = ()
    for_programs: bool = False
    binary: bool = False
    standing: bool = False
    pieces: bool = False


FORMATS: Mapping[str, Format] = {
    "text": Format(module="text", extensions=(".txt",), pieces=True),
    "concise": Format(module="concise"),
    "json": Format(module="json", extensions=(".json",), for_programs=True, pieces=True),
    "jsonl": Format(module="jsonl", extensions=(".jsonl",), for_programs=True),
    "sarif": Format(module="sarif", extensions=(".sarif",), for_programs=True),
    "junit": Format(module="junit", extensions=(".xml",), for_programs=True),
    "html": Format(module="html", extensions=(".html", ".htm"), for_programs=True, standing=True),
    "github": Format(module="github", for_programs=True),
    "gitlab": Format(module="gitlab", for_programs=True),
}
DEFAULT = "text"
# Not a report but the workbook itself with marks in it: one copy for each file of the run.
MARKED_COPY = "xlsx"
_COPIES = (".xlsx", ".xlsm")
_FOREIGN = frozenset(
    {".pdf", ".doc", ".docx", ".wps", ".xls", ".et", ".ods", ".csv", ".ppt", ".pptx", ".png", ".jpg"}
)


def reporter(form: str) -> Reporter:
    """The module of a form."""
    loaded: Reporter = import_module(f"toolkit.reporters.{FORMATS[form].module}")
    return loaded


def piece_reporter(form: str) -> PieceReporter:
    """The module of a form that has ``pieces``."""
    loaded: PieceReporter = import_module(f"toolkit.reporters.{FORMATS[form].module}")
    return loaded


def form_of(path: PurePath) -> str:
    """The form that the name of a file asks for; the default for a name that says nothing.

    Raises KeyError for a name that asks for a form which we do not have: 结果.pdf.
    """
    suffix = path.suffix.lower()
    if suffix in _COPIES:
        return MARKED_COPY
    if suffix in _FOREIGN:
        raise KeyError(suffix)
    return next((form for form, each in FORMATS.items() if suffix in each.extensions), DEFAULT)
