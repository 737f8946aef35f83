from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import LIMIT, Indicators, Workbook

ROUND = """
name = "2017年上半年"
deadline = 2017-07-10T17:00:00
period = { first = 2017-01-01, last = 2017-06-30 }

[[units]]
name = "西城区"
deadline = 2017-07-12

[[waivers]]
rule = "A006"
reason = "口径调整"
by = "李强"
until = 2017-07-31
"""


def test_what_was_read(indicators: Indicators, tmp_path: Path) -> None:
    (tmp_path / "round.toml").write_text(ROUND, encoding="utf-8")

    code, output, error = indicators("round", "check", tmp_path)

    assert (code, error) == (0, "")
    assert output == (
        "√ 2017年上半年\n"
        "  填报期  2017-01-01 – 2017-06-30\n"
        "  截止  2017-07-10 17:00:00+08:00\n"
        "  填报单位  1，其中延期 1\n"
        "  豁免  1，其中已过期 1\n"
    )


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        pytest.param('name = 1\n[severities]\nA999 = "info"', [1, 3], id="two faults"),
        pytest.param('schema = "unheard-of"', [], id="no such form"),
        pytest.param("[thresholds.A005]\nnear = 3", [], id="another rule's threshold"),
    ],
)
def test_faults(indicators: Indicators, tmp_path: Path, text: str, lines: list[int]) -> None:
    (tmp_path / "round.toml").write_text(text, encoding="utf-8")

    code, output, error = indicators("round", "check", tmp_path)

    assert (code, output) == (2, "")
    assert len(error.splitlines()) == max(len(lines), 1)
    assert all(f"第 {line} 行" in error for line in lines)


def test_a_waived_finding_stays_in_the_report(indicators: Indicators, submission: Workbook) -> None:
    path = submission(LIMIT)
    text = ROUND.replace("2017-07-31", "9999-12-31")
    (path.parent / "round.toml").write_text(text, encoding="utf-8")

    code, output, _ = indicators("check", path, "--format", "json")
    _, told, _ = indicators("check", path)

    report = json.loads(output)
    (finding,) = report["files"][0]["findings"]
    assert code == 0
    assert report["files"][0]["verdict"] == "accepted"
    assert finding["waived"] == {"reason": "口径调整", "by": "李强", "until": "9999-12-31"}
    assert report["summary"] == {"files": 1, "errors": 0, "warnings": 0, "infos": 0, "waived": 1, "rules": {}}
    assert "C2   ○ 豁免 A006" in told
    assert "√ 通过  已豁免 1" in told
    assert "理由：口径调整（李强，有效期至 9999-12-31）" in told
