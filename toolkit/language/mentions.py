"""Sets each number of a progress text in its surroundings: clause, period, lead, and the verbs over it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from toolkit.language.brackets import behind_bracket, is_listed_in, says_part_again
from toolkit.language.cutting import Clause
from toolkit.language.dating import own_period, period_from
from toolkit.language.describing import is_class, is_reach
from toolkit.language.figures import Mention
from toolkit.language.following import is_all_of_what_follows, is_done_with_what_follows
from toolkit.language.governing import is_forecast, own_noun, reaches, verbs
from toolkit.language.model import Quantity
from toolkit.language.pairing import named, paired
from toolkit.language.recent import is_recent
from toolkit.language.tokens import Token
from toolkit.language.vocabulary import any_of, expression

_LISTED = "[^,。;:0-9]{0,8}:[^,。;:0-9]{2,24}、"
_GOES_ON = "、,和及与("
_GOES_INTO = r"[^,。;0-9(]{0,10}[,(]?(?:其中|(?<=,)(?:涉及|投入|惠及|带动|覆盖)|同比|环比|[比较]?(?:去年|上年)同?期?|较年初)|[^,。;0-9(]{0,6}(?:入围|入选|上榜)"
_REPORTED = "截[至止]|目前|上半年|前[0-9三]|[0-9]{1,2}月?[-至到][0-9]|一季度|前三季度"
_OF_ALL_YEAR = "预计(?:今年|20[0-9]{2}年)?全年|全年预计|预计可?(?:下降|增长|完成|实现|达到?|为)$"
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
                period = period_from(text, token, period)
            elif token.start >= clause.start:
                count += 1
                last = min(clause.end, starts[count]) if count < len(starts) else clause.end
                own = own_period(text, token, seen[position]) if position < len(seen) else None
                yield _Place(token.quantity, clause, first, last, opening, own or period)
                first = token.end


def _is_number(text: str, token: Token) -> bool:
    if token.quantity is None or text[token.start : token.end] == "过半":
        return False
    if is_class(text[max(0, token.start - 2) : token.start], text[token.end : token.end + 4]):
        return False
    return not is_reach(token.quantity, text[token.end : token.end + 2])


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
    leading = _governing(start, before, previous, beside=beside)
    governing = "|".join((leading, after[:14].partition("、")[0], behind_bracket(text, clause)))
    opening = text[max(place.opening, first - _NEAR) : first]
    estimate = year_over and expression(_OF_ALL_YEAR).search(opening + before) is not None
    said = before.replace("预计", "") if estimate else before
    over = verbs(text, clause, end, said, after, governing.replace("预计", "") if estimate else governing)
    together = any_of("progress", "together").search(before) is not None
    of_all = is_all_of_what_follows(text, quantity)
    goes_on = beside and (not before.strip(_GOES_ON) or reaches(before))
    return Mention(
        quantity, clause, before, after, opening, place.period,
        (over.finished or is_done_with_what_follows(text, quantity)) and not of_all, over.under_way, over.planned or ("已" not in before and not estimate and is_forecast(opening)),
        of_all or (not quantity.is_percent and _is_whole(before, place, previous)),
        _is_part(place, parts) or (part_sentence == clause.sentence and not together),
        together, own_noun(after), over.compared,
        previous.lead if goes_on and previous is not None else before,
        is_recent(text, place.opening, before, end),
        over.staged, over.stage_follows, governing,
        listed=expression(_LISTED).match(text, end) is not None,
        told=_is_told(text, place, before),
    )  # fmt: skip


def _is_part(place: _Place, parts: Sequence[_Part]) -> bool:
    """Whether 其中 or its like stands beside a number, or before it and what it speaks of goes on to there."""
    start, clause = place.quantity.start, place.clause
    near, far = max(clause.start, start - _NEAR), min(clause.end, place.quantity.end + _NEAR)
    return any(
        (near <= at and stop <= far) or (place.opening <= at and stop <= start < closing)
        for at, stop, closing in parts
    )


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
