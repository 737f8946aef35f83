"""Carries the verb of a change on to the targets that leave it out: 城镇居民收入增长8%,农村居民收入9%."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from toolkit.language.model import Target
from toolkit.language.vocabulary import expression

_OF_ITS_OWN = (
    "率|比|占|度|面|份额|水平|覆盖|达标|合格|完成|参保|普及|入户"  # what is measured in percent itself
)
_ENDS = "[。;；\n]"
_MOST = Decimal(40)  # percent; a share is mostly more, a change less


def with_changes_carried(text: str, targets: Sequence[Target]) -> list[Target]:
    """The targets, a bare percentage of an amount behind a change in one sentence being a change as well."""
    carried: list[Target] = []
    for target in targets:
        before = carried[-1] if carried else None
        if (
            before is not None
            and before.comparator in ("delta+", "delta-")
            and before.base_unit == "%"
            and _is_bare_percentage(target)
            and expression(_ENDS).search(text, before.end, target.start) is None
        ):
            carried.append(
                target._replace(kind="growth", comparator=before.comparator, direction=before.direction)
            )
        else:
            carried.append(target)
    return carried


def _is_bare_percentage(target: Target) -> bool:
    """Whether a target is no more than a name and a small percentage, and the name is no rate's."""
    return (
        target.kind == "rate"
        and target.comparator == ">="
        and target.text[:1].isdigit()
        and target.value is not None
        and target.value <= _MOST
        and expression(_OF_ITS_OWN).search(target.name) is None
    )
