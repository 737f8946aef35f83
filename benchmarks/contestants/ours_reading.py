"""The toolkit's reader alone: every cell of every sheet, nothing looked for and nothing judged."""

from __future__ import annotations

import sys
from pathlib import Path

from toolkit.readers import read_workbook


def main() -> None:
    """Reads every workbook of the folder."""
    for path in sorted(Path(sys.argv[1]).iterdir()):
        read_workbook(path)


if __name__ == "__main__":
    main()
