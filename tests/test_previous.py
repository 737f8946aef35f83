"""Which row of an earlier submission is which of ours, and what becomes of the comparison without one."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.check import Settings, check, check_open
from toolkit.finding import FileReport
from toolkit.previous import Source, Sources, counterparts
from toolkit.readers import read_workbook
from toolkit.round import parse_period
from toolkit.table import Field, Row
from toolkit.testing import three_columns, workbook

Rows = list[tuple[str, str, str]]

QUARTER, HALF = "2017-01-01/2017-03-31", "2017-01-01/2017-06-30"
CODES = ("T008", "A010", "N006")
BEFORE = [("绿道", "新建绿道18公里", "一季度新建绿道12公里。")]
NOW = [("绿道", "新建绿道18公里", "上半年新建绿道9.6公里。")]


def rows(*lines: tuple[str, ...]) -> list[Row]:
    """Rows of a task, a target and maybe an id."""
    roles = ("task", "target", "indicator_id")
    return [
        Row(number, {role: Field(number, 1, text, None, False) for role, text in zip(roles, line)})  # noqa: B905
        for number, line in enumerate(lines)
    ]


@pytest.mark.parametrize(
    ("before", "now", "found"),
    [
        pytest.param([("甲", "改造6处")], [("甲", "改造 ６处")], {0: 0}, id="width and blanks"),
        pytest.param([("甲", "改造6处")], [("甲", "改造8处")], {0: 0}, id="another number"),
        pytest.param([("甲", "改造6处")], [("乙", "改造6处")], {}, id="another task"),
        pytest.param([("甲", "改造6处")], [("甲", "拆除6处")], {}, id="another target"),
        pytest.param([("甲", "改造6处", "A1")], [("甲", "改造院落", "A1")], {0: 0}, id="the same id"),
        pytest.param([("甲", "改造6处", "A1")], [("乙", "绿化2亩", "A1")], {}, id="an id given anew"),
        pytest.param([("甲", "改造6处")] * 2, [("甲", "改造6处")], {}, id="two before"),
        pytest.param([("甲", "改造6处")], [("甲", "改造6处")] * 2, {}, id="two now"),
        pytest.param(
            [("甲", "改造6处"), ("甲", "改造9处")],
            [("甲", "改造6处"), ("甲", "改造8处")],
            {0: 0},
            id="two shapes",
        ),
        pytest.param(
            [("甲", "改造6处"), ("乙", "改造9处")],
            [("乙", "改造9处"), ("甲", "改造6处")],
            {0: 1, 1: 0},
            id="moved",
        ),
    ],
)
def test_counterparts(
    before: list[tuple[str, ...]], now: list[tuple[str, ...]], found: dict[int, int]
) -> None:
    same = counterparts(rows(*before), rows(*now))
    assert {place: row.number for place, row in same.items()} == found


TEXTS = st.lists(st.tuples(st.sampled_from("甲乙"), st.sampled_from(["改造6处", "改造8处", "绿化", ""])))


@given(TEXTS, TEXTS)
def test_no_row_is_the_counterpart_of_two(before: Rows, now: Rows) -> None:
    same = counterparts(rows(*before), rows(*now))
    assert len({row.number for row in same.values()}) == len(same)


def checked(folder: Path, now: Rows, sources: Sources | None, period: str = HALF) -> FileReport:
    path = folder / "now.xlsx"
    path.write_bytes(three_columns(now))
    return check([path], Settings(period=parse_period(period), select=CODES, previous=sources)).files[0]


def beside(folder: Path, before: Rows, now: Rows, former: str = QUARTER, period: str = HALF) -> list[str]:
    path = folder / "before.xlsx"
    path.write_bytes(three_columns(before))
    sources = Sources(alone=Source(path, "", parse_period(former)))
    return [finding.code for finding in checked(folder, now, sources, period).findings]


def test_a_total_that_fell(tmp_path: Path) -> None:
    assert beside(tmp_path, BEFORE, NOW) == ["A010"]


@pytest.mark.parametrize(
    ("before", "now"),
    [
        pytest.param("1-3月新建绿道12公里。", "1-6月新建绿道9.6公里。", id="months"),
        pytest.param("1至3月份新建绿道12公里。", "1至6月份新建绿道9.6公里。", id="months in words"),
        pytest.param("截至3月底新建绿道12公里。", "截至6月底新建绿道9.6公里。", id="up to a month"),
        pytest.param("前3个月新建绿道12公里。", "上半年新建绿道9.6公里，完成53.3%。", id="first months"),
    ],
)
def test_a_total_is_told_in_many_ways(before: str, now: str, tmp_path: Path) -> None:
    rows = [[("绿道", "新建绿道18公里", told)] for told in (before, now)]
    assert "A010" in beside(tmp_path, rows[0], rows[1])


LENGTHS = st.sampled_from(["上半年", "累计", "截至6月底", "目前已", "约", "近", ""])
PROGRESS = st.builds("{}新建绿道{}公里。".format, LENGTHS, st.decimals(0, 20, places=1))


@given(PROGRESS)
def test_a_submission_beside_itself_has_nothing(tmp_path_factory: pytest.TempPathFactory, told: str) -> None:
    row = [("绿道", "新建绿道18公里", told)]
    assert beside(tmp_path_factory.mktemp("same"), row, row, HALF) == []


@given(PROGRESS, PROGRESS)
def test_a_total_falls_one_way_only(tmp_path_factory: pytest.TempPathFactory, one: str, other: str) -> None:
    folder = tmp_path_factory.mktemp("two")
    first, second = ([("绿道", "新建绿道18公里", told)] for told in (one, other))
    fell = [beside(folder, first, second, HALF), beside(folder, second, first, HALF)]
    assert sum("A010" in codes for codes in fell) <= 1


@pytest.mark.parametrize(
    ("target", "before", "now"),
    [
        pytest.param(
            "新建绿道18公里", "一季度新建绿道12公里。", "二季度新建绿道3公里。", id="a quarter alone"
        ),
        pytest.param("新建绿道18公里", "一季度新建绿道12公里。", "6月新建绿道3公里。", id="a month alone"),
        pytest.param(
            "新建绿道18公里", "一季度新建绿道12公里。", "本季度又新建绿道3公里。", id="an increment"
        ),
        pytest.param("新建绿道18公里", "新建绿道约10公里。", "新建绿道9.6公里。", id="about as much"),
        pytest.param(
            "新建绿道18公里", "一季度新建绿道12公里。", "上半年拆除围墙9公里。", id="another object"
        ),
        pytest.param("新建绿道18公里", "计划新建绿道12公里。", "上半年新建绿道9公里。", id="a plan before"),
        pytest.param("合格率达到95%", "合格率96%。", "合格率94%。", id="a rate"),
        pytest.param("投诉量控制在90件以内", "投诉60件。", "投诉45件。", id="the less the better"),
        pytest.param(
            "浓度控制在60微克/立方米以内", "浓度58微克/立方米。", "浓度45微克/立方米。", id="a level"
        ),
        pytest.param("每季度开展检查20次", "开展检查22次。", "开展检查20次。", id="anew each quarter"),
        pytest.param("孵化器达到45家", "现有孵化器47家。", "现有孵化器46家。", id="what there is"),
        pytest.param("净增企业120家", "净增企业80家。", "净增企业68家。", id="a net increase"),
        pytest.param("整治60件", "整治50件。", "整治12起。", id="another measure word"),
    ],
)
def test_figures_that_may_honestly_be_less(target: str, before: str, now: str, tmp_path: Path) -> None:
    assert "A010" not in beside(tmp_path, [("甲", target, before)], [("甲", target, now)])


@pytest.mark.parametrize(
    ("before", "now", "fell"),
    [
        ("9.6公里", "9.5公里", True),
        ("9.6公里", "9.55公里", False),
        ("9.6公里", "9.54公里", True),
        ("10公里", "9.6公里", True),
        ("近10公里", "9.6公里", False),
        ("9600米", "9.6公里", False),
        ("10余公里", "9公里", True),
    ],
)
def test_rounding_never_makes_a_total_fall(before: str, now: str, fell: bool, tmp_path: Path) -> None:  # noqa: FBT001
    rows = [[("绿道", "新建绿道18公里", f"新建绿道{told}。")] for told in (before, now)]
    assert ("A010" in beside(tmp_path, rows[0], rows[1])) is fell


def test_a_new_year_counts_anew(tmp_path: Path) -> None:
    former, period = "2016-01-01/2016-12-31", "2017-01-01/2017-06-30"
    before = [("绿道", "新建绿道18公里", "全年新建绿道12公里。")]
    assert beside(tmp_path, before, NOW, former, period) == []
    assert beside(tmp_path, before, [("绿道", "新建绿道20公里", "新建绿道5公里。")], former, period) == []


@pytest.mark.parametrize(
    ("sources", "because"),
    [
        (None, "没有给出上次的报送表"),
        (Sources(), "该单位没有上次的报送表"),
        (Sources(alone=Source(Path("gone.xlsx"), "")), "上次的报送表无法读取"),
    ],
)
def test_without_a_previous_submission_the_rules_say_why(
    sources: Sources | None, because: str, tmp_path: Path
) -> None:
    report = checked(tmp_path, NOW, sources)
    assert {(each.code, each.because.zh) for each in report.skipped} == {(code, because) for code in CODES}


def test_a_previous_submission_of_no_known_period(tmp_path: Path) -> None:
    path = tmp_path / "before.xlsx"
    path.write_bytes(three_columns(BEFORE))
    report = checked(tmp_path, NOW, Sources(alone=Source(path, "")))
    assert {each.because.zh for each in report.skipped} == {"不知道上次报送的填报期"}


def test_its_own_title_names_its_period(tmp_path: Path) -> None:
    path = tmp_path / "2017年一季度.xlsx"
    path.write_bytes(three_columns(BEFORE))
    sources = Sources(alone=Source(path, "", parse_period("2016-01-01/2016-12-31")))
    assert [each.code for each in checked(tmp_path, NOW, sources).findings] == ["A010"]


TYPED = "| 指标编号 | 绩效任务 | 年度目标 | 目标值 | 计量单位 | 方向 | 本期完成值 | 数据截止日 | 进展情况 |\n"


def test_typed_cells(tmp_path: Path) -> None:
    before, now = tmp_path / "2017年一季度.xlsx", tmp_path / "2017年上半年.xlsx"
    line = "| A1 | 管线 | 改造地下管线{} | {} | 公里 | ≥ | {} | {} | 正在改造。 |"
    before.write_bytes(workbook(TYPED + line.format("60公里", 60, 33, "2017-03-31")))
    now.write_bytes(workbook(TYPED + line.format("50公里", 50, 31, "2017-06-30")))
    sources = Sources(alone=Source(before, ""))
    settings = Settings(schema="progress-form", select=CODES, previous=sources)
    (file,) = check([now], settings).files
    found = [(each.code, each.location.cell, each.value, each.expected) for each in file.findings]
    assert found == [
        ("T008", "C2", "改造地下管线50公里", "改造地下管线60公里"),
        ("A010", "G2", "31公里", "≥ 33公里"),
    ]


def test_words_beside_a_typed_figure_may_stay_while_it_moves(tmp_path: Path) -> None:
    before, now = tmp_path / "2017年一季度.xlsx", tmp_path / "2017年上半年.xlsx"
    line = "| A1 | 管线 | 改造地下管线60公里 | 60 | 公里 | ≥ | {} | {} | 正在改造。 |"
    before.write_bytes(workbook(TYPED + line.format(33, "2017-03-31")))
    settings = Settings(schema="progress-form", select=CODES, previous=Sources(alone=Source(before, "")))
    for actual, codes in ((33, ["N006"]), (36, [])):
        now.write_bytes(workbook(TYPED + line.format(actual, "2017-06-30")))
        assert [each.code for each in check([now], settings).files[0].findings] == codes


def test_an_open_book_says_the_same(tmp_path: Path) -> None:
    path, former = tmp_path / "now.xlsx", tmp_path / "2017年一季度.xlsx"
    path.write_bytes(three_columns(NOW))
    former.write_bytes(three_columns(BEFORE))
    sources = Sources(alone=Source(former, ""))
    settings = Settings(period=parse_period(HALF), select=CODES, previous=sources)
    live = check_open(read_workbook(path), str(path), settings)
    assert [each.code for each in live.findings] == ["A010"]
    assert live == check([path], settings).files[0]


def test_a_target_of_several_years(tmp_path: Path) -> None:
    """Totals go on over the years, and what is told of one year is compared within it."""
    from toolkit.collection import Round

    before = tmp_path / "before.xlsx"
    spans = (("棚户区", parse_period("2016-01-01/2020-12-31")),)
    sources = Sources(alone=Source(before, "", parse_period("2016-01-01/2016-12-31")))
    settings = Settings(
        round=Round(name="", period=parse_period(HALF), spans=spans), select=CODES, previous=sources
    )
    now = tmp_path / "now.xlsx"
    for told, codes in (
        ("累计改造3000户。", ["A010"]),
        ("截至6月底，累计改造3000户。", ["A010"]),
        ("今年以来累计改造300户。", []),
        ("改造300户。", []),
        ("上半年改造300户。", []),
    ):
        before.write_bytes(three_columns([("棚户区改造", "改造9000户", "累计改造3200户。")]))
        now.write_bytes(three_columns([("棚户区改造", "改造9000户", told)]))
        assert [each.code for each in check([now], settings).files[0].findings] == codes


def test_an_issued_target_is_held_to_its_template(tmp_path: Path) -> None:
    before, now = tmp_path / "2017年一季度.xlsx", tmp_path / "2017年上半年.xlsx"
    before.write_bytes(three_columns(BEFORE))
    template = tmp_path / "template.xlsx"
    template.write_bytes(three_columns([("绿道", "新建绿道15公里", "")]))
    now.write_bytes(three_columns([("绿道", "新建绿道15公里", "新建绿道13公里。")]))
    settings = Settings(select=CODES, previous=Sources(alone=Source(before, "")), template=template)
    assert check([now], settings).files[0].findings == ()
