"""Knows units: where one ends, what 万 and 亿 in it are worth, and which two can be compared."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from toolkit.language.vocabulary import expression, sections, words

Relation = Literal["same", "scaled", "interchangeable", "different"]

ONE = Decimal(1)
SCALES = {"万亿": Decimal(10**12), "百万": Decimal(10**6), "千万": Decimal(10**7), "十万": Decimal(10**5)}
SCALES |= {"万": Decimal(10**4), "亿": Decimal(10**8), "百": Decimal(100), "千": Decimal(1000)}
_SCALE_HEADS = frozenset(scale[0] for scale in SCALES)
_JOINTS = frozenset("/·•每")
_COMPOUND = _JOINTS | {"("}
_EACH = "(?:[/·每](?:月|年|季度?|天|日|次|[百千万十]{0,2}人|户|亩))+"
_EACH_ONE = "(元|万元)[/·](?:(人|户)|[月年])"
_ALIASES = {"%o": "‰", "百分点": "个百分点", "个学位": "个", "场次": "场"}


class Unit(NamedTuple):
    """A unit as written and as compared: ``万吨标准煤`` is 10,000 of ``吨标准煤``. ``length`` in characters."""

    text: str
    base: str
    factor: Decimal
    length: int
    kind: str


@cache
def _lexicon() -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Units by first character, as (word, kind), the longest first."""
    by_first: dict[str, list[tuple[str, str]]] = {}
    for kind in ("percent", "point", "money", "physical", "time", "measure", "ratio", "score"):
        for word in words("units", kind):
            by_first.setdefault(word[0], []).append((word, kind))
    return {
        first: tuple(sorted(known, key=lambda entry: -len(entry[0]))) for first, known in by_first.items()
    }


@cache
def _not_units() -> Mapping[str, frozenset[str]]:
    """Words that begin like a unit, by their first character."""
    by_first: dict[str, set[str]] = {}
    for word in words("units", "not_units"):
        by_first.setdefault(word[0], set()).add(word)
    return {first: frozenset(known) for first, known in by_first.items()}


def _core(text: str, place: int) -> tuple[str, str] | None:
    first = text[place : place + 1]
    known = _lexicon().get(first)
    if known is None:
        return None
    if (others := _not_units().get(first)) is not None and text[place : place + 2] in others:
        following = text[place + 2 : place + 3]
        blood = text.startswith("单位", place) and (not following or not following.isalpha())
        return ("单位", "measure") if blood else None
    for entry in known:
        word = entry[0]
        if text.startswith(word, place):
            if word[-1].isascii() and word[-1].isalpha():
                following = text[place + len(word) : place + len(word) + 1]
                if following.isascii() and following.isalnum():
                    continue
            return entry
    return None


def _scale(text: str, place: int) -> str:
    if text[place : place + 1] not in _SCALE_HEADS:
        return ""
    for length in (2, 1):
        if text[place : place + length] in SCALES and len(text[place : place + length]) == length:
            return text[place : place + length]
    return ""


def read_unit(text: str, place: int) -> Unit | None:
    """The unit that begins at ``place``, with its 万 or 亿, or None. ``/`` and ``·`` join compound units."""
    scale, found = "", _core(text, place)
    if found is None:
        scale = _scale(text, place)
        if not scale:
            return None
        found = _core(text, place + len(scale))
        if found is None:
            return (
                None if len(scale) > 1 or scale in "百千" else Unit(scale, "", SCALES[scale], len(scale), "")
            )
    simple = _simple(scale, *found)
    end = place + simple.length
    if text[end : end + 1] not in _COMPOUND:
        return simple
    end, base, kind = _compound(text, end, simple.base, simple.kind)
    return Unit(text[place:end], base, simple.factor, end - place, kind)


@lru_cache(4096)
def _simple(scale: str, word: str, kind: str) -> Unit:
    return Unit(scale + word, _ALIASES.get(word, word), SCALES.get(scale, ONE), len(scale) + len(word), kind)


def _denominator(text: str, place: int) -> tuple[str, str] | None:
    known = words("units", "denominator")
    return next(((word, "time") for word in known if text.startswith(word, place)), None)


