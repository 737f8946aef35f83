"""Writes, beside each example, the whole output that checking it must give: check.txt and check.json."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from toolkit.check import Settings, check
from toolkit.reporters import json, text
from toolkit.round import load_round

EXAMPLES = Path(__file__).parent


def outputs() -> Iterator[tuple[Path, str]]:
    """Each expected file with its text. Paths in it are relative to the repository, whoever runs this."""
    for round_path in sorted(EXAMPLES.glob("*/round.toml")):
        folder = round_path.parent
        submission = Path(EXAMPLES.name, folder.name, "submission.xlsx")
        report = check([submission], Settings(round=load_round(round_path)))
        yield folder / "check.txt", text.render(report)
        yield folder / "check.json", json.render(report)


def main() -> None:
    """Writes the files; to be run in the repository's root."""
    for path, output in outputs():
        path.write_text(output, encoding="utf-8", newline="\n")
        print(path.relative_to(EXAMPLES.parent))


if __name__ == "__main__":
    main()
