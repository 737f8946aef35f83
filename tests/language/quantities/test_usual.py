"""Quantities usual in such reports though not in the published table, each in several wordings."""

from __future__ import annotations

from decimal import Decimal

import pytest

from toolkit.language.quantity import read_quantities

# text, value, unit
THOUSANDS_SEPARATORS = [
    ("累计受理12,345件", "12345", "件"),
    ("共走访10，386户", "10386", "户"),
    ("检查餐饮单位3,172家", "3172", "家"),
    ("服务居民1,234,567人次", "1234567", "人次"),
    ("完成植树1,024.5亩", "1024.5", "亩"),
]

# text, value, unit
FULL_WIDTH = [
    ("增长１２３．５％", "123.5", "%"),
    ("完成４２处", "42", "处"),
    ("拆除３．５公顷", "3.5", "公顷"),
    ("合格率达到９８．６％", "98.6", "%"),
    ("受理１，２３４件", "1234", "件"),
]

# text, value, unit
CHINESE_NUMERALS = [
    ("整改隐患三百二十六处", "326", "处"),
    ("清理点位二千八百八十个", "2880", "个"),
    ("办理案件五百一十二件", "512", "件"),
    ("新增停车泊位一千零五个", "1005", "个"),
    ("改造老旧小区十二个", "12", "个"),
    ("新建公园两座", "2", "座"),
    ("培训安全员二十名", "20", "名"),
    ("打通断头路三条", "3", "条"),
    ("建成养老驿站十个", "10", "个"),
    ("召开联席会议六次", "6", "次"),
    ("新增幼儿园四所", "4", "所"),
    ("发放宣传手册一千五百份", "1500", "份"),
    ("整治背街小巷一百零八条", "108", "条"),
    ("查处违法行为九起", "9", "起"),
]

# text, value, approximation
SHARES_IN_WORDS = [
    ("完成年度任务的百分之八十", "80", ""),
    ("覆盖率达到百分之九十五", "95", ""),
    ("增长百分之六点五", "6.5", ""),
    ("满意率达到百分之百", "100", ""),
    ("完成全年任务的三分之二", "66.6667", ""),
    ("完成全部工程的五分之一", "20", ""),
    ("占总数的四分之三", "75", ""),
    ("占总量的三分之一", "33.3333", ""),
    ("半数以上社区完成改造", "50", ">="),
    ("完成任务过半", "50", ">"),
    ("占一成", "10", ""),
    ("五成以上企业完成整改", "50", ">="),
    ("完成总量的七成", "70", ""),
    ("完成率超过九成", "90", ">"),
    ("两成多商户完成换证", "20", ">"),
    ("约三成居民报名", "30", "~"),
    ("近八成居民参与", "80", "<"),
    ("完成进度的八成", "80", ""),
    ("完成全年任务的五成七。", "57", ""),
    ("完成六成半以上", "65", ">="),
    ("价格降至原来的8折", "80", ""),
    ("租金打七折", "70", ""),
    ("房租按8.5折收取", "85", ""),
    ("产值翻一番", "100", ""),
    ("产值翻两番", "300", ""),
    ("居民收入实现翻一番", "100", ""),
    ("规模较2015年翻两番", "300", ""),
]

# text, value, unit
RATIOS = [
    ("是上年同期的2.03倍", "2.03", "倍"),
    ("为计划数的1.5倍", "1.5", "倍"),
    ("达到去年的3倍", "3", "倍"),
    ("人均水平是全市的两倍", "2", "倍"),
]

# text, value, unit
PERCENT_POINTS_PERMILLE = [
    ("提高2.5个百分点", "2.5", "个百分点"),
    ("提高5%", "5", "%"),
    ("增速收窄1.3个百分点", "1.3", "个百分点"),
    ("增幅扩大0.8个百分点", "0.8", "个百分点"),
    ("高出全省2.1个百分点", "2.1", "个百分点"),
    ("比全市平均水平高0.4个百分点", "0.4", "个百分点"),
    ("人口自然增长率为4.2‰", "4.2", "‰"),
    ("婴儿死亡率控制在3‰", "3", "‰"),
    ("孕产妇死亡率为千分之五", "5", "‰"),
    ("一氧化碳浓度为50ppm", "50", "ppm"),
    ("城镇登记失业率为1.39％", "1.39", "%"),
]

