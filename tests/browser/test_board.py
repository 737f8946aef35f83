"""The board in a real Chromium: drawn whole, loaded again by itself, readable for everyone, nothing runs."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.planned_round import Planned, write
from tests.browser.conftest import Chromium, Violations
from toolkit.cli.main import call

pytestmark = pytest.mark.browser

SEVERE = {"serious", "critical"}
MARKUP = "<script>document.title=1</script>"
KINDS = {"东城区": "good", "西城区": "late", "朝阳区": "wrong", "丰台区": "missing", "海淀区": "resent"}


@pytest.fixture
def page(tmp_path: Path) -> Path:
    inbox = write(tmp_path, [Planned(unit, kind) for unit, kind in KINDS.items()])
    target = tmp_path / "board.html"
    call(["inbox", str(inbox), "--at", "2017-07-12T09:00", "--output", str(target)])
    return target


def test_the_board_is_drawn(chromium: Chromium, page: Path) -> None:
    document = chromium(page, "--dump-dom")

    assert document.count('<span class="badge') == 5
    assert document.count('class="steps"') == 1
    assert document.count('class="limit"') == 1
    assert document.count('<rect class="ahead"') == 6
    assert 'http-equiv="refresh" content="60"' in document
    assert "已报 4/5：通过 3，退回 1，未报 1" in document


@pytest.mark.parametrize("options", [(), ("--window-size=400,900",)], ids=["wide", "narrow"])
def test_axe_finds_nothing_serious(violations: Violations, page: Path, options: tuple[str, ...]) -> None:
    text = page.read_text(encoding="utf-8").replace('<meta http-equiv="refresh" content="60">', "")

    assert [each for each in violations(text, *options) if each["impact"] in SEVERE] == []


def test_a_name_is_no_markup(chromium: Chromium, tmp_path: Path) -> None:
    inbox = write(tmp_path, [Planned("东城区", "good")])
    settings = tmp_path / "round.toml"
    named = settings.read_text(encoding="utf-8").replace(
        '"2017年上半年"', "'<script>document.title=1</script>'"
    )
    settings.write_text(named, encoding="utf-8")
    target = tmp_path / "board.html"
    call(["inbox", str(inbox), "--output", str(target)])

    document = chromium(target, "--dump-dom")

    assert "<script>" not in document
    assert "&lt;script&gt;document.title=1&lt;/script&gt;" in document
