"""Tells a number that counts or measures from one that names, dates or sorts: 2小时, 前3名, 10亿元以上项目."""

from __future__ import annotations

from functools import cache

from toolkit.language.units import Unit
from toolkit.language.vocabulary import any_of, expression, words

_TELLING = frozenset("时点前每第")
_NOT_RANKED = ("目前", "以前", "之前", "日前", "年前", "学前", "岗前", "产前", "孕前", "婚前", "期前")
_GROWS = "的?(?:增长|增速|增幅)(?![^,。;、]{0,4}[0-9])"
_CLASSES = frozenset(("人", "名", "人次", "户"))
_PERSONS = frozenset(("名", "位", "家", "个"))
_YEAR_LONG = 4  # digits
_NEAR = 10
_ROUND = frozenset(("百", "千", "万"))
_ABOUT = frozenset("近约超逾过达上数")
_COUNTED = "[0-9一二两三四五六七八九十][个家名所]"


def is_quantity(text: str, start: int, end: int, unit: Unit) -> bool:
    """Whether a number with this unit counts or measures something here."""
    base = unit.base
    if base == "路":  # 监控探头2600路, but 101路公交车
        return any_of("numbers", "channels").search(text, max(0, start - _NEAR), start) is not None
    if base == "岁":  # 人均预期寿命79岁, but 65岁以上老年人
        return any(word in text[max(0, start - _NEAR) : start] for word in ("寿命", "年龄"))
    if unit.text == "届" and len(text[start:end].removesuffix("届")) == _YEAR_LONG:  # 2025届高校毕业生
        return False
    if unit.kind == "time" and (unit.factor != 1 or base.endswith("工作日")):
        return True  # 126.4万小时 and 4个工作日 are no dates
    if unit.kind == "time":
        return bool(any_of("numbers", "time").search(text, max(0, start - 14), start)) and (
            not text.startswith(("内", "前", "后"), end) or text[max(0, start - 1) : start] in "至到在过"
        )
    if base in ("号", "度"):
        return False
    if unit.text == "分" and text.startswith(("之", "类", "钟"), end):
        return False
    if base == "个" and text.startswith(("方面", "阶段", "百分"), end):
        return False
    before = text[start - 1] if start else ""
    return before not in _TELLING or not _is_told(text, start, before, unit)


def _is_told(text: str, start: int, before: str, unit: Unit) -> bool:
    """Whether the character before says that it is a time, a rank or a rate: 3时20分, 前3名, 每3人."""
    if before == "前":
        named = text[max(0, start - 2) : start] in _NOT_RANKED
        return unit.base in _PERSONS and not named
    if before == "第":
        return unit.kind == "measure"
    return before == "每" or unit.text == "分"


def grows_behind(text: str, place: int) -> bool:
    """Whether the word of a percentage's growth stands behind it: 实现12%以上增长."""
    return expression(_GROWS).match(text, place) is not None


def is_threshold(text: str, start: int, end: int, unit: Unit, word: str) -> bool:
    """``10亿元以上项目`` and ``达到了900分以上`` behind a count: a class of things, not an amount."""
    if word in ("余", "多", "左右", "上下"):
        return False
    if unit.text == "分":
        clause = text[max(0, start - 30) : start].rpartition(",")[2]
        return expression(_COUNTED).search(clause) is not None
    following = text[end : end + 1]
    if following.isdigit() and unit.kind == "money" and word == "以上":  # 其中10亿元以上14个
        return True
    if not following or not "\u4e00" <= following <= "\u9fff" or following in "为并且比较":
        return False
    if unit.kind == "percent" and grows_behind(text, end):
        return False
    return unit.kind in ("money", "physical", "percent", "score", "compound") or unit.base in _CLASSES


def counts_something(text: str, start: int, end: int, numeral: str, measure: str) -> bool:
    """一 counts only behind a word that asks for a number; 三个代表 and 两个责任 are names."""
    if text.startswith(_words("names behind"), end):
        return False
    lead = text[max(0, start - 3) : start]
    if numeral in ("一", "半", "十", "千"):
        if numeral == "一" and not lead.endswith(_words("one counts")):
            return False
        if text.startswith(_words("one word"), start) and not lead.endswith(_words("asks for one")):
            return False
    if numeral in _ROUND and text[start + 1] not in "余多几" and _is_class(text, lead, end):
        return False
    if measure.startswith("批") and lead[-1:] == "、":
        return False
    if lead[-1:] in _words("no count before"):
        return False
    return measure not in ("届", "期", "人", "位", "块", "支") or len(numeral) > 1 or numeral not in "一两"


def _is_class(text: str, lead: str, end: int) -> bool:
    """千亩连片示范区, 万亩方: so large are the things, and nobody says how many."""
    behind = text[end : end + 1]
    return "\u4e00" <= behind <= "\u9fff" and behind not in "余以左上的" and lead[-1:] not in _ABOUT


@cache
def _words(section: str) -> tuple[str, ...]:
    return words("numbers", section)
