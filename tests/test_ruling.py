"""What a round makes of a report: the clock of its waivers, its severities, and the verdict after that."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from toolkit.check import Settings, check
from toolkit.collection import Round, Waiver
from toolkit.errors import ToolkitError
from toolkit.finding import FileReport, Severity, Waived
from toolkit.roster import Unit
from toolkit.round import parse_period
from toolkit.round_fields import BEIJING, Span
from toolkit.testing import workbook

PERIOD = parse_period("2017-01-01/2017-06-30")
BREACHED = """
| 填报单位：{unit} | < | < |
| 绩效任务 | 年度目标 | 上半年进展情况 |
| 清洁空气 | 细颗粒物年均浓度控制在60微克/立方米以内 | 上半年细颗粒物平均浓度为74微克/立方米。 |
"""
WAIVER = Waiver(rule="A006", reason="口径调整", by="李强", until=date(2017, 7, 10))
NOON = datetime(2017, 7, 10, 12, tzinfo=BEIJING)


def report(folder: Path, round_: Round, table: str = BREACHED, now: datetime = NOON) -> FileReport:
    path = folder / "submission.xlsx"
    path.write_bytes(workbook(table.format(unit="西城区政府")))
    return check([path], Settings(round=round_, now=now)).files[0]


def round_with(*waivers: Waiver, **settings: object) -> Round:
    units = (Unit(name="西城区", aliases=("西城区政府",)), Unit(name="东城区"))
    return Round(name="一", period=PERIOD, units=units, waivers=waivers, **settings)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("now", "holds"),
    [
        pytest.param(NOON, True, id="on the last day"),
        pytest.param(datetime(2017, 7, 10, 23, 59, 59, tzinfo=BEIJING), True, id="in its last second"),
        pytest.param(datetime(2017, 7, 11, tzinfo=BEIJING), False, id="a second later"),
        pytest.param(datetime(2017, 7, 10, 15, 59, 59, tzinfo=UTC), True, id="seen from another time zone"),
        pytest.param(datetime(2017, 7, 10, 16, tzinfo=UTC), False, id="it is tomorrow in Beijing"),
        pytest.param(
            datetime(2017, 7, 11, 0, 30, tzinfo=ZoneInfo("Asia/Tokyo")), True, id="tomorrow in Tokyo only"
        ),
    ],
)
def test_the_last_day_of_a_waiver(tmp_path: Path, now: datetime, holds: bool) -> None:  # noqa: FBT001
    file = report(tmp_path, round_with(WAIVER), now=now)

    assert file.verdict == ("accepted" if holds else "rejected")
    (finding,) = [finding for finding in file.findings if finding.code == "A006"]
    assert finding.waived == (Waived("口径调整", "李强", date(2017, 7, 10)) if holds else None)


@pytest.mark.parametrize(
    ("unit", "indicator", "rule", "holds"),
    [
        pytest.param(None, None, "A006", True, id="every unit and indicator"),
        pytest.param("西城区", None, "A006", True, id="this unit, by the name on the list"),
        pytest.param("东城区", None, "A006", False, id="another unit"),
        pytest.param(None, "细 颗粒物", "A006", True, id="this indicator"),
        pytest.param(None, "污水", "A006", False, id="another indicator"),
        pytest.param(None, None, "A007", False, id="another rule"),
    ],
)
def test_what_a_waiver_covers(
    tmp_path: Path,
    unit: str | None,
    indicator: str | None,
    rule: str,
    holds: bool,  # noqa: FBT001
) -> None:
    waiver = Waiver(rule=rule, reason="因", by="李", until=date.max, unit=unit, indicator=indicator)

    assert (report(tmp_path, round_with(waiver)).verdict == "accepted") is holds


def test_a_severity_of_this_round(tmp_path: Path) -> None:
    file = report(tmp_path, round_with(severities={"A006": Severity.WARNING}))

    assert file.verdict == "accepted"
    assert [finding.severity for finding in file.findings if finding.code == "A006"] == [Severity.WARNING]


FAR = (
    "| 绩效任务 | 年度目标 | 上半年进展情况 |\n| 摊点 | 清理无证摊点40个 | 上半年清理无证摊点{unit}102个。 |"
)


@pytest.mark.parametrize(("bound", "found"), [(200, True), (300, False)])
def test_a_threshold_of_this_round(tmp_path: Path, bound: int, found: bool) -> None:  # noqa: FBT001
    table = FAR.replace("{unit}", "")
    file = report(tmp_path, round_with(thresholds={"A005": {"far_over": Decimal(bound)}}), table)

    assert ("A005" in {finding.code for finding in file.findings}) is found


def test_an_unknown_threshold(tmp_path: Path) -> None:
    with pytest.raises(ToolkitError, match="far_over"):
        report(tmp_path, round_with(thresholds={"A005": {"near": Decimal(1)}}))


TOTAL = "| 绩效任务 | 年度目标 | 上半年进展情况 |\n| 棚改 | 完成棚户区改造1000户 | 完成棚户区改造350户。 |"


@pytest.mark.parametrize(
    ("spans", "behind"),
    [
        pytest.param((), True, id="within the year"),
        pytest.param(
            (("棚户区改造", Span(date(2016, 1, 1), date(2020, 12, 31))),), False, id="within five years"
        ),
        pytest.param((("污水", Span(date(2016, 1, 1), date(2020, 12, 31))),), True, id="the span of another"),
        pytest.param((("棚户区改造", Span(date(2016, 1, 1), date(2018, 6, 30))),), True, id="within less"),
    ],
)
def test_a_target_of_several_years(tmp_path: Path, spans: tuple[tuple[str, Span], ...], behind: bool) -> None:  # noqa: FBT001
    file = report(tmp_path, round_with(spans=spans), TOTAL)

    assert ("A007" in {finding.code for finding in file.findings}) is behind
