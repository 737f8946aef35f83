"""Time words that do not belong in a report: plans for later, nothing begun yet, 本月 and 近期."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache

from toolkit.language.figures import Progress
from toolkit.language.model import Figure, Phrase, Target
from toolkit.language.period import bounds, is_relative
from toolkit.language.vocabulary import pattern

_PLAN = re.compile(
    r"(?:预计|计划|拟|力争|争取|将于|将在|近期将|下一步将?|下半年将?|明年将?|即将|有望|确保|届时)[^,。;]{0,30}"
)
_WHEN = re.compile(
    r"[0-9一二三四五六七八九十]{1,3}月|年底|年内|下半年|下一步|明年|近期|[二三四]季度|开学|汛期|供暖季|采暖季|[春秋]季|即将|将于|届时|下月|十[一二]月"
)
_BEGUN = re.compile(
    r"已开工|开工建设|已进场|进场施工|正在施工|已完成[^,。;]{0,12}(?:施工|改造|建设|安装|主体)|主体[^,。;]{0,6}(?:完工|封顶)|完成投资|(?:道路|项目|工程)开工|施工[^,。;]{0,4}中|竣工|建成|浇筑|入场施工|动工|内部装修|正在装修"
)
_HOPED = re.compile("(?:计划|预计|拟|将|力争|争取|确保)[^,。;]{0,14}$")
_NOW = re.compile("正在|仍在|尚在|处于|近期|配合")
_START_PLAN = re.compile(
    r"(?:预计|计划|拟|将于|将)[^,。;]{0,14}(?:开工|施工|启动|动工|进场|开始)|(?:预计|计划|拟|将于)[^,。;]{0,6}[0-9]{1,2}月[^,。;]{0,10}(?:安装|实施|建设|招标)"
)
_STAGE_STATE = re.compile(r"正在|已|完成|进行|办理|推进|开展|组织|准备|阶段|工作|中$|将")


@cache
def _stages() -> re.Pattern[str]:
    return re.compile(pattern("words", "not_started"))


def plans(
    progress: Progress, targets: Sequence[Target], figures: Sequence[Figure], period: tuple[date, date] | None
) -> Iterator[Phrase]:
    """Not begun where a countable target has neither figure nor works; else a plan for after the period."""
    spot = _not_started(progress, targets, figures)
    if spot is not None:
        yield Phrase(kind="not_started", text="", start=spot[0], end=spot[1])
    for match in _PLAN.finditer(progress.text):
        start, end = match.span()
        if spot is not None and start < spot[1] and end > spot[0]:
            continue
        if _WHEN.search(match[0]) and _after_period(match[0], period):
            yield Phrase(kind="future_plan", text="", start=start, end=end)


def _not_started(
    progress: Progress, targets: Sequence[Target], figures: Sequence[Figure]
) -> tuple[int, int] | None:
    """The phrase that shows that nothing of a countable target has physically begun."""
    countable = [
        index for index, target in enumerate(targets) if target.kind == "total" and target.value is not None
    ]
    if not countable or any(figure.target in countable for figure in figures) or _has_begun(progress.text):
        return None
    stages = [clause for clause in progress.clauses if _stages().search(progress.clause_text(clause))]
    now = [clause for clause in stages if _NOW.search(progress.clause_text(clause))]
    planned = _START_PLAN.search(progress.text)
    if now:
        end = planned.end() if planned and 0 <= planned.start() - now[-1].end <= 1 else now[-1].end
        return now[-1].start, end
    if planned is not None:
        beside = [
            clause
            for clause in stages
            if clause.end < planned.start() and "。" not in progress.text[clause.end : planned.start()]
        ]
        return (beside[0].start if beside else planned.start()), planned.end()
    stated = [clause for clause in stages if _STAGE_STATE.search(progress.clause_text(clause))]
    return (stated[-1].start, stated[-1].end) if stated else None


def _has_begun(text: str) -> bool:
    return any(
        not _HOPED.search(text, max(0, match.start() - 20), match.start()) for match in _BEGUN.finditer(text)
    )


def _after_period(words: str, period: tuple[date, date] | None) -> bool:
    """Whether a plan's own date, if it names one, lies after the period."""
    if period is None:
        return True
    named = re.search(r"(?:20[0-9]{2}年)?(?:[0-9]{1,2}月(?:[0-9]{1,2}日|底|末|初)?|[一二三四]季度)", words)
    if named is None:
        return not (re.search("年底|年内|下半年", words) and period[1].month == 12)
    first, last = bounds(named[0], period[1].year)
    return last is None or first is None or last > period[1]


def relative_dates(progress: Progress, planned: Sequence[Phrase]) -> Iterator[Phrase]:
    """本月, 近期, 上周: words that mean nothing in a report read months later."""
    for token in progress.tokens:
        if token.kind != "period" or not is_relative(progress.text[token.start : token.end]):
            continue
        future = any(
            phrase.kind == "future_plan" and phrase.start <= token.start < phrase.end for phrase in planned
        )
        if not future and not progress.text.startswith("将", token.end):
            yield Phrase(kind="relative_date", text="", start=token.start, end=token.end)
