"""How often Python looks for garbage in cycles: seldom, while rows are made by the hundred thousand.

Rows, findings and records hold no cycles. The more of them are alive, the longer each look takes;
on batches of workbooks that is a sixth of the whole.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_THRESHOLDS = (5_000, 50, 100)


@contextmanager
def seldom_collected() -> Iterator[None]:
    """Inside, the collector runs more seldom than before; what it was set to is given back afterwards."""
    before = gc.get_threshold()
    if 0 < before[0] < _THRESHOLDS[0]:
        gc.set_threshold(*_THRESHOLDS)
    try:
        yield
    finally:
        gc.set_threshold(*before)
