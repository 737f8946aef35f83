"""The rules for a person at a terminal: all of them as a list, or one of them in full."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from toolkit.finding import Language, Severity, Text
from toolkit.reporters.style import GLYPHS, SEVERITIES, Style
from toolkit.reporters.wrapping import width, wrap
from toolkit.rules.model import AnyExample, IntakeExample, Rule, TableExample

_NAME_WIDTH = 34
_FACT = re.compile(r"\{[^{}]*\}")


def table(rules: Iterable[Rule], language: Language = "zh") -> str:
    """One line a rule: code, severity, name and title; with a closing line break."""
    return "".join(f"{_line(rule, language)}\n" for rule in rules)


def explain(rule: Rule, language: Language = "zh", style: Style | None = None) -> str:
    """One rule in full, with a closing line break."""
    return "\n".join(_explanation(rule, language, style or Style())) + "\n"


def generic(pattern: str) -> str:
    """A rule's words with an ellipsis for each fact that only a finding can fill in."""
    return _FACT.sub("…", pattern)


def _line(rule: Rule, language: Language) -> str:
    severity = SEVERITIES[rule.severity].in_language(language)
    padding = " " * (8 - width(severity))
    name = rule.name.ljust(_NAME_WIDTH)
    title = rule.title.in_language(language)
    return f"{rule.code}  {GLYPHS[rule.severity]} {severity}{padding}{name}{title}"


def _explanation(rule: Rule, language: Language, style: Style) -> Iterator[str]:
    severity = SEVERITIES[rule.severity].in_language(language)
    yield f"{style.bold(f'{rule.code} {rule.name}')}  {style.severity(rule.severity, severity)}"
    yield style.bold(rule.title.in_language(language))
    for label, words in ((Text(zh="为何", en="Why"), rule.why), (Text(zh="改法", en="Mend"), rule.fix)):
        yield ""
        yield style.dim(label.in_language(language))
        yield from (f"  {line}" for line in wrap(generic(words.in_language(language)), style.columns - 2))
    for label, severity_of, examples in (
        (Text(zh="会报出", en="Found in"), rule.severity, rule.failing),
        (Text(zh="不会报出", en="Not found in"), None, rule.passing),
    ):
        yield ""
        yield style.dim(label.in_language(language))
        for example in examples:
            yield from _example(example, severity_of, language, style)


def _example(
    example: AnyExample, severity: Severity | None, language: Language, style: Style
) -> Iterator[str]:
    if isinstance(example, IntakeExample):
        yield f"  · {example.deadline} → {example.received or '—'} ({example.now})"
        return
    graver = example.severity if severity and example.severity not in {None, severity} else None
    note = f"({SEVERITIES[graver].in_language(language)}) " if graver else ""
    if isinstance(example, TableExample):
        yield from (f"  {line.strip()}" for line in example.table.strip().splitlines())
    else:
        words = f"{note}{example.target or '—'} → {example.progress or '—'}"
        first, *rest = wrap(words, style.columns - 4) or [""]
        yield f"  · {first}"
        yield from (f"    {line}" for line in rest)
