"""A file's report in the shape of words: what several reporters say of it, made where the file was read."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from toolkit.finding import FileReport, Language
from toolkit.reporters.formats import piece_reporter
from toolkit.reporters.style import Style
from toolkit.shapes import Piece, dump_piece, load_piece, outline_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of these forms, each in its style."""

    forms: tuple[tuple[str, Style], ...]
    language: Language

    @property
    def name(self) -> str:
        """A digest of the forms, their styles and the language."""
        return hashlib.sha256(repr(self).encode()).hexdigest()[:16]

    def put_on(self, report: FileReport) -> Piece:
        """The words on one file."""
        bodies = tuple(piece_reporter(form).body(report, self.language, style) for form, style in self.forms)
        return Piece(outline_of(report), bodies)

    def dump(self, shaped: Piece) -> bytes:
        """The piece as bytes."""
        return dump_piece(shaped)

    def load(self, data: bytes, path: str) -> Piece:
        """The piece from its bytes."""
        return load_piece(data, path)
