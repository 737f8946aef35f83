"""What each figure of a progress text is to its row, and which target it answers."""

from __future__ import annotations

from decimal import Decimal

import pytest

from toolkit.language.reading import read_row

# Whether an unmatched figure is work on the way, proxy, context or off the topic is a matter of degree.
ASIDE = frozenset({"process", "proxy", "context", "off_topic"})

# target, progress, value, unit, the index of the target that it answers
RESULTS = [
    ("高新技术企业净增120家", "今年认定高新技术企业247家(含复审96家),净增128家。", "128", "家", 0),
    ("粮食产量稳定在42亿斤以上", "秋粮收获结束,全年粮食总产预计43.1亿斤。", "43.1", "亿斤", 0),
    ("新增图书馆藏书5万册", "新增藏书3.1万台。", "3.1", "万台", 0),
    ("企业开办≤1个工作日", "0.5天", "0.5", "天", 0),
    ("PM2.5年均浓度42微克/立方米", "41μg/m³", "41", "μg/m³", 0),
    ("PM2.5年均浓度42微克/立方米", "PM2.5浓度为41微克每立方米", "41", "微克每立方米", 0),
    ("COD浓度降至30mg/L以下", "COD浓度28毫克/升", "28", "毫克/升", 0),
    ("建设筹集共有产权住房1200套", "建设筹集共有产权住房项目3个、房源1268套。", "1268", "套", 0),
    ("养老服务驿站达到45家", "养老驿站总数达到47家,其中今年新增8家。", "47", "家", 0),
    ("粮经作物播种5.6万亩,蔬菜12万吨", "粮经作物播种5.83万亩;蔬菜3.1万亩次、12.6万吨。", "5.83", "万亩", 0),
    ("智慧家医覆盖15家", "智慧家医在15家社区卫生服务中心全面推开。", "15", "家", 0),
    ("棚户区改造基本建成1000套(户)", "1000/1000", "1000", "套(户)", 0),
    ("健身步道10条、健身苑点60个、市民球场5个", "步道11条、苑点63个、球场6片建成。", "6", "片", 2),
    ("道路硬化5000米", "硬化5.2KM", "5.2", "KM", 0),
    ("新增国家级众创空间3家", "3家众创空间通过国家级备案,总数达到27家。", "3", "家", 0),
    ("新增驰名商标1件、地理标志2件", "成功注册地理标志证明商标2件。", "2", "件", 1),
    ("人均增收1000元", "贫困户预计人均增收860元左右。", "860", "元", 0),
    (
        "市区重点工程建安投资完成160亿元",
        "完成投资233亿元,其中建安投资118.9亿元。",
        "118.9",
        "亿元",
        0,
    ),
    ("每个街道至少新建1处健身场所,全区20处", "15个街道新建健身场所23处。", "23", "处", 1),
    ("裸地扬尘治理67块", "67块裸地已全部采取苫盖、绿化等措施。", "67", "块", 0),
    ("创建示范村120个,其他垃圾减量3%", "创建示范村103个;其他垃圾日均清运量同比减量5.8%。", "5.8", "%", 1),
    ("新建停车位3000个", "西三旗、清河等地区新建停车场6处,增加车位1642个。", "1642", "个", 0),
    (
        "接待游客1800万人次,实现旅游收入60亿元",
        "端午假期接待游客38.6万人次,旅游收入3216万元。上半年累计接待游客916.4万人次;旅游收入34.2亿元。",
        "34.2",
        "亿元",
        1,
    ),
    ("完成挥发性有机物减排120吨", "9家已完成改造,预计可削减挥发性有机物约58吨。", "58", "吨", 0),
    ("抵押登记压缩至3个工作日", "抵押登记1个工作日办结,实现率91%", "1", "个工作日", 0),
    ("新建农村通村公路8000公里", "9月,新增建成农村通村公路1991.7公里,累计建成8420公里。", "8420", "公里", 0),
    ("地区生产总值增长6%", "预计上半年GDP增长6.3%以上。", "6.3", "%", 0),
    ("外贸进出口总额增长7%", "预计下降8%左右,低于目标15个百分点。", "8", "%", 0),
    ("减少农村贫困人口1000万以上", "农村贫困人口减少1109万人。", "1109", "万人", 0),
    ("农村低保标准不低于3700元/年/人", "达到目标3840元", "3840", "元", 0),
    ("棚户区改造5000户", "完成棚改2857户,完成任务量达全年57.1%。", "2857", "户", 0),
    ("清理整治地下空间188处", "清理整治地下空间完成143处。", "143", "处", 0),
    ("占道经营整治11187件", "完成占道经营违法行为处罚7737起,全年任务处罚量的69.1%。", "7737", "起", 0),
    ("“开墙打洞”整治3000处", "上半年,共完成226条街巷胡同,3172户,提前完成全年任务。", "3172", "户", 0),
    ("直管公房清理整治3500户", "上半年,直管公房违规转租转借清理整治已清理整治3875户。", "3875", "户", 0),
    ("完成报废和转出老旧机动车24530辆", "1-4月,共转出、报废老旧机动车1.728万辆。", "1.728", "万辆", 0),
    ("完成5家加油站贯标改造任务", "上半年已完成贯标改造施工2家,目前1家正在施工。", "2", "家", 0),
    ("餐厨垃圾规范收运率达到50%", "目前餐厨垃圾规范收运率达到55%", "55", "%", 0),
    ("城市环境秩序综合监管整改率达到90%", "回复率100%,整改率92%。", "92", "%", 0),
    (
        "PM2.5年均浓度控制在60微克/立方米左右",
        "前5个月,PM2.5累计平均浓度为74微克/立方米。",
        "74",
        "微克/立方米",
        0,
    ),
    ("拆除违法建设12万平方米", "上半年拆除违法建设7.3万平方米。", "7.3", "万平方米", 0),
    ("拆除违法建设12万平方米", "已拆除违法建设73000平方米。", "73000", "平方米", 0),
    ("新增就业3000人", "1-5月新增就业1680人。", "1680", "人", 0),
    ("整治占道经营点位35处", "35处占道经营点位完成整治21处,剩余14处正在施划疏导区。", "21", "处", 0),
    ("地区生产总值增长6.5%", "地区生产总值5629.4亿元,不变价增速达到6.6%。", "6.6", "%", 0),
    ("氮氧化物排放量下降10%", "氮氧化物减排量经市环保局核定为24.05%。", "24.05", "%", 0),
    ("单位GDP能耗下降3.5%", "能耗总量888万吨,增长1.6%。万元GDP能耗0.16吨,下降4.6%。", "4.6", "%", 0),
    ("次均门诊费用增幅低于5%", "次均门诊费用398元,同比增长3.8%。", "3.8", "%", 0),
    ("危房解危200栋(户)", "完成解危137户。", "137", "户", 0),
    ("削减存量底册违建40%以上", "削减存量底册违建42.21%。", "42.21", "%", 0),
    ("启动15处文物腾退,完成10处", "15处均已启动,11处完成腾退。", "11", "处", 1),
    ("停车库泊位3000个", "建成停车库11座,提供泊位2654个。", "2654", "个", 0),
    ("征收面积60万平方米,4200户", "签订征收协议4386户、面积62.7万平方米。", "4386", "户", 1),
    ("研发经费投入强度达到5.5%", "研发经费投入强度预计5.7%。", "5.7", "%", 0),
    ("新建口袋公园3处", "已建成口袋公园2处,其余1处正在施工。", "2", "处", 0),
    ("老旧小区综合整治20个", "老旧小区综合整治已完工9个。", "9", "个", 0),
    ("加装电梯60部", "截至6月底,累计加装电梯35部。", "35", "部", 0),
    ("实现税收12.6亿元", "上半年实现税收6.9亿元,同比增长8.2%。", "6.9", "亿元", 0),
    ("地区生产总值增长6.5%", "一季度,地区生产总值增长6.8%。", "6.8", "%", 0),
    ("单位地区生产总值能耗下降4%", "上半年单位地区生产总值能耗同比下降3.1%。", "3.1", "%", 0),
    ("城镇登记失业率控制在4%以内", "截至6月底,城镇登记失业率为1.39%。", "1.39", "%", 0),
    ("市容环境建设指数为91", "上半年市容环境建设指数为90.4。", "90.4", "指数", 0),
    (
        "便民商业网点连锁化率提升2.5个百分点",
        "便民商业网点连锁化率提升了1.91个百分点。",
        "1.91",
        "个百分点",
        0,
    ),
    ("植树造林1200亩", "共完成植树造林七百二十亩。", "720", "亩", 0),
    ("改造燃气管线6.8公里", "改造燃气管线已完工3.07公里。", "3.07", "公里", 0),
    ("养老服务驿站新建10个", "已建成养老服务驿站六个。", "6", "个", 0),
    ("创建示范街15条", "全区共创建示范街16条,超额完成年度工作目标。", "16", "条", 0),
    ("生产安全事故死亡人数不超过12人", "上半年生产安全事故死亡4人。", "4", "人", 0),
    ("解决群众诉求2600件", "本期新解决1075件,累计解决2585件。", "2585", "件", 0),
    ("停车泊位新增1200个", "目前新增停车泊位640个,完成全年任务的53.3%。", "640", "个", 0),
    ("新建2座、改建3座变电站", "改建变电站1座。", "1", "座", 1),
    ("改造老旧小区12个、加装电梯30部", "改造老旧小区7个,加装电梯18部。", "7", "个", 0),
    ("改造老旧小区12个、加装电梯30部", "改造老旧小区7个,加装电梯18部。", "18", "部", 1),
    (
        "建设提升60个便民商业网点(其中蔬菜零售网点13个)",
        "建设提升便民商业网点35个,其中蔬菜零售网点11个。",
        "35",
        "个",
        0,
    ),
    ("食品抽检合格率达到98%以上", "共抽检食品850批次,合格率98.6%。", "98.6", "%", 0),
    ("群众满意度不低于95%", "经第三方调查,群众满意度为96.3%。", "96.3", "%", 0),
]

