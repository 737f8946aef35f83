"""The catalogue keeps its promises: codes, names, severities, texts and examples."""

from __future__ import annotations

import re
import subprocess
import sys
from string import Formatter
from typing import Any

import pytest

from toolkit.finding import Text
from toolkit.frames import FACTS, FRAMES
from toolkit.rules import MODULES, OF_A_ROUND, RULES, all_codes
from toolkit.rules.model import Example, FrameCheck, IntakeCheck, Rule, TemplateCheck
from toolkit.rules.wording import fill

CATALOGUE = """
S001 unreadable-workbook error
S002 table-not-found error
S003 column-missing error
S004 column-unexpected info
S005 wrong-template error
S006 issued-cell-changed error
S007 row-missing error
S008 row-unexpected warning
S009 row-duplicate error
S010 hidden-content warning
S011 merged-gap warning
S012 error-value error
S013 formula-altered error
S014 formula-not-calculated error
S015 external-link warning
S016 number-as-text warning
S017 wrong-type error
S018 period-mismatch warning
S019 reporting-unit-mismatch error
S020 value-out-of-schema error
S021 guard-removed warning
T001 target-missing error
T002 target-unmeasurable info
T003 target-packed info
T004 target-without-unit warning
T005 target-soft info
T006 target-without-base info
T007 target-value-mismatch error
T008 target-changed warning
A001 actual-missing error
A002 actual-partial warning
A003 unit-mismatch warning
A004 scale-anomaly error
A005 far-over-target warning
A006 limit-breached error
A007 behind-pace warning
A008 echoes-target warning
A009 actual-value-mismatch error
A010 cumulative-decreased error
A011 completion-rate-mismatch error
A012 scope-mismatch warning
P001 percentage-out-of-range error
P002 percentage-contradicts-figures error
P003 percentage-truncated info
P004 percentage-impossible error
P005 percentage-over-100 info
P006 point-versus-percent warning
P007 percentage-without-base info
P008 percentage-scale error
P009 shares-do-not-sum error
C001 parts-differ-from-whole error
C002 list-differs-from-count warning
C003 claim-contradicts-figures error
C004 rows-disagree info
C005 self-contradiction warning
C006 units-disagree warning
N001 claim-without-figure warning
N002 orphan-enumerator info
N003 activity-only info
N004 wording info
N005 fragment warning
N006 progress-repeated warning
D001 stale-period warning
D002 relative-date info
D003 future-plan info
D004 not-started warning
D005 wrong-year error
D006 late-submission warning
D007 submission-missing error
X001 template-drift error
X002 breaking-change error
X003 version-not-raised error
X004 guard-missing error
X005 leftover-data error
X006 personal-metadata warning
X007 external-link error
X008 schema-mismatch error
X009 macro-changed error
"""
KNOWN = {code: (name, severity) for code, name, severity in map(str.split, CATALOGUE.strip().splitlines())}

UNITS_AND_CODES = re.compile(r"#[A-Z0-9/!]+|[A-Z]\d{3}|\.[a-z]{3,4}\b|Excel|WPS|TBD")
FRAME_RULES = [rule for rule in RULES if isinstance(rule.check, FrameCheck)]
PLACEHOLDER = re.compile(r"\{[^{}]*\}")


def by_code(rule: Rule) -> str:
    return rule.code


def texts(rule: Rule) -> dict[str, Text]:
    return {"title": rule.title, "message": rule.message, "why": rule.why, "fix": rule.fix}


def names_in(pattern: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(pattern) if name is not None}


def test_every_rule_of_the_catalogue_is_there_once_and_in_order() -> None:
    assert [rule.code for rule in RULES] == list(KNOWN)


def test_codes_are_known_without_loading_a_rule() -> None:
    assert all_codes() == tuple(rule.code for rule in RULES)


@pytest.mark.parametrize("rule", RULES, ids=by_code)
def test_name_and_severity_are_the_catalogues(rule: Rule) -> None:
    assert (rule.name, rule.severity.value) == KNOWN[rule.code]


@pytest.mark.parametrize("rule", RULES, ids=by_code)
def test_name_is_kebab_case(rule: Rule) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.name)


@pytest.mark.parametrize("rule", RULES, ids=by_code)
def test_file_is_named_for_its_rule(rule: Rule) -> None:
    stem = f"{rule.code}_{rule.name}".lower().replace("-", "_")
    assert [module for module in MODULES if module.endswith(f".{stem}")]


