"""Quantities of the published table: the expressions that the grammar was developed on."""

from __future__ import annotations

from decimal import Decimal

import pytest

from toolkit.language.quantity import read_quantities

# text, value, unit, base value, base unit
COMPOUND_AND_SCALED = [
    ("金融街地均产出率达到2139.4亿元/平方公里", "2139.4", "亿元/平方公里", "213940000000", "元/平方公里"),
    ("金融街劳均产出率达到280.0万元/人", "280.0", "万元/人", "2800000", "元/人"),
    ("中关村西城园地均产出率达到210.0亿元/平方公里", "210", "亿元/平方公里", "21000000000", "元/平方公里"),
    ("中关村西城园劳均产出率达到245.4万元/人", "245.4", "万元/人", "2454000", "元/人"),
    ("拆除违法建设12万平方米", "12", "万平方米", "120000", "平方米"),
    ("共转出、报废老旧机动车1.728万辆", "1.728", "万辆", "17280", "辆"),
    ("降尘量控制在5吨/月·平方公里", "5", "吨/月·平方公里", "5", "吨/月·平方公里"),
    ("累计平均浓度为74微克/立方米", "74", "微克/立方米", "74", "微克/立方米"),
    ("便民商业网点连锁化率提升2.5个百分点", "2.5", "个百分点", "2.5", "个百分点"),
    ("连锁化率提升了1.91个百分点", "1.91", "个百分点", "1.91", "个百分点"),
    ("市容环境建设指数为91", "91", "指数", "91", "指数"),
    ("食品安全指数为96", "96", "指数", "96", "指数"),
]

# text, value, unit, approximation, base value where 万 or 亿 is in the unit
BOUNDED = [
    ("达到3760亿元左右", "3760", "亿元", "~", "376000000000"),
    ("增长6.5%左右", "6.5", "%", "~", "6.5"),
    ("控制在392.5万吨标准煤以内", "392.5", "万吨标准煤", "<=", "3925000"),
    ("控制在1.1803亿立方米以内", "1.1803", "亿立方米", "<=", "118030000"),
    ("年均浓度控制在60微克/立方米左右", "60", "微克/立方米", "~", "60"),
    ("锅炉低氮改造(约1900蒸吨)", "1900", "蒸吨", "~", "1900"),
    ("年参保率不低于6%", "6", "%", ">=", "6"),
    ("重点户共计百余户", "100", "户", ">", "100"),
    ("完成至少一个街道创建垃圾分类示范片区工作", "1", "个", ">=", "1"),
    ("其他街道完成至少一个社区创建工作", "1", "个", ">=", "1"),
]

# text, value, unit
PLAIN = [
    ("单位地区生产总值能耗下降4%", "4", "%"),
    ("单位地区生产总值水耗下降3%", "3", "%"),
    ("城市环境秩序综合监管整改率达到90%", "90", "%"),
    ("网上行政审批率达到100%", "100", "%"),
    ("厨余垃圾分出率达到7%", "7", "%"),
    ("优秀率达93.33%", "93.33", "%"),
    ("已完成全年指标任务的110.71%", "110.71", "%"),
    ("完成任务量达全年57.1%", "57.1", "%"),
    ("占道经营整治11187件", "11187", "件"),
    ("完成占道经营违法行为处罚7737起", "7737", "起"),
    ("无证无照经营整治36户", "36", "户"),
    ("涉及人口291人", "291", "人"),
    ("“开墙打洞”整治3000处", "3000", "处"),
    ("完成报废和转出老旧机动车24530辆", "24530", "辆"),
    ("配合市排水集团完成西城区6.8公里雨污合流管线改造", "6.8", "公里"),
    ("目前已完成3.07公里", "3.07", "公里"),
    ("新增城市绿地1.62公顷", "1.62", "公顷"),
    ("安监系统年度人均检查量达到13件", "13", "件"),
    ("完成挥发性有机物减排25吨", "25", "吨"),
    ("4家用能单位新开展清洁生产审核工作", "4", "家"),
    ("三个楼房已入场施工", "3", "个"),
    ("目前三个楼电梯桩承台混凝土已浇筑完毕", "3", "个"),
    ("共四个单元,正在开展前期的各项准备工作", "4", "个"),
    ("目前2号楼3单元、5单元两个单元正在开展前期的各项准备工作", "2", "个"),
    ("开工建设28条次干路、支路", "28", "条"),
    ("实施5项道路疏堵工程", "5", "项"),
    ("目前全区1585家餐饮服务单位完成“阳光餐饮”工程建设", "1585", "家"),
    ("全区共建设15条餐饮安全示范街", "15", "条"),
    ("巩固了8项基本便民服务", "8", "项"),
    ("西城区现有排水口152个,不存在排污现象", "152", "个"),
    ("年初发放用水计划指标4648户,于3月底之前完成指标调整工作", "4648", "户"),
    ("选择5个街道作为试点", "5", "个"),
]

