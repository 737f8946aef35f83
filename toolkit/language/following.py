"""What a number is to the next one: all of which that counts some, or the places of what was done there."""

from __future__ import annotations

from decimal import Decimal

from toolkit.language.model import Quantity
from toolkit.language.vocabulary import expression

_SOME_OF_THEM = r"[^,。;、0-9]{2,16}(?:已?完成|已)[^,。;、0-9]{0,4}([0-9]{1,9}(?:\.[0-9]{1,4})?)"
_DONE_TOGETHER = (
    r"[^,。;、0-9()]{1,6}([0-9]{1,9}(?:\.[0-9]{1,4})?)[^,。;、0-9()]{1,10}(?:实现|完成|建成|开通|投用)(?!率)"
)


def is_all_of_what_follows(text: str, quantity: Quantity) -> bool:
    """Whether a number only says of how many the next one is: 35处点位完成整治21处."""
    if quantity.is_percent or quantity.unit is None:
        return False
    some = expression(_SOME_OF_THEM).match(text, quantity.end)
    return (
        some is not None and text.startswith(quantity.unit, some.end()) and Decimal(some[1]) < quantity.value
    )


def is_done_with_what_follows(text: str, quantity: Quantity) -> bool:
    """Whether a number and what stands with it are done: 24条道路2687个停车位实现电子收费."""
    if quantity.is_percent or quantity.unit is None:
        return False
    done = expression(_DONE_TOGETHER).match(text, quantity.end)
    return done is not None and not text.startswith(quantity.unit, done.end(1))
