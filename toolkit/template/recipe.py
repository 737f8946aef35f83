"""From the name of a form and the file of what is issued to the bytes of the template."""

from __future__ import annotations

from pathlib import Path

from toolkit.errors import ToolkitError
from toolkit.finding import Text
from toolkit.form_files import find_form
from toolkit.schema import FormFile, load_form
from toolkit.template.issue import Issue, load_issue


def made(schema: str, issue_path: Path) -> tuple[bytes, int]:
    """The template's bytes and its number of indicators. Raises ToolkitError for what cannot be used."""
    form, issue = ingredients(schema, issue_path)
    return baked(form, issue), len(issue.rows)


def ingredients(schema: str, issue_path: Path) -> tuple[FormFile, Issue]:
    """The form, from ``schemas/`` beside what is issued or above it, and what is issued."""
    folder = next((each for each in issue_path.resolve().parents if (each / "schemas").is_dir()), None)
    form = load_form(find_form(schema, beside=folder))
    return form, load_issue(issue_path, form.headings)


def baked(form: FormFile, issue: Issue) -> bytes:
    """The template. Raises ToolkitError where the library that writes workbooks is not installed."""
    try:
        from toolkit.template.build import build_template

        return build_template(form, issue)
    except ModuleNotFoundError as error:
        if error.name != "xlsxwriter":
            raise
        raise ToolkitError(
            Text(
                "生成模板需要先安装：pip install 'indicator-toolkit[template]'。",
                "Making templates takes: pip install 'indicator-toolkit[template]'.",
            )
        ) from error
