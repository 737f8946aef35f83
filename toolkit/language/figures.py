"""What stands around each number of a progress text: its clause, its period, and the verbs that govern it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from toolkit.language.cutting import Clause
from toolkit.language.folding import Folded
from toolkit.language.model import Quantity
from toolkit.language.tokens import Token
from toolkit.language.vocabulary import pattern

_SUBSET_VERBS = re.compile(r"进入|完成|通过|已|获|达到|取得|属于|评为|开工|整改|开业")
_PART = re.compile(r"其中|包括|包含|含")
_TOGETHER = re.compile(r"累计|总共|共计|合计|一共|总计")
_SIBLING = re.compile(r"[、,和及与(]*$")
_COMPARED = re.compile(
    r"(?:比|较)[^,。;]{0,10}(?:增加|增长|减少|下降|提高|上升|降低|多|少|净增)(?:了)?(?:约|近)?$|(?:上年|去年)(?:同期)?(?:为|是|的|完成)?$|同比(?:增加|减少|多|少)(?:了)?$|(?:增加|减少|增收|减收)$"
)
_STAGE = re.compile(
    r"(?:完成|通过|进行|开展|办理)(?:了)?[^,。;]{0,10}(?:选址|设计|招标|招投标|评审|立项|可研|可行性|论证|勘察|勘测|方案|前期|预算|审批|备案|规划|征地|清单|手续)"
)
_ALREADY = re.compile(r"已(?!开工|进场|启动|立项|纳入|列入|入场|受理|接)[^\W0-9_]{1,3}(?=[|])")
_CLAIMED = re.compile(
    r"[,、](?:已)?(?:圆满|全面|如期|提前|超额|顺利|按期)?(?:完成|超额完成)(?:了)?(?:全部|全年|年度|目标|任务|既定)"
)
_FROM = re.compile(r"(?:由|从)[^,。;]{0,16}$")
_TO = re.compile(
    r"[^0-9,。;]{0,6}(?:提高|提升|上升|增加|增长|扩大|下降|降低|降|升|增|减少|压缩|缩短|调整)(?:了)?(?:到|至|为)"
)
_TO_ONLY = re.compile(
    r"[^0-9,。;]{0,4}(?:提高|提升|上升|增加|增长|扩大|下降|降低|降|升|增|减少|压缩|缩短|调整)(?:了)?(?:到|至|为)"
)
_EARLY = re.compile("路基|土方|基坑|征地|勘测|规划编制|方案编制|可研|设计|选址|立项|摸底|批复$")
_DRAFT = re.compile("(?:方案|设计|招标|选址|可研|立项|勘察)(?:编制|工作|设计|方案)?$")
_TO_END = re.compile("(?:提高|提升|增加|上升|扩大|下降|降低)(?:到|至|为)$")
_EVENT = re.compile(
    r"(?:20[0-9]{2}年)?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})月(?:份|初|中旬|上旬|下旬|底|末|[0-9]{1,2}日)?|近期|近日|日前|年初|近.{1,3}年"
)
_NEAR = 60  # characters on either side that may govern a number
_MOST = 300  # numbers of one cell that are judged; the longest honest cell seen has thirty
_FOLLOWS = re.compile(
    "(?:完成|通过|进行|开展|办理)[^,。;]{0,12}(?:选址|设计|招标|招投标|评审|立项|可研|勘察|方案|前期|审批|手续)|预计[^,。;]{0,8}(?:开工|进场|施工|启动)"
)
_RESPECTIVELY = re.compile("分别(?:为|达到|达|是|完成|增长)?$")
_TWO = 2
_PLAN_DONE = re.compile("已[^,。;]{0,7}$|(?:完成|实现)[^,。;将拟]{0,12}计划[^,。;]{1,6}$")
_AHEAD = re.compile("(?:预计|计划|拟|力争|确保|将于|可于|争取|有望)(?:在|于)?$")
_YEAR_ONLY = re.compile("20[0-9]{2}年度?|今年|本年度?|当年|全年")
_RECENT = re.compile(r"(?:本月|当月|上月|本周|当周|本季度|单月)")


@cache
def _verbs(section: str) -> re.Pattern[str]:
    return re.compile(pattern("words", section))


@dataclass(frozen=True, slots=True)
class Mention:
    """One quantity in its surroundings, all in the folded text.

    ``before`` and ``after`` are the words of its clause on either side, up to the next number.
    ``subject`` is what the sentence said before its clause. ``period`` is the nearest period
    that its sentence, or the one before it, names. ``lead`` is ``before``, or that of the number
    whose list it goes on. ``twin`` is the earlier number that 分别 pairs it with.
    """

    quantity: Quantity
    clause: Clause
    before: str
    after: str
    subject: str
    period: Token | None
    finished: bool
    under_way: bool
    planned: bool
    whole: bool
    part: bool
    together: bool
    own_noun: str
    compared: bool = False
    lead: str = ""
    twin: int | None = None
    recent: bool = False
    staged: bool = False
    stage_follows: bool = False
    governing: str = ""

    @property
    def local(self) -> str:
        """The clause without the number."""
        return (
            self.before + self.after if self.lead == self.before else f"{self.lead}|{self.before}{self.after}"
        )


@dataclass(frozen=True, slots=True)
class Progress:
    """A folded progress cell, cut up once for all that reads it."""

    folded: Folded
    tokens: tuple[Token, ...]
    clauses: tuple[Clause, ...]
    mentions: tuple[Mention, ...]

    @property
    def text(self) -> str:
        """The folded text."""
        return self.folded.text

    def clause_text(self, clause: Clause) -> str:
        """A clause's words."""
        return self.folded.text[clause.start : clause.end]


