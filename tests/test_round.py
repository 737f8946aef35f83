"""round.toml: what it may say, and the one sentence for each thing that it may not."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from toolkit.collection import Template, Waiver
from toolkit.errors import ToolkitError
from toolkit.finding import Severity
from toolkit.roster import Contact, Unit
from toolkit.round import Round, Span, load_round, parse_period, round_faults
from toolkit.round_fields import BEIJING
from toolkit.round_files import FILE_NAME
from toolkit.rules import known_words
from toolkit.working_days import WorkingCalendar

WHOLE = """
name = "2017年上半年"
schema = "progress-summary"
deadline = 2017-07-10
units = ["甲区", "乙区"]

[period]
first = 2017-01-01
last = 2017-06-30
"""


def written(folder: Path, text: str) -> Path:
    path = folder / FILE_NAME
    path.write_text(text, encoding="utf-8")
    return path


def test_a_whole_round(tmp_path: Path) -> None:
    assert load_round(written(tmp_path, WHOLE)) == Round(
        name="2017年上半年",
        period=Span(first=date(2017, 1, 1), last=date(2017, 6, 30)),
        deadline=datetime.combine(date(2017, 7, 10), time.max, tzinfo=BEIJING),
        schema="progress-summary",
        units=(Unit(name="甲区"), Unit(name="乙区")),
        folder=tmp_path.resolve(),
    )


FULL = """
name = "2017年上半年"
deadline = 2017-07-10T17:00:00
timezone = "Asia/Tokyo"
previous = "before.toml"

[period]
first = 2017-01-01
last = 2017-06-30

[[units]]
name = "西城区"
aliases = ["西城区政府"]
contact = { name = "王芳", phone = "010-1", email = "w@example.cn" }
deadline = 2017-07-12T17:00:00+08:00

[[units]]
name = "东城区"

[template]
file = "template.xlsx"
versions = ["1.1.0", "1.2.0"]

[spans]
"棚户区改造" = { first = 2016-01-01, last = 2020-12-31 }

[thresholds.far-over-target]
far_over = 200

[severities]
A007 = "info"

[[waivers]]
unit = "西城区政府"
rule = "limit-breached"
indicator = "细颗粒物"
reason = "口径调整"
by = "李强"
until = 2017-12-31

