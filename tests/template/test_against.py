"""A template beside its version in git: what breaks filled copies, and the version that has to follow."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.template.filling import ISSUE, ROWS, issue_in
from toolkit.errors import ToolkitError
from toolkit.template.against import version_in_git, with_changes
from toolkit.template.build import build_template
from toolkit.template.verify import open_template, verify

GIT = shutil.which("git")
pytestmark = pytest.mark.skipif(GIT is None, reason="git is not installed")


def git(folder: Path, *words: str) -> None:
    subprocess.run(
        [str(GIT), "-c", "user.name=a", "-c", "user.email=a@b.c", *words],
        cwd=folder,
        check=True,
        capture_output=True,
    )


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with one template in its only commit."""
    (tmp_path / "guards.xlsx").write_bytes(build_template(*issue_in(tmp_path)))
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "issued")
    return tmp_path


@pytest.mark.parametrize(
    ("version", "old", "new", "expected"),
    [
        ("1.0.0", "", "", set()),
        ("1.0.0", "60公里,60", "66公里,66", {("X002", "E6"), ("X003", None)}),
        ("1.1.0", "60公里,60", "66公里,66", {("X002", "E6"), ("X003", None)}),
        ("2.0.0", "60公里,60", "66公里,66", set()),
        ("1.0.0", "≥,丁", "≥,戊", {("X003", None)}),
        ("1.0.1", "≥,丁", "≥,戊", set()),
    ],
)
def test_changes_ask_for_a_version(
    repository: Path, version: str, old: str, new: str, expected: set[tuple[str, str | None]]
) -> None:
    head, rows = ISSUE.replace("1.0.0", version), ROWS.replace(old, new) if old else ROWS
    path = repository / "guards.xlsx"
    path.write_bytes(build_template(*issue_in(repository, head=head, rows=rows)))
    report = with_changes(verify(open_template(path)), path, "git:HEAD")
    assert {(each.code, each.location.cell) for each in report.findings} == expected


def test_a_new_template_has_nothing_to_be_compared_with(repository: Path) -> None:
    shutil.copy(repository / "guards.xlsx", repository / "second.xlsx")
    assert version_in_git(repository / "second.xlsx", "git:HEAD") is None


@pytest.mark.parametrize("reference", ["HEAD", "git:nope", "git:--help"])
def test_a_reference_that_is_none_is_one_sentence(repository: Path, reference: str) -> None:
    with pytest.raises(ToolkitError) as fault:
        version_in_git(repository / "guards.xlsx", reference)
    assert fault.value.message.zh.count("。") == 1
