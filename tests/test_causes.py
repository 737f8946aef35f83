from __future__ import annotations

from pathlib import Path

import pytest

from toolkit.causes import linked
from toolkit.check import Settings, check
from toolkit.finding import Finding, Location, Severity, Text
from toolkit.round import parse_period
from toolkit.rules import RULES
from toolkit.testing import three_columns

HALF = Settings(period=parse_period("2017-01-01/2017-06-30"))


def finding(
    code: str,
    severity: Severity = Severity.ERROR,
    *,
    row: int = 2,
    cell: str = "C2",
    span: tuple[int, int] = (0, 4),
    part: str | None = "0",
) -> Finding:
    return Finding(
        code=code,
        name=code,
        severity=severity,
        message=Text("错。", "Wrong."),
        fix=Text("改。", "Mend."),
        location=Location(sheet="表", cell=cell, row=row, column="progress", span=span),
        indicator=f"行{row}",
        part=part,
    )


@pytest.mark.parametrize(
    ("cause", "effect", "follows"),
    [
        pytest.param(finding("A001"), finding("N001", Severity.WARNING), True, id="in the same row"),
        pytest.param(finding("A001", row=3), finding("N001", Severity.WARNING), False, id="in another row"),
        pytest.param(finding("A001", Severity.INFO), finding("N001"), False, id="graver than its cause"),
        pytest.param(finding("A005"), finding("P005"), True, id="about one target"),
        pytest.param(finding("A005", part="1"), finding("P005"), False, id="about another target"),
        pytest.param(finding("A005", part=None), finding("P005", part=None), False, id="about none"),
        pytest.param(finding("P009"), finding("P007", span=(3, 6)), True, id="on one phrase"),
        pytest.param(finding("P009"), finding("P007", span=(4, 6)), False, id="on the next phrase"),
        pytest.param(finding("S017"), finding("S020"), True, id="in one cell"),
        pytest.param(finding("S017", cell="B2"), finding("S020"), False, id="in the next cell"),
        pytest.param(finding("A006"), finding("N001"), False, id="no cause of it"),
    ],
)
def test_what_follows_from_what(*, cause: Finding, effect: Finding, follows: bool) -> None:
    first, second = linked([cause, effect])

    assert first == cause
    assert second.cause == (cause.fingerprint if follows else None)


def test_no_cause_follows_from_something_itself() -> None:
    causes = {cause.code for rule in RULES for cause in rule.follows}

    assert [rule.code for rule in RULES if rule.follows and rule.code in causes] == []


def test_a_claim_in_place_of_the_figure(tmp_path: Path) -> None:
    path = tmp_path / "submission.xlsx"
    path.write_bytes(three_columns([("拆违", "拆除违法建设12处", "已提前完成年度任务。")]))

    found = {each.code: each for each in check([path], HALF).files[0].findings}

    assert found["N001"].cause == found["A001"].fingerprint


@pytest.mark.parametrize("target", ["", "待定", "—"])
def test_a_blank_target_is_one_finding(target: str, tmp_path: Path) -> None:
    path = tmp_path / "submission.xlsx"
    path.write_bytes(three_columns([("拆违", target, "上半年拆除违法建设8处。")]))

    assert [each.code for each in check([path], HALF).files[0].findings] == ["T001"]