# text, value, unit, approximation
LIMITS = [
    ("新增就业500人以上", "500", "人", ">="),
    ("压减用煤300吨以上", "300", "吨", ">="),
    ("平均响应时间10分钟以内", "10", "分钟", "<="),
    ("失业率控制在4%以内", "4", "%", "<="),
    ("失业率控制在4.5%之内", "4.5", "%", "<="),
    ("能耗降至200吨以下", "200", "吨", "<="),
    ("伤亡事故不超过3起", "3", "起", "<="),
    ("药占比不高于30%", "30", "%", "<="),
    ("噪声不大于55分贝", "55", "分贝", "<="),
    ("培训不少于200人", "200", "人", ">="),
    ("覆盖率不低于95%", "95", "%", ">="),
    ("绿化面积不小于3公顷", "3", "公顷", ">="),
    ("至少建成2个示范点", "2", "个", ">="),
    ("新建充电桩至少100个", "100", "个", ">="),
    ("服务群众超过1200人次", "1200", "人次", ">"),
    ("游客突破300人", "300", "人", ">"),
    ("销量超500辆", "500", "辆", ">"),
    ("参会人数逾800人", "800", "人", ">"),
    ("参与志愿者500余人", "500", "人", ">"),
    ("发放材料2000多份", "2000", "份", ">"),
    ("登记企业三千余家", "3000", "家", ">"),
    ("巡查点位三十多处", "30", "处", ">"),
    ("清理堆物料二百余处", "200", "处", ">"),
    ("走访企业近500家", "500", "家", "<"),
    ("培训干部近百名", "100", "名", "<"),
    ("清理垃圾将近300吨", "300", "吨", "<"),
    ("接待群众约500人", "500", "人", "~"),
    ("接待群众500人左右", "500", "人", "~"),
    ("清运渣土大约60吨", "60", "吨", "~"),
    ("每亩产量300公斤上下", "300", "公斤", "~"),
    ("整改率达到95%以上", "95", "%", ">="),
    ("百余名党员参加", "100", "名", ">"),
    ("千余户居民受益", "1000", "户", ">"),
    ("数据准确率高于99%", "99", "%", ">"),
    ("差错率低于1%", "1", "%", "<"),
]

# 力争, 确保, 预计 and 预期 say how firm the goal is, never on which side of it to stay.
# text, value, unit
MODALITY = [
    ("力争完成300户", "300", "户"),
    ("确保完成120件", "120", "件"),
    ("预计新增50个", "50", "个"),
    ("预期增长6%", "6", "%"),
    ("计划改造18栋", "18", "栋"),
    ("争取达到85%", "85", "%"),
]

# text, low, high, unit
RANGES = [
    ("增长10%-15%", "10", "15", "%"),
    ("增长10%至15%", "10", "15", "%"),
    ("增长10—15%", "10", "15", "%"),
    ("增长6%-6.5%", "6", "6.5", "%"),
    ("增长6%～6.5%", "6", "6.5", "%"),
    ("增长６％—７％", "6", "7", "%"),
    ("改造20-30户", "20", "30", "户"),
    ("建设3至5个示范点", "3", "5", "个"),
    ("建成5—8处口袋公园", "5", "8", "处"),
]

# text, value, unit
SIGNS = [
    ("同比增长-1.1%", "-1.1", "%"),
    ("增幅-4%", "-4", "%"),
    ("增长－2.3％", "-2.3", "%"),
    ("增速为-0.5%", "-0.5", "%"),
    ("同比增长8.1%", "8.1", "%"),
    ("环比下降2.4%", "2.4", "%"),
    ("比上年同期增长7%", "7", "%"),
    ("按可比价格计算增长6.7%", "6.7", "%"),
    ("名义增长9.2%", "9.2", "%"),
    ("较上年提高12%", "12", "%"),
]

# text, value, unit
INDICES_AND_SCORES = [
    ("营商环境指数达到88.6", "88.6", "指数"),
    ("公众安全感指数为95.2", "95.2", "指数"),
    ("满意度得分90分", "90", "分"),
    ("测评成绩为92.5分", "92.5", "分"),
]