# target, progress, value, unit, role; the figure answers no target
UNMATCHED = [
    ("棚户区改造5000户", "召开协调会3次。", "3", "次", ASIDE),
    ("能源消费总量控制在392.5万吨标准煤以内", "4家用能单位新开展清洁生产审核工作。", "4", "家", ASIDE),
    ("用水总量控制在1.1803亿立方米以内", "年初发放用水计划指标4648户。", "4648", "户", ASIDE),
    ("单位地区生产总值水耗下降3%", "上半年共受理行政许可123件。", "123", "件", ASIDE),
    ("金融街劳均产出率达到280.0万元/人", "1-5月份,全区新引进金融机构41家。", "41", "家", ASIDE),
    ("降尘量控制在5吨/月·平方公里", "新增城市绿地1.62公顷。", "1.62", "公顷", ASIDE),
    ("城市环境秩序综合监管整改率达到90%", "回复率100%,整改率92%。", "100", "%", ASIDE),
    ("无证无照经营整治36户", "清理无证无照102户,涉及人口291人。", "291", "人", ASIDE),
    ("“开墙打洞”整治3000处", "共完成226条街巷胡同,3172户。", "226", "条", ASIDE),
    (
        "网上行政审批率达到100%",
        "上半年共完成23家企业行政审批工作,网上行政审批率达到100%。",
        "23",
        "家",
        ASIDE,
    ),
    ("食品安全指数为96", "开展食品安全检查860家次。", "860", "家次", ASIDE),
    ("地区生产总值增长6.5%", "走访重点企业120家。", "120", "家", ASIDE),
    ("无证无照经营整治36户", "上账无证无照商户102户,清理无证无照102户。", "102", "户", {"denominator"}),
    ("完成5家加油站贯标改造任务", "已完成贯标改造施工2家,目前1家正在施工。", "1", "家", {"process"}),
    ("实施5项道路疏堵工程", "5条道路疏堵工程,已完成清单编制工作。预计7月开始施工。", "5", "条", {"echo"}),
    ("完成40公里自行车道综合治理", "40公里自行车道综合治理,已完成清单编制工作。", "40", "公里", {"echo"}),
    ("巩固8项基本便民服务在社区全覆盖", "巩固了8项基本便民服务在261个社区全覆盖。", "8", "项", {"echo"}),
    ("新建口袋公园3处", "已建成口袋公园2处,其余1处正在施工。", "1", "处", {"process"}),
    ("加装电梯60部", "计划加装的60部电梯已完成招标。", "60", "部", {"echo"}),
    ("企业创建数量达到2200家", "系统填报326家,其中进入现场评审44家。", "44", "家", {"subset"}),
    ("新增停车位600个", "目前正在办理4个项目的前期手续。", "4", "个", ASIDE),
    ("改造老旧小区12个", "7个小区正在施工。", "7", "个", {"process"}),
]

