"""Time words that do not belong in a report: plans for later, nothing begun yet, 本月 and 近期."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from toolkit.language.figures import Progress
from toolkit.language.model import Figure, Phrase, Target
from toolkit.language.period import bounds, is_relative
from toolkit.language.spotting import first_few, spotted
from toolkit.language.tokens import Token
from toolkit.language.vocabulary import any_of, expression

_PLAN = r"(?:预计|计划(?!的)(?<!年度计划)(?<!全年计划)(?<!今年计划)(?<!年初计划)|拟|力争|争取|将于|将在|近期将|下一步将?|下半年将?|明年将?|即将|有望|确保|届时)[^,。;]{0,30}"
_WHEN = (
    r"[0-9一二三四五六七八九十]{1,3}月|年底|年内|下半年|下一步|明年|近期|[二三四]季度|开学|汛期|供暖季|采暖季"
    r"|[春秋]季|即将|将于|届时|下月|十[一二]月"
)
_FORECAST = "预计[^,。;]{0,14}(?:可达|将达|可实现|可完成|能完成|将完成)|预计到?全年"
_DATE = r"(?:20[0-9]{2}年)?(?:[0-9]{1,2}月(?:[0-9]{1,2}日|底|末|初)?|[一二三四]季度)"
_YEAR_END = "年底|年内|下半年|全年"
_BEGUN = (
    r"已(?:实质性|全面|陆续|正式|先后)?开工|开工建设|已进场|进场施工|正在施工|已完成[^,。;]{0,12}(?:施工|改造|建设|安装|主体)(?![^,。;]{0,4}(?:方案|设计|评审|招标|手续))"
    r"|主体[^,。;]{0,6}(?:完工|封顶)|完成投资|道路开工|项目开工|工程开工|施工[^,。;]{0,4}中"
    r"|竣工|建成|浇筑|入场施工|动工|内部装修|正在装修|已?并网|已通车|已投[产用]|已开通|已种植|已栽植|已安装|已(?:闭市|关停|关闭|搬离|清空|疏解|腾退|拆除|停产)"
)
_HOPED = "(?:下一?步|下一?阶段|计划|预计|拟|将|力争|争取|确保)[^,。;]{0,14}$"
_NOW = "正在|仍在|尚在|处于|近期|配合"
_START_PLAN = (
    r"(?:预计|计划|拟|将于|将)(?:[^,。;]{0,14}(?:开工|施工|启动|动工|进场|开始)"
    r"|(?<=[计划拟于])[^,。;]{0,6}[0-9]{1,2}月[^,。;]{0,10}(?:安装|实施|建设|招标))"
)
_NO_WORKS = "创建|认定|申报|评定|评选|获评|荣获|争创|命名|编制|修编|制定|修订"
_STAGE_STATE = r"尚未|正在|已|完成|进行|办理|推进|开展|组织|准备|阶段|工作|中$|将"


def plans(
    progress: Progress, targets: Sequence[Target], figures: Sequence[Figure], period: tuple[date, date] | None
) -> Sequence[Phrase]:
    """Not begun where a countable target has neither figure nor works; else a plan for after the period."""
    spot = _not_started(progress, targets, figures)
    if spot is None and expression(_PLAN).search(progress.text) is None:
        return ()
    return first_few(_plans(progress, spot, period))


def _plans(
    progress: Progress, spot: tuple[int, int] | None, period: tuple[date, date] | None
) -> Iterator[Phrase]:
    if spot is not None:
        yield spotted(progress, "not_started", *spot)
    for match in expression(_PLAN).finditer(progress.text):
        start, end = match.span()
        if spot is not None and start < spot[1] and end > spot[0]:
            continue
        dated = expression(_WHEN).search(match[0]) or expression(_FORECAST).match(match[0])
        if dated and _after_period(match[0], period):
            yield spotted(progress, "future_plan", start, end)


def _not_started(
    progress: Progress, targets: Sequence[Target], figures: Sequence[Figure]
) -> tuple[int, int] | None:
    """The phrase that shows that nothing of a countable target has physically begun."""
    countable = {
        index
        for index, target in enumerate(targets)
        if target.kind == "total" and target.value is not None and not _needs_no_works(target)
    }
    text = progress.text
    if not countable or not countable.isdisjoint([figure.target for figure in figures]) or _has_begun(text):
        return None
    stage = any_of("words", "not_started")
    stages = [
        clause
        for clause in progress.clauses
        if stage.search(text, clause.start, clause.end)
        and stage.search(_unquoted(text[clause.start : clause.end]))
    ]
    now = [clause for clause in stages if expression(_NOW).search(text, clause.start, clause.end)]
    planned = expression(_START_PLAN).search(text)
    if now:
        end = planned.end() if planned and 0 <= planned.start() - now[-1].end <= 1 else now[-1].end
        return now[-1].start, end
    if planned is not None:
        last_stop = text.rfind("。", 0, planned.start())
        beside = (clause.start for clause in stages if last_stop < clause.end < planned.start())
        return next(beside, planned.start()), planned.end()
    stated = [clause for clause in stages if expression(_STAGE_STATE).search(text, clause.start, clause.end)]
    return (stated[-1].start, stated[-1].end) if stated else None


def _needs_no_works(target: Target) -> bool:
    """Whether it is a title or a paper: an application, a draft or a review is work on it."""
    return expression(_NO_WORKS).search(target.context) is not None


def _unquoted(words: str) -> str:
    """The words without what stands in quotes: the name of a method begins nothing."""
    return expression("“[^“”]{0,40}”").sub("", words) if "“" in words else words


def _has_begun(text: str) -> bool:
    return any(
        not expression(_HOPED).search(text, max(0, match.start() - 20), match.start())
        for match in expression(_BEGUN).finditer(text)
    )


def _after_period(words: str, period: tuple[date, date] | None) -> bool:
    """Whether a plan's own date, if it names one, lies after the period."""
    if period is None:
        return True
    named = expression(_DATE).search(words)
    if named is None:
        return not (expression(_YEAR_END).search(words) and period[1].month == 12)
    first, last = bounds(named[0], period[1].year)
    return last is None or first is None or last > period[1]


def relative_dates(progress: Progress, planned: Sequence[Phrase]) -> Sequence[Phrase]:
    """本月, 近期, 上周: words that mean nothing in a report read months later."""
    text = progress.text
    relative = [
        token
        for token in progress.tokens
        if token.kind == "period" and is_relative(text[token.start : token.end])
    ]
    return first_few(_unplanned(progress, relative, planned)) if relative else ()


def _unplanned(progress: Progress, relative: Sequence[Token], planned: Sequence[Phrase]) -> Iterator[Phrase]:
    for token in relative:
        place = progress.folded.span(token.start, token.end)[0]
        future = any(
            phrase.kind == "future_plan" and phrase.start <= place < phrase.end for phrase in planned
        )
        if not future and not progress.text.startswith("将", token.end):
            yield spotted(progress, "relative_date", token.start, token.end)
