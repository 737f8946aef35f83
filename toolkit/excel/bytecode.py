"""Compiled modules on disk. The button runs Python with ``-B``, which writes none: who installs does."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping

_PROGRAM = "from toolkit.excel.resident import load; load()"
_FORBIDS = "PYTHONDONTWRITEBYTECODE"


def compile_all(python: str, environment: Mapping[str, str]) -> bool:
    """Have a Python load what a click needs, and so write it down; tells whether it could load it.

    Where its folders may not be written to, everything stays as it is and a click takes longer.
    """
    known = {name: value for name, value in environment.items() if name != _FORBIDS}
    command = [python, "-P", "-c", _PROGRAM]
    done = subprocess.run(command, env=known, capture_output=True, check=False)  # noqa: S603  # our own Python
    return done.returncode == 0
