"""The HTML report in a real Chromium: readable for everyone, and nothing in it runs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.browser.conftest import POLICY, Chromium, Violations
from tests.reporters.golden import rendered
from tests.reporters.hostile_texts import hostile_report
from toolkit.check import Settings, check
from toolkit.finding import Language
from toolkit.reporters import html
from toolkit.round import load_round

pytestmark = pytest.mark.browser

EXAMPLE = Path(__file__).parents[2] / "examples" / "xicheng-2017-h1"
DARK = "--blink-settings=preferredColorScheme=0"
SEVERE = {"serious", "critical"}
WAYS = {"light": (), "dark": (DARK,), "narrow": ("--window-size=400,900",)}


def example() -> str:
    settings = Settings(round=load_round(EXAMPLE / "round.toml"), standing=True)
    return "".join(html.chunks(check([EXAMPLE / "submission.xlsx"], settings)))


@pytest.mark.parametrize("options", WAYS.values(), ids=WAYS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_axe_finds_nothing_on_the_shared_report(
    violations: Violations, language: Language, options: tuple[str, ...]
) -> None:
    assert violations(rendered("html", language), *options) == []


def test_axe_finds_nothing_serious_on_the_example(violations: Violations) -> None:
    assert [each for each in violations(example()) if each["impact"] in SEVERE] == []


@pytest.mark.parametrize(
    ("ink", "faint", "options"),
    [("--soft: #55606e", "--soft: #c9ced4", ()), ("--soft: #a9b4c1", "--soft: #333c46", (DARK,))],
    ids=["light", "dark"],
)
def test_axe_does_find_what_is_there(
    violations: Violations, ink: str, faint: str, options: tuple[str, ...]
) -> None:
    page = rendered("html", "zh").replace(ink, faint)

    assert {"color-contrast"} <= {each["id"] for each in violations(page, *options)}


@pytest.mark.parametrize("policy", ["kept", "taken out"])
def test_nothing_in_a_workbook_runs(chromium: Chromium, tmp_path: Path, policy: str) -> None:
    page = "".join(html.chunks(hostile_report(tmp_path)))
    place = tmp_path / "page.html"
    place.write_text(page if policy == "kept" else POLICY.sub("", page), encoding="utf-8")

    document = chromium(place, "--dump-dom")

    assert "<title>绩效任务报送表检查报告</title>" in document
    assert "<script" not in document
    assert "<img" not in document


def test_the_policy_of_the_page_lets_nothing_run(chromium: Chromium, tmp_path: Path) -> None:
    place = tmp_path / "page.html"
    script = "<script>document.title = 'ran'</script></body>"
    for page, title in ((rendered("html", "zh"), "绩效"), (POLICY.sub("", rendered("html", "zh")), "ran")):
        place.write_text(page.replace("</body>", script), encoding="utf-8")
        assert f"<title>{title}" in chromium(place, "--dump-dom")


@pytest.mark.parametrize("width", [320, 500, 860, 1280])
def test_no_page_is_wider_than_its_window(chromium: Chromium, tmp_path: Path, width: int) -> None:
    place = tmp_path / "page.html"
    frame = f'<iframe id="frame" src="report.html" style="width:{width}px;height:900px;border:0"></iframe>'
    tell = "document.title = frame.contentDocument.documentElement.scrollWidth"
    (tmp_path / "report.html").write_text(POLICY.sub("", rendered("html", "zh")), encoding="utf-8")
    place.write_text(f"<title>?</title>{frame}<script>onload = () => {{ {tell} }}</script>", encoding="utf-8")

    document = chromium(place, "--dump-dom", "--allow-file-access-from-files")

    assert f"<title>{width}</title>" in document


def test_it_prints_on_a4(chromium: Chromium, tmp_path: Path) -> None:
    place, paper = tmp_path / "page.html", tmp_path / "page.pdf"
    place.write_text(example(), encoding="utf-8")

    chromium(place, "--no-pdf-header-footer", f"--print-to-pdf={paper}")

    content = paper.read_bytes()
    assert re.search(rb"/MediaBox\s*\[0 0 59[45]\.?\d* 84[12]\.?\d*\]", content)
    assert 5 < len(re.findall(rb"/Type\s*/Page\b(?!s)", content)) < 25