# target, progress: nothing answers the target, however many numbers there are
UNANSWERED = [
    ("食品安全指数为96", "1.大力开展了创建食品安全示范区活动。"),
    ("棚户区改造5000户", "1.对群众举报及新发现的问题及时协调。"),
    ("拆除违法建设12万平方米", "坚决控制新生违建“零增长”,持续加大拆违力度。"),
    ("地区生产总值增长6.5%", "上半年,全区经济运行总体平稳。"),
    ("厨余垃圾分出率达到7%", "组织召开垃圾分类效果专题会议2次。"),
    ("能耗下降4%", "在12345热线、京政发〔2017〕12号文件指导下开展节能宣传周活动。"),
    ("改造雨污合流管线6.8公里", "预计7月开始施工。"),
    ("新增就业3000人", "举办招聘会36场。"),
    ("新建公园5处", "5处公园已完成设计方案评审。"),
]

PLACEHOLDERS = ["", "—", "/", "无", "待定", "同上", "TBD", " "]


@pytest.mark.parametrize(
    ("target", "progress", "value", "unit", "answers"),
    RESULTS,
    ids=[f"{row[1]}→{row[2]}{row[3]}" for row in RESULTS],
)
def test_result_answers_its_target(target: str, progress: str, value: str, unit: str, answers: int) -> None:
    figures = read_row("", target, progress, None).figures
    results = [
        (figure.quantity.value, figure.quantity.unit) for figure in figures if figure.target == answers
    ]
    assert results == [(Decimal(value), unit)]
    assert {figure.role for figure in figures if figure.target == answers} <= {"result", "component"}


