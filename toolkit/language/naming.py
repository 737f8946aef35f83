"""Finds what a target's number counts or measures: its name, from the words around it."""

from __future__ import annotations

import re
from functools import cache

from toolkit.language.vocabulary import expression, pattern, words

LONGEST_NAME = 60
_NAME_OPENERS = ",、(和及与并"
_CONNECTED = ("网", "购", "轨", "联")
_NAME_ENDS = "为:,的("
_AFTER_NAME = "[,。;()以]"


@cache
def _begin() -> re.Pattern[str]:
    return re.compile(f"^(?:(?!到位)(?:{pattern('targets', 'name begin')}))+")


@cache
def _end() -> re.Pattern[str]:
    return re.compile(f"(?:{pattern('targets', 'name end')})+$")


@cache
def _level_before() -> str:
    return f"^.{{0,4}}?(?:{pattern('siblings', 'level')})"


def name_of(before: str, after: str, previous: str, task: str) -> str:
    """The words before the number, else those behind it, else ``previous``, else the task."""
    name = before.rpartition("其中")[2].lstrip(_NAME_OPENERS)
    if name.startswith(words("targets", "name begin")):
        name = _begin().sub("", name)
    if name.startswith(_CONNECTED) and f"并{name}" in before:
        name = f"并{name}"  # 并网率
    if name.endswith(words("targets", "name end")):
        name = _end().sub("", name)
    name = name.strip(_NAME_ENDS)
    if name in words("siblings", "level") and previous:
        return (name + expression(_level_before()).sub("", previous))[:LONGEST_NAME]
    if len(name) < 2:
        behind = expression(_AFTER_NAME).split(after, maxsplit=1)[0].strip()
        return (name + behind)[:LONGEST_NAME] if len(behind) >= 2 else (previous or task)
    if name.endswith(words("targets", "open end")):
        name += after.partition("的")[0]
    return name[:LONGEST_NAME]
