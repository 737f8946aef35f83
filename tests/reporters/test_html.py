from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reporters.golden import rendered
from tests.reporters.shared import BEHIND, BREACHED, REPORT, SHEET, STANDING
from toolkit.check import Settings, check
from toolkit.finding import Finding, Severity
from toolkit.reporters import html
from toolkit.reporters.html.chart import bars
from toolkit.reporters.html.marks import Mark, Piece, figure, pieces
from toolkit.reporters.html.page import page
from toolkit.reporters.html.words import STATES, WORDS
from toolkit.round import load_round
from toolkit.standing import Standing, TargetStanding, Told

EXAMPLE = Path(__file__).parents[2] / "examples" / "xicheng-2017-h1"
KINDS = [severity.value for severity in Severity]


@pytest.mark.parametrize(
    ("marks", "cut"),
    [
        pytest.param([], [("甲乙丙丁", None, ())], id="none"),
        pytest.param(
            [Mark((1, 3), "error", 1)],
            [("甲", None, ()), ("乙丙", "error", (1,)), ("丁", None, ())],
            id="one",
        ),
        pytest.param(
            [Mark((0, 3), "info", 1), Mark((1, 4), "error", 2)],
            [("甲", "info", ()), ("乙丙", "error", (1,)), ("丁", "error", (2,))],
            id="two that overlap",
        ),
        pytest.param(
            [Mark((0, 2), "warning", 1), Mark((0, 2), "warning", 2)],
            [("甲乙", "warning", (1, 2)), ("丙丁", None, ())],
            id="two on one phrase",
        ),
        pytest.param(
            [figure((0, 4)), Mark((1, 2), "info", 1)],
            [("甲", "figure", ()), ("乙", "info", (1,)), ("丙丁", "figure", ())],
            id="inside a figure",
        ),
        pytest.param([Mark((2, 9), "error", 1)], [("甲乙丙丁", None, ())], id="beyond the text"),
    ],
)
def test_pieces(marks: list[Mark], cut: list[tuple[str, str | None, tuple[int, ...]]]) -> None:
    assert list(pieces("甲乙丙丁", marks)) == [Piece(*each) for each in cut]


@given(
    st.text(max_size=30),
    st.lists(st.tuples(st.integers(-2, 32), st.integers(-2, 32), st.sampled_from(KINDS)), max_size=8),
)
def test_pieces_make_the_text_and_end_every_mark_once(text: str, spans: list[tuple[int, int, str]]) -> None:
    marks = [Mark((start, end), kind, number) for number, (start, end, kind) in enumerate(spans)]

    cut = pieces(text, marks)

    assert "".join(piece.text for piece in cut) == text
    fitting = [mark.number for mark in marks if 0 <= mark.span[0] < mark.span[1] <= len(text)]
    assert sorted(number for piece in cut for number in piece.numbers) == fitting


def standing(*, completion: str | None, cap: bool = False, elapsed: str | None = None) -> Standing:
    target = TargetStanding(
        part="0",
        text="68公里",
        span=(0, 4),
        bound="≥ 68",
        unit="公里",
        cap=cap,
        figure=None if completion is None else "10公里",
        figure_span=None,
        completion=None if completion is None else Decimal(completion),
        elapsed=None if elapsed is None else Decimal(elapsed),
    )
    return Standing(SHEET, 31, Told("A31", "截污"), Told("B31", "68公里"), Told("C31", "10公里"), (target,))


def found(code: str, severity: Severity = Severity.ERROR) -> Finding:
    return replace(BEHIND, code=code, severity=severity)