def _compound(text: str, end: int, base: str, kind: str) -> tuple[int, str, str]:
    """Takes in ``/平方公里`` and ``·月`` behind a unit: 吨/月·平方公里, 元/人·月, 件/万人."""
    while text[end : end + 1] and text[end] in _JOINTS:
        scale = "" if _core(text, end + 1) else _scale(text, end + 1)
        following = _core(text, end + 1 + len(scale)) or _denominator(text, end + 1 + len(scale))
        if following is None:
            break
        length = 1 + len(scale) + len(following[0])
        base += text[end : end + length]
        end += length
        kind = "compound"
    closing = text.find(")", end, end + 4) if text.startswith("(", end) else -1
    if closing > 0 and _core(text, end + 1) == (text[end + 1 : closing], "measure"):
        end = closing + 1  # 万套(件): two measure words for one count
    return end, base, kind


@cache
def _interchangeable() -> frozenset[tuple[str, str]]:
    lines = sections("units")["interchangeable"]
    return frozenset((one, other) for line in lines for one in line for other in line) | frozenset(_factors())


@cache
def _factors() -> Mapping[tuple[str, str], Decimal]:
    """What one of the first base unit is in the second, for units that measure the same: 千米 and 米."""
    found: dict[tuple[str, str], Decimal] = {}
    for line in sections("units")["conversion"]:
        worth = [word.split("=") for word in line]
        for one, its in worth:
            for other, theirs in worth:
                found[one, other] = Decimal(its) / Decimal(theirs)
    return found


@cache
def chinese_measures() -> tuple[str, ...]:
    """The measure words that may follow a numeral written in Chinese, longest first."""
    return words("units", "chinese")


@lru_cache(4096)
def kind_of(base_unit: str | None) -> str:
    """The section of a base unit: percent, point, money, physical, time, measure, ratio, score, compound."""
    if not base_unit:
        return ""
    if "/" in base_unit or "·" in base_unit or "每" in base_unit:
        return "compound"
    return next((kind for word, kind in _lexicon().get(base_unit[0], ()) if word == base_unit), "")


@lru_cache(4096)
def _scaled(unit: str) -> str:
    return next(
        (scale for scale in ("万亿", "百万", "千万", "十万", "万", "亿") if unit.startswith(scale)), ""
    )


def _bare(unit: str) -> str:
    """A unit without its scale, and without a second measure word in brackets: 万台(套) is 台."""
    bare = unit.removeprefix(_scaled(unit))
    if bare.endswith(")") and "/" not in bare:
        bare = bare.partition("(")[0]
    return _ALIASES.get(bare, bare)


def _second(unit: str) -> str | None:
    """The second measure word in brackets, by which a thing may as well be counted: 户 in 栋(户)."""
    word = unit.removesuffix(")").partition("(")[2] if unit.endswith(")") and "/" not in unit else ""
    return _ALIASES.get(word, word) or None


@cache
def _symbols() -> Mapping[str, str]:
    """The word that each symbol of a unit stands for."""
    return {symbol: name for name, *symbols in sections("units")["symbols"] for symbol in symbols}


@lru_cache(4096)
def _named(unit: str) -> str:
    """The unit with words for its symbols, each part of a compound for itself: μg/m³, 微克每立方米."""
    known = _symbols()
    return "/".join(known.get(part, part) for part in unit.replace("每", "/").split("/"))


def factor(one: str | None, other: str | None) -> Decimal | None:
    """What one of the first base unit is in the second; None for two that do not measure the same."""
    return _factors().get((_named(one), _named(other))) if one and other else None


@lru_cache(4096)
def relation(one: str | None, other: str | None) -> Relation:
    """How two units as written compare: 辆 and 万辆 are scaled, 件 and 起 interchangeable."""
    if one == other:
        return "same"
    if one is None or other is None:
        return "different"
    bare_one, bare_other = _named(_bare(one)), _named(_bare(other))
    if bare_one == bare_other or bare_one == _second(other) or bare_other == _second(one):
        return "same" if _scaled(one) == _scaled(other) else "scaled"  # 套(间) and 套 count the same
    if is_same_each(bare_one, bare_other):
        return "same"
    return "interchangeable" if (bare_one, bare_other) in _interchangeable() else "different"


def is_same_each(one: str, other: str) -> bool:
    """元 and 元/人·月, 元/人 and 元/月: one amount, for each person or month, which each leaves to the text."""
    longer, shorter = sorted((one, other), key=len, reverse=True)
    rest = longer.removeprefix(shorter)
    if rest != longer:
        return expression(_EACH).fullmatch(rest) is not None
    first, second = expression(_EACH_ONE).fullmatch(one), expression(_EACH_ONE).fullmatch(other)
    return (
        first is not None
        and second is not None
        and first[1] == second[1]
        and (first[2] is None) != (second[2] is None)
    )
