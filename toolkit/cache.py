"""What was found in a file, kept by the file's content, so that an inbox is checked again for its news only.

A key covers everything that a report depends on: the file's bytes and name, the form's source, the
period, the rules and the version of the toolkit. Beside the report itself the shape in which it was
asked for is kept, so that the same question is answered without making it again. An entry that
cannot be read is none.
"""

from __future__ import annotations

import hashlib
import os
import stat
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from toolkit.finding import FileReport
from toolkit.ooxml.limits import Limits
from toolkit.shapes import AsItIs, Shape

_FORMAT = "4"
_REPORT = AsItIs()

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Cache:
    """A folder of reports. ``setting`` stands for all that is the same for every file of a run."""

    folder: Path
    setting: str

    def key(self, path: Path) -> str | None:
        """The key of a file, or None for what is no regular file or too large to be read anyway."""
        try:
            found = path.stat()
            if not stat.S_ISREG(found.st_mode) or found.st_size > Limits().file_bytes:
                return None
            content = path.read_bytes()
        except OSError:
            return None
        parts = (_FORMAT, self.setting, path.name, hashlib.sha256(content).hexdigest())
        return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogateescape")).hexdigest()

    def has(self, key: str | None, shape: Shape[T]) -> bool:
        """Whether there is an entry of this key, in this shape or to be put into it."""
        return key is not None and (self._place(key, shape).is_file() or self._place(key, _REPORT).is_file())

    def load(self, key: str, path: Path, shape: Shape[T]) -> T | None:
        """What is kept for a file at this path, or None where it cannot be read."""
        shaped = self._loaded(key, path, shape)
        if shaped is None:
            report = self._loaded(key, path, _REPORT)
            if report is not None:
                shaped = shape.put_on(report)
                self._write(self._place(key, shape), shape.dump(shaped))
        return shaped

    def save(self, key: str, report: FileReport, shape: Shape[T]) -> T:
        """Keeps a report, and the shape that it is handed on in."""
        shaped = shape.put_on(report)
        self._write(self._place(key, _REPORT), _REPORT.dump(report))
        if shape.name != _REPORT.name:
            self._write(self._place(key, shape), shape.dump(shaped))
        return shaped

    def _loaded(self, key: str, path: Path, shape: Shape[T]) -> T | None:
        try:
            return shape.load(self._place(key, shape).read_bytes(), str(path))
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def _write(self, place: Path, data: bytes) -> None:
        """A folder that cannot be written to costs time and nothing else."""
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=place.parent)
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            Path(name).replace(place)
        except OSError:
            return

    def _place(self, key: str, shape: Shape[T]) -> Path:
        return self.folder / key[:2] / f"{key[2:]}.{shape.name}"


def through(
    cache: Cache, paths: Sequence[Path], shape: Shape[T], fresh: Callable[[Sequence[Path]], Iterator[T]]
) -> Iterator[T]:
    """What is made of the files in their order: from the cache, or else fresh."""
    keys = [cache.key(path) for path in paths]
    known = [cache.has(key, shape) for key in keys]
    new = fresh([path for path, is_known in zip(paths, known, strict=True) if not is_known])
    for path, key, is_known in zip(paths, keys, known, strict=True):
        shaped = cache.load(key, path, shape) if key and is_known else next(new)
        if shaped is None:
            (shaped,) = fresh([path])
        yield shaped


def setting_of(*parts: object) -> str:
    """A digest of whatever is the same for every file of a run."""
    return hashlib.sha256(repr(parts).encode("utf-8", "surrogatepass")).hexdigest()