# text, value: a number to which nobody gave a unit
BARE = [
    ("完成3000", "3000"),
    ("新增就业岗位达到1200", "1200"),
    ("入园企业为86", "86"),
]

# text, every (value, unit) in the order of the text
SEVERAL = [
    ("共完成226条,3172户", [("226", "条"), ("3172", "户")]),
    ("新解决1075个,累计解决2585个", [("1075", "个"), ("2585", "个")]),
    ("由85%提高到92%", [("85", "%"), ("92", "%")]),
    ("从60微克/立方米降至52微克/立方米", [("60", "微克/立方米"), ("52", "微克/立方米")]),
    ("任务由300户调整为260户", [("300", "户"), ("260", "户")]),
    ("由30%提高到35%,提高5个百分点", [("30", "%"), ("35", "%"), ("5", "个百分点")]),
    ("检查企业120家次，整改隐患35处", [("120", "家次"), ("35", "处")]),
    ("共检查48家、整改20家、停业3家", [("48", "家"), ("20", "家"), ("3", "家")]),
    ("完成1,200件，办结率98.5%", [("1200", "件"), ("98.5", "%")]),
    ("应检500批次，实检512批次", [("500", "批次"), ("512", "批次")]),
    ("受理11件15项", [("11", "件"), ("15", "项")]),
    ("新建2座，改建3座；合计5座", [("2", "座"), ("3", "座"), ("5", "座")]),
    ("达到序时进度(91.67%)", [("91.67", "%")]),
    ("三百二十六户、五百一十二人", [("326", "户"), ("512", "人")]),
    ("引进10亿元以上项目5个", [("5", "个")]),
    ("规模以上工业企业120家", [("120", "家")]),
    ("世界500强企业落户3家", [("3", "家")]),
    ("建成5G基站1200个", [("1200", "个")]),
    ("1-9月完成投资36亿元", [("36", "亿元")]),
    ("2013—2017年累计压减12吨", [("12", "吨")]),
]

# text, value, unit, base value, base unit
SCALED = [
    ("新建绿地3.2万平方米", "3.2", "万平方米", "32000", "平方米"),
    ("核酸检测3.5万例", "3.5", "万例", "35000", "例"),
    ("发放物资1.2万套", "1.2", "万套", "12000", "套"),
    ("服务3万人次", "3", "万人次", "30000", "人次"),
    ("走访2.4万户次", "2.4", "万户次", "24000", "户次"),
    ("能耗控制在80万吨标煤", "80", "万吨标煤", "800000", "吨标煤"),
    ("实现税收12.6亿元", "12.6", "亿元", "1260000000", "元"),
    ("固定资产投资达到1200亿元", "1200", "亿元", "120000000000", "元"),
    ("利用外资3.1亿美元", "3.1", "亿美元", "310000000", "美元"),
    ("补助资金350万元", "350", "万元", "3500000", "元"),
    ("常住人口控制在122.6万人", "122.6", "万人", "1226000", "人"),
    ("用电量48.5亿千瓦时", "48.5", "亿千瓦时", "4850000000", "千瓦时"),
    ("节水12.5万立方米", "12.5", "万立方米", "125000", "立方米"),
    ("单位面积产出1.5亿元/平方公里", "1.5", "亿元/平方公里", "150000000", "元/平方公里"),
    ("低保标准为900元/月", "900", "元/月", "900", "元/月"),
    ("最低工资为2000元/月/人", "2000", "元/月/人", "2000", "元/月/人"),
    ("人均处理费0.3万元/吨", "0.3", "万元/吨", "3000", "元/吨"),
    ("安装设备120台套", "120", "台套", "120", "台套"),
    ("锅炉改造1025.6蒸吨", "1025.6", "蒸吨", "1025.6", "蒸吨"),
    ("每万人发明专利拥有量达到12件", "12", "件", "12", "件"),
    ("每千人拥有执业医师3.5人", "3.5", "人", "3.5", "人"),
    ("万元GDP能耗下降4%", "4", "%", "4", "%"),
    ("万元地区生产总值用水量为12立方米", "12", "立方米", "12", "立方米"),
    ("亿元GDP生产安全事故死亡率下降5%", "5", "%", "5", "%"),
    ("每百户居民拥有车位35个", "35", "个", "35", "个"),
]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    THOUSANDS_SEPARATORS
    + FULL_WIDTH
    + CHINESE_NUMERALS
    + RATIOS
    + PERCENT_POINTS_PERMILLE
    + INDICES_AND_SCORES
    + MODALITY
    + SIGNS,
    ids=lambda value: value,
)
def test_one_quantity(text: str, value: str, unit: str) -> None:
    (quantity,) = read_quantities(text)
    assert (quantity.value, quantity.unit) == (Decimal(value), unit)
    assert (quantity.base_value, quantity.base_unit) == (Decimal(value), unit)
    assert quantity.approximation == ""


