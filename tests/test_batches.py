from __future__ import annotations

from collections.abc import Iterator

import pytest

from toolkit.batches import CHUNK, CHUNK_FILES, batches
from toolkit.examine import Examined
from toolkit.findings import Place


def file(rows: int) -> Examined:
    return Examined(
        path="",
        readable=True,
        unit=None,
        sheets=(),
        places=(Place("表", 1, "", {}),) * rows,
        present=frozenset(),
        columns={},
        findings=(),
        ran=(),
        skipped=(),
    )


@pytest.mark.parametrize(
    ("rows", "sizes"),
    [
        pytest.param([], [], id="no files"),
        pytest.param([55] * 3, [3], id="few"),
        pytest.param([CHUNK, 1], [1, 1], id="one large file"),
        pytest.param([CHUNK - 1, 1, 1], [2, 1], id="as many as fill a chunk"),
        pytest.param([0] * (CHUNK_FILES + 1), [CHUNK_FILES, 1], id="files without rows"),
    ],
)
def test_sizes_of_batches(rows: list[int], sizes: list[int]) -> None:
    assert [len(batch) for batch in batches(map(file, rows))] == sizes


def test_an_interrupt_comes_after_what_is_done() -> None:
    def files() -> Iterator[Examined]:
        yield file(1)
        raise KeyboardInterrupt

    made = batches(files())
    assert len(next(made)) == 1
    with pytest.raises(KeyboardInterrupt):
        next(made)
