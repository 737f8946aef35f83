"""How many files and findings a run had, and how many of each rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from toolkit.finding import Language, Severity, Text, Verdict
from toolkit.reporters.style import GLYPHS, SEVERITIES, VERDICTS, Style
from toolkit.reporters.wrapping import width
from toolkit.shapes import Outline

_KEY = tuple[str, str, Severity]


class Tally:
    """Counts file by file, so that a large run is gone through once."""

    def __init__(self, language: Language) -> None:
        self._language: Language = language
        self._verdicts: Counter[Verdict] = Counter()
        self._severities: Counter[Severity] = Counter()
        self._rules: Counter[_KEY] = Counter()
        self._known = 0
        self._waived = 0

    def add(self, file: Outline) -> None:
        """Counts one file."""
        self._verdicts[file.verdict] += 1
        self._known += file.known
        self._waived += file.waived
        for code, name, severity, count in file.rules:
            self._severities[severity] += count
            self._rules[code, name, severity] += count

    def lines(self, style: Style) -> Iterator[str]:
        """The total, behind the summary by rule where it is asked for."""
        if style.statistics:
            yield from self._by_rule(style)
            yield ""
        yield self._total()

    def _by_rule(self, style: Style) -> Iterator[str]:
        """The most frequent rule first; one that came in two severities has a line for each."""
        yield style.bold(Text(zh="各规则的问题数", en="Findings by rule").in_language(self._language))
        digits = len(str(max(self._rules.values(), default=0)))
        for (code, name, severity), count in sorted(
            self._rules.items(), key=lambda item: (-item[1], item[0])
        ):
            words = SEVERITIES[severity].in_language(self._language)
            padding = " " * (8 - width(words))
            painted = style.severity(severity, f"{GLYPHS[severity]} {words}")
            yield f"{count:>{digits + 2}}  {painted}{padding}{code}  {name}"

    def _total(self) -> str:
        accepted, rejected, unreadable = (self._verdicts[verdict] for verdict in VERDICTS)
        errors, warnings, infos = (self._severities[severity] for severity in Severity)
        files = accepted + rejected + unreadable
        zh = (
            f"共 {files} 份：通过 {accepted}，退回修改 {rejected}，无法读取 {unreadable}；"
            f"错误 {errors}，警告 {warnings}，提示 {infos}"
        )
        en = (
            f"{files} files: {accepted} accepted, {rejected} rejected, {unreadable} unreadable; "
            f"{errors} errors, {warnings} warnings, {infos} infos"
        )
        if self._waived:
            zh += f"；已豁免 {self._waived}"
            en += f"; {self._waived} waived"
        if self._known:
            zh += f"；另有已知问题 {self._known}，未列出"
            en += f"; {self._known} known ones not listed"
        return Text(zh=f"{zh}。", en=f"{en}.").in_language(self._language)
