"""What was asked of a book while nobody but us can change it, so that it need not be asked again."""

from __future__ import annotations

from typing import Any, TypeAlias

Answers: TypeAlias = dict[tuple[str, tuple[int, ...]], Any]


class Still:
    """The book that stands still, None for none, with its answers by sheet, question and bounds."""

    def __init__(self, document: Any = None) -> None:
        self.document = document
        self.names: list[str] | None = None
        self._answers: dict[str, Answers] = {}

    def of(self, sheet: str) -> Answers | None:
        """What is known of a sheet; None where nothing may be kept."""
        return None if self.document is None else self._answers.setdefault(sheet, {})

    def forget(self, sheet: str) -> None:
        """Something is written to the sheet."""
        self._answers.pop(sheet, None)
