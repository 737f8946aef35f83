"""The values of ``round.toml``, each of the kind that its setting asks for, and a sentence for each fault."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta, timezone, tzinfo
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from toolkit.errors import CannotOpen, ToolkitError
from toolkit.finding import Text
from toolkit.toml_lines import line_of, setting_lines

BEIJING = timezone(timedelta(hours=8), "Asia/Shanghai")  # no summer time since 1991: needs no table
_PLACE = re.compile(r"\(at (?:line (?P<line>[0-9]+), column (?P<column>[0-9]+)|end of document)\)")
_OFFSET = re.compile(r"(?P<sign>[+-])(?P<hours>[01][0-9]|2[0-3]):(?P<minutes>[0-5][0-9])")


class Span(NamedTuple):
    """A stretch of days, the first and the last one included."""

    first: date
    last: date


class RoundFault(ToolkitError):
    """One thing that is wrong in ``round.toml``, with its line."""


class Place(NamedTuple):
    """A table of the file: where it stands, and what is in it."""

    file: Path
    lines: Mapping[str, int]
    path: str
    entries: Mapping[str, Any]

    def at(self, key: str) -> str:
        """The whole name of a setting in this table."""
        return f"{self.path}.{key}" if self.path else key

    def fault(self, key: str, zh: str, en: str) -> RoundFault:
        """The fault of one setting: ``zh`` and ``en`` go on after its name."""
        name = self.at(key) if key else self.path
        line = line_of(name, self.lines)
        return RoundFault(
            Text(
                zh=f"{self.file} {f'第 {line} 行' if line else ''}的 {name} {zh}。",
                en=f"{self.file}{f', line {line}' if line else ''}: {name} {en}.",
            )
        )

    def only(self, known: frozenset[str]) -> None:
        """Raises RoundFault for the first setting that this table does not have."""
        for key in self.entries:
            if key not in known:
                names = "、".join(sorted(known))
                raise self.fault(
                    key,
                    f"不是这里的设置；可以写 {names}",
                    f"is not a setting; known here: {', '.join(sorted(known))}",
                )

    def text(self, key: str) -> str | None:
        """The text of a setting, or None where it is not there."""
        value = self.entries.get(key)
        if value is not None and (not isinstance(value, str) or not value.strip()):
            raise self.fault(key, "应为文字", "should be text")
        return value

    def needed(self, key: str) -> str:
        """The text of a setting that must be there."""
        value = self.text(key)
        if value is None:
            raise self.fault(key, "没有填写", "is missing")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; empty where it is not there."""
        values = self.entries.get(key, [])
        if not isinstance(values, list) or not all(isinstance(each, str) and each.strip() for each in values):
            raise self.fault(key, "应为文字的列表", "should be a list of texts")
        return tuple(values)

    def day(self, key: str) -> date | None:
        """A day without a time, or None where it is not there."""
        value = self.entries.get(key)
        if value is not None and not _is_day(value):
            raise self.fault(key, "应为日期，如 2017-06-30", "should be a date such as 2017-06-30")
        return value

    def days(self, key: str) -> frozenset[date]:
        """A list of days."""
        values = self.entries.get(key, [])
        if not isinstance(values, list) or not all(map(_is_day, values)):
            raise self.fault(
                key, "应为日期的列表，如 [2017-10-02]", "should be a list of dates such as [2017-10-02]"
            )
        return frozenset(values)

    def span(self, key: str) -> Span | None:
        """A table of two days, ``first`` and ``last``."""
        if key not in self.entries:
            return None
        value = self.entries[key]
        if not isinstance(value, dict) or value.keys() != {"first", "last"}:
            raise self.fault(key, "应有 first 和 last 两个日期", "should have two dates, first and last")
        inner = self.table(key)
        first, last = inner.day("first"), inner.day("last")
        if first is None or last is None or first > last:
            raise self.fault(key, "的末日早于首日", "ends before it begins")
        return Span(first, last)

    def moment(self, key: str, zone: tzinfo) -> datetime | None:
        """A moment in a time zone; a day alone is its last moment, a time without a zone is of ``zone``."""
        value = self.entries.get(key)
        if isinstance(value, datetime):
            return value if value.tzinfo else value.replace(tzinfo=zone)
        if isinstance(value, date):
            return datetime.combine(value, time.max, tzinfo=zone)
        if value is None:
            return None
        raise self.fault(
            key, "应为日期或日期加时间，如 2017-07-10T17:00:00", "should be a date, or a date with a time"
        )

    def number(self, key: str) -> Decimal:
        """A number above zero."""
        value = self.entries[key]
        if isinstance(value, bool) or not isinstance(value, int | float) or not value > 0:
            raise self.fault(key, "应为大于零的数", "should be a number above zero")
        return Decimal(str(value))

    def zone(self, key: str) -> tzinfo:
        """A time zone by name or offset; Beijing's where it is not there."""
        name = self.text(key)
        if name in {None, "Asia/Shanghai"}:
            return BEIJING
        if match := _OFFSET.fullmatch(str(name)):
            offset = timedelta(hours=int(match["hours"]), minutes=int(match["minutes"]))
            return timezone(-offset if match["sign"] == "-" else offset)
        try:
            return ZoneInfo(str(name))
        except (ZoneInfoNotFoundError, ValueError, OSError):
            raise self.fault(
                key,
                "不是时区，应写作 Asia/Shanghai 或 +08:00",
                "is no time zone: write Asia/Shanghai or +08:00",
            ) from None

    def table(self, key: str) -> Place:
        """A table in this one; an empty one where it is not there."""
        value = self.entries.get(key, {})
        if not isinstance(value, dict):
            raise self.fault(key, "应为一组设置", "should be a table")
        return Place(self.file, self.lines, self.at(key), value)

    def tables(self, key: str) -> Iterator[Place]:
        """The tables of an array, counted from 1."""
        values = self.entries.get(key, [])
        if not isinstance(values, list) or not all(isinstance(each, dict) for each in values):
            raise self.fault(key, f"应逐项写作 [[{key}]]", f"should be written as [[{key}]], one by one")
        for number, value in enumerate(values, start=1):
            yield Place(self.file, self.lines, f"{self.at(key)}[{number}]", value)


def _is_day(value: object) -> bool:
    return isinstance(value, date) and not isinstance(value, datetime)


def opened(path: Path) -> Place:
    """The whole file as one table. Raises ToolkitError where it cannot be read as TOML."""
    text = _text(path)
    return Place(path, setting_lines(text), "", _entries(path, text))


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise CannotOpen(path, error) from error
    except UnicodeDecodeError as error:
        raise ToolkitError(
            Text(zh=f"{path} 不是 UTF-8 编码，请另存为 UTF-8。", en=f"{path} is not UTF-8: save it as UTF-8.")
        ) from error


def _entries(path: Path, text: str) -> Mapping[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = _PLACE.search(str(error))
        line, column = (place["line"], place["column"]) if place else (None, None)
        raise RoundFault(
            Text(
                zh=f"{path} {f'第 {line} 行第 {column} 列' if line else '末尾'}写法有误，不是有效的 TOML。",
                en=f"{path} is not valid TOML: {error}.",
            )
        ) from error