@pytest.mark.parametrize(
    ("row", "findings", "state"),
    [
        pytest.param(standing(completion="40"), [], "going", id="nothing found"),
        pytest.param(standing(completion="100"), [], "met", id="met"),
        pytest.param(standing(completion="90", cap=True), [], "within", id="within its limit"),
        pytest.param(standing(completion="110", cap=True), [], "going", id="over it, and no rule says so"),
        pytest.param(standing(completion=None), [], "unknown", id="nothing to go by"),
        pytest.param(standing(completion="110", cap=True), [found("A006")], "breached", id="breached"),
        pytest.param(standing(completion="20"), [found("A007", Severity.WARNING)], "behind", id="behind"),
        pytest.param(standing(completion="48"), [found("A007", Severity.INFO)], "slightly", id="slightly"),
        pytest.param(standing(completion="300"), [found("A005")], "far", id="far over"),
        pytest.param(standing(completion=None), [found("A001")], "missing", id="not reported"),
        pytest.param(
            standing(completion="20"), [replace(found("A007"), part="1")], "going", id="another one"
        ),
        pytest.param(standing(completion="20"), [BREACHED], "going", id="another row"),
    ],
)
def test_what_a_rule_found_decides_the_state(row: Standing, findings: list[Finding], state: str) -> None:
    (bar,) = bars([row], findings, "zh")

    assert (bar.state, bar.label) == (state, STATES[state].zh)


@pytest.mark.parametrize(
    ("completion", "length", "shown", "beyond"),
    [
        pytest.param("0", "0.00", "0", False, id="nothing"),
        pytest.param("75", "50.00", "75", False, id="in the middle"),
        pytest.param("14.7058823529", "9.80", "14.7", False, id="to one decimal"),
        pytest.param("150", "100.00", "150", False, id="at the end"),
        pytest.param("283.3333333333", "100.00", "283.3", True, id="beyond"),
        pytest.param("-5", "0.00", "-5", False, id="below nothing"),
        pytest.param("1000000000000000000", "100.00", "1.0E+18", True, id="beyond all measure"),
    ],
)
def test_a_bar_is_as_long_as_its_share(*, completion: str, length: str, shown: str, beyond: bool) -> None:
    (bar,) = bars([standing(completion=completion, elapsed="50")], [], "zh")

    assert (bar.length, bar.completion, bar.beyond) == (length, shown, beyond)
    assert (bar.pace, bar.pace_share) == ("33.33", "50")


def test_the_verdict_comes_first() -> None:
    text = rendered("html", "zh").partition("<article")[2]

    order = [text.index(words) for words in ("退回修改", "问题清单</h3>", "完成进度</h3>", "指标现状</h3>")]
    assert order == sorted(order)
    assert "2 个错误必须改正后重新报送，4 个警告请逐条核实，1 个提示供参考，另有 2 个已知问题未列出。" in text


def test_every_phrase_is_marked_where_it_stands() -> None:
    text = rendered("html", "zh")

    assert '<mark class="error">74微克/立方米</mark><sup><a class="note" href="#problem-1-4"' in text
    assert '<tr role="row" id="problem-1-4" class="error">' in text


def test_a_row_that_is_no_indicator_has_no_link() -> None:
    assert "第 1 行 · 进展情况</span>" in rendered("html", "zh")


def test_rules_that_did_not_run_are_told_with_the_reason() -> None:
    text = rendered("html", "zh")

    assert "<b>没有模板</b>：S006" in text
    assert "S007" in text


def test_one_file_needs_no_overview() -> None:
    assert 'id="overview"' not in "".join(html.chunks(replace(REPORT, files=REPORT.files[:1])))


def test_two_sheets_with_equal_row_numbers_have_places_of_their_own() -> None:
    twice = (*STANDING, *(row._replace(sheet="另一表") for row in STANDING))
    (file,) = page(replace(REPORT, files=(replace(REPORT.files[0], standing=twice),)), "zh")["files"]

    assert len(set(file.rows.values())) == len(twice)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_page_says_its_language(language: str) -> None:
    page = rendered("html", "zh" if language == "zh" else "en")

    assert f'<html lang="{"zh-CN" if language == "zh" else "en"}">' in page


def test_english_words_are_english_and_none_is_missing() -> None:
    for text in (*WORDS.values(), *STATES.values()):
        assert text.zh
        assert text.en.isascii()


def test_the_example_is_small() -> None:
    settings = Settings(round=load_round(EXAMPLE / "round.toml"), standing=True)

    text = "".join(html.chunks(check([EXAMPLE / "submission.xlsx"], settings)))

    assert len(text.encode("utf-8")) < 300_000


def test_a_large_run_is_written_piece_by_piece() -> None:
    report = replace(REPORT, files=[REPORT.files[0]] * 50)

    assert max(map(len, html.chunks(report))) < 30_000
