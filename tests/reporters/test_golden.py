from __future__ import annotations

from pathlib import Path

import pytest

from tests.reporters.golden import FOLDER, outputs

OUTPUTS = dict(outputs())


@pytest.mark.parametrize("path", OUTPUTS, ids=lambda path: path.name)
def test_the_whole_output(path: Path) -> None:
    assert OUTPUTS[path] == path.read_text(encoding="utf-8")


def test_no_other_files_are_kept() -> None:
    assert set(FOLDER.iterdir()) == OUTPUTS.keys()
