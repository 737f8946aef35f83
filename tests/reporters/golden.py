"""Writes what every form makes of the shared report; ``make golden`` runs it. Read the difference."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.reporters.shared import REPORT
from toolkit.finding import Language
from toolkit.reporters.formats import FORMATS, reporter
from toolkit.reporters.style import Style

FOLDER = Path(__file__).parent / "golden"
SUFFIXES = {"text": "txt", "concise": "txt", "junit": "xml", "github": "txt", "gitlab": "json"}
LANGUAGES: tuple[Language, ...] = ("zh", "en")


def outputs() -> Iterator[tuple[Path, str]]:
    """Each golden file of a form that is text, with what it has to hold."""
    for form, each in FORMATS.items():
        for language in LANGUAGES:
            if not each.binary:
                name = f"{form}.{language}.{SUFFIXES.get(form, form)}"
                yield FOLDER / name, rendered(form, language)


def rendered(form: str, language: Language) -> str:
    """The shared report in one form, with the summary by rule."""
    style = Style(statistics=True)
    return "".join(map(str, reporter(form).chunks(REPORT, language, style)))


def main() -> None:
    """Writes the files."""
    FOLDER.mkdir(exist_ok=True)
    for path, text in outputs():
        path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
