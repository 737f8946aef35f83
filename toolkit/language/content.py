"""Which words of a text carry its content: its pairs of characters, less those that every report has."""

from __future__ import annotations

import re

_COMMON = (
    "完成|达到|达|全年|年度|任务|工作|目标|实现|全区|全市|全县|全镇|我区|我市|我县|本区|上半年|下半年|开展|推进|推动|进行|建设|项目|工程|新增|新建|累计|共计|目前|"
    "截至|以上|以下|以内|左右|不低于|不少于|不超过|控制在|力争|确保|其中|已经|已|的|了|和|与|及|或|在|为|并|等|个数|数量|总数|总量|指标|计划|各类|各项|相关|有关|进一步|全面|继续|"
    "加强|加大|强化|落实|做好|积极|持续|全部|情况|服务|管理|发展|提升|提高|辖区|区级|市级|以|对|将|由|共"
)
_CUT = re.compile(rf"(?:{_COMMON})|[^\u4e00-\u9fffA-Za-z]+")
_FILLING = re.compile(
    rf"(?:同比|环比|上年|去年|同期|比|较|增长|下降|提高|降低|增幅|建成|竣工|拆除|办结|取缔|清理|整治|整改|改造|解决|引进|安装|发放|培训|交付|验收|通过|分别|其|现|有|实施|还|再|通车|投用|投入使用|完工|开工|封顶|签约|入库|上线|开业|落地|到位|送|办理|办|占|占比|任务|量|共|约|近|至|到|前|底|月|年|日|为|是|{_COMMON})|[^\u4e00-\u9fffA-Za-z]+"
)


def pairs(text: str) -> frozenset[str]:
    """Every two neighbouring characters of the content words: 占道经营 gives 占道, 道经, 经营."""
    found: set[str] = set()
    for word in _CUT.split(text):
        if len(word) > 1:
            found.update(word[place : place + 2] for place in range(len(word) - 1))
    return frozenset(found)


def is_bare(text: str) -> bool:
    """Whether a text has verbs and filling only, so that it speaks of whatever the row speaks of."""
    return not any(_FILLING.split(text))


def is_short_for(text: str, name: str) -> bool:
    """Whether a text has a two-character word that shortens the name: 棚改 for 棚户区改造."""
    return any(
        len(word) == 2 and 0 <= name.find(word[0]) < name.rfind(word[1])
        for word in _CUT.split(text)
    )