[calendar]
holidays = [2017-10-02]
workdays = [2017-09-30]
"""


def test_every_setting(tmp_path: Path) -> None:
    (tmp_path / "before.toml").write_text("", encoding="utf-8")
    zone = ZoneInfo("Asia/Tokyo")

    read = load_round(written(tmp_path, FULL), known_words())

    assert read == Round(
        name="2017年上半年",
        period=Span(date(2017, 1, 1), date(2017, 6, 30)),
        deadline=datetime(2017, 7, 10, 17, tzinfo=zone),
        zone=zone,
        units=(
            Unit(
                name="西城区",
                aliases=("西城区政府",),
                contact=Contact(name="王芳", phone="010-1", email="w@example.cn"),
                deadline=datetime(2017, 7, 12, 17, tzinfo=BEIJING),
            ),
            Unit(name="东城区"),
        ),
        template=Template(file="template.xlsx", versions=("1.1.0", "1.2.0")),
        previous=(tmp_path / "before.toml").resolve(),
        spans=(("棚户区改造", Span(date(2016, 1, 1), date(2020, 12, 31))),),
        thresholds={"A005": {"far_over": Decimal(200)}},
        severities={"A007": Severity.INFO},
        waivers=(
            Waiver(
                unit="西城区",
                rule="A006",
                indicator="细颗粒物",
                reason="口径调整",
                by="李强",
                until=date(2017, 12, 31),
            ),
        ),
        calendar=WorkingCalendar(
            holidays=frozenset({date(2017, 10, 2)}), workdays=frozenset({date(2017, 9, 30)})
        ),
        folder=tmp_path.resolve(),
    )
    assert [read.deadline_of(unit) for unit in (*read.units, None)] == [
        read.units[0].deadline,
        read.deadline,
        read.deadline,
    ]


WAIVER = '[[waivers]]\nrule = "A006"\nreason = "口径"\nby = "李强"\n'


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        pytest.param('name = "甲"\ntimezone = "火星"', 2, "时区", id="no such time zone"),
        pytest.param('[period]\nfirst = 2017-01-01\nlast = "六月"', 3, "period.last", id="a day in words"),
        pytest.param('[[units]]\nname = "甲区"\nphone = "1"', 3, "phone", id="unknown setting of a unit"),
        pytest.param("[[units]]\naliases = []", 1, "没有填写", id="a unit without a name"),
        pytest.param(
            '[[units]]\nname = "甲区"\n[[units]]\nname = "乙区"\naliases = ["甲 区"]',
            3,
            "重复",
            id="one name twice",
        ),
        pytest.param('[[units]]\nname = "甲区"\ncontact = {fax = "1"}', 3, "fax", id="unknown contact"),
        pytest.param('previous = "../before"', 1, "before", id="no such previous round"),
        pytest.param('[severities]\nA007 = "fatal"', 2, "warning", id="no such severity"),
        pytest.param('[severities]\nA999 = "info"', 2, "A999", id="no such rule"),
        pytest.param('[thresholds.A005]\nfar_over = "much"', 2, "大于零", id="a threshold in words"),
        pytest.param(WAIVER, 1, "到期日", id="a waiver for ever"),
        pytest.param(WAIVER + "until = 2017-06-31x", 5, "TOML", id="not TOML"),
        pytest.param(
            'units = ["甲区"]\n' + WAIVER + 'unit = "丙区"\nuntil = 2017-12-31',
            6,
            "丙区",
            id="waiver for a stranger",
        ),
        pytest.param(
            "[calendar]\nholidays = [2017-10-02]\nworkdays = [2017-10-02]",
            3,
            "2017-10-02",
            id="work on a holiday",
        ),
        pytest.param("calendar = 1", 1, "calendar", id="no table"),
        pytest.param("waivers = {}", 1, "[[waivers]]", id="no array of tables"),
    ],
)
def test_a_fault_names_its_line(tmp_path: Path, text: str, line: int, says: str) -> None:
    with pytest.raises(ToolkitError) as raised:
        load_round(written(tmp_path, text), known_words())

    assert f"第 {line} 行" in raised.value.message.zh
    assert f"line {line}" in raised.value.message.en
    assert says in raised.value.message.zh


def test_every_setting_has_its_fault(tmp_path: Path) -> None:
    faults = round_faults(written(tmp_path, "name = 1\ndeadline = 2\nunits = 3"))

    assert [re.findall(r"第 (\d) 行", fault.message.zh) for fault in faults] == [["1"], ["2"], ["3"]]


def test_an_empty_round_is_named_for_its_folder(tmp_path: Path) -> None:
    folder = tmp_path / "第一轮"
    folder.mkdir()

    assert load_round(written(folder, "")) == Round(name="第一轮", folder=folder.resolve())


def test_a_deadline_to_the_minute(tmp_path: Path) -> None:
    assert load_round(written(tmp_path, "deadline = 2017-07-10T17:00:00")).deadline == datetime(
        2017, 7, 10, 17, tzinfo=BEIJING
    )


@pytest.mark.parametrize(
    ("text", "place"),
    [
        pytest.param('name = "甲', "末尾", id="not TOML at the end"),
        pytest.param("\nname =\n", "第 2 行", id="not TOML in line two"),
        pytest.param('title = "甲"', "title", id="unknown setting"),
        pytest.param("name = 2017", "name", id="name is a number"),
        pytest.param('units = "甲区"', "units", id="units are no list"),
        pytest.param("units = [1]", "units", id="a unit is a number"),
        pytest.param('period = "2017"', "period", id="period is text"),
        pytest.param("period = {first = 2017-01-01}", "period", id="period has no end"),
        pytest.param('period = {first = 2017-01-01, last = "六月"}', "period.last", id="end is text"),
        pytest.param(
            "period = {first = 2017-01-01T00:00:00, last = 2017-06-30}", "period.first", id="a time"
        ),
        pytest.param(
            "period = {first = 2017-06-30, last = 2017-01-01}", "period", id="ends before it begins"
        ),
        pytest.param('deadline = "月底"', "deadline", id="deadline is text"),
    ],
)
def test_a_fault_is_one_sentence_with_its_place(tmp_path: Path, text: str, place: str) -> None:
    path = written(tmp_path, text)

    with pytest.raises(ToolkitError) as raised:
        load_round(path)

    assert str(path) in raised.value.message.zh
    assert place in raised.value.message.zh
    assert str(path) in raised.value.message.en
    assert "\n" not in raised.value.message.zh + raised.value.message.en


def test_other_encodings_are_named(tmp_path: Path) -> None:
    path = tmp_path / FILE_NAME
    path.write_bytes('name = "上半年"'.encode("gb18030"))

    with pytest.raises(ToolkitError, match="UTF-8"):
        load_round(path)


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(ToolkitError, match="is not there"):
        load_round(tmp_path / FILE_NAME)


@pytest.mark.parametrize("text", ["2017-01-01/2017-06-30", " 2017-01-01/2017-06-30 "])
def test_a_period(text: str) -> None:
    assert parse_period(text) == (date(2017, 1, 1), date(2017, 6, 30))


@pytest.mark.parametrize(
    "text", ["", "2017", "2017-06-30/2017-01-01", "2017-02-30/2017-06-30", "2017-01-01 2017-06-30", "上半年"]
)
def test_no_period(text: str) -> None:
    with pytest.raises(ToolkitError, match="first day/last day"):
        parse_period(text)