@pytest.mark.parametrize("rule", RULES, ids=by_code)
def test_has_a_passing_and_a_failing_example(rule: Rule) -> None:
    if not isinstance(rule.check, TemplateCheck):  # tests/template has a template for each of those
        assert rule.passing
        assert rule.failing


@pytest.mark.parametrize("rule", FRAME_RULES, ids=by_code)
def test_a_failing_example_shows_every_severity(rule: Rule) -> None:
    shown = {getattr(example, "severity", None) or rule.severity for example in rule.failing}
    assert rule.severity in shown
    if isinstance(rule.check, FrameCheck) and rule.check.grade is not None:
        assert len({*shown, rule.severity}) > 1


@pytest.mark.parametrize("rule", RULES, ids=by_code)
def test_both_languages_are_there(rule: Rule) -> None:
    for part, text in texts(rule).items():
        said_by_its_facts = "_zh}" in text.zh and "_en}" in text.en
        assert said_by_its_facts or re.search(r"[一-鿿]", PLACEHOLDER.sub("", text.zh)), part
        assert said_by_its_facts or re.search(r"[A-Za-z]{2}", PLACEHOLDER.sub("", text.en)), part


@pytest.mark.parametrize("rule", RULES, ids=by_code)
def test_chinese_has_no_latin_words(rule: Rule) -> None:
    for part, text in texts(rule).items():
        plain = UNITS_AND_CODES.sub("", PLACEHOLDER.sub("", text.zh))
        assert not re.search(r"[A-Za-z]", plain), part


@pytest.mark.parametrize("rule", RULES, ids=by_code)
def test_chinese_has_no_half_width_punctuation(rule: Rule) -> None:
    for part, text in texts(rule).items():
        plain = UNITS_AND_CODES.sub("", PLACEHOLDER.sub("", text.zh))
        assert not re.search(r"[,;:?\"']", plain), part


@pytest.mark.parametrize("rule", FRAME_RULES, ids=by_code)
def test_fix_gives_an_example(rule: Rule) -> None:
    assert "例如" in rule.fix.zh
    assert "for example" in rule.fix.en


@pytest.mark.parametrize("rule", RULES, ids=by_code)
def test_sentences_end_and_titles_do_not(rule: Rule) -> None:
    for text in (rule.message, rule.why, rule.fix):
        assert text.zh.endswith(("。", "？", "_zh}"))
        assert text.en.endswith((".", "?", "_en}"))
    assert not rule.title.zh.endswith("。")
    assert not rule.title.en.endswith(".")


@pytest.mark.parametrize("rule", FRAME_RULES, ids=by_code)
def test_messages_need_the_columns_of_their_frame_only(rule: Rule) -> None:
    check = rule.check
    assert isinstance(check, FrameCheck)
    patterns = [check.value or "", check.expected or ""]
    patterns += [text.in_language(language) for text in (rule.message, rule.fix) for language in ("zh", "en")]
    nothing: dict[str, Any] = dict.fromkeys({**FRAMES, "facts": FACTS}[check.frame])
    for pattern in patterns:
        assert names_in(pattern) <= nothing.keys()
        fill(pattern, nothing)


@pytest.mark.parametrize("rule", FRAME_RULES, ids=by_code)
def test_the_phrase_to_mark_is_in_its_example(rule: Rule) -> None:
    for example in rule.failing:
        if not isinstance(example, Example):
            continue
        rows = [(example.target, example.progress), *example.others]
        assert example.text is None or any(example.text in cell for row in rows for cell in row)


@pytest.mark.parametrize("rule", FRAME_RULES, ids=by_code)
def test_requires_the_table_and_what_the_mark_points_at(rule: Rule) -> None:
    check = rule.check
    assert isinstance(check, FrameCheck)
    assert rule.requires[0] == "table"
    typed = {"target_value": "target_value", "actual_value": "actual_value", "completion": "completion"}
    needed = {"target": "target", "target_text": "target", "task": "task", **typed}.get(
        check.mark, "progress"
    )
    assert needed in rule.requires or rule.code == "T005"


def test_listing_the_rules_loads_no_engine() -> None:
    script = "import sys; from toolkit.rules import RULES; assert RULES; print(*sys.modules)"
    listed = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert not {"polars", "pandera", "lxml"} & set(listed.stdout.split())


def test_what_is_asked_of_a_round_is_told_without_loading() -> None:
    of_a_round = {rule.code for rule in RULES if isinstance(rule.check, IntakeCheck)}
    of_a_round |= {rule.code for rule in FRAME_RULES if rule.check.frame == "facts"}  # type: ignore[union-attr]
    assert of_a_round == OF_A_ROUND
