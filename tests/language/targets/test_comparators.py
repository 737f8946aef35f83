"""On which side of its number a target wants the figure."""

from __future__ import annotations

from decimal import Decimal

import pytest

from toolkit.language.target import read_targets

# target, comparator, value, unit
COMPARATORS = [
    # at least: the number is to be reached, or that much work is to be done
    ("金融街地均产出率达到2139.4亿元/平方公里", ">=", "2139.4", "亿元/平方公里"),
    ("金融街劳均产出率达到280.0万元/人", ">=", "280", "万元/人"),
    ("市容环境建设指数为91", ">=", "91", "指数"),
    ("城市环境秩序综合监管整改率达到90%", ">=", "90", "%"),
    ("地区企业年参保率不低于6%", ">=", "6", "%"),
    ("安监系统年度人均检查量达到13件", ">=", "13", "件"),
    ("占道经营整治11187件", ">=", "11187", "件"),
    ("拆除违法建设12万平方米", ">=", "12", "万平方米"),
    ("棚户区改造5000户", ">=", "5000", "户"),
    ("完成40公里自行车道综合治理", ">=", "40", "公里"),
    ("完成挥发性有机物减排25吨", ">=", "25", "吨"),
    ("完成至少一个街道创建垃圾分类示范片区工作", ">=", "1", "个"),
    ("新增就业人数不少于3000人", ">=", "3000", "人"),
    ("绿地面积不小于5公顷", ">=", "5", "公顷"),
    ("培训从业人员500人以上", ">=", "500", "人"),
    ("群众满意率达到95%以上", ">=", "95", "%"),
    ("游客接待量突破300万人次", ">=", "300", "万人次"),
    ("企业数量超过200家", ">=", "200", "家"),
    ("力争完成投资60亿元", ">=", "60", "亿元"),
    ("确保完成老旧小区改造18个", ">=", "18", "个"),
    ("预计新增停车位1200个", ">=", "1200", "个"),
    ("新建便民网点25个", ">=", "25", "个"),
    ("检测合格率由85%提高到92%", ">=", "92", "%"),
    ("绿化覆盖率提高到32%", ">=", "32", "%"),
    ("重复投诉办结率提升至98%", ">=", "98", "%"),
    ("产值达到去年的1.5倍", ">=", "1.5", "倍"),
    ("改造燃气管线3.5公里", ">=", "3.5", "公里"),
    ("新建口袋公园三个", ">=", "3", "个"),
    ("全年压减燃煤300吨", ">=", "300", "吨"),
    ("居民参保人数达到百分之九十", ">=", "90", "%"),
    # at most
    ("能源消费总量控制在392.5万吨标准煤以内", "<=", "392.5", "万吨标准煤"),
    ("用水总量控制在1.1803亿立方米以内", "<=", "1.1803", "亿立方米"),
    ("降尘量控制在5吨/月·平方公里", "<=", "5", "吨/月·平方公里"),
    ("城镇登记失业率控制在4%以内", "<=", "4", "%"),
    ("城镇登记失业率控制在4.5%之内", "<=", "4.5", "%"),
    ("生产安全事故死亡人数不超过12人", "<=", "12", "人"),
    ("药占比不高于30%", "<=", "30", "%"),
    ("昼间噪声不大于55分贝", "<=", "55", "分贝"),
    ("PM2.5年均浓度降至52微克/立方米", "<=", "52", "微克/立方米"),
    ("PM2.5年均浓度降到52微克/立方米以下", "<=", "52", "微克/立方米"),
    ("常住人口控制在122.6万人以下", "<=", "122.6", "万人"),
    ("平均到达时间控制在5分钟以内", "<=", "5", "分钟"),
    ("政府债务余额不超过80亿元", "<=", "80", "亿元"),
    ("孕产妇死亡率低于9‰", "<=", "9", "‰"),
    # about
    ("细颗粒物(PM2.5)年均浓度控制在60微克/立方米左右", "~", "60", "微克/立方米"),
    ("达到3760亿元左右", "~", "3760", "亿元"),
    ("基本完成锅炉低氮改造(约1900蒸吨)", "~", "1900", "蒸吨"),
    ("完成植树约200亩", "~", "200", "亩"),
    ("建筑规模保持在50万平方米上下", "~", "50", "万平方米"),
    # exactly
    ("实现重大安全事故零发生", "==", "0", None),
    ("不发生重特大特种设备安全事故", "==", "0", None),
    ("杜绝重大食品安全事件", "==", "0", None),
    # a rise of at least so much
    ("地区生产总值增长6.5%", "delta+", "6.5", "%"),
    ("便民商业网点连锁化率提升2.5个百分点", "delta+", "2.5", "个百分点"),
    ("居民人均可支配收入增长8%以上", "delta+", "8", "%"),
    ("社会消费品零售总额增长5%左右", "delta+", "5", "%"),
    ("高新技术企业数量提高12%", "delta+", "12", "%"),
    ("绿色出行比例提高1.2个百分点", "delta+", "1.2", "个百分点"),
    ("固定资产投资同比增长7%", "delta+", "7", "%"),
    ("一般公共预算收入增幅不低于6%", "delta+", "6", "%"),
    ("工业产值翻一番", "delta+", "100", "%"),
    # a fall of at least so much
    ("单位地区生产总值能耗下降4%", "delta-", "4", "%"),
    ("单位地区生产总值水耗下降3%", "delta-", "3", "%"),
    ("PM2.5年均浓度同比下降5%以上", "delta-", "5", "%"),
    ("三公经费压减10%", "delta-", "10", "%"),
    ("行政成本降低8%", "delta-", "8", "%"),
    ("发案率下降2个百分点", "delta-", "2", "个百分点"),
    ("二氧化碳排放强度降低3.5%", "delta-", "3.5", "%"),
    ("交通事故起数减少15%", "delta-", "15", "%"),
]

