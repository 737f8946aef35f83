"""The labelled rows: targets, figures, percentages and findings that a person wrote down for each.

All sets have one form. ``rows-published`` is the real half-year table in ``examples/``; the others
were written for this project, one after another, in the manner of other offices and years. Eight
of them (all from held-out on) were scored once before anybody looked at their rows; those
first scores are in the change log, because the grammar has learned from every set since.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent.parent / "tests" / "data"
PUBLISHED_PERIOD = "2017-01-01/2017-06-30"
CODES = {
    "a-missing": "A001", "a-partial-missing": "A002", "a-unit-mismatch": "A003", "a-scale-anomaly": "A004",
    "a-far-over-target": "A005", "a-limit-breached": "A006", "a-behind-pace": "A007", "a-echo-target": "A008",
    "a-scope-mismatch": "A012", "t-empty": "T001", "t-unmeasurable": "T002", "t-multi-packed": "T003",
    "t-no-unit": "T004", "t-soft-comparator": "T005", "t-delta-no-base": "T006", "p-range": "P001",
    "p-recompute": "P002", "p-truncated": "P003", "p-grim": "P004", "p-over-100": "P005",
    "p-point-vs-percent": "P006", "p-no-denominator": "P007", "p-shares-sum": "P009", "c-parts-whole": "C001",
    "c-enum-count": "C002", "c-claim-contradiction": "C003", "c-cross-row": "C004",
    "c-self-contradiction": "C005",
    "n-claim-no-number": "N001", "n-orphan-enumerator": "N002", "n-activity-only": "N003",
    "n-wording": "N004",
    "n-fragment": "N005", "d-stale-period": "D001", "d-relative-date": "D002", "d-future-plan": "D003",
    "d-not-started": "D004", "d-wrong-year": "D005",
}  # fmt: skip
SEMANTIC = frozenset(("A002", "A012", "C005", "N005"))
LEXICON = frozenset(("T005", "T006", "N001", "N003", "D002", "D004"))


@dataclass(frozen=True, slots=True)
class Labelled:
    """One labelled row, and the report that it stands in: rows of one report are read together."""

    number: int
    report: str
    period: str
    labels: Mapping[str, Any]

    @property
    def task(self) -> str:
        return str(self.labels["task"])

    @property
    def target(self) -> str:
        return str(self.labels["target_text"])

    @property
    def progress(self) -> str:
        return str(self.labels["progress_text"])

    def listed(self, name: str) -> Sequence[Mapping[str, Any]]:
        """The labels of one sort: targets, actuals, percents, findings or decoys."""
        entries = self.labels.get(name, ())
        assert isinstance(entries, list)
        return entries


def load(path: Path) -> Iterator[Labelled]:
    """The rows of one set in their order."""
    for line in path.read_text("utf-8").splitlines():
        labels = json.loads(line)
        period = labels.get("period", PUBLISHED_PERIOD)
        yield Labelled(labels["row"], str(labels.get("report", period)), period, labels)


def code_of(finding: Mapping[str, Any]) -> str:
    """The rule code of a labelled finding, whichever of the two ways it is written in."""
    return str(finding["code"] if "code" in finding else CODES[finding["code_slug"]])


def detect_of(code: str) -> str:
    """What it takes to find it: rule, lexicon or semantic."""
    return "semantic" if code in SEMANTIC else "lexicon" if code in LEXICON else "rule"


def number(value: object) -> Decimal | None:
    """A labelled value as a decimal."""
    return None if value is None else Decimal(str(value))
