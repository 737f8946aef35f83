"""What was found in a file, kept by the file's content, so that an inbox is checked again for its news only.

A key covers everything that a report depends on: the file's bytes and name, the form's source, the
period, the rules and the version of the toolkit. An entry is JSON; one that cannot be read is none.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from toolkit.finding import FileReport, Finding, Location, Severity, Skipped, Text
from toolkit.ooxml.limits import Limits
from toolkit.standing import Standing, TargetStanding, Told

_FORMAT = "2"


@dataclass(frozen=True, slots=True)
class Cache:
    """A folder of reports. ``setting`` stands for all that is the same for every file of a run."""

    folder: Path
    setting: str

    def key(self, path: Path) -> str | None:
        """The key of a file, or None for what is no regular file or too large to be read anyway."""
        try:
            found = path.stat()
            if not stat.S_ISREG(found.st_mode) or found.st_size > Limits().file_bytes:
                return None
            content = path.read_bytes()
        except OSError:
            return None
        parts = (_FORMAT, self.setting, path.name, hashlib.sha256(content).hexdigest())
        return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogateescape")).hexdigest()

    def has(self, key: str | None) -> bool:
        """Whether there is an entry of this key."""
        return key is not None and self._place(key).is_file()

    def load(self, key: str, path: Path) -> FileReport | None:
        """The report of this key for a file at this path, or None where it cannot be read."""
        try:
            entry = json.loads(self._place(key).read_text(encoding="ascii"))
            return _report(entry, str(path))
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def save(self, key: str, report: FileReport) -> None:
        """Keeps a report. A folder that cannot be written to costs time and nothing else."""
        place = self._place(key)
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=place.parent)
            with os.fdopen(handle, "w", encoding="ascii") as file:
                file.write(json.dumps(_entry(report), separators=(",", ":")))
            Path(name).replace(place)
        except OSError:
            return

    def _place(self, key: str) -> Path:
        return self.folder / key[:2] / f"{key[2:]}.json"


def through(
    cache: Cache, paths: Sequence[Path], fresh: Callable[[Sequence[Path]], Iterator[FileReport]]
) -> Iterator[FileReport]:
    """The reports on the files in their order: from the cache, or else fresh and then kept there."""
    keys = [cache.key(path) for path in paths]
    known = [cache.has(key) for key in keys]
    new = fresh([path for path, is_known in zip(paths, known, strict=True) if not is_known])
    for path, key, is_known in zip(paths, keys, known, strict=True):
        report = cache.load(key, path) if key and is_known else next(new)
        if report is None:
            (report,) = fresh([path])
        if key and not is_known:
            cache.save(key, report)
        yield report


def setting_of(*parts: object) -> str:
    """A digest of whatever is the same for every file of a run."""
    return hashlib.sha256(repr(parts).encode("utf-8", "surrogatepass")).hexdigest()


def _entry(report: FileReport) -> dict[str, Any]:
    return {
        "verdict": report.verdict,
        "unit": report.unit,
        "ran": report.ran,
        "skipped": [(each.code, each.because.zh, each.because.en) for each in report.skipped],
        "findings": [_finding_entry(finding) for finding in report.findings],
        "standing": None if report.standing is None else [_standing_entry(row) for row in report.standing],
    }


def _finding_entry(finding: Finding) -> list[Any]:
    return [
        finding.code,
        finding.name,
        finding.severity.value,
        (finding.message.zh, finding.message.en),
        (finding.fix.zh, finding.fix.en),
        _location_entry(finding.location),
        finding.text,
        finding.value,
        finding.expected,
        [_location_entry(location) for location in finding.related],
        finding.indicator,
        finding.around,
        finding.part,
        finding.occurrence,
        finding.cause,
    ]


def _location_entry(location: Location) -> list[Any]:
    return [location.sheet, location.cell, location.row, location.column, location.span]


def _report(entry: Mapping[str, Any], path: str) -> FileReport:
    return FileReport(
        path=path,
        verdict=entry["verdict"],
        unit=entry["unit"],
        findings=tuple(_finding(*each) for each in entry["findings"]),
        ran=tuple(entry["ran"]),
        skipped=tuple(Skipped(code, Text(zh, en)) for code, zh, en in entry["skipped"]),
        standing=None if entry["standing"] is None else tuple(_standing(*row) for row in entry["standing"]),
    )


def _finding(  # noqa: PLR0913, PLR0917 - the fields of an entry, in their order
    code: str,
    name: str,
    severity: str,
    message: list[str],
    fix: list[str],
    location: list[Any],
    text: str | None,
    value: str | None,
    expected: str | None,
    related: list[list[Any]],
    indicator: str | None,
    around: list[str],
    part: str | None,
    occurrence: int,
    cause: str | None,
) -> Finding:
    return Finding(
        code=code,
        name=name,
        severity=Severity(severity),
        message=Text(*message),
        fix=Text(*fix),
        location=_location(*location),
        text=text,
        value=value,
        expected=expected,
        related=tuple(_location(*each) for each in related),
        indicator=indicator,
        around=(around[0], around[1]),
        part=part,
        occurrence=occurrence,
        cause=cause,
    )


def _location(
    sheet: str | None, cell: str | None, row: int | None, column: str | None, span: list[int] | None
) -> Location:
    return Location(sheet=sheet, cell=cell, row=row, column=column, span=_span(span))


def _standing_entry(standing: Standing) -> list[Any]:
    targets = [
        [*target[:-2], *(None if number is None else str(number) for number in target[-2:])]
        for target in standing.targets
    ]
    return [*standing[:-1], targets]


def _standing(sheet: str, row: int, *rest: list[Any]) -> Standing:
    *told, targets = rest
    task, target, progress = (Told(*each) for each in told)
    return Standing(sheet, row, task, target, progress, tuple(_target_standing(*each) for each in targets))


def _target_standing(part: str, text: str, span: list[int], *rest: Any) -> TargetStanding:  # noqa: ANN401
    bound, unit, cap, figure, figure_span, *numbers = rest
    completion, elapsed = (None if number is None else Decimal(number) for number in numbers)
    spans = _span(span) or (0, 0), _span(figure_span)
    return TargetStanding(part, text, spans[0], bound, unit, cap, figure, spans[1], completion, elapsed)


def _span(entry: list[int] | None) -> tuple[int, int] | None:
    return (entry[0], entry[1]) if entry else None
