"""One collection: its period, deadline, form and reporting units, as ``round.toml`` says them.

The file stands beside the submissions or in a folder above them; every setting is optional::

    name = "2017年上半年"
    schema = "progress-summary"          # a bundled form, or one in schemas/ beside this file
    deadline = 2017-07-10T17:00:00       # or a day, which is then reported on to its end
    timezone = "Asia/Shanghai"           # or an offset, +08:00
    previous = "../2016-h2/round.toml"   # the round before this one, to compare every unit with
    template = "template.xlsx"           # the workbook that was issued, or [template] as below
    units = ["西城区"]                    # names alone, or [[units]] as below

    [period]
    first = 2017-01-01
    last = 2017-06-30

    [[units]]
    name = "西城区"
    aliases = ["西城区政府"]
    contact = { name = "王芳", phone = "010-12345678", email = "wangfang@example.cn" }
    deadline = 2017-07-12T17:00:00       # an extension for this unit

    [template]
    file = "template.xlsx"               # beside this file
    versions = ["1.1.0", "1.2.0"]        # further versions of it that are accepted

    [spans]                              # targets of several years, by words of the task or target
    "棚户区改造" = { first = 2016-01-01, last = 2020-12-31 }

    [thresholds.A005]
    far_over = 200

    [severities]
    A007 = "info"

    [[waivers]]
    unit = "西城区"                       # left out: every unit
    rule = "A006"
    indicator = "细颗粒物"                # words of the task or target; left out: every indicator
    reason = "市环保局调整了考核口径"
    by = "李强"
    until = 2017-12-31                   # the last day on which it holds

    [calendar]
    holidays = [2017-10-02]
    workdays = [2017-09-30]
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import tzinfo
from pathlib import Path
from typing import Any

from toolkit.collection import Round, Template, Thresholds, Waiver
from toolkit.errors import ToolkitError
from toolkit.finding import Severity, Text
from toolkit.reporting_period import stated_period
from toolkit.roster import Contact, Roster, Unit
from toolkit.round_fields import Place, RoundFault, Span, opened
from toolkit.round_files import FILE_NAME
from toolkit.working_days import WorkingCalendar

__all__ = ["Round", "Span", "load_round", "parse_period", "round_faults"]

_KEYS = frozenset(
    (
        *("name", "period", "deadline", "timezone", "schema", "units", "template", "previous", "spans"),
        *("thresholds", "severities", "waivers", "calendar"),
    )
)
_UNIT_KEYS = frozenset({"name", "aliases", "contact", "deadline"})
_CONTACT_KEYS = frozenset({"name", "phone", "email"})
_WAIVER_KEYS = frozenset({"unit", "rule", "indicator", "reason", "by", "until"})
_RULE = re.compile(r"[A-Z][0-9]{3}")


def parse_period(text: str) -> Span:
    """``2017年上半年`` or ``2017-01-01/2017-06-30`` as a span. Raises ToolkitError for what is no period."""
    period = stated_period(text)
    if period is None:
        raise ToolkitError(
            Text(
                zh=f"期间“{text}”写法有误，应写年份和期间，或首日/末日，"
                "例如 2017年上半年、2017-01-01/2017-06-30。",
                en=f"The period {text!r} should be a year and its part, or first day/last day, "
                "such as 2017H1 or 2017-01-01/2017-06-30.",
            )
        )
    return Span(first=period[0], last=period[1])


def load_round(path: Path, rules: Mapping[str, str] | None = None) -> Round:
    """The round that the file at ``path`` describes. Raises ToolkitError that names the line of a fault.

    ``rules`` maps every code and name of a rule to its code; without it, any code will do.
    """
    return Round(**{name: read() for name, read in _settings(path, rules).items()})


def round_faults(path: Path, rules: Mapping[str, str] | None = None) -> tuple[RoundFault, ...]:
    """The first fault of every setting. Raises ToolkitError for a file that is no TOML at all."""
    found: dict[str, RoundFault] = {}
    for read in _settings(path, rules).values():
        try:
            read()
        except RoundFault as fault:
            found.setdefault(fault.message.en, fault)
    return tuple(found.values())


def _settings(path: Path, rules: Mapping[str, str] | None) -> Mapping[str, Callable[[], Any]]:
    """How each setting of the round is read."""
    top = opened(path)
    folder = path.resolve().parent
    return {
        "name": lambda: _name(top) or folder.name,
        "period": lambda: top.span("period"),
        "zone": lambda: top.zone("timezone"),
        "deadline": lambda: top.moment("deadline", top.zone("timezone")),
        "schema": lambda: top.text("schema"),
        "units": lambda: _units(top),
        "template": lambda: _template(top),
        "previous": lambda: _previous(top, folder),
        "spans": lambda: _spans(top.table("spans")),
        "thresholds": lambda: _thresholds(top.table("thresholds"), rules),
        "severities": lambda: _severities(top.table("severities"), rules),
        "waivers": lambda: _waivers(top, rules),
        "calendar": lambda: _calendar(top.table("calendar")),
        "folder": lambda: folder,
    }


def _name(top: Place) -> str | None:
    top.only(_KEYS)
    return top.text("name")


def _spans(place: Place) -> tuple[tuple[str, Span], ...]:
    return tuple((words, span) for words in place.entries if (span := place.span(words)))


def _units(top: Place) -> tuple[Unit, ...]:
    zone = top.zone("timezone")
    listed = top.entries.get("units", [])
    if isinstance(listed, list) and all(isinstance(each, str) for each in listed):
        units = tuple(Unit(name=name) for name in top.texts("units"))
    elif isinstance(listed, list) and all(isinstance(each, dict) for each in listed):
        units = tuple(_unit(each, zone) for each in top.tables("units"))
    else:
        raise top.fault("units", "应为单位名称的列表", "should be a list of names")
    roster = Roster(units)
    for number, unit in enumerate(units, start=1):
        for name in unit.names:
            other = roster.called(name)
            if other and other is not unit:
                zh = f"的名称“{name}”与 {other.name} 重复"
                raise top.fault(f"units[{number}]", zh, f"has the name {name!r}, which {other.name} has too")
    return units


def _unit(place: Place, zone: tzinfo) -> Unit:
    place.only(_UNIT_KEYS)
    contact = place.table("contact")
    contact.only(_CONTACT_KEYS)
    return Unit(
        name=place.needed("name").strip(),
        aliases=place.texts("aliases"),
        contact=Contact(**{key: contact.needed(key) for key in contact.entries}),
        deadline=place.moment("deadline", zone),
    )


def _template(top: Place) -> Template | None:
    if not isinstance(top.entries.get("template"), dict):
        file = top.text("template")
        return Template(file=file) if file else None
    place = top.table("template")
    place.only(frozenset({"file", "versions"}))
    return Template(file=place.needed("file"), versions=place.texts("versions"))


def _previous(top: Place, folder: Path) -> Path | None:
    name = top.text("previous")
    if name is None:
        return None
    path = folder / name
    path = path / FILE_NAME if path.is_dir() else path
    if not path.is_file():
        raise top.fault("previous", f"指向的 {name} 不存在", f"points at {name}, which is not there")
    return path.resolve()


def _thresholds(place: Place, rules: Mapping[str, str] | None) -> Thresholds:
    tables = {word: place.table(word) for word in place.entries}
    return {
        _code(place, word, word, rules): {key: each.number(key) for key in each.entries}
        for word, each in tables.items()
    }


def _severities(place: Place, rules: Mapping[str, str] | None) -> Mapping[str, Severity]:
    found = {}
    for word in place.entries:
        value = place.needed(word)
        if value not in set(Severity):
            raise place.fault(word, "应为 error、warning 或 info", "should be error, warning or info")
        found[_code(place, word, word, rules)] = Severity(value)
    return found


def _waivers(top: Place, rules: Mapping[str, str] | None) -> tuple[Waiver, ...]:
    roster = Roster(_units(top))
    return tuple(_waiver(each, roster, rules) for each in top.tables("waivers"))


def _waiver(place: Place, roster: Roster, rules: Mapping[str, str] | None) -> Waiver:
    place.only(_WAIVER_KEYS)
    until = place.day("until")
    if until is None:
        raise place.fault("until", "没有填写，豁免须有到期日", "is missing: a waiver must expire")
    name = place.text("unit")
    unit = roster.called(name)
    if name and roster and unit is None:
        raise place.fault(
            "unit", f"中的“{name}”不在填报单位名单上", f"names {name!r}, which is not on the list of units"
        )
    return Waiver(
        rule=_code(place, "rule", place.needed("rule"), rules),
        reason=place.needed("reason"),
        by=place.needed("by"),
        until=until,
        unit=unit.name if unit else name,
        indicator=place.text("indicator"),
    )


def _calendar(place: Place) -> WorkingCalendar:
    place.only(frozenset({"holidays", "workdays"}))
    calendar = WorkingCalendar(holidays=place.days("holidays"), workdays=place.days("workdays"))
    if both := calendar.holidays & calendar.workdays:
        day = min(both)
        raise place.fault(
            "workdays", f"中的 {day} 同时写在 holidays 中", f"has {day}, which holidays has too"
        )
    return calendar


def _code(place: Place, key: str, word: str, rules: Mapping[str, str] | None) -> str:
    if rules is None and _RULE.fullmatch(word):
        return word
    if rules is None or word not in rules:
        raise place.fault(key, f"：没有规则“{word}”", f"names a rule that there is not: {word!r}")
    return rules[word]