def mentions(text: str, tokens: Sequence[Token], clauses: Sequence[Clause]) -> tuple[Mention, ...]:
    """Every quantity with its surroundings, in order."""
    found: list[Mention] = []
    period: Token | None = None
    part_sentence = -1
    position = 0
    sentence_starts: dict[int, int] = {}
    for clause in clauses:
        sentence_starts.setdefault(clause.sentence, clause.start)
    seen = [
        token for token in tokens if token.kind == "period" or (token.quantity and not _is_claim(token, text))
    ]
    for clause in clauses:
        if len(found) >= _MOST:
            break
        while position < len(seen) and seen[position].start < clause.start:
            period, position = _period(text, seen[position], period), position + 1
        inside: list[Token] = []
        while position < len(seen) and seen[position].start < clause.end and len(found) < _MOST:
            token = seen[position]
            position += 1
            if token.quantity is None:
                period = _period(text, token, period)
            else:
                inside.append(token)
                previous = found[-1] if found else None
                found.append(
                    _mention(
                        text,
                        token,
                        clause,
                        inside,
                        seen,
                        position,
                        sentence_starts[clause.sentence],
                        period,
                        part_sentence,
                        previous,
                    )
                )
                if found[-1].part:
                    part_sentence = clause.sentence
    return _paired(_named(found, text))


def _is_claim(token: Token, text: str) -> bool:
    """任务过半 claims, and reports no number."""
    return text[token.start : token.end] == "过半"


def _named(found: list[Mention], text: str) -> list[Mention]:
    """Gives each number behind 分别 its own name: 城镇、农村居民收入分别为… is 城镇居民收入 and 农村居民收入."""
    named = list(found)
    for position, mention in enumerate(found):
        match = _RESPECTIVELY.search(
            text, max(mention.clause.start, mention.quantity.start - _NEAR), mention.quantity.start
        )
        if match is None:
            continue
        names = re.split("[、和及与]", text[mention.clause.start : match.start()])
        group = [place for place in range(position, len(found)) if found[place].clause == mention.clause]
        if len(names) < _TWO or len(group) != len(names):
            continue
        for place, name in zip(group, names, strict=True):
            whole = name if place == group[-1] else name + names[-1][len(name) :]
            named[place] = replace(found[place], lead=whole)
    return named


def _paired(found: list[Mention]) -> tuple[Mention, ...]:
    """Pairs the numbers behind 分别 with as many numbers before them, in order."""
    paired = list(found)
    for position, mention in enumerate(found):
        if "分别" not in mention.before:
            continue
        count = sum(other.clause == mention.clause and place >= position for place, other in enumerate(found))
        first = position - count
        if mention.before.count("率") > 1:  # 开工率和完成率分别为 names two rates of all that stands before
            continue
        if count < 2 or first < 0 or found[first].clause.sentence != mention.clause.sentence:
            continue
        for step in range(count):
            paired[position + step] = replace(found[position + step], twin=first + step)
    return tuple(paired)


def _period(text: str, token: Token, current: Token | None) -> Token | None:
    """The period that holds from here on: not a base (比上年), not the day of an event (于8月建成), not in a bracket."""
    if token.kind != "period":
        return current
    words = text[token.start : token.end]
    if words.startswith(("上年", "去年")) or text[token.start - 1 : token.start] in (
        "比",
        "较",
        "自",
        "于",
        "与",
        "(",
    ):
        return current
    if current is not None and _YEAR_ONLY.fullmatch(words) and _is_near(text, current, token):
        return current
    single = _EVENT.fullmatch(words) is not None or _AHEAD.search(text, max(0, token.start - 5), token.start)
    return current if single or text.startswith(("起", "底前", "以前", "前"), token.end) else token


def _is_near(text: str, current: Token, token: Token) -> bool:
    """Whether a year follows a finer period of its sentence, and so says nothing new: 截至4月,2020年新建20所."""
    finer = _YEAR_ONLY.fullmatch(text, current.start, current.end) is None
    return finer and text.find("。", current.end, token.start) < 0 and token.start - current.end < _NEAR


