"""How many lines the texts of a new sheet take: its rows need not be laid out to be given their height.

LibreOffice breaks every text of a row to find its height, which for a list of findings takes as long as
the check itself. Columns are as wide as so many digits; a Chinese character is as wide as two.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import NamedTuple

_SPARE = 1  # digits that a line is shorter by: a mark does not begin one
_POINTS = 10.0  # of LibreOffice's own letters
_MOST = 40  # lines of one row; LibreOffice shows no more in one piece


class Run(NamedTuple):
    """Rows from the first to the last, counted from 0, that have so many lines each."""

    first: int
    last: int
    lines: float


class Heights:
    """What was written to sheets that are not laid out yet."""

    def __init__(self) -> None:
        self._widths: dict[tuple[str, int], float] = {}
        self._lines: dict[str, dict[int, int]] = defaultdict(dict)
        self._merged: dict[tuple[str, int], range] = {}
        self._larger: dict[tuple[str, int], float] = {}

    def note_width(self, sheet: str, columns: range, width: float) -> None:
        """Columns, counted from 1, are so many digits wide."""
        self._widths |= {(sheet, column): width for column in columns}

    def note_texts(self, sheet: str, row: int, column: int, texts: Sequence[Sequence[object]]) -> None:
        """Texts stand from this cell on, both counted from 1; a column of unknown width does not count."""
        lines = self._lines[sheet]
        for place, values in enumerate(texts, row):
            for beside, value in enumerate(values, column):
                width = self._width(sheet, place, beside)
                if width is not None and isinstance(value, str):
                    lines[place] = max(lines.get(place, 1), lines_of(value, width))

    def note_merged(self, sheet: str, row: int, columns: range) -> None:
        """The cells of these columns are one, and as wide as all of them."""
        self._merged[sheet, row] = columns

    def note_size(self, sheet: str, row: int, points: float) -> None:
        """The letters of a row are larger than those of the others."""
        self._larger[sheet, row] = points / _POINTS

    def _width(self, sheet: str, row: int, column: int) -> float | None:
        columns = self._merged.get((sheet, row), range(column, column + 1))
        widths = [self._widths.get((sheet, each)) for each in columns]
        return None if None in widths else sum(width for width in widths if width is not None)

    def known(self, sheet: str) -> tuple[int, tuple[Run, ...]] | None:
        """A row with one line, of which the height of a line can be asked, and all rows by their lines.

        The first run has all rows with the most common number, so that only others follow. None where
        nothing is known.
        """
        lines = self._lines.get(sheet, {})
        rows = [(row - 1, lines[row] * self._larger.get((sheet, row), 1.0)) for row in sorted(lines)]
        singles = [row for row, _ in rows if lines[row + 1] == 1 and (sheet, row + 1) not in self._merged]
        if not singles:
            return None
        (usual, _), *_ = Counter(count for _, count in rows).most_common(1)
        runs = [Run(rows[0][0], rows[-1][0], usual)]
        for row, count in rows:
            last = runs[-1]
            if count == last.lines and row == last.last + 1:
                runs[-1] = last._replace(last=row)
            elif count != usual:
                runs.append(Run(row, row, count))
        return singles[0], tuple(runs)

    def forget(self) -> None:
        """Begin anew."""
        self._widths.clear()
        self._lines.clear()
        self._merged.clear()
        self._larger.clear()


def lines_of(text: str, width: float) -> int:
    """The lines that a text takes in a column of so many digits."""
    room = max(width - _SPARE, 2.0)
    lines = sum(max(1, -int(-_digits(part) // room)) for part in text.split("\n"))
    return min(lines, _MOST)


def _digits(text: str) -> int:
    """Every character once, and once more for each that UTF-8 writes in three bytes."""
    return len(text) + (len(text.encode("utf-8", "surrogatepass")) - len(text)) // 2
