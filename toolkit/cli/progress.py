"""How far a long check has come: a bar on a terminal, and nothing anywhere else."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

_FEW = 8


@contextmanager
def progress(files: int) -> Iterator[Callable[[object], object] | None]:
    """What is to be called after each file; None where nobody is looking or there is little to wait for."""
    if files < _FEW or not sys.stderr.isatty():
        yield None
        return
    with click.progressbar(length=files, label="检查 Checking", file=sys.stderr, show_pos=True) as bar:
        yield lambda _: bar.update(1)
