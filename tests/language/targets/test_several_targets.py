"""Several targets in one cell: how many, in which order, and how they belong together."""

from __future__ import annotations

from decimal import Decimal

import pytest

from toolkit.language.target import read_targets

# target, every numeric (comparator, value, unit) in the order of the text
SEVERAL = [
    ("达到3760亿元左右,增长6.5%左右", [("~", "3760", "亿元"), ("delta+", "6.5", "%")]),
    ("启动实施1项环保技改项目,完成挥发性有机物减排25吨", [(">=", "1", "项"), (">=", "25", "吨")]),
    (
        "安全生产标准化创建企业达到2200家,完成210家重点企业编制任务",
        [(">=", "2200", "家"), (">=", "210", "家")],
    ),
    ("建设提升60个便民商业网点(其中蔬菜零售网点13个)", [(">=", "60", "个"), (">=", "13", "个")]),
    ("改造老旧小区12个、加装电梯30部", [(">=", "12", "个"), (">=", "30", "部")]),
    ("失业率控制在4%以内；新增就业3000人", [("<=", "4", "%"), (">=", "3000", "人")]),
    ("新建公园3处，绿化覆盖率达到32%", [(">=", "3", "处"), (">=", "32", "%")]),
    ("能耗下降4%，水耗下降3%", [("delta-", "4", "%"), ("delta-", "3", "%")]),
    ("不发生重大事故，隐患整改率达到100%", [("==", "0", None), (">=", "100", "%")]),
    ("培训500人以上，合格率不低于90%", [(">=", "500", "人"), (">=", "90", "%")]),
    ("新建2座、改建3座变电站", [(">=", "2", "座"), (">=", "3", "座")]),
    ("改造管网5公里,制定管理办法", [(">=", "5", "公里")]),
    ("制定工作方案,达标率达到70%", [(">=", "70", "%")]),
    ("10亿元以上项目引进5个", [(">=", "5", "个")]),
    ("任务由300户调整为260户", [(">=", "260", "户")]),
    ("低保标准分别由每月880元、640元提高到920元和690元", [(">=", "920", "元"), (">=", "690", "元")]),
    (
        "将城镇、农村补差水平从每人每月610元、305元分别提高到每人每月640元、330元",
        [(">=", "640", "元"), (">=", "330", "元")],
    ),
    ("3个结构性指标均实现12%以上增长", [("delta+", "12", "%")]),
    ("45个推进项目年内应开工20个、竣工16个", [(">=", "20", "个"), (">=", "16", "个")]),
    ("实现300人以上自然村通达率96%以上", [(">=", "96", "%")]),
    ("60名学生以上教学点35个", [(">=", "35", "个")]),
    ("5类重点对象危房改造2.6万户", [(">=", "2.6", "万户")]),
    ("合格率由85%提高到92%", [(">=", "92", "%")]),
    ("在2017年6月底前完成3处改造", [(">=", "3", "处")]),
]


