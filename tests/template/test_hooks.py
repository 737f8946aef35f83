"""The hooks and CI files name commands that there are, and leave lock files alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from toolkit.cli.main import commands

ROOT = Path(__file__).parents[2]
FILES = (
    ".pre-commit-hooks.yaml",
    "action.yml",
    "ci/indicators.gitlab-ci.yml",
    *(
        f"toolkit/starter/{name}"
        for name in ("pre-commit-config.yaml", "github.yml", "gitlab.yml", "README.md")
    ),
)
CALL = re.compile(
    r"(?:entry: |run: |- |^ +|`)indicators ((?:template |round )?[a-z]+)([^\n`]*)", re.MULTILINE
)
HOOK = re.compile(r"files: (?P<files>\S+)\n(?:\s*)exclude: (?P<exclude>\S+)")


def calls(name: str) -> list[tuple[str, str]]:
    return CALL.findall((ROOT / name).read_text(encoding="utf-8"))


def command_of(words: str) -> click.Command:
    found: click.Command = commands
    for word in words.split():
        assert isinstance(found, click.Group)
        found = found.commands[word]
    return found


def hooks() -> Iterator[re.Match[str]]:
    for name in (".pre-commit-hooks.yaml", "toolkit/starter/pre-commit-config.yaml"):
        yield from HOOK.finditer((ROOT / name).read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", FILES)
def test_every_call_is_a_command_with_its_options(name: str) -> None:
    found = calls(name)
    assert found
    for words, rest in found:
        known = {option for each in command_of(words).params for option in each.opts}
        assert set(re.findall(r"(?<![$:\w+{-])--?[a-z][a-z-]*", rest)) <= known, (words, rest)


def test_lock_files_are_never_looked_at() -> None:
    listed = list(hooks())
    assert len(listed) == 6
    for hook in listed:
        assert re.search(hook["exclude"], "inbox/~$报送表.xlsx")
        assert re.search(hook["exclude"], "~$报送表.xlsx")
        assert not re.search(hook["exclude"], "inbox/报送表.xlsx")


@pytest.mark.parametrize("path", ["templates/xlsx/targets.xlsx", "templates/xlsx/targets.xlsm"])
def test_templates_are_taken_by_their_hooks(path: str) -> None:
    taking = [
        hook for hook in hooks() if re.search(hook["files"], path) and not re.search(hook["exclude"], path)
    ]
    assert len(taking) >= 2
