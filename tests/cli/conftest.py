"""Real workbooks in a folder of their own, away from any round.toml."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from toolkit.cli.main import call
from toolkit.testing import three_columns

CLEAN = [("拆违", "拆除违法建设12万平方米", "上半年拆除违法建设6.5万平方米。")]
LIMIT = [("清洁空气", "细颗粒物年均浓度控制在60微克/立方米以内", "上半年细颗粒物平均浓度为74微克/立方米。")]
PACE = [("截污", "完成雨污合流管线改造68公里", "上半年完成雨污合流管线改造10公里。")]

Indicators = Callable[..., tuple[int, str, str]]
Workbook = Callable[..., Path]


@pytest.fixture
def indicators(capsys: pytest.CaptureFixture[str]) -> Indicators:
    """Runs the command; gives its exit code and what it wrote to stdout and stderr."""

    def run(*arguments: object) -> tuple[int, str, str]:
        code = call([str(argument) for argument in arguments])
        output = capsys.readouterr()
        return code, output.out, output.err

    return run


@pytest.fixture
def submission(tmp_path: Path) -> Workbook:
    """Writes a workbook of the three-column form and gives its path."""

    def write(rows: list[tuple[str, str, str]], name: str = "2017年上半年报送表.xlsx") -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(three_columns(rows))
        return path

    return write
