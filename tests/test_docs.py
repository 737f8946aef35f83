"""What is made from the code is as the code is: run ``make docs`` where one of these fails."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

import pytest

from toolkit.rules import all_rules

ROOT = Path(__file__).parents[1]
BUILD = runpy.run_path(str(ROOT / "docs" / "build.py"))
PAGES: dict[Path, str] = BUILD["pages"]()
LINK = re.compile(r"\[[^\]]*\]\((?!https?:)([^)#\s]+)")


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_made_page(path: Path) -> None:
    assert path.read_text(encoding="utf-8") == PAGES[path]


def test_a_page_for_each_rule_and_no_other() -> None:
    pages = {path.stem for path in (ROOT / "docs" / "rules").glob("*.md")} - {"README"}

    assert pages == {rule.code for rule in all_rules()}


@pytest.mark.parametrize(
    "path",
    [
        path
        for path in sorted(ROOT.glob("**/*.md"))
        if not any(part.startswith(".") for part in path.relative_to(ROOT).parts)
    ],
    ids=lambda path: path.relative_to(ROOT).as_posix(),
)
def test_links_lead_somewhere(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert [link for link in LINK.findall(text) if not (path.parent / link).exists()] == []


def test_missing_marks_are_told() -> None:
    with pytest.raises(ValueError, match="no place for rules"):
        BUILD["filled"]("no marks", {"rules": "table"})


def test_parts_are_filled_in() -> None:
    text = "a\n<!-- x -->\nold\n<!-- /x -->\nb"

    assert BUILD["filled"](text, {"x": "new\n"}) == "a\n<!-- x -->\nnew\n<!-- /x -->\nb"
