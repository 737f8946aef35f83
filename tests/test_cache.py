"""The cache gives the same report again, for the same content under the same settings and nothing else."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from toolkit.cache import Cache, setting_of
from toolkit.check import Settings, check
from toolkit.finding import FileReport, Finding, Location, Severity, Skipped, Text
from toolkit.round import parse_period
from toolkit.shapes import AsItIs
from toolkit.standing import Standing, TargetStanding, Told
from toolkit.testing import three_columns

SHAPE = AsItIs()
FULL = FileReport(
    path="one.xlsx",
    verdict="rejected",
    unit="西城区",
    findings=(
        Finding(
            code="A006",
            name="limit-breached",
            severity=Severity.ERROR,
            message=Text("超标\ud800", "over the limit"),
            fix=Text("说明", "explain"),
            location=Location(sheet="表", cell="C29", row=29, column="progress", span=(29, 37)),
            text="74微克/立方米",
            value="74",
            expected="≤ 60",
            related=(Location(sheet="表", cell="B29"),),
            indicator="大气｜60微克",
            around=("…平均浓度为", "，同比"),
            part="0",
            occurrence=1,
            cause="0123456789abcdef",
        ),
        Finding(
            code="S002",
            name="table-not-found",
            severity=Severity.ERROR,
            message=Text("无", "none"),
            fix=Text("有", "some"),
        ),
    ),
    ran=("A006", "S002"),
    skipped=(Skipped("A007", Text("不知道填报期", "the reporting period is not known")),),
    standing=(
        Standing(
            sheet="表",
            row=29,
            task=Told("A29", "大气"),
            target=Told("B29", "60微克"),
            progress=Told(None, ""),
            targets=(
                TargetStanding(
                    part="0",
                    text="60微克",
                    span=(0, 4),
                    bound="≤ 60",
                    unit="微克",
                    cap=True,
                    figure="74微克",
                    figure_span=(29, 33),
                    completion=Decimal("123.3333333333"),
                    elapsed=None,
                ),
            ),
        ),
        Standing("表", 30, Told("A30", "拆违"), Told("B30", "拆除"), Told("C30", "已拆除"), ()),
    ),
)


def submitted(folder: Path, progress: str = "多次召开调度会。") -> Path:
    path = folder / "one.xlsx"
    path.write_bytes(three_columns([("拆违", "拆除违法建设12处", progress)]))
    return path


def test_a_report_comes_back_equal(tmp_path: Path) -> None:
    cache = Cache(tmp_path, "setting")
    cache.save("ab12", FULL, SHAPE)
    assert cache.has("ab12", SHAPE)
    assert cache.load("ab12", Path("one.xlsx"), SHAPE) == FULL
    assert cache.load("ab12", Path("two.xlsx"), SHAPE) == replace(FULL, path="two.xlsx")


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"verdict": "accepted"}', "\x00"])
def test_a_damaged_entry_is_none(damage: str, tmp_path: Path) -> None:
    cache = Cache(tmp_path, "setting")
    cache.save("ab12", FULL, SHAPE)
    (place,) = tmp_path.rglob("*.report")
    place.write_text(damage, encoding="ascii")
    assert cache.load("ab12", Path("one.xlsx"), SHAPE) is None


def test_a_key_is_that_of_content_name_and_setting(tmp_path: Path) -> None:
    path = submitted(tmp_path)
    key = Cache(tmp_path, "one").key(path)
    assert key == Cache(tmp_path, "one").key(path)
    assert key != Cache(tmp_path, "two").key(path)
    assert key != Cache(tmp_path, "one").key(path.rename(tmp_path / "renamed.xlsx"))
    assert key != Cache(tmp_path, "one").key(submitted(tmp_path, "上半年拆除8处。"))
    assert Cache(tmp_path, "one").key(tmp_path) is None
    assert Cache(tmp_path, "one").key(tmp_path / "missing.xlsx") is None


def test_setting_tells_its_parts_apart() -> None:
    assert len({setting_of("ab", "c"), setting_of("a", "bc"), setting_of("ab", ("c",))}) == 3


def test_the_second_check_is_answered_from_the_cache(tmp_path: Path) -> None:
    path = submitted(tmp_path)
    settings = Settings(cache=tmp_path / "cache", select=("A001",))
    first = check([path], settings).files[0]
    (entry,) = (tmp_path / "cache").rglob("*.report")
    entry.write_text(entry.read_text(encoding="ascii").replace("A001", "A999"), encoding="ascii")
    assert [finding.code for finding in first.findings] == ["A001"]
    assert [finding.code for finding in check([path], settings).files[0].findings] == ["A999"]


@pytest.mark.parametrize(
    "other",
    [
        pytest.param({"select": ("A001", "S011")}, id="rules"),
        pytest.param({"period": parse_period("2016-01-01/2016-12-31")}, id="period"),
    ],
)
def test_other_settings_check_anew(other: dict[str, object], tmp_path: Path) -> None:
    path = submitted(tmp_path)
    settings = Settings(cache=tmp_path / "cache", select=("A001",))
    check([path], settings)
    check([path], replace(settings, **other))  # type: ignore[arg-type]
    assert len(list((tmp_path / "cache").rglob("*.report"))) == 2


def test_damaged_entries_are_checked_anew_and_order_is_kept(tmp_path: Path) -> None:
    paths = []
    for number in range(4):
        (tmp_path / str(number)).mkdir()
        paths.append(submitted(tmp_path / str(number), f"第{number}次召开调度会。"))
    settings = Settings(cache=tmp_path / "cache", select=("A001",))
    whole = list(check(paths, settings).files)
    entries = sorted((tmp_path / "cache").rglob("*.report"))
    entries[0].write_text("{", encoding="ascii")
    entries[1].unlink()
    assert list(check(paths, settings).files) == whole
