"""A percentage beside all of something and those of them that it counts, one of the two sides in a bracket."""

from __future__ import annotations

from toolkit.language.arithmetic import difference
from toolkit.language.figures import Progress
from toolkit.language.model import Quantity
from toolkit.language.rates import could_hold
from toolkit.language.vocabulary import expression

PartOfWhole = tuple[Quantity, Quantity]

_OUT_OF = "^[^,。;]{0,16}中的?(?:有|已完成|已)?$"
_ALL_OF_THEM = "(?:全[市县区镇乡省州]|一?共|共有|总|应)[^,。;]{0,6}$"
_RATE = "([^\\W0-9_]{2})率(?:达到?|为|是)?$"
_CAME_IN = "(?:共|累计|全年|上半年)*(?:受理|收到|接到|接收|应[^,。;0-9]{1,3})(?:诉求|案件|事项|信访件)?"
_BRACKET = 60  # characters of a bracket that is looked into


def among_all(progress: Progress, position: int) -> PartOfWhole | None:
    """The part and the whole that stand before or behind the percentage at ``mentions[position]``."""
    return (
        _before(progress, position)
        or _behind(progress, position)
        or _told_behind(progress, position)
        or _less_the_failed(progress, position)
    )


def _before(progress: Progress, position: int) -> PartOfWhole | None:
    """``113个项目中的77个(68.1%)``: a part out of a whole, and the percentage in the bracket behind."""
    if position < 2 or progress.mentions[position].before:
        return None
    mention, part, whole = (progress.mentions[position - step] for step in range(3))
    bracketed = progress.text[part.quantity.end : mention.quantity.start] == "("
    out_of = expression(_OUT_OF).search(progress.text[whole.quantity.end : part.quantity.start]) is not None
    return (part.quantity, whole.quantity) if bracketed and out_of and could_hold(whole, part) else None


def _behind(progress: Progress, position: int) -> PartOfWhole | None:
    """``标准化率86%(全县248个村,214个达标)``: all and those of them, in the bracket behind the percentage."""
    end = progress.mentions[position].quantity.end
    stop = progress.text.find(")", end, end + _BRACKET) if progress.text.startswith("(", end) else -1
    inside = [other for other in progress.mentions[position + 1 : position + 4] if other.quantity.end <= stop]
    if len(inside) != 2:
        return None
    whole, part = inside
    of_all = expression(_ALL_OF_THEM).search(whole.before) is not None
    return (part.quantity, whole.quantity) if of_all and could_hold(whole, part) else None


def _told_behind(progress: Progress, position: int) -> PartOfWhole | None:
    """``办结率98.6%,受理8236件,办结7965件``: what came in and what was done of it, right behind their rate."""
    mention, *behind = progress.mentions[position : position + 3]
    named = expression(_RATE).search(mention.before)
    if named is None or len(behind) < 2:
        return None
    whole, part = behind
    beside = mention.clause.end + 1 == whole.clause.start and whole.clause.end + 1 == part.clause.start
    if (
        not beside
        or part.before.strip("已共") != named[1]
        or expression(_CAME_IN).fullmatch(whole.before) is None
    ):
        return None
    return (part.quantity, whole.quantity) if could_hold(whole, part) else None


def _less_the_failed(progress: Progress, position: int) -> PartOfWhole | None:
    """``检测5326批次,合格率98.39%,不合格86批次``: all less those that failed, counted right behind the rate."""
    if not 0 < position < len(progress.mentions) - 1:
        return None
    whole, mention, failed = progress.mentions[position - 1 : position + 2]
    named = expression(_RATE).search(mention.before)
    beside = whole.clause.end + 1 == mention.clause.start and mention.clause.end + 1 == failed.clause.start
    if named is None or not beside or failed.before != f"不{named[1]}" or not could_hold(whole, failed):
        return None
    return difference(whole.quantity, failed.quantity, fell=False), whole.quantity