def _mention(  # noqa: PLR0913, PLR0917 - one number and all that stands around it
    text: str, token: Token, clause: Clause, inside: Sequence[Token], seen: Sequence[Token], position: int,
    sentence_start: int, period: Token | None, part_sentence: int, previous: Mention | None,
) -> Mention:  # fmt: skip
    quantity = token.quantity
    if quantity is None:  # pragma: no cover - only quantities are asked for
        raise ValueError("a mention needs a quantity")
    start = max(inside[-2].end if len(inside) > 1 else clause.start, token.start - _NEAR)
    following = next(
        (seen[place] for place in range(position, min(len(seen), position + 8)) if seen[place].quantity), None
    )
    end = min(clause.end, following.start if following is not None else clause.end, token.end + _NEAR)
    before, after = text[start : token.start], text[token.end : end]
    whole_clause = text[max(clause.start, token.start - _NEAR) : min(clause.end, token.end + _NEAR)]
    governing = f"{_lead(text, clause, token, before, previous)}|{after[:14].split('、')[0]}|{_behind_bracket(text, clause)}"
    planned = _verbs("planned").search(before[-16:]) is not None and not _PLAN_DONE.search(before)
    lead = _list_lead(before, clause, previous)
    staged = (
        _STAGE.search(text, token.end, min(clause.end, token.end + 24)) is not None
        or _EARLY.search(before[-8:]) is not None
        or _DRAFT.search(after) is not None
    )
    return Mention(
        quantity=quantity,
        clause=clause,
        before=before,
        after=after,
        subject=text[max(sentence_start, start - 60) : start],
        period=period,
        finished=(
            _is_finished(governing, text, clause, token)
            or _TO_ONLY.fullmatch(before) is not None
            or _TO_END.search(before) is not None
        )
        and not staged
        and not planned,
        under_way=staged or _verbs("under_way").search(governing) is not None,
        planned=planned,
        whole=_verbs("whole").search(before[-16:]) is not None and not quantity.is_percent,
        part=_PART.search(whole_clause) is not None
        or _PART.search(text, sentence_start, token.start) is not None
        or _PART.search(text, sentence_start, token.start) is not None
        or (part_sentence == clause.sentence and not _TOGETHER.search(before)),
        together=_TOGETHER.search(before) is not None,
        own_noun=_own_noun(after),
        compared=_COMPARED.search(before) is not None or _is_start(before, after),
        lead=lead,
        staged=staged,
        stage_follows=_FOLLOWS.search(text, token.end, min(len(text), token.end + 40)) is not None,
        governing=governing,
        recent=_RECENT.search(before) is not None,
    )


def _is_finished(governing: str, text: str, clause: Clause, token: Token) -> bool:
    """A verb of completion over the number, or a claim of completion right behind it."""
    if (
        _verbs("finished").search(governing) is not None
        or _ALREADY.search(governing.partition("|")[0] + "|") is not None
    ):
        return True
    return _CLAIMED.search(text, token.end, min(len(text), clause.end + 24)) is not None


def _is_start(before: str, after: str) -> bool:
    """The first number of 由92%提高到98%."""
    return _FROM.search(before) is not None and _TO.match(after) is not None


def _list_lead(before: str, clause: Clause, previous: Mention | None) -> str:
    if (
        previous is not None
        and previous.clause == clause
        and (_SIBLING.match(before) or _TO_ONLY.fullmatch(before))
    ):
        return previous.lead
    return before


def _lead(text: str, clause: Clause, token: Token, before: str, previous: Mention | None) -> str:
    """The words that govern a number; one that only follows another (218台,408.6蒸吨) shares its lead."""
    if previous is not None and previous.clause == clause and before.startswith(("、", "和", "及")):
        return f"{previous.governing.partition('|')[0][-24:]}{before[-24:]}"
    if previous is not None and _SIBLING.match(before) and token.start - previous.quantity.end < 12:
        between = text[previous.quantity.end : token.start]
        if previous.clause == clause or len(between) <= 3 or not previous.own_noun or not before:
            return previous.before[-24:] + ("完成" if previous.finished and not previous.under_way else "")
    return before[-24:]


def _behind_bracket(text: str, clause: Clause) -> str:
    """What follows the bracket that a number stands in: 436台锅炉(共计1025.6蒸吨)开展了改造."""
    if clause.start and text[clause.start - 1] == "(":
        return text[clause.end + 1 : clause.end + 9].split(",", maxsplit=1)[0]
    return ""


def _own_noun(after: str) -> str:
    """The noun directly behind a number: 226条街巷胡同 speaks of 街巷胡同."""
    match = re.match(r"[^\W0-9_]{2,12}", after)
    if match is None:
        return ""
    word = match[0]
    cut = _verbs("under_way").search(word) or _verbs("finished").search(word)
    word = word if cut is None else word[: cut.start()]
    return (
        word
        if len(word) >= 2
        and not word.startswith(
            ("以上", "左右", "正在", "的", "已", "占", "并", "且", "后", "等", "比", "同比", "较")
        )
        else ""
    )
