"""The colours of the marks. Each is a shade that hardly anybody picks, so that our fills are known again."""

from __future__ import annotations

from toolkit.finding import Severity

RED = "FFD7000F"  # of a phrase
FILLS = {Severity.ERROR: "FFCDD3", Severity.WARNING: "FFE9A9", Severity.INFO: "DCEBFB"}