@pytest.mark.parametrize(("text", "value"), BARE)
def test_number_without_unit(text: str, value: str) -> None:
    (quantity,) = read_quantities(text)
    assert (quantity.value, quantity.unit) == (Decimal(value), None)
    assert (quantity.base_value, quantity.base_unit) == (Decimal(value), None)


@pytest.mark.parametrize(
    ("text", "value", "approximation"), SHARES_IN_WORDS, ids=[row[0] for row in SHARES_IN_WORDS]
)
def test_share_in_words(text: str, value: str, approximation: str) -> None:
    (quantity,) = read_quantities(text)
    assert quantity.value.quantize(Decimal("0.0001")) == Decimal(value)
    assert (quantity.unit, quantity.base_unit, quantity.approximation) == ("%", "%", approximation)


@pytest.mark.parametrize(("text", "value", "unit", "approximation"), LIMITS, ids=[row[0] for row in LIMITS])
def test_limit(text: str, value: str, unit: str, approximation: str) -> None:
    (quantity,) = read_quantities(text)
    assert (quantity.value, quantity.unit, quantity.approximation) == (Decimal(value), unit, approximation)
    assert (quantity.base_value, quantity.base_unit) == (Decimal(value), unit)


@pytest.mark.parametrize(("text", "low", "high", "unit"), RANGES, ids=[row[0] for row in RANGES])
def test_range_shares_its_unit(text: str, low: str, high: str, unit: str) -> None:
    (quantity,) = read_quantities(text)
    assert (quantity.low, quantity.high) == (Decimal(low), Decimal(high))
    assert (quantity.unit, quantity.base_unit) == (unit, unit)


@pytest.mark.parametrize(("text", "expected"), SEVERAL, ids=[row[0] for row in SEVERAL])
def test_several(text: str, expected: list[tuple[str, str]]) -> None:
    found = [(quantity.value, quantity.unit) for quantity in read_quantities(text)]
    assert found == [(Decimal(value), unit) for value, unit in expected]


@pytest.mark.parametrize(
    ("text", "value", "unit", "base_value", "base_unit"), SCALED, ids=[row[0] for row in SCALED]
)
def test_unit_with_scale(text: str, value: str, unit: str, base_value: str, base_unit: str) -> None:
    (quantity,) = read_quantities(text)
    assert (quantity.value, quantity.unit) == (Decimal(value), unit)
    assert (quantity.base_value, quantity.base_unit) == (Decimal(base_value), base_unit)
    assert quantity.approximation == ""


@pytest.mark.parametrize(
    ("text", "lowest", "highest"),
    [
        ("参与志愿者500余人", "500", "1000"),
        ("两成多商户", "20", "30"),
        ("登记企业三千余家", "3000", "4000"),
        ("百余名党员", "100", "200"),
        ("千余户居民", "1000", "2000"),
        ("走访企业近500家", "400", "500"),
        ("巡查三十多处", "30", "40"),
    ],
)
def test_odd_and_nearly_are_bounded(text: str, lowest: str, highest: str) -> None:
    (quantity,) = read_quantities(text)
    assert quantity.low is not None
    assert quantity.high is not None
    assert Decimal(lowest) <= quantity.low < quantity.high <= Decimal(highest)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("完成69.1%", "69.05", "69.15"),
        ("转出1.728万辆", "17275", "17285"),
        ("改造3.07公里", "3.065", "3.075"),
    ],
)
def test_last_digit_bounds_a_rounded_value(text: str, low: str, high: str) -> None:
    (quantity,) = read_quantities(text)
    assert (quantity.low, quantity.high) == (Decimal(low), Decimal(high))
