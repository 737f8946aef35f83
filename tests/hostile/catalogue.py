"""All hostile kinds, and a command that writes them into a folder.

    python -m tests.hostile.catalogue FOLDER

Beside the files it writes ``expected.json``: the outcome and the limit of each.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from tests.hostile import cell_kinds, other_kinds, package_kinds, xml_kinds, zip_kinds
from tests.hostile.kind import Kind

KINDS: tuple[Kind, ...] = (
    *zip_kinds.KINDS,
    *xml_kinds.KINDS,
    *cell_kinds.KINDS,
    *package_kinds.KINDS,
    *other_kinds.KINDS,
)


def write(folder: Path) -> None:
    """Write every kind as a file named for it."""
    folder.mkdir(parents=True, exist_ok=True)
    expected = {}
    for kind in KINDS:
        name = kind.name + kind.suffix
        (folder / name).write_bytes(kind.build())
        expected[name] = {"outcome": kind.outcome, "limit": kind.limit}
    (folder / "expected.json").write_text(json.dumps(expected, indent=1), encoding="utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
