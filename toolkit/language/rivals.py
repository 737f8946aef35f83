"""Tells whether a number's own words are another target's of its row, more than the one's it may answer."""

from __future__ import annotations

from collections.abc import Sequence

from toolkit.language.content import pairs, shared
from toolkit.language.figures import Mention
from toolkit.language.model import Target
from toolkit.language.qualifying import asks_for_start, asks_per_place
from toolkit.language.vocabulary import expression

_IN_EACH = "[每均各]"
_ENDED = "完成|竣工|建成"


def names_another(mention: Mention, target: Target, targets: Sequence[Target]) -> bool:
    """Whether the noun behind a number is more like another target's object: 14个乡镇配送站."""
    if len(targets) == 1:
        return False
    if _is_of_the_end(mention, target, targets):
        return True
    if _is_of_all_places(mention, target, targets) or _counts_as_another(mention, target, targets):
        return True
    if target.name not in mention.before and any(
        len(other.name) > 1 and other.name in mention.before and other.name not in target.context
        for other in targets
        if other.base_unit == target.base_unit
    ):
        return True  # 农药使用量减少6.1% of 化肥使用量减少3%,农药减少5%
    if not mention.own_noun:
        return False
    if f"|{mention.own_noun[:2]}" in target.context:
        return False  # 选派12名教师赴协作市学习 of 选派12名教师、8名医生赴协作市学习
    mine = len(shared(pairs(target.name), mention.own_noun))
    return any(len(shared(pairs(other.name), mention.own_noun)) > mine + 1 for other in targets)


def _is_of_all_places(mention: Mention, target: Target, targets: Sequence[Target]) -> bool:
    """Whether so many for each place are asked, and the number is of all, as another target is: 每街道1处,全区20处."""
    if not asks_per_place(target) or expression(_IN_EACH).search(mention.local) is not None:
        return False
    return any(
        other.base_unit == target.base_unit and not asks_per_place(other)
        for other in targets
        if other is not target
    )


def _counts_as_another(mention: Mention, target: Target, targets: Sequence[Target]) -> bool:
    """Whether unit and noun are those of another target alone: 3个村正在施工 of 搬迁8个村1126户."""
    noun = mention.after[:1]
    if not noun or mention.quantity.base_unit == target.base_unit:
        return False
    return any(
        other.base_unit == mention.quantity.base_unit and f"|{noun}" in other.context
        for other in targets
        if other is not target
    )


def _is_of_the_end(mention: Mention, target: Target, targets: Sequence[Target]) -> bool:
    """Whether it tells what was finished, where one target asks for a start and another for the end: 启动15处,完成10处."""
    ended = expression(_ENDED).search(mention.local) if asks_for_start(target) else None
    return ended is not None and any(
        other is not target
        and other.base_unit == target.base_unit
        and ended[0] in other.context
        and not asks_for_start(other)
        for other in targets
    )
