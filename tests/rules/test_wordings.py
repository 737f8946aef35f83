"""How published reports tell their progress, and what an officer would raise: errors and warnings only.

Each row is in the manner of a published report; most were once misread, and say nothing wrong.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from toolkit.check import Settings, check
from toolkit.finding import Severity
from toolkit.round import parse_period
from toolkit.testing import three_columns

HALF, AUGUST, OCTOBER, NOVEMBER = "2020-06-30", "2020-08-31", "2020-10-31", "2020-11-30"

# (id, task, target, progress, last day of the period, codes raised)
ROWS = [
    ("a rate said again as the target", "养老服务", "护理型养老床位占比达55%",
     "新增护理型养老床位787张，占养老机构床位总数55.2%，提前完成55%的年度目标。", HALF, ""),
    ("below the target it names", "就业", "登记失业率控制在4%以内",
     "城镇登记失业率控制在3.37%，比年度目标任务4%低0.63个百分点。", OCTOBER, ""),
    ("the target repeated in brackets", "老旧小区", "新开工改造老旧小区3.9万个，涉及居民约700万户",
     ("新开工改造老旧小区1.59万个，占年度目标任务（3.9万个）的40.4%；涉及居民332.94万户，"
      "占年度目标任务（约700万户）的47.1%。"), HALF, ""),
    ("the target repeated before 的", "就业", "城镇新增就业12500人，失业人员再就业6600人",
     ("实现城镇新增就业12314人，完成年目标任务12500人的98.5%，失业人员再就业6650人，"
      "完成年目标任务6600人的100.76%。"), OCTOBER, ""),
    ("wrong share of a target repeated before 的", "就业", "城镇新增就业12500人",
     "实现城镇新增就业12314人，完成年目标任务12500人的88.5%。", OCTOBER, "P002"),
    ("two counts with their own shares", "综合整治", "完成综合环境整治项目511个",
     "已完成511个综合环境整治项目中的475个（93.0%），今年已完成113个项目中的77个（68.1%）。", OCTOBER, ""),
    ("a rate of another plan", "水利投资", "争取中央及自治区资金110亿元，完成中央水利计划投资90亿元",
     ("共争取中央及自治区资金118.22亿元；累计完成中央水利计划投资48.37亿元，总体完成率53.7%，"
      "较去年同期高8.7个百分点。"), HALF, ""),
    ("the budget of an income that has to grow", "财政", "一般公共预算收入增长6%以上",
     "完成一般公共预算收入38.7亿元，同比增长6.4%，完成年度预算的52.3%。", HALF, ""),
    ("years in a bracket", "水利", "环境连片整治2000个村（2019—2022年）",
     "累计完成500个村，占总任务的25%。", HALF, "A007"),
    ("far enough in its years", "水利", "环境连片整治2000个村（2019—2022年）",
     "累计完成830个村。", HALF, ""),
    ("this half alone of several years", "水利", "2018—2022年改造管线300公里",
     "上半年改造管线32公里。", HALF, ""),
    ("years to come without a beginning", "教育", "到2025年新建学校10所", "已建成2所。", HALF, ""),
    ("the end of this year", "教育", "2020年底前新建学校10所", "已建成2所。", HALF, "A007"),
    ("a year to compare with", "水利", "在2019年基础上新增节水器具400套",
     "新增节水器具102套。", HALF, "A007"),
    ("a five-year plan", "教育", "“十三五”期间新建学校10所", "累计建成7所。", HALF, "A007"),
    ("within some years", "教育", "三年内新建学校10所", "已建成2所。", HALF, ""),
    ("a stock is not what was added", "高企", "新认定高新技术企业30家，总数突破150家",
     "目前全县高新技术企业132家。", HALF, "A001"),
    ("a stock and its growth", "规上企业", "新增规上企业20家，总量达到180家",
     "规上企业总量达到171家，净增11家。", HALF, ""),
    ("a stock built up", "5G", "新建5G基站100个，累计达到500个", "新建5G基站62个，累计建成462个。", HALF, ""),
    ("a stock, and what of it is new", "托育", "新增普惠托位800个，总数达到3000个",
     "全区托位总数2620个，其中今年新增420个。", HALF, ""),
    ("a stock of new energy", "公交", "新增新能源公交车50辆，保有量达到300辆",
     "新增新能源公交车28辆，全市新能源公交车达278辆。", HALF, ""),
    ("a balance and what came to it", "金融", "新增小微企业贷款20亿元",
     "6月末普惠小微贷款余额86.4亿元，比年初增加11.7亿元，增速15.7%。", HALF, ""),
    ("a cap to come down to by the end", "物流", "物流总费用与GDP比率降至13.8%",
     "物流总费用与GDP比率为14.1%。", HALF, ""),
    ("a cap that was not come down to", "物流", "物流总费用与GDP比率降至13.8%",
     "物流总费用与GDP比率为14.1%。", "2020-12-31", "A006"),
    ("a rate of all, said of the above", "食品", "不合格食品处置率100%",
     "不合格食品38批次，全部处置到位。", HALF, ""),
    ("a title under review", "旅游", "创建国家4A级旅游景区1家", "已通过省级景观质量评审。", HALF, "A001"),
    ("the radius of a service", "绿化", "公园绿地500米服务半径覆盖率85%",
     "公园绿地500米服务半径覆盖率85.6%。", HALF, ""),
    ("a death rate without a unit", "安全", "亿元GDP生产安全事故死亡率控制在0.025以内",
     "亿元GDP生产安全事故死亡率0.018。", HALF, ""),
    ("two counts in a row, all done", "煤改", "完成86个村煤改清洁能源",
     "86个村3.2万户煤改清洁能源工程全部完工。", HALF, ""),
    ("another word for what was built", "农业", "新建设施农业1000亩", "新建日光温室和大棚1036亩。", HALF, ""),
    ("two parts of many", "水务", "新建污水管网45公里",
     "新建污水管网23.6公里，其中东区12.3公里、西区9.8公里。", HALF, ""),
    ("the three largest parts", "招商", "引进项目30个",
     "引进项目25个，其中智能制造5个、生物医药4个、现代服务业3个。", HALF, ""),
    ("three parts that nearly make the whole", "招商", "引进项目30个",
     "引进项目25个，其中智能制造12个、生物医药8个、现代服务业4个。", HALF, "C001"),
    ("a campaign by its round number", "绿化", "完成新一轮百万亩造林绿化6500亩，其中新增造林5200亩",
     "完成造林4120亩，其中新增造林3360亩，改造提升760亩，分别完成年度任务的63.4%、64.6%和58.5%。", HALF, ""),
    ("a unit in the name", "冰雪", "举办冰雪活动30场，参与人次达10万",
     "举办冰雪活动18场，吸引市民6.3万人次参与。", HALF, ""),
    ("what it has to suffice for", "应急", "储备20类应急物资，满足5万人7天需求",
     "已储备帐篷、棉被等22类应急物资12.6万件，价值1860万元。", HALF, ""),
    ("days of a whole process", "政务", "1.企业开办时间压缩至1天；2.新增市场主体1.2万户",
     "1.企业开办实现“一窗通办”，全流程0.5天办结；2.新增市场主体6853户。", HALF, ""),
    ("a share of the budget's expenditure", "民生", "民生支出占比80%以上",
     "民生支出36.2亿元，占一般公共预算支出的83.4%。", HALF, ""),
    ("one thing under two names", "经济", "经济总量突破900亿元", "GDP完成486.3亿元。", HALF, ""),
    ("a change by its two ends", "公交", "公交分担率提高2个百分点",
     "公交分担率由31.2%提高到32.5%。", HALF, ""),
    ("a mortality without a unit", "交通", "道路交通事故万车死亡率控制在1.6以下",
     "万车死亡率1.12。", HALF, ""),
    ("all and those of them behind the rate", "便民服务", "服务中心标准化率达到90%",
     "服务中心标准化率86%（全县248个村，214个达标）。", HALF, ""),
    ("a rate that the bracket behind it denies", "便民服务", "服务中心标准化率达到90%",
     "服务中心标准化率93%（全县248个村，214个达标）。", HALF, "P002"),
    ("a second measure word in brackets", "农机", "新增农机具600台套",
     "新增各类农机具412台（套），落实补贴资金538万元。", HALF, ""),
    ("all of them, of a rate of all", "客运", "建制村通客车率100%", "全县312个建制村全部通客车。", HALF, ""),
    ("done in full at once", "驻村", "选派驻村第一书记126名",
     "选派驻村第一书记126名，组建工作队42支。", HALF, ""),
    ("years of life", "卫健", "人均预期寿命达到79岁", "该数据每年年底由省里统一发布。", HALF, "A001"),
    ("a paper in draft", "规划", "编制国土空间规划14个", "14个国土空间规划均已形成初步成果。", HALF, "A008"),
    ("a rate said outright", "水利", "小型水库安全运行率100%", "36座小型水库安全运行。", HALF, ""),
    ("the progress of spending as a target", "财政", "直达资金支出进度达到90%",
     "下达直达资金8.6亿元，支出5.3亿元，支出进度61.6%。", HALF, ""),
    ("what is recommended is not won", "工信", "培育国家级“小巨人”3家", "推荐国家级“小巨人”5家。", HALF, ""),
    ("the share of a part", "预算收入", "一般公共预算收入10.36亿元",
     ("地方一般公共预算收入完成5.22亿元，完成年初预算的50.4%。其中：税收收入4.50亿元，完成年初预算的47.0%，"
      "税收占比86.2%。"), HALF, ""),
    ("progress of works beside their cost", "河道治理", "完成河道治理工程投资4800万元",
     "上游段工程，投资2395万元，已完成97%；下游段工程，投资2577万元，已完成35%。", HALF, ""),
    ("excess as a percentage", "危房改造", "危房改造3800户",
     "全年任务为3800户，实际改造4559户，超额完成20%。", NOVEMBER, ""),
    ("a wrong excess", "危房改造", "危房改造3800户", "实际改造4559户，超额完成30%。", NOVEMBER, "P002"),
    ("three excesses behind 分别", "家庭农场", "新创建家庭农场80个，新增农户农场271个，新纳入名录农场6581个",
     ("全年计划新创建家庭农场80个，新增农户农场271个，新纳入名录农场6581个，实际分别完成95个、310个、7397个，"
      "分别超额完成19%、14%和12%。"), NOVEMBER, ""),
    ("a category counted by its state", "民生工程", "完成省定民生工程58项",
     "承担58项省定民生工程，全面完成全年目标任务的有32项，占55.2%；按进度实施的有26项，占44.8%。", HALF, ""),
    ("categories that share a total", "督查事项", "办好督查事项222项",
     "222项督查事项中，已完成和提前完成124项，占总任务的55.9%；达进度的98项，占总任务的44.1%。", HALF, ""),
    ("two rates of all that stands before", "河道整治", "中小河流整治198公里",
     "中小河流198公里的开工率和完成率分别为98.7%和90.2%。", HALF, ""),
    ("shares of several plans", "为民办实事", "完成投资55亿元",
     ("累计完成投资60.8亿元、占全年计划110.5%。其中，6个养老类项目完成28.5亿元、占全年计划100%，"
      "9个安全类完成12.2亿元、占全年计划126%，8个服务类项目完成16.6亿元、占全年计划125%。"), NOVEMBER, ""),
    ("the year of a plan is no date", "幼儿园建设", "年度投资1亿元",
     "截至6月，2020年新改扩建20所公办幼儿园，完成投资5212万元，占年度投资的52.12%。", HALF, ""),
    ("a date to come is no date of the number", "环境整治", "完成整治项目200个",
     "已竣工133个，剩余3个未开工项目预计本月底可开工。", HALF, ""),
    ("a part of a part", "民生实事", "办好民生实事30项",
     "30项民生实事中，常态化开展的有3项，其余27项中，已完成19项。", HALF, ""),
    ("more in 其中 than the whole still counts", "民生实事", "办好民生实事30项",
     "30项民生实事中，已完成19项，正在推进9项，尚未启动4项。", HALF, "C001"),
    ("a task each quarter", "信号灯", "信号灯每季度完成1次全覆盖优化", "已完成2次全覆盖优化。", HALF, ""),
    ("a ceiling written ≤", "支出", "项目总成本≤90万元",
     "执行数89.974万元，预算执行率99.97%。", NOVEMBER, ""),
    ("a floor written ≥", "项目", "完成基建项目≥50个", "完成基建项目26个。", HALF, ""),
    ("all done, in other words", "美丽村庄", "美丽村庄建设282个村",
     "全年任务为282个村，已全部建设完成。", NOVEMBER, ""),
    ("what the task itself asks for", "隐患治理", "排查治理企业20000家",
     "开展隐患排查治理企业23453家，排查一般隐患46797项，整改43786项。", NOVEMBER, ""),
    ("works in one part of the area", "环境整治", "完成整治项目293个",
     "已竣工173个，竣工率59%。其中，市区152个，已竣工94个。三个辖市141个，已竣工79个。", HALF, ""),
    ("a share and its change in percent", "三级手术", "三四级手术占比达到65%",
     "三四级手术占比66.83%，较去年同期提高2.41%。", HALF, "P006"),
    ("dues and receipts", "水费", "水费回收率达98%以上",
     "应收水费3.42亿元，实收3.39亿元，水费回收率99.9%。", HALF, "P002"),
    ("two kinds of one task", "公厕", "新建、改造公厕60座",
     "新建公厕22座，改造公厕25座，完成全年任务的78.3%。",
     HALF, ""),
    ("two kinds of persons", "人才", "选派干部人才25名", "选派党政干部6名、专业技术人才21名。", HALF, ""),
    ("a balance beside what was added", "贷款", "新增普惠小微贷款45亿元",
     "普惠小微贷款余额386.2亿元，较年初新增26.4亿元。", HALF, ""),
    ("a fall of something else", "破案", "刑事案件破案数同比上升5%", "刑事警情同比下降18.6%。", HALF, "A001"),
    ("an accident where none may be", "安全", "一般事故零发生",
     "9月份发生1起高处坠落一般事故。", "2020-09-30", "A006"),
    ("a step named behind its things", "车站", "完成15座智慧车站示范建设",
     "已完成15座智慧车站示范建设方案评审，施工单位正在办理进场手续。", HALF, "A008 D004"),
    ("another level of recognition", "牧场", "新增国家级海洋牧场示范区2处",
     "新增省级海洋牧场示范区3处。", HALF, "A012"),
    ("a method in quotes", "光伏", "光伏电站装机容量达到1.5万千瓦",
     "按照“统一设计、统一采购”的办法推进光伏电站建设，目前已并网发电23座，装机1.6万千瓦。", HALF, ""),
    ("all targets claimed", "公路", "改造农村公路80公里，完成安防工程150公里",
     "改造农村公路63.5公里，安防工程完成152.8公里，提前超额完成全年任务。", HALF, "C003"),
    ("a completion of several together", "保障房", "新开工保障房75万平方米、加装电梯800台",
     "新开工保障房105.4万平方米、加装电梯1092台，整体完成率194%。", HALF, ""),
    ("more than the plan", "项目", "资金到位率达到80%", "资金到位率达到115%。", HALF, ""),
    ("a plan said again", "项目", "新开工项目255项",
     "年度计划开工项目255项，目前实际已开工206项。", HALF, ""),
    ("a coefficient", "用水", "农田灌溉水有效利用系数达到0.625",
     "农田灌溉水有效利用系数0.626。", HALF, ""),
    ("a total by its own name", "用水", "用水总量控制在28.4亿立方米以内",
     "全年用水总量27.93亿立方米。", HALF, ""),
    ("a rate under a shorter name", "电梯", "电梯定期检验率100%",
     "到期应检15,190台，实检15,190台，定检率100%。", HALF, ""),
    ("what a fall comes to", "培训", "校外培训机构压减率保持在95%以上",
     "学科类机构由最初的312家压减至11家，压减率96.5%。", HALF, ""),
    ("all done, then parts of it", "水库", "完成12座小型病险水库除险加固",
     "12座小型病险水库除险加固工程已全部完工，其中10座通过竣工验收。", HALF, ""),
]  # fmt: skip


@pytest.mark.parametrize(
    ("task", "target", "progress", "last", "codes"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS]
)
def test_errors_and_warnings(
    task: str, target: str, progress: str, last: str, codes: str, tmp_path: Path
) -> None:
    path = tmp_path / "submission.xlsx"
    path.write_bytes(three_columns([(task, target, progress)], progress="进展情况"))
    report = check([path], Settings(period=parse_period(f"2020-01-01/{last}")))
    raised = {each.code for each in report.files[0].findings if each.severity is not Severity.INFO}
    assert raised == set(codes.split())
