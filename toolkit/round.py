"""One collection: its period, deadline, form and reporting units, as ``round.toml`` says them.

The file stands beside the submissions or in a folder above them::

    name = "2017年上半年"
    schema = "progress-summary"      # a bundled form, or one in schemas/ beside this file
    template = "template.xlsx"       # optional: the workbook that was issued, beside this file
    deadline = 2017-07-10            # optional: a date, or a date with a time
    units = ["西城区"]                # optional: who has to report

    [period]
    first = 2017-01-01
    last = 2017-06-30
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Any, NamedTuple

from toolkit.errors import ToolkitError
from toolkit.finding import Text

FILE_NAME = "round.toml"
_KEYS = frozenset({"name", "period", "deadline", "schema", "template", "units"})
_PERIOD = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})/([0-9]{4}-[0-9]{2}-[0-9]{2})")
_PLACE = re.compile(r"\(at (?:line (?P<line>[0-9]+), column (?P<column>[0-9]+)|end of document)\)")


class Span(NamedTuple):
    """The reporting period, both days included."""

    first: date
    last: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """One collection. ``folder`` is where its file stands, and so its ``schemas/`` too."""

    name: str
    period: Span | None = None
    deadline: datetime | None = None
    schema: str | None = None
    units: tuple[str, ...] = ()
    folder: Path | None = None
    template: str | None = None

    @property
    def template_path(self) -> Path | None:
        """Where the issued template is, or None where the round has none."""
        return self.folder / self.template if self.folder and self.template else None


def parse_period(text: str) -> Span:
    """``2017-01-01/2017-06-30`` as a span. Raises ToolkitError for anything else."""
    match = _PERIOD.fullmatch(text.strip())
    try:
        first, last = (date.fromisoformat(day) for day in match.groups()) if match else (date.max, date.min)
    except ValueError:
        first, last = date.max, date.min
    if first > last:
        raise ToolkitError(
            Text(
                zh=f"期间“{text}”写法有误，应为首日/末日，例如 2017-01-01/2017-06-30。",
                en=f"The period {text!r} should be first day/last day, such as 2017-01-01/2017-06-30.",
            )
        )
    return Span(first=first, last=last)


def find_round(path: Path) -> Path | None:
    """The nearest ``round.toml`` beside ``path`` (a file or a folder) or above it, or None."""
    start = path.resolve()
    folders = (start, *start.parents) if start.is_dir() else start.parents
    return next((folder / FILE_NAME for folder in folders if (folder / FILE_NAME).is_file()), None)


def load_round(path: Path) -> Round:
    """The round that the file at ``path`` describes. Raises ToolkitError that names the place of a fault."""
    entries = _entries(path)
    unknown = sorted(entries.keys() - _KEYS)
    if unknown:
        raise _fault(path, unknown[0], "没有这个设置", "is not a setting")
    units = entries.get("units", [])
    if not isinstance(units, list) or not all(isinstance(unit, str) for unit in units):
        raise _fault(path, "units", "应为单位名称的列表", "should be a list of names")
    return Round(
        name=_text(path, entries, "name") or path.resolve().parent.name,
        period=_span(path, entries),
        deadline=_deadline(path, entries),
        schema=_text(path, entries, "schema"),
        units=tuple(units),
        template=_text(path, entries, "template"),
        folder=path.resolve().parent,
    )


def _entries(path: Path) -> Mapping[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ToolkitError(
            Text(zh=f"无法打开 {path}：{error.strerror}。", en=f"Cannot open {path}: {error.strerror}.")
        ) from error
    except UnicodeDecodeError as error:
        raise ToolkitError(
            Text(zh=f"{path} 不是 UTF-8 编码，请另存为 UTF-8。", en=f"{path} is not UTF-8: save it as UTF-8.")
        ) from error
    except tomllib.TOMLDecodeError as error:
        place = _PLACE.search(str(error))
        line, column = (place["line"], place["column"]) if place else (None, None)
        raise ToolkitError(
            Text(
                zh=f"{path} {f'第 {line} 行第 {column} 列' if line else '末尾'}写法有误，不是有效的 TOML。",
                en=f"{path} is not valid TOML: {error}.",
            )
        ) from error


def _fault(path: Path, key: str, zh: str, en: str) -> ToolkitError:
    return ToolkitError(Text(zh=f"{path} 中的 {key} {zh}。", en=f"{path}: {key} {en}."))


def _text(path: Path, entries: Mapping[str, Any], key: str) -> str | None:
    value = entries.get(key)
    if value is not None and (not isinstance(value, str) or not value.strip()):
        raise _fault(path, key, "应为文字", "should be text")
    return value


def _span(path: Path, entries: Mapping[str, Any]) -> Span | None:
    period = entries.get("period")
    if period is None:
        return None
    if not isinstance(period, dict) or period.keys() != {"first", "last"}:
        raise _fault(path, "period", "应有 first 和 last 两个日期", "should have two dates, first and last")
    for key, day in period.items():
        if not isinstance(day, date) or isinstance(day, datetime):
            raise _fault(
                path, f"period.{key}", "应为日期，如 2017-06-30", "should be a date such as 2017-06-30"
            )
    if period["first"] > period["last"]:
        raise _fault(path, "period", "的末日早于首日", "ends before it begins")
    return Span(first=period["first"], last=period["last"])


def _deadline(path: Path, entries: Mapping[str, Any]) -> datetime | None:
    deadline = entries.get("deadline")
    if deadline is None or isinstance(deadline, datetime):
        return deadline
    if isinstance(deadline, date):
        return datetime.combine(deadline, time.max)
    raise _fault(path, "deadline", "应为日期或日期加时间", "should be a date, or a date with a time")