# "about" on a rate of change may be read as the change or as the vagueness.
SOFT_CHANGE = [("增长6.5%左右", "6.5"), ("社会消费品零售总额增长约8%", "8")]


@pytest.mark.parametrize(
    ("text", "comparator", "value", "unit"), COMPARATORS, ids=[row[0] for row in COMPARATORS]
)
def test_comparator(text: str, comparator: str, value: str, unit: str | None) -> None:
    (target,) = read_targets(text)
    assert target.comparator == comparator
    assert target.value == Decimal(value)
    assert target.unit == unit or target.kind == "zero_occurrence"


def test_choosing_so_many_is_exact_or_at_least() -> None:
    (target,) = read_targets("选择5个街道作为试点")
    assert target.comparator in {"==", ">="}
    assert (target.value, target.unit) == (Decimal(5), "个")


@pytest.mark.parametrize(("text", "value"), SOFT_CHANGE)
def test_soft_change_keeps_its_doubt(text: str, value: str) -> None:
    (target,) = read_targets(text)
    assert target.comparator in {"delta+", "~"}
    assert target.approximate
    assert target.value == Decimal(value)


@pytest.mark.parametrize(
    ("text", "value", "base_value", "base_unit"),
    [
        ("能源消费总量控制在392.5万吨标准煤以内", "392.5", "3925000", "吨标准煤"),
        ("用水总量控制在1.1803亿立方米以内", "1.1803", "118030000", "立方米"),
        ("金融街地均产出率达到2139.4亿元/平方公里", "2139.4", "213940000000", "元/平方公里"),
        ("力争完成投资60亿元", "60", "6000000000", "元"),
        ("拆除违法建设12万平方米", "12", "120000", "平方米"),
    ],
)
def test_base_value(text: str, value: str, base_value: str, base_unit: str) -> None:
    (target,) = read_targets(text)
    assert (target.value, target.base_value) == (Decimal(value), Decimal(base_value))
    assert target.base_unit == base_unit
