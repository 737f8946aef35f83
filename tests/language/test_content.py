"""Which words of a text carry its content, and which of them two texts share."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.language.content import is_bare, is_short_for, pairs, shared

PIECES = ["占道经营", "整治", "完成", "的", "3处", ",", "棚户区改造", "和", "了", "PM2.5", " ", "环境"]
texts = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)

PAIRS = [
    ("占道经营", {"占道", "道经", "经营"}),
    ("占道,经营", {"占道", "经营"}),
    ("经营的改造", {"经营", "改造"}),  # 的 stands in every report and joins nothing
    ("12处", set()),
    ("", set()),
]


@pytest.mark.parametrize(("text", "expected"), PAIRS, ids=[text or "empty" for text, _ in PAIRS])
def test_pairs_of_neighbouring_characters(text: str, expected: set[str]) -> None:
    assert pairs(text) == expected


@given(texts, texts)
def test_shared_pairs_are_those_that_both_texts_have(one: str, other: str) -> None:
    assert shared(pairs(one), other) == pairs(one) & pairs(other)


@pytest.mark.parametrize(
    ("text", "bare"), [("上半年累计完成", True), ("已建成", True), ("", True), ("累计整治占道经营", False)]
)
def test_a_text_of_verbs_and_filling_names_no_object(text: str, *, bare: bool) -> None:
    assert is_bare(text) is bare


@pytest.mark.parametrize(
    ("text", "name", "short"), [("完成棚改", "棚户区改造", True), ("完成绿化", "棚户区改造", False)]
)
def test_a_word_of_two_characters_may_shorten_a_name(text: str, name: str, *, short: bool) -> None:
    assert is_short_for(text, name) is short