@pytest.mark.parametrize(("text", "expected"), SEVERAL, ids=[row[0] for row in SEVERAL])
def test_numeric_targets(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    numeric = [target for target in read_targets(text) if target.value is not None]
    assert [(target.comparator, target.value) for target in numeric] == [
        (comparator, Decimal(value)) for comparator, value, _ in expected
    ]
    units = [target.unit for target in numeric if target.kind != "zero_occurrence"]
    assert units == [unit for _, _, unit in expected if unit is not None]


# target, every (name, comparator, value, text) behind its 分别
RESPECTIVELY = [
    ("城乡居民人均可支配收入分别增长8%和9.5%",
     [("城镇居民人均可支配收入", "delta+", "8", "增长8%"),
      ("农村居民人均可支配收入", "delta+", "9.5", "9.5%")]),
    ("一般公共预算收入、税收收入分别增长6%、5%以上",
     [("一般公共预算收入", "delta+", "6", "增长6%"), ("税收收入", "delta+", "5", "5%以上")]),
    ("城镇和农村居民收入增速分别达到7%、8%",
     [("城镇居民收入", "delta+", "7", "达到7%"), ("农村居民收入", "delta+", "8", "8%")]),
    ("PM2.5、PM10年均浓度分别控制在35和60微克/立方米以内",
     [("PM2.5", "<=", "35", "控制在35"), ("PM10年均浓度", "<=", "60", "60微克/立方米以内")]),
    ("将城镇、农村补差水平分别从610元、305元提高到640元、330元",
     [("城镇补差水平", ">=", "640", "提高到640元"), ("农村补差水平", ">=", "330", "330元")]),
    ("单位GDP能耗和水耗分别下降3%和4%",
     [("单位GDP能耗", "delta-", "3", "下降3%"), ("水耗", "delta-", "4", "4%")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), RESPECTIVELY, ids=[row[0] for row in RESPECTIVELY])
def test_each_number_behind_respectively_has_its_name(text: str, expected: list[tuple[str, ...]]) -> None:
    targets = read_targets(text)
    assert [
        (target.name, target.comparator, str(target.value), text[target.start : target.end])
        for target in targets
    ] == expected


@pytest.mark.parametrize(
    ("task", "text", "names"),
    [
        ("一般公共预算收入及支出", "422.1亿元/388.4亿元", ("一般公共预算收入", "一般公共预算支出")),
        ("一般公共预算收入和支出", "120亿元/115亿元", ("一般公共预算收入", "一般公共预算支出")),
    ],
)
def test_slash_takes_its_names_from_the_task(task: str, text: str, names: tuple[str, str]) -> None:
    income, spending = read_targets(text, task)
    assert (income.name, spending.name) == names
    assert (income.slash_joined, spending.slash_joined) == (True, True)
    assert (income.direction, spending.direction) == ("up", "target")
    assert (income.comparator, spending.comparator) == (">=", "==")


@pytest.mark.parametrize(
    "text",
    [
        "建设提升60个便民商业网点(其中蔬菜零售网点13个)",
        "改造老旧小区20个，其中加装电梯小区6个",
        "新增学位1200个(其中学前学位480个)",
    ],
)
def test_of_which_is_a_part(text: str) -> None:
    whole, part = read_targets(text)
    assert (whole.part_of, part.part_of) == (None, 0)


@pytest.mark.parametrize("text", ["办理议案提案11件15项", "完成整改12处18项"])
def test_one_thing_counted_twice(text: str) -> None:
    once, again = read_targets(text)
    assert (once.counts_again, again.counts_again) == (False, True)


@pytest.mark.parametrize(
    ("text", "zeros"),
    [
        ("实现无违法经营、无违法出租房屋、无地下空间“散租住人”。", 3),
        ("重点区域实现“四无”,即无散煤、无燃煤锅炉、无超标燃气锅炉、无“散乱污”企业", 4),
        ("不发生重大火灾事故,杜绝重大交通事故", 2),
    ],
)
def test_zero_occurrences_in_a_row(text: str, zeros: int) -> None:
    targets = read_targets(text)
    assert [target.kind for target in targets] == ["zero_occurrence"] * zeros


@pytest.mark.parametrize(
    ("text", "has_base"),
    [
        ("能耗下降4%", False),
        ("能耗同比下降4%", True),
        ("能耗比上年下降4%", True),
        ("能耗较2015年下降4%", True),
        ("覆盖率由30%提高到35%", True),
        ("游客人数增长5%", False),
    ],
)
def test_base_of_a_change(text: str, *, has_base: bool) -> None:
    assert all(target.has_base is has_base for target in read_targets(text))


@pytest.mark.parametrize(
    ("text", "approximate"),
    [
        ("完成植树约200亩", True),
        ("达到3760亿元左右", True),
        ("投资规模保持在50亿元上下", True),
        ("完成植树200亩", False),
        ("失业率控制在4%以内", False),
    ],
)
def test_softness(text: str, *, approximate: bool) -> None:
    (target,) = read_targets(text)
    assert target.approximate is approximate


@pytest.mark.parametrize("text", [row[0] for row in SEVERAL])
def test_spans_cut_the_cell(text: str) -> None:
    for target in read_targets(text):
        assert text[target.start : target.end] == target.text


def test_number_in_the_task_is_not_this_rows_target() -> None:
    (target,) = read_targets("新增停车位600个", "全省新增1.4万个以上停车位")
    assert (target.value, target.unit) == (Decimal(600), "个")