@pytest.mark.parametrize(
    ("target", "progress", "value", "unit", "roles"),
    UNMATCHED,
    ids=[f"{row[1]}→{row[2]}{row[3]}" for row in UNMATCHED],
)
def test_figure_that_answers_nothing(
    target: str, progress: str, value: str, unit: str, roles: set[str] | frozenset[str]
) -> None:
    figures = read_row("", target, progress, None).figures
    alike = [f for f in figures if (f.quantity.value, f.quantity.unit) == (Decimal(value), unit)]
    assert any(figure.target is None and figure.role in roles for figure in alike)


@pytest.mark.parametrize(("target", "progress"), UNANSWERED, ids=[row[1] for row in UNANSWERED])
def test_unanswered(target: str, progress: str) -> None:
    assert all(figure.target is None for figure in read_row("", target, progress, None).figures)


@pytest.mark.parametrize("placeholder", PLACEHOLDERS)
def test_placeholder_is_no_target(placeholder: str) -> None:
    reading = read_row("棚户区改造", placeholder, "完成棚改2857户。", None)
    assert reading.target_placeholder
    assert all(target.value is None for target in reading.targets)


@pytest.mark.parametrize(
    ("target", "progress", "zero_for"),
    [
        ("重点区域实现无散煤、无燃煤锅炉", "经排查,我区已无燃煤锅炉。", 1),
        ("不发生重大火灾事故", "上半年未发生重大火灾事故。", 0),
        ("杜绝重大食品安全事件", "全区没有发生重大食品安全事件。", 0),
    ],
)
def test_zero_said_in_words(target: str, progress: str, zero_for: int) -> None:
    zeros = [figure for figure in read_row("", target, progress, None).figures if figure.implicit_zero]
    assert [(figure.target, figure.quantity.value) for figure in zeros] == [(zero_for, Decimal(0))]


