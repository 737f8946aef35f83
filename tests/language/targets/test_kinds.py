"""What sort of thing a target measures, and which way is better."""

from __future__ import annotations

import pytest

from toolkit.language.target import read_targets

# target, kind, direction
NUMERIC = [
    ("金融街地均产出率达到2139.4亿元/平方公里", "level", "up"),
    ("中关村西城园劳均产出率达到245.4万元/人", "level", "up"),
    ("安监系统年度人均检查量达到13件", "level", "up"),
    ("人均公园绿地面积达到16.5平方米", "level", "up"),
    ("PM2.5年均浓度控制在60微克/立方米", "level", "down"),
    ("降尘量控制在5吨/月·平方公里", "level", "down"),
    ("平均响应时间控制在10分钟以内", "level", "down"),
    ("区域环境噪声平均值不高于55分贝", "level", "down"),
    ("城镇低保标准提高到920元", "level", "up"),
    ("占道经营整治11187件", "total", "up"),
    ("拆除违法建设12万平方米", "total", "up"),
    ("棚户区改造5000户", "total", "up"),
    ("完成报废和转出老旧机动车24530辆", "total", "up"),
    ("开工建设28条次干路、支路", "total", "up"),
    ("新增就业3000人", "total", "up"),
    ("实现税收12.6亿元", "total", "up"),
    ("植树造林1200亩", "total", "up"),
    ("完成挥发性有机物减排25吨", "total", "up"),
    ("能源消费总量控制在392.5万吨标准煤以内", "total", "down"),
    ("用水总量控制在1.1803亿立方米以内", "total", "down"),
    ("主要污染物排放总量控制在300吨以内", "total", "down"),
    ("生产安全事故死亡人数不超过12人", "total", "down"),
    ("城市环境秩序综合监管整改率达到90%", "rate", "up"),
    ("网上行政审批率达到100%", "rate", "up"),
    ("厨余垃圾分出率达到7%", "rate", "up"),
    ("地区企业年参保率不低于6%", "rate", "up"),
    ("群众满意度达到95%", "rate", "up"),
    ("垃圾分类覆盖率达到百分之八十", "rate", "up"),
    ("街道乡镇专职安全员队伍规范化建设达标率达到70%", "rate", "up"),
    ("产品质量抽检合格率达到98%以上", "rate", "up"),
    ("城镇登记失业率控制在4%以内", "rate", "down"),
    ("城镇登记失业率4.5%", "rate", "down"),  # what should be less needs no word that caps it
    ("亿元GDP死亡率0.01", "index", "down"),
    ("平均住院日8.5天", "level", "down"),
    ("PM2.5年均值30微克/立方米", "level", "down"),
    ("药品不良反应报告每百万人口800份", "level", "up"),
    ("耕地保有量86万亩", "level", "up"),
    ("社会物流总费用占GDP比率降至14.6%", "rate", "down"),
    ("居民消费价格涨幅3%左右", "growth", "down"),
    ("压减三公经费3%", "growth", "down"),
    ("化肥减量2%", "growth", "down"),
    ("民商事案件平均审限缩短10天", "total", "up"),
    ("民商事案件平均审限缩短至45天", "level", "down"),
    ("药占比不高于30%", "rate", "down"),
    ("婴儿死亡率控制在3‰以内", "rate", "down"),
    ("重复信访率控制在5%以内", "rate", "down"),
    ("地区生产总值增长6.5%", "growth", "up"),
    ("居民人均可支配收入增长8%以上", "growth", "up"),
    ("便民商业网点连锁化率提升2.5个百分点", "growth", "up"),
    ("一般公共预算收入同比增长6%", "growth", "up"),
    ("单位地区生产总值能耗下降4%", "growth", "down"),
    ("PM2.5年均浓度同比下降5%", "growth", "down"),
    ("发案率下降2个百分点", "growth", "down"),
    ("市容环境建设指数为91", "index", "up"),
    ("食品安全指数为96", "index", "up"),
    ("公众安全感指数达到95", "index", "up"),
    ("营商环境评价得分达到90分", "index", "up"),
]

ZERO_OCCURRENCE = [
    "不发生重特大特种设备安全事故和重大社会影响事件",
    "杜绝重大食品安全事件",
    "不发生较大以上生产安全事故",
    "不出现重大舆情事件",
    "确保不发生群体性事件",
    "实现无违法经营",
    "重大安全事故零发生",
    "实现安全生产零事故",
    "避免发生重大火灾事故",
]

MILESTONES = [
    "基本完成违法违规排污及生产经营行为清理整治工作",
    "修订并印发区级工作方案",
    "制定出台区级河长制相关制度及考核办法并严格实施",
    "开展景山、什刹海等区域交通综合治理",
    "组织推进本辖区“阳光餐饮”工程",
    "6月底前完成规划编制",
    "建立全区餐饮单位台账",
    "启动二期工程建设",
    "完成第三方评估",
    "推进德外大街11号院停车设施建设",
    "落实京政发〔2017〕12号文件要求",
    "推动“一带一路”国际合作平台建设",
    "完善12345热线办理机制",
    "制定“十四五”专项规划",
    "巩固蔬菜零售、便利店、早餐等8项基本便民服务在社区全覆盖",
]


@pytest.mark.parametrize(("text", "kind", "direction"), NUMERIC, ids=[row[0] for row in NUMERIC])
def test_numeric_target(text: str, kind: str, direction: str) -> None:
    (target,) = read_targets(text)
    assert (target.kind, target.direction) == (kind, direction)


@pytest.mark.parametrize("text", ZERO_OCCURRENCE)
def test_zero_occurrence(text: str) -> None:
    (target,) = read_targets(text)
    assert (target.kind, target.comparator, target.direction) == ("zero_occurrence", "==", "down")
    assert target.value == 0


@pytest.mark.parametrize("text", MILESTONES)
def test_milestone(text: str) -> None:
    targets = read_targets(text)
    assert targets
    assert {(target.kind, target.direction, target.value) for target in targets} == {
        ("milestone", "none", None)
    }
