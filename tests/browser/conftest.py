"""A real Chromium without a window, and axe-core as the registry of npm has it."""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
import tarfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

AXE = "axe-core@4.14.1"
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
RUN_AXE = """
<script>
axe.run(document, {resultTypes: ["violations"]}).then(function (found) {
  var told = document.createElement("pre");
  told.id = "axe";
  told.textContent = JSON.stringify(found.violations.map(function (each) {
    return {id: each.id, impact: each.impact, nodes: each.nodes.map(function (node) { return node.html; })};
  }));
  document.body.appendChild(told);
});
</script>
"""
TOLD = re.compile(r'<pre id="axe">(.*?)</pre>', re.DOTALL)

Chromium = Callable[..., str]
Violations = Callable[..., list[dict[str, Any]]]


@pytest.fixture(scope="session")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Chromium:
    """Opens a page and gives its document as it stands when everything has run."""
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        pytest.skip("NOT TESTED: there is no Chromium here, see .ci/install")
    profile = tmp_path_factory.mktemp("profile")

    def run(page: Path, *options: str) -> str:
        command = [
            *(program, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"),
            *(f"--user-data-dir={profile}", "--virtual-time-budget=30000", *options, page.as_uri()),
        ]
        done = subprocess.run(command, capture_output=True, check=True, timeout=100)
        return done.stdout.decode("utf-8")

    return run


@pytest.fixture(scope="session")
def axe(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The source of axe-core."""
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("NOT TESTED: there is no npm here, see .ci/install")
    folder = tmp_path_factory.mktemp("axe")
    done = subprocess.run(
        [npm, "pack", "--silent", AXE], cwd=folder, capture_output=True, text=True, check=True
    )
    with tarfile.open(folder / done.stdout.split()[-1]) as package:
        source = package.extractfile("package/axe.min.js")
        assert source is not None
        return source.read().decode("utf-8")


@pytest.fixture
def violations(chromium: Chromium, axe: str, tmp_path: Path) -> Violations:
    """What axe finds on a page. The page's own policy, which lets nothing run, is taken out for it."""

    def find(page: str, *options: str) -> list[dict[str, Any]]:
        tested = tmp_path / "tested.html"
        script = f"<script>{axe}</script>{RUN_AXE}"
        tested.write_text(POLICY.sub("", page).replace("</body>", f"{script}</body>"), encoding="utf-8")
        match = TOLD.search(chromium(tested, "--dump-dom", *options))
        assert match, "axe did not answer"
        found: list[dict[str, Any]] = json.loads(html.unescape(match[1]))
        return found

    return find
