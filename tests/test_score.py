"""What the reading and the rules reach on the labelled rows. ``make score`` lists every miss."""

from __future__ import annotations

import pytest

from benchmarks.labels import DATA, load
from benchmarks.score import Tally, score

# (measure, least recall, least precision) on the published table
PUBLISHED = [
    ("targets", 0.98, 0.98),
    ("figures", 0.97, 0.97),
    ("matches", 0.95, 0.95),
    ("percentages", 1.0, 1.0),
    ("findings rule", 0.95, 0.95),
    ("findings lexicon", 0.80, 0.85),
]
# and on the rows that were written in the manner of other offices
WRITTEN = [
    ("targets", 0.95, 0.95),
    ("figures", 0.95, 0.95),
    ("matches", 0.90, 0.90),
    ("findings rule", 0.85, 0.90),
]
OTHERS = [
    "rows-developed",
    "rows-evaluated",
    "rows-held-out",
    "rows-blind",
    "rows-last",
    "rows-regions",
    "rows-bureaus",
    "rows-closing",
    "rows-inspected",
]


@pytest.fixture(scope="module")
def tallies() -> dict[str, Tally]:
    return {name: score(list(load(DATA / f"{name}.jsonl"))) for name in ("rows-published", *OTHERS)}


def reaches(tally: Tally, measure: str, recall: float, precision: float) -> bool:
    hits, labelled, raised = tally.hits[measure], tally.labelled[measure], tally.raised[measure]
    return labelled > 0 and hits >= recall * labelled and hits >= precision * raised


@pytest.mark.parametrize(("measure", "recall", "precision"), PUBLISHED, ids=[row[0] for row in PUBLISHED])
def test_the_published_table(
    tallies: dict[str, Tally], measure: str, recall: float, precision: float
) -> None:
    tally = tallies["rows-published"]
    assert reaches(tally, measure, recall, precision), "\n".join(tally.lines)


@pytest.mark.parametrize("name", OTHERS)
@pytest.mark.parametrize(("measure", "recall", "precision"), WRITTEN, ids=[row[0] for row in WRITTEN])
def test_rows_of_other_offices(
    tallies: dict[str, Tally], name: str, measure: str, recall: float, precision: float
) -> None:
    assert reaches(tallies[name], measure, recall, precision), "\n".join(tallies[name].lines)


@pytest.mark.parametrize("name", ["rows-published", *OTHERS])
def test_no_decoy_is_read_and_no_error_is_false(tallies: dict[str, Tally], name: str) -> None:
    assert tallies[name].hits["decoys read"] == 0
    assert tallies[name].hits["false errors"] <= len(list(load(DATA / f"{name}.jsonl"))) / 100
