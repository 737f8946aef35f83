"""A fault of our own in a file, for those who maintain the program."""

from __future__ import annotations

import os
import sys

from toolkit import __version__


def write_log(fault: Exception) -> str:
    """The traceback in a file of its own, which only this user can read; gives its path."""
    import tempfile
    import traceback

    handle, name = tempfile.mkstemp(prefix="indicators-", suffix=".log")
    with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace") as log:
        log.write(f"indicators {__version__}, Python {sys.version}, {sys.platform}\n\n")
        log.writelines(traceback.format_exception(fault))
    return name
