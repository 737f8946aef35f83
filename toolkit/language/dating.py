"""Tells which period holds for the numbers behind it: not a base, not the day of an event, not a plan's."""

from __future__ import annotations

from toolkit.language.tokens import Token
from toolkit.language.vocabulary import expression

_EVENT = (
    r"(?:20[0-9]{2}年)?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})月(?:份|初|中旬|上旬|下旬|底|末|[0-9]{1,2}日)?"
    r"|近期|近日|日前|年初|近.{1,3}年"
)
_BASES = ("比", "较", "自", "于", "与", "(")
_BASE = "[^,。;]{0,30}基础上"  # 在2019年已完成28公顷的基础上
_OF_YEAR = "[0-9]{1,5}[个项](?:项目|工程|课题|问题)|审计|督察|督查|巡视|巡察|考核|考评|评估|普查|决算|[^,。;0-9]{0,4}(?:项目|工程|计划|批次)"
_YEAR_ONLY = "20[0-9]{2}年度?|今年|本年度?|当年|全年"
_AHEAD = ("预计", "计划", "拟", "力争", "确保", "将于", "可于", "争取", "有望")
_BY_THEN = "(?:20[0-9]{2}年)?[0-9]{1,2}月[^前]{0,4}前"
_WITHIN_YEAR = "(?:截[至止]到?)?(?:20[0-9]{2}年|今年|本年)?(?:[上前]|[0-9一二三四]{1,2}[月季至到-])"
_OWN_ENDS = "(?:的?(?:数据|数)|累计|止)?\\)"
_NEAR = 60  # characters within which a year says nothing new


def period_from(text: str, token: Token, current: Token | None) -> Token | None:
    """The period that holds from here on: not a base (比上年), not the day of an event (于8月建成), not in a bracket."""
    lead = text[max(0, token.start - 2) : token.start]
    if text.startswith(("上年", "去年"), token.start) or lead[-1:] in _BASES or lead == "加上":
        return current
    if text.startswith(("起", "底前", "以前", "前", "同期", "的同期"), token.end):
        return current
    if lead == "恢复" or expression(_BY_THEN).fullmatch(text, token.start, token.end):
        return current  # 恢复到2019年的86%, 8月底前完工
    if _is_years_own(text, token) or (lead[-1:] == "在" and expression(_BASE).match(text, token.end)):
        return current
    if current is not None and _repeats_year(text, current, token):
        return current
    event = expression(_EVENT).fullmatch(text, token.start, token.end) is not None
    return current if event or _is_ahead(text, token.start) else token


def own_period(text: str, token: Token, following: Token) -> Token | None:
    """The period in a bracket right behind a number, which is of that number alone: 41.5%(截至3月底)."""
    if following.quantity is not None or not text.startswith("(", token.end):
        return None
    if following.start != token.end + 1 or expression(_OWN_ENDS).match(text, following.end) is None:
        return None
    return following if expression(_WITHIN_YEAR).match(text, following.start, following.end) else None


def _is_years_own(text: str, token: Token) -> bool:
    """Whether a year only names what follows, whenever it is reported: 2020年度审计查出的问题."""
    named = expression(_OF_YEAR).match(text, token.end) is not None
    return named and expression(_YEAR_ONLY).fullmatch(text, token.start, token.end) is not None


def _repeats_year(text: str, current: Token, token: Token) -> bool:
    """Whether a year follows a finer period of its sentence, and so says nothing new: 截至4月,2020年新建20所."""
    year = expression(_YEAR_ONLY)
    return (
        token.start - current.end < _NEAR
        and year.fullmatch(text, token.start, token.end) is not None
        and year.fullmatch(text, current.start, current.end) is None
        and text.find("。", current.end, token.start) < 0
    )


def _is_ahead(text: str, start: int) -> bool:
    """Whether a plan is dated here: 预计于10月."""
    lead = text[max(0, start - 5) : start]
    return lead.endswith(_AHEAD) or (lead.endswith(("在", "于")) and lead[:-1].endswith(_AHEAD))
