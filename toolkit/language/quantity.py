"""Every quantity of a text, with spans that cut the text as it was written."""

from __future__ import annotations

from toolkit.language.folding import Folded, fold
from toolkit.language.model import Quantity
from toolkit.language.tokens import tokens


def read_quantities(text: str) -> tuple[Quantity, ...]:
    """All quantities of ``text`` in order; dates, names, codes and ordinals are none. Never raises."""
    folded = fold(text)
    return tuple(
        unfold(token.quantity, folded) for token in tokens(folded.text) if token.quantity is not None
    )


def unfold(quantity: Quantity, folded: Folded) -> Quantity:
    """The same quantity with its text and span in the cell's own text."""
    if folded.text is folded.original or folded.text == folded.original:
        return quantity
    start, end = folded.span(quantity.start, quantity.end)
    return quantity._replace(text=folded.original[start:end], start=start, end=end)
