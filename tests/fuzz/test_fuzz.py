"""The seeds are what the corpus holds, and every target passes them."""

from __future__ import annotations

import pytest

from tests.fuzz.seeds import CORPUS, seeds
from tests.fuzz.targets import TARGETS


def test_the_corpus_holds_the_seeds() -> None:
    for name, content in seeds().items():
        assert (CORPUS / name).read_bytes() == content


@pytest.mark.parametrize(
    "path", sorted(path for path in CORPUS.rglob("*") if path.is_file()), ids=lambda path: path.name
)
def test_targets_pass_the_corpus(path: object) -> None:
    from pathlib import Path

    assert isinstance(path, Path)
    TARGETS[path.parent.name](path.read_bytes())
