"""Answers as lines for a person and as a document for a program."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from toolkit.excel.doctor.facts import Answer, State
from toolkit.finding import Language, Text

_GLYPHS: dict[State, str] = {"fine": "√", "fault": "×", "unknown": "▲", "not_applicable": "●"}
_STATES: dict[State, Text] = {
    "fine": Text(zh="正常", en="fine"),
    "fault": Text(zh="有问题", en="fault"),
    "unknown": Text(zh="不清楚", en="unknown"),
    "not_applicable": Text(zh="不适用", en="not applicable"),
}
_FIX, _EXAMPLE = Text(zh="处理：", en="Mend: "), Text(zh="例如：", en="Example: ")


def is_healthy(answers: Sequence[Answer]) -> bool:
    """Whether there is no fault; what is not known is none."""
    return all(answer.state != "fault" for answer in answers)


def as_lines(answers: Sequence[Answer], language: Language) -> Iterator[str]:
    """A line for each question, its mend and an example below; the summary at the end."""
    for answer in answers:
        said, fix, example = _said(answer)
        title = _text(_words()["titles"][answer.question]).in_language(language)
        state = _STATES[answer.state].in_language(language)
        yield (
            f"{_GLYPHS[answer.state]} {title}（{state}）：{said.zh}"
            if language == "zh"
            else (f"{_GLYPHS[answer.state]} {title} ({state}): {said.en}")
        )
        if fix:
            yield f"    {_FIX.in_language(language)}{fix.in_language(language)}"
        if example:
            yield f"    {_EXAMPLE.in_language(language)}{example}"
    faults = sum(answer.state == "fault" for answer in answers)
    yield _summary(faults).in_language(language)


def as_document(answers: Sequence[Answer], version: str) -> dict[str, object]:
    """The same under names that do not change with the wording."""
    return {
        "schema_version": 1,
        "tool_version": version,
        "healthy": is_healthy(answers),
        "answers": [_entry(answer) for answer in answers],
    }


def _entry(answer: Answer) -> dict[str, object]:
    said, fix, example = _said(answer)
    return {
        "question": answer.question,
        "state": answer.state,
        "answer": answer.words,
        "message": {"zh": said.zh, "en": said.en},
        "fix": {"zh": fix.zh, "en": fix.en} if fix else None,
        "example": example,
    }


def _said(answer: Answer) -> tuple[Text, Text | None, str | None]:
    """The text, the mend and the example of an answer."""
    words = _words()
    for name in answer.words.split("."):
        words = words[name]
    said = Text(words["zh"].format(**answer.values), words["en"].format(**answer.values))
    fix = Text(words["fix_zh"], words["fix_en"]) if "fix_zh" in words else None
    return said, fix, words.get("example")


def _summary(faults: int) -> Text:
    if faults:
        return Text(zh=f"共发现 {faults} 个问题。", en=f"Problems found: {faults}.")
    return Text(zh="没有发现问题。", en="No problem was found.")


def _text(words: dict[str, str]) -> Text:
    return Text(words["zh"], words["en"])


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads((files("toolkit.excel.doctor") / "words.toml").read_text(encoding="utf-8"))