@pytest.mark.parametrize(
    ("target", "progress", "text", "numerator", "denominator"),
    [
        ("占道经营整治11187件", "完成处罚7737起,全年任务处罚量的69.1%。", "69.1%", "7737", "11187"),
        ("棚户区改造5000户", "完成棚改2857户,完成任务量达全年57.1%。", "57.1%", "2857", "5000"),
        (
            "拆除违建55万平方米",
            "拆除28.7万平方米(含新生违建0.4万平方米),占年度任务的52.2%。",
            "52.2%",
            "287000",
            "550000",
        ),
        (
            "直管公房清理整治3500户",
            "已清理整治3875户,已完成全年指标任务的110.71%。",
            "110.71%",
            "3875",
            "3500",
        ),
    ],
)
def test_completion_names_its_terms(
    target: str, progress: str, text: str, numerator: str, denominator: str
) -> None:
    (percentage,) = read_row("", target, progress, None).percentages
    assert percentage.quantity.text == text
    assert (percentage.completion, percentage.bounded, percentage.growth) == (True, False, False)
    assert (percentage.numerator, percentage.denominator) == (Decimal(numerator), Decimal(denominator))


@pytest.mark.parametrize(
    ("progress", "bounded", "growth"),
    [
        ("整改率为92%。", True, False),
        ("优秀率达93.33%。", True, False),
        ("税收同比增长8.2%。", False, True),
        ("能耗同比下降3.1%。", False, True),
    ],
)
def test_share_told_from_growth(progress: str, *, bounded: bool, growth: bool) -> None:
    (percentage,) = read_row("", "完成专项整治工作", progress, None).percentages
    assert (percentage.bounded, percentage.growth, percentage.completion) == (bounded, growth, False)


@pytest.mark.parametrize(
    ("progress", "claim"),
    [
        ("超额完成年度工作任务。", "over"),
        ("提前完成全年任务。", "ahead"),
        ("均实现“时间过半、任务过半”的阶段性目标。", "half"),
        ("各项任务达到序时进度。", "pace"),
        ("年度任务已全部完成。", "completed"),
    ],
)
def test_claim(progress: str, claim: str) -> None:
    phrases = read_row("", "完成改造300户", progress, None).phrases
    assert claim in {phrase.claim for phrase in phrases if phrase.kind == "claim"}


@pytest.mark.parametrize(
    ("target", "progress", "text", "numerator", "denominator"),
    [
        ("网格事件办结率96%", "办结率达到96.7%,受理8236件,办结7965件。", "96.7%", "7965", "8236"),
        ("检测1万批次", "检测5326批次,合格率98.39%,不合格86批次。", "98.39%", "5240", "5326"),
        ("审批提速30%", "审批时限由20个工作日压缩至13个工作日,提速35%。", "35%", "7", "20"),
        (
            "支出进度80%",
            "到位衔接资金2.86亿元,支出2.31亿元,支出进度80.8%。",
            "80.8%",
            "231000000",
            "286000000",
        ),
    ],
)
def test_share_names_its_terms(
    target: str, progress: str, text: str, numerator: str, denominator: str
) -> None:
    reading = read_row("", target, progress, None)
    (share,) = [each for each in reading.percentages if each.quantity.text == text]
    assert (share.numerator, share.denominator) == (Decimal(numerator), Decimal(denominator))
