"""The reports of a large run, kept on disk so that memory does not grow with the number of files."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import IO, TypeVar, overload

T = TypeVar("T")

KEPT = 512  # reports that stay in memory: what most offices send in one round


class Spool(Sequence[T]):
    """A sequence of reports in whatever shape: the first ones in memory, the others in a temporary file.

    The file is this process's own and has no name that anyone else could open: what is unpickled is
    what was written.
    """

    def __init__(self) -> None:
        self._kept: list[T] = []
        self._offsets: list[tuple[int, int]] = []
        self._file: IO[bytes] | None = None

    def append(self, report: T) -> None:
        """Adds a report at the end."""
        if len(self._kept) < KEPT:
            self._kept.append(report)
            return
        import pickle
        import tempfile
        import weakref
        import zlib

        if self._file is None:
            self._file = tempfile.TemporaryFile(prefix="indicators-")  # noqa: SIM115 - open as long as the spool
            weakref.finalize(self, self._file.close)
        data = zlib.compress(pickle.dumps(report, pickle.HIGHEST_PROTOCOL), 1)
        self._offsets.append((self._file.seek(0, os.SEEK_END), len(data)))
        self._file.write(data)

    def __len__(self) -> int:
        return len(self._kept) + len(self._offsets)

    def __iter__(self) -> Iterator[T]:
        yield from self._kept
        for offset, length in self._offsets:
            yield self._load(offset, length)

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[T]: ...
    def __getitem__(self, index: int | slice) -> T | Sequence[T]:
        if isinstance(index, slice):
            return [self[position] for position in range(*index.indices(len(self)))]
        position = range(len(self))[index]
        if position < len(self._kept):
            return self._kept[position]
        return self._load(*self._offsets[position - len(self._kept)])

    def _load(self, offset: int, length: int) -> T:
        import pickle
        import zlib

        if self._file is None:
            raise IndexError(offset)
        self._file.seek(offset)
        report: T = pickle.loads(zlib.decompress(self._file.read(length)))  # noqa: S301 - see the class
        return report
