"""The marks and colours of a report on a terminal: only marks that every Chinese code page has."""

from __future__ import annotations

from dataclasses import dataclass

from toolkit.finding import Severity, Text, Verdict

GLYPHS = {Severity.ERROR: "×", Severity.WARNING: "▲", Severity.INFO: "●"}
SEVERITIES = {
    Severity.ERROR: Text(zh="错误", en="error"),
    Severity.WARNING: Text(zh="警告", en="warning"),
    Severity.INFO: Text(zh="提示", en="info"),
}
VERDICTS: dict[Verdict, Text] = {
    "accepted": Text(zh="√ 通过", en="√ accepted"),
    "rejected": Text(zh="× 退回修改", en="× rejected"),
    "unreadable": Text(zh="× 无法读取", en="× unreadable"),
}
_BOLD, _DIM, _UNDERLINE, _RED, _GREEN, _YELLOW, _CYAN = 1, 2, 4, 31, 32, 33, 36
_SEVERITY_CODES = {Severity.ERROR: _RED, Severity.WARNING: _YELLOW, Severity.INFO: _CYAN}


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How wide the lines are, whether they may have colours, and whether a summary by rule is added."""

    columns: int = 96
    colour: bool = False
    statistics: bool = False

    def bold(self, text: str) -> str:
        """A heading."""
        return self._paint(text, _BOLD)

    def dim(self, text: str) -> str:
        """What may be passed over."""
        return self._paint(text, _DIM)

    def phrase(self, text: str) -> str:
        """Words taken from a workbook, or a quantity found in them."""
        return self._paint(text, _UNDERLINE)

    def severity(self, severity: Severity, text: str) -> str:
        """Text in the colour of its severity."""
        return self._paint(text, _BOLD, _SEVERITY_CODES[severity])

    def verdict(self, verdict: Verdict, text: str) -> str:
        """Text in the colour of its verdict."""
        return self._paint(text, _BOLD, _GREEN if verdict == "accepted" else _RED)

    def _paint(self, text: str, *codes: int) -> str:
        return f"\x1b[{';'.join(map(str, codes))}m{text}\x1b[0m" if self.colour else text
