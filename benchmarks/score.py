"""Measures reading and rules against the labelled rows, and lists every miss and every false alarm.

``python -m benchmarks.score [FILE.jsonl …] [--quiet]``: without a file, all sets of tests/data.
A labelled finding that is ``optional`` is neither a miss nor, where we raise it, a false alarm.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import Any

import xlsxwriter

from benchmarks.labels import DATA, Labelled, code_of, detect_of, load, number
from toolkit.check import ReadRow, Settings, check, read
from toolkit.finding import Finding
from toolkit.reporting_period import Period
from toolkit.round import parse_period

FIELDS = ("unit", "comparator", "direction")


@dataclass
class Tally:
    """Hits, labelled and raised, by measure; and what went wrong, as lines."""

    hits: Counter[str] = field(default_factory=Counter)
    labelled: Counter[str] = field(default_factory=Counter)
    raised: Counter[str] = field(default_factory=Counter)
    lines: list[str] = field(default_factory=list)

    def line(self, measure: str) -> str:
        recall = self.hits[measure] / self.labelled[measure] if self.labelled[measure] else 1.0
        precision = self.hits[measure] / self.raised[measure] if self.raised[measure] else 1.0
        counts = f"{self.hits[measure]} of {self.labelled[measure]} labelled, {self.raised[measure]} raised"
        return f"{measure:<22} recall {recall:.3f}  precision {precision:.3f}  ({counts})"


def main(arguments: Sequence[str]) -> int:
    """Scores each set; always 0, because a score is read and not asserted."""
    quiet = "--quiet" in arguments
    chosen = [Path(argument) for argument in arguments if not argument.startswith("-")]
    for path in chosen or sorted(DATA.glob("*.jsonl")):
        tally = score(list(load(path)))
        print(f"\n== {path.stem}")
        for line in tally.lines if not quiet else ():
            print("  " + line)
        for measure in tally.labelled | tally.raised:
            print("  " + tally.line(measure))
        print(f"  decoys read as quantities: {tally.hits['decoys read']}")
        print(f"  false findings of severity error: {tally.hits['false errors']}")
    return 0


def score(rows: Sequence[Labelled]) -> Tally:
    """The tally over all rows, report by report."""
    tally = Tally()
    with tempfile.TemporaryDirectory() as folder:
        for position, (_, group) in enumerate(groupby(rows, key=lambda row: row.report)):
            report = list(group)
            path = write(Path(folder) / f"{position}.xlsx", report)
            settings = Settings(period=_period(report[0].period))
            by_row = {place.row.number: place for place in read(path, settings).rows}
            findings: dict[int, list[Finding]] = defaultdict(list)
            for finding in check([path], settings).files[0].findings:
                if finding.location.row is not None and finding.code[0] in "TAPCND":
                    findings[finding.location.row].append(finding)
            for offset, row in enumerate(report):
                if (place := by_row.get(offset + 2)) is not None:
                    compare_reading(tally, row, place)
                compare_findings(tally, row, findings[offset + 2])
    return tally


def write(path: Path, rows: Sequence[Labelled]) -> Path:
    """A workbook of the three-column form, rows from 2."""
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        for column, header in enumerate(("绩效任务", "年度目标", "进展情况")):
            sheet.write_string(0, column, header)
        for place, row in enumerate(rows, start=1):
            for column, text in enumerate((row.task, row.target, row.progress)):
                sheet.write_string(place, column, text)
    return path


def _period(text: str) -> Period:
    return parse_period(text)


def _overlaps(start: int, end: int, label: Mapping[str, Any]) -> bool:
    return start < int(label["start"]) + len(label["text"]) and end > int(label["start"])


def _values(label: Mapping[str, Any]) -> set[object]:
    return {number(label["value"]), *(number(value) for value in label.get("accept", {}).get("value", ()))}


def compare_reading(tally: Tally, row: Labelled, place: ReadRow) -> None:
    """Targets, figures, matches and percentages of one row."""
    indexes = _compare_targets(tally, row, place)
    _compare_figures(tally, row, place, indexes)
    _compare_percentages(tally, row, place)
    for decoy in row.listed("decoys"):
        cell = row.target if decoy["cell"] == "t" else row.progress
        read_in = [target.quantity for target in place.reading.targets if target.quantity]
        if decoy["cell"] == "p":
            read_in = [figure.quantity for figure in place.reading.figures if not figure.implicit_zero]
        at = cell.find(decoy["text"])
        for quantity in read_in:
            if at >= 0 and at <= quantity.start and quantity.end <= at + len(decoy["text"]):
                tally.hits["decoys read"] += 1
                tally.lines.append(f"row {row.number} decoy {decoy['text']} read as {quantity.text}")


def _compare_targets(tally: Tally, row: Labelled, place: ReadRow) -> dict[int, int]:
    left = dict(enumerate(place.reading.targets))
    indexes: dict[int, int] = {}
    tally.raised["targets"] += len(left)
    for index, label in enumerate(row.listed("targets")):
        tally.labelled["targets"] += 1
        found = next(
            (
                at
                for at, target in left.items()
                if _overlaps(target.start, target.end, label) and target.value in _values(label)
            ),
            None,
        )
        if found is None:
            tally.lines.append(f"row {row.number} target missed: {label['text']}")
            continue
        target = left.pop(found)
        indexes[found] = index
        wrong = [
            name
            for name in FIELDS
            if getattr(target, name) not in [label[name], *label.get("accept", {}).get(name, ())]
        ]
        if label["kind"] == "zero_occurrence":
            wrong = [name for name in wrong if name != "unit"]
        if wrong:
            tally.lines.append(
                f"row {row.number} target {label['text']}: "
                + ", ".join(f"{name} {getattr(target, name)}" for name in wrong)
            )
        else:
            tally.hits["targets"] += 1
    tally.lines.extend(f"row {row.number} target not labelled: {target.text}" for target in left.values())
    return indexes


def _compare_figures(tally: Tally, row: Labelled, place: ReadRow, indexes: Mapping[int, int]) -> None:
    left = list(place.reading.figures)
    for label in row.listed("actuals"):
        found = next(
            (
                figure
                for figure in left
                if _overlaps(figure.quantity.start, figure.quantity.end, label)
                and figure.quantity.value in _values(label)
            ),
            None,
        )
        if found is not None:
            left.remove(found)
        if label.get("accept", {}).get("optional"):
            continue
        wanted = [label["matches_target"], *label.get("accept", {}).get("matches_target", ())]
        tally.labelled["figures"] += 1
        tally.labelled["matches"] += None not in wanted
        if found is None:
            tally.lines.append(f"row {row.number} figure missed: {label['text']}")
            continue
        tally.hits["figures"] += 1
        tally.raised["figures"] += 1
        ours = None if found.target is None else indexes.get(found.target)
        tally.raised["matches"] += ours is not None and (None not in wanted or ours not in wanted)
        tally.hits["matches"] += ours is not None and ours in wanted and None not in wanted
        if ours not in wanted:
            tally.lines.append(f"row {row.number} figure {label['text']} answers {ours}, labelled {wanted}")
    tally.raised["figures"] += len(left)
    tally.lines.extend(f"row {row.number} figure not labelled: {figure.quantity.text}" for figure in left)


def _compare_percentages(tally: Tally, row: Labelled, place: ReadRow) -> None:
    left = list(place.reading.percentages)
    tally.raised["percentages"] += len(left)
    for label in row.listed("percents"):
        tally.labelled["percentages"] += 1
        found = next(
            (
                share
                for share in left
                if _overlaps(share.quantity.start, share.quantity.end, label)
                and share.quantity.value in _values(label)
            ),
            None,
        )
        if found is None:
            tally.lines.append(f"row {row.number} percentage missed: {label['text']}")
            continue
        left.remove(found)
        tally.hits["percentages"] += found.bounded == label["bounded"]
        if found.bounded != label["bounded"]:
            tally.lines.append(f"row {row.number} percentage {label['text']}: bounded {found.bounded}")


def compare_findings(tally: Tally, row: Labelled, findings: Sequence[Finding]) -> None:
    """One row's findings, code by code; each labelled finding takes at most one of ours."""
    left = list(findings)
    labels = sorted(row.listed("findings"), key=lambda label: bool(label.get("optional")))
    for label in labels:
        code = code_of(label)
        found = _take(left, code, label, row)
        if label.get("optional"):
            continue
        for measure in (f"findings {detect_of(code)}", code):
            tally.labelled[measure] += 1
            tally.hits[measure] += found is not None
            tally.raised[measure] += found is not None
        severities = [label["severity"], *label.get("accept", {}).get("severity", ())]
        if found is None:
            tally.lines.append(_line(row, "MISSED", code, label["severity"], label.get("text_span")))
        elif found.severity not in severities:
            tally.lines.append(f"row {row.number} {code} severity {found.severity}, labelled {severities}")
    for finding in left:
        for measure in (f"findings {detect_of(finding.code)}", finding.code):
            tally.raised[measure] += 1
        tally.hits["false errors"] += finding.severity == "error"
        tally.lines.append(_line(row, "FALSE", finding.code, finding.severity, finding.text))


def _line(row: Labelled, what: str, code: str, severity: str, span: str | None) -> str:
    words = f"row {row.number} {what} {code} {severity} {span or ''}"
    return f"{words} | {row.target[:40]} | {row.progress[:110]}"


def _take(left: list[Finding], code: str, label: Mapping[str, Any], row: Labelled) -> Finding | None:
    column = row.target if label.get("where") == "target" else row.progress
    wanted = label.get("text_span")
    at = column.find(wanted) if wanted else -1
    same = [finding for finding in left if finding.code == code]
    for finding in same:
        span = finding.location.span
        if at < 0 or span is None or (span[0] < at + len(wanted or "") and span[1] > at):
            left.remove(finding)
            return finding
    return None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
