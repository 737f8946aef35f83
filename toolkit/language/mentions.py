"""Sets each number of a progress text in its surroundings: clause, period, lead, and the verbs over it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from toolkit.language.brackets import behind_bracket, is_listed_in, says_part_again
from toolkit.language.cutting import Clause
from toolkit.language.describing import is_class, is_reach
from toolkit.language.figures import Mention
from toolkit.language.following import is_all_of_what_follows, is_done_with_what_follows
from toolkit.language.governing import is_forecast, own_noun, reaches, verbs
from toolkit.language.model import Quantity
from toolkit.language.pairing import named, paired
from toolkit.language.recent import is_recent
from toolkit.language.tokens import Token
from toolkit.language.vocabulary import any_of, expression

_EVENT = (
    r"(?:20[0-9]{2}年)?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})月(?:份|初|中旬|上旬|下旬|底|末|[0-9]{1,2}日)?"
    r"|近期|近日|日前|年初|近.{1,3}年"
)
_BASES = ("比", "较", "自", "于", "与", "(")
_BASE = "[^,。;]{0,30}基础上"  # 在2019年已完成28公顷的基础上
_OF_YEAR = "[0-9]{1,5}[个项](?:项目|工程|课题|问题)|审计|督察|督查|巡视|巡察|考核|考评|评估|普查|决算|[^,。;0-9]{0,4}(?:项目|工程|计划|批次)"
_YEAR_ONLY = "20[0-9]{2}年度?|今年|本年度?|当年|全年"
_AHEAD = ("预计", "计划", "拟", "力争", "确保", "将于", "可于", "争取", "有望")
_LISTED = "[^,。;:0-9]{0,8}:[^,。;:0-9]{2,24}、"
_GOES_ON = "、,和及与("
_GOES_INTO = r"[^,。;0-9(]{0,10}[,(]?(?:其中|(?<=,)(?:涉及|投入|惠及|带动|覆盖)|同比|环比|[比较]?(?:去年|上年)同?期?|较年初)|[^,。;0-9(]{0,6}(?:入围|入选|上榜)"
_REPORTED = "截[至止]|目前|上半年|前[0-9三]|[0-9]{1,2}月?[-至到][0-9]|一季度|前三季度"
_OF_ALL_YEAR = "预计(?:今年|20[0-9]{2}年)?全年|全年预计"
_BY_THEN = "(?:20[0-9]{2}年)?[0-9]{1,2}月[^前]{0,4}前"
_WITHIN_YEAR = "(?:截[至止]到?)?(?:20[0-9]{2}年|今年|本年)?(?:[上前]|[0-9一二三四]{1,2}[月季至到-])"
_OWN_ENDS = "(?:的?(?:数据|数)|累计|止)?\\)"
_SUMS = ("共", "共计", "合计", "总计", "累计")
_NEAR = 60  # characters on either side that may govern a number
_MOST = 300  # numbers of one cell that are judged; the longest honest cell seen has thirty


class _Place(NamedTuple):
    """Where a number stands: from ``first`` to ``last`` nothing else counts, its sentence begins at ``opening``."""

    quantity: Quantity
    clause: Clause
    first: int
    last: int
    opening: int
    period: Token | None


class _Part(NamedTuple):
    """Where 其中 stands, and up to where it reaches."""

    start: int
    end: int
    until: int


def _closing(text: str, place: int) -> int:
    """Where the bracket ends that opens right before a place; else the end of the text."""
    closing = text.find(")", place) if text[place - 1 : place] == "(" else -1
    return len(text) if closing < 0 else closing


def mentions(
    text: str, tokens: Sequence[Token], clauses: Sequence[Clause], *, year_over: bool = False
) -> tuple[Mention, ...]:
    """Every quantity with its surroundings, in order.

    ``year_over``: the report is of the whole year, so that 预计全年完成65.8亿元 tells what was reached.
    """
    found: list[Mention] = []
    parts = [
        _Part(*match.span(), _closing(text, match.start()))
        for match in any_of("progress", "part").finditer(text)
    ]
    part_sentence, until = -1, 0
    for place in _places(text, tokens, clauses):
        previous = found[-1] if found else None
        goes_on = part_sentence if place.quantity.start < until else -1
        mention = _mention(text, place, parts, goes_on, previous, year_over=year_over)
        if mention.part:
            part_sentence = place.clause.sentence
            until = max((part.until for part in parts if part.start < place.quantity.end), default=len(text))
        elif previous is not None and (
            is_listed_in(text, mention, previous) or says_part_again(mention, found)
        ):
            mention = mention._replace(part=True)
        found.append(mention)
    return tuple(paired(named(found, text), text)) if "分别" in text else tuple(found)


def _places(text: str, tokens: Sequence[Token], clauses: Sequence[Clause]) -> Iterator[_Place]:
    """The place of each number. 任务过半 claims, and reports no number, nor does 500米覆盖率."""
    seen = [token for token in tokens if token.kind == "period" or _is_number(text, token)]
    starts = [token.start for token in seen if token.quantity is not None][:_MOST]
    period: Token | None = None
    position = count = opening = 0
    sentence = -1
    for clause in clauses:
        if count >= len(starts):
            return
        if clause.sentence != sentence:
            sentence, opening = clause.sentence, clause.start
        first = clause.start
        while position < len(seen) and seen[position].start < clause.end and count < len(starts):
            token = seen[position]
            position += 1
            if token.quantity is None:
                period = _period(text, token, period)
            elif token.start >= clause.start:
                count += 1
                last = min(clause.end, starts[count]) if count < len(starts) else clause.end
                own = _own_period(text, token, seen[position]) if position < len(seen) else None
                yield _Place(token.quantity, clause, first, last, opening, own or period)
                first = token.end


def _is_number(text: str, token: Token) -> bool:
    if token.quantity is None or text[token.start : token.end] == "过半":
        return False
    if is_class(text[max(0, token.start - 2) : token.start], text[token.end : token.end + 4]):
        return False
    return not is_reach(token.quantity, text[token.end : token.end + 2])


def _period(text: str, token: Token, current: Token | None) -> Token | None:
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


def _own_period(text: str, token: Token, following: Token) -> Token | None:
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


def _mention(
    text: str,
    place: _Place,
    parts: Sequence[_Part],
    part_sentence: int,
    previous: Mention | None,
    *,
    year_over: bool,
) -> Mention:
    quantity, clause = place.quantity, place.clause
    start, end = quantity.start, quantity.end
    first, last = max(place.first, start - _NEAR), min(place.last, end + _NEAR)
    before, after = text[first:start], text[end:last]
    if before.endswith("、"):
        before = "、"  # 2家完成疏解、1家正在推进: the words are those of the number before
    beside = previous is not None and previous.clause == clause
    governing = "|".join(
        (
            _governing(start, before, previous, beside=beside),
            after[:14].partition("、")[0],
            behind_bracket(text, clause),
        )
    )
    opening = text[max(place.opening, first - _NEAR) : first]
    estimate = year_over and expression(_OF_ALL_YEAR).search(opening + before) is not None
    said = before.replace("预计", "") if estimate else before
    over = verbs(text, clause, end, said, after, governing.replace("预计", "") if estimate else governing)
    together = any_of("progress", "together").search(before) is not None
    near, far = max(clause.start, start - _NEAR), min(clause.end, end + _NEAR)
    of_all = is_all_of_what_follows(text, quantity)
    goes_on = beside and (not before.strip(_GOES_ON) or reaches(before))
    return Mention(
        quantity, clause, before, after, opening, place.period,
        (over.finished or is_done_with_what_follows(text, quantity)) and not of_all, over.under_way, over.planned or ("已" not in before and not estimate and is_forecast(opening)),
        of_all or (not quantity.is_percent and _is_whole(before, place, previous)),
        any(
            (near <= at and stop <= far) or (place.opening <= at and stop <= start < closing)
            for at, stop, closing in parts
        )
        or (part_sentence == clause.sentence and not together),
        together, own_noun(after), over.compared,
        previous.lead if goes_on and previous is not None else before,
        is_recent(text, place.opening, before, end),
        over.staged, over.stage_follows, governing,
        listed=expression(_LISTED).match(text, end) is not None,
        told=_is_told(text, place, before),
    )  # fmt: skip


def _is_whole(before: str, place: _Place, previous: Mention | None) -> bool:
    """Whether a number is of what came in or is on the books, or adds up such ones: 受理2批,共3020家."""
    if any_of("words", "whole").search(before[-16:]) is not None:
        return True
    sums = before in _SUMS and previous is not None and previous.clause.sentence == place.clause.sentence
    return sums and previous is not None and previous.whole


def _is_told(text: str, place: _Place, before: str) -> bool:
    """Whether a number is dated (截至6月底帮扶36人), divided (其中) or compared (同比) as only a result is."""
    if expression(_GOES_INTO).match(text, place.quantity.end) is not None:
        return True
    period = place.period
    dated = period is not None and place.opening <= period.start < place.quantity.start and bool(before)
    return (
        dated
        and period is not None
        and expression(_REPORTED).match(text, period.start, period.end) is not None
    )


def _governing(start: int, before: str, previous: Mention | None, *, beside: bool) -> str:
    """The words that govern a number; one that only follows another (218台,408.6蒸吨) shares its lead."""
    if previous is None:
        return before[-24:]
    if beside and before.startswith(("、", "和", "及")):
        return f"{previous.governing.partition('|')[0][-24:]}{before[-24:]}"
    gap = start - previous.quantity.end
    if (
        gap < 12
        and not before.strip(_GOES_ON)
        and (beside or gap <= 3 or not previous.own_noun or not before)
    ):
        return previous.before[-24:] + ("完成" if previous.finished and not previous.under_way else "")
    return before[-24:]
