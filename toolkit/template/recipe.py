"""From the name of a form and the file of what is issued to the bytes of the template."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.errors import ToolkitError
from toolkit.finding import Text
from toolkit.form_files import find_form
from toolkit.schema import FormFile, load_form
from toolkit.template.issue import Issue, load_issue

if TYPE_CHECKING:
    from toolkit.template.buttons import Projects

_SAMPLE, _SAMPLE_FORM = "xicheng-2017-summary.toml", "progress-summary"


def made(schema: str, issue_path: Path) -> tuple[bytes, int]:
    """The template's bytes and its number of indicators. Raises ToolkitError for what cannot be used."""
    form, issue = ingredients(schema, issue_path)
    return baked(form, issue), len(issue.rows)


def ingredients(schema: str, issue_path: Path) -> tuple[FormFile, Issue]:
    """The form, from ``schemas/`` beside what is issued or above it, and what is issued."""
    folder = next((each for each in issue_path.resolve().parents if (each / "schemas").is_dir()), None)
    form = load_form(find_form(schema, beside=folder))
    return form, load_issue(issue_path, form.headings)


def sample() -> tuple[str, Path]:
    """The name of a form and the file of what is issued, of a template that comes with the toolkit."""
    package = Path(__file__).resolve().parents[1]
    folders = (package / "bundled" / "templates", package.parent / "templates")
    found = (folder / "issue" / _SAMPLE for folder in folders)
    return _SAMPLE_FORM, next(path for path in found if path.is_file())


def baked(form: FormFile, issue: Issue, projects: Projects | None = None) -> bytes:
    """The template. Raises ToolkitError where the library that writes workbooks is not installed.

    With ``projects`` it is one with buttons.
    """
    try:
        from toolkit.template.build import build_template

        return build_template(form, issue, projects)
    except ModuleNotFoundError as error:
        if error.name != "xlsxwriter":
            raise
        raise ToolkitError(
            Text(
                "生成模板需要先安装：pip install 'indicator-toolkit[template]'。",
                "Making templates takes: pip install 'indicator-toolkit[template]'.",
            )
        ) from error