# text, every (value, unit) in the order of the text
SEVERAL = [
    ("422.1亿元/388.4亿元", [("422.1", "亿元"), ("388.4", "亿元")]),
    ("达到3760亿元左右,增长6.5%左右", [("3760", "亿元"), ("6.5", "%")]),
    ("回复率100%,整改率92%", [("100", "%"), ("92", "%")]),
    ("处罚7737起,全年任务处罚量的69.1%", [("7737", "起"), ("69.1", "%")]),
    ("上账无证无照商户102户,清理无证无照102户,涉及人口291人", [("102", "户"), ("102", "户"), ("291", "人")]),
    ("上半年,共完成226条街巷胡同,3172户,提前完成全年任务", [("226", "条"), ("3172", "户")]),
    (
        "上半年共开展182家锅炉房改造,436台锅炉(共计1025.6蒸吨)开展了低氮改造工作",
        [("182", "家"), ("436", "台"), ("1025.6", "蒸吨")],
    ),
    ("已完成锅炉改造的有218台,408.6蒸吨", [("218", "台"), ("408.6", "蒸吨")]),
    ("启动实施1项环保技改项目,完成挥发性有机物减排25吨", [("1", "项"), ("25", "吨")]),
    (
        "前5个月(6月份数据未出),西城区PM2.5累计平均浓度为74微克/立方米",
        [("74", "微克/立方米")],
    ),
    ("1-4月,共转出、报废老旧机动车1.728万辆", [("1.728", "万辆")]),
    ("1-5月份,全区新引进金融机构41家。成功举办2017年西城区重点项目发布会", [("41", "家")]),
    (
        "三级预达标企业系统填报326家,其中进入现场评审44家、完成现场评审29家",
        [("326", "家"), ("44", "家"), ("29", "家")],
    ),
    ("建设提升60个便民商业网点(其中蔬菜零售网点13个)", [("60", "个"), ("13", "个")]),
    (
        "早餐规范店8个,便利店6个,便民理发2个,洗衣店3个,末端配送3个,家政服务2个",
        [("8", "个"), ("6", "个"), ("2", "个"), ("3", "个"), ("3", "个"), ("2", "个")],
    ),
    ("上半年已完成贯标改造施工2家,目前1家正在施工", [("2", "家"), ("1", "家")]),
    ("完成210家重点企业“一企一标准、一岗一清单”编制任务", [("210", "家")]),
    ("巩固了8项基本便民服务在261个社区全覆盖", [("8", "项"), ("261", "个")]),
    ("全区13个街道达到了900分以上", [("13", "个")]),
    (
        "1.严格计划管理:年初发放用水计划指标4648户。2.加大巡查力度:共计百余户",
        [("4648", "户"), ("100", "户")],
    ),
]


@pytest.mark.parametrize(
    ("text", "value", "unit", "base_value", "base_unit"),
    COMPOUND_AND_SCALED,
    ids=[row[0] for row in COMPOUND_AND_SCALED],
)
def test_unit_with_scale(text: str, value: str, unit: str, base_value: str, base_unit: str) -> None:
    (quantity,) = read_quantities(text)
    assert (quantity.value, quantity.unit) == (Decimal(value), unit)
    assert (quantity.base_value, quantity.base_unit) == (Decimal(base_value), base_unit)
    assert quantity.approximation == ""


@pytest.mark.parametrize(
    ("text", "value", "unit", "approximation", "base_value"), BOUNDED, ids=[row[0] for row in BOUNDED]
)
def test_bound(text: str, value: str, unit: str, approximation: str, base_value: str) -> None:
    (quantity,) = read_quantities(text)
    assert (quantity.value, quantity.unit, quantity.approximation) == (Decimal(value), unit, approximation)
    assert quantity.base_value == Decimal(base_value)


@pytest.mark.parametrize(("text", "value", "unit"), PLAIN, ids=[row[0] for row in PLAIN])
def test_plain(text: str, value: str, unit: str) -> None:
    (quantity,) = read_quantities(text)
    assert (quantity.value, quantity.unit) == (Decimal(value), unit)
    assert (quantity.base_value, quantity.base_unit) == (Decimal(value), unit)
    assert quantity.approximation == ""


@pytest.mark.parametrize(("text", "expected"), SEVERAL, ids=[row[0] for row in SEVERAL])
def test_several(text: str, expected: list[tuple[str, str]]) -> None:
    found = [(quantity.value, quantity.unit) for quantity in read_quantities(text)]
    assert found == [(Decimal(value), unit) for value, unit in expected]


@pytest.mark.parametrize(
    ("text", "digits"), [("280.0万元/人", 1), ("210.0亿元", 1), ("93.33%", 2), ("41家", 0)]
)
def test_trailing_zeros_are_precision(text: str, digits: int) -> None:
    (quantity,) = read_quantities(text)
    assert quantity.digits == digits


def test_hundred_odd_is_between_one_and_two_hundred() -> None:
    (quantity,) = read_quantities("检查重点户共计百余户")
    assert quantity.low is not None
    assert quantity.high is not None
    assert Decimal(100) <= quantity.low <= Decimal(101)
    assert Decimal(199) <= quantity.high <= Decimal(200)
