"""The wheel carries the forms and the tables of words, and installs no package but ours."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)],
        capture_output=True,
        check=True,
    )
    (wheel,) = folder.glob("*.whl")
    with ZipFile(wheel) as archive:
        return archive.namelist()


@pytest.mark.parametrize(
    "name",
    [
        "toolkit/bundled/schemas/progress_summary.py",
        "toolkit/bundled/templates/README.md",
        "toolkit/excel/doctor/words.toml",
        "toolkit/excel/libreoffice/inside.bas",
        "toolkit/excel/libreoffice/extension/Addons.xcu",
        "toolkit/excel/vba/closed.toml",
        "toolkit/excel/vba/customUI.xml",
        "toolkit/language/data/units.txt",
        "toolkit/reporters/html/page.css",
        "toolkit/reporters/html/page.html.jinja",
        "toolkit/py.typed",
        "toolkit/starter/targets.csv",
        "toolkit/cli/main.py",
    ],
)
def test_it_carries(names: list[str], name: str) -> None:
    assert name in names


def test_every_module_is_there(names: list[str]) -> None:
    modules = {path.relative_to(ROOT).as_posix() for path in (ROOT / "toolkit").rglob("*.py")}

    assert modules <= set(names)


def test_nothing_beside_the_toolkit(names: list[str]) -> None:
    tops = {name.partition("/")[0] for name in names}

    assert {top for top in tops if not top.endswith(".dist-info")} == {"toolkit"}
