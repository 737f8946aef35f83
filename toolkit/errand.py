"""What the files of a run are checked for, small enough to be sent to another process."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from toolkit.shapes import Shape

if TYPE_CHECKING:
    from toolkit.cache import Cache
    from toolkit.collection import Round
    from toolkit.finding import FileReport
    from toolkit.previous import Sources
    from toolkit.reporting_period import Period

T = TypeVar("T")


@dataclass(frozen=True, kw_only=True)
class Errand(Generic[T]):
    """What is asked of every file, in what shape, and where it is kept.

    ``form`` is the form's file, ``template`` the issued one, ``codes`` are those of the rules;
    ``round`` has its spans and thresholds, ``previous`` are the submissions before; ``standing`` asks
    for the indicators themselves beside the findings, ``facts`` for what other units may tell too.
    """

    form: Path
    codes: tuple[str, ...]
    shape: Shape[T]
    period: Period | None = None
    template: Path | None = None
    round: Round | None = None
    previous: Sources | None = None
    standing: bool = False
    facts: bool = False
    cache: Cache | None = None

    def handed_on(self, report: FileReport, key: str | None) -> T:
        """The report in its shape, and kept by the key of its file where there is one."""
        if self.cache is None or key is None:
            return self.shape.put_on(report)
        return self.cache.save(key, report, self.shape)
