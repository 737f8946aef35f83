"""A template beside its version in git: X002 and X003 as findings of its report."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from toolkit.errors import ToolkitError
from toolkit.finding import FileReport, Finding, Severity, Skipped, Text
from toolkit.findings import spot_finding
from toolkit.guards import Guards
from toolkit.readers import read_guards, read_workbook
from toolkit.rules import find
from toolkit.rules.model import Spot
from toolkit.template.breaking import Change, changes, is_raised, needed_version, version_of
from toolkit.template.layout import SHEET
from toolkit.template.verify import Template, open_template

_SCHEME = "git:"


def version_in_git(path: Path, reference: str) -> Template | None:
    """The template as it is at ``git:REF``, or None where it was not there. Raises ToolkitError."""
    if not reference.startswith(_SCHEME) or reference.removeprefix(_SCHEME).startswith("-"):
        raise ToolkitError(
            Text(f"“{reference}”应写成 git:分支或提交。", f"{reference!r} should be like git:main.")
        )
    wanted = f"{reference.removeprefix(_SCHEME)}:./{path.name}"
    _known(path, reference)
    done = _git(path, "show", wanted)
    return None if done.returncode else of_bytes(path, done.stdout)


def of_bytes(path: Path, data: bytes) -> Template:
    """A template from its bytes, without the form that made it."""
    return Template(path=path, data=data, workbook=read_workbook(data), guards=read_guards(data) or Guards())


def with_changes(report: FileReport, path: Path, reference: str) -> FileReport:
    """The report with what changed since the version in git."""
    old = version_in_git(path, reference)
    if old is None:
        because = Text(f"{reference} 中没有这份模板", f"it is not in {reference}")
        return replace(
            report, skipped=(*report.skipped, *(Skipped(code, because) for code in ("X002", "X003")))
        )
    found = tuple(change_findings(old, open_template(path)))
    verdict = "rejected" if any(each.severity is Severity.ERROR for each in found) else report.verdict
    ran = tuple(sorted({*report.ran, "X002", "X003"}))
    return replace(report, findings=(*report.findings, *found), verdict=verdict, ran=ran)


def change_findings(old: Template, new: Template) -> Iterator[Finding]:
    """X002 for what breaks filled copies, unless the major version rises; X003 for a version too low."""
    found = changes(old, new)
    if not found and old.data == new.data:
        return
    version = version_of(old)
    asked = needed_version(found, version)
    raised = is_raised(asked, version_of(new))
    for change in found:
        if change.severity is Severity.ERROR and not raised:
            yield _finding(change)
    if not raised:
        facts = {"asked": asked, "found": version_of(new)}
        yield spot_finding(find("X003"), Spot(value=version_of(new), expected=asked, facts=facts))


def _finding(change: Change) -> Finding:
    facts = {"what_zh": change.text.zh, "what_en": change.text.en}
    return spot_finding(find("X002"), Spot(sheet=SHEET, row=change.row, column=change.column, facts=facts))


def _known(path: Path, reference: str) -> None:
    """Raises ToolkitError where there is no git, no repository, or no such reference."""
    name = reference.removeprefix(_SCHEME)
    done = _git(path, "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}")
    if done.returncode:
        raise ToolkitError(Text(f"git 中没有“{name}”。", f"git knows no {name!r} here."))


def _git(path: Path, *words: str) -> subprocess.CompletedProcess[bytes]:
    """git, in the folder of the template."""
    program = shutil.which("git")
    if program is None:
        raise ToolkitError(Text("没有安装 git。", "git is not installed."))
    folder = path.resolve().parent
    return subprocess.run([program, *words], cwd=folder, capture_output=True, check=False)  # noqa: S603
