"""Reads a progress cell that is little more than a number, as tables have it: 4385, 已完成162(达到时间进度)."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from toolkit.language.content import is_bare
from toolkit.language.exactness import quantity
from toolkit.language.model import Quantity, Target
from toolkit.language.tokens import Token
from toolkit.language.units import ONE, Unit, kind_of
from toolkit.language.vocabulary import expression

_LONE = (
    r"([^\W0-9_]{0,8})((?>[0-9]{1,15}(?:,[0-9]{3}(?![0-9])){0,4}(?:\.([0-9]{1,9}))?))(?=$|[,。;(](?![0-9]))"
)
_NONE = Unit("", "", ONE, 0, "score")
_OUT_OF_SCALE = 100  # times the target's own number: such a count was not written in 万


def unit_asked(targets: Sequence[Target]) -> Quantity | None:
    """The target's quantity whose unit a number without one must be in: that of the only numeric target."""
    asked = [
        target.quantity
        for target in targets
        if target.quantity is not None and target.kind != "zero_occurrence"
    ]
    if len(asked) != 1:
        return None
    return asked[0] if asked[0].value else None


def lone_number(text: str, asked: Quantity) -> Token | None:
    """The number with which a folded cell begins and that has no unit, in the unit asked for.

    No word but a verb may stand before it. ``13500`` of ``1.2万张`` is in 张 and ``1.35`` in 万张.
    """
    match = expression(_LONE).match(text)
    if match is None or not is_bare(match[1]):
        return None
    start, end = match.span(2)
    number, digits = Decimal(match[2].replace(",", "")), len(match[3] or "")
    if not asked.unit or kind_of(asked.base_unit) == "point":
        # 8.83 is where a rate that was to fall by 10个百分点 has come to
        return Token("quantity", start, end, quantity(text, start, end, number, _NONE, "", digits))
    in_full = kind_of(asked.base_unit) != "percent" and number > asked.value * _OUT_OF_SCALE
    factor = ONE if in_full else asked.base_value / asked.value
    written = asked.base_unit if in_full else asked.unit
    unit = Unit(written or "", asked.base_unit or "", ONE if factor == 1 else factor, 0, "")
    return Token("quantity", start, end, quantity(text, start, end, number, unit, "", digits))
