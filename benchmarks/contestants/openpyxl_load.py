"""openpyxl's load alone, with everything that it keeps of a workbook by default."""

from __future__ import annotations

import sys
from pathlib import Path

from openpyxl import load_workbook


def main() -> None:
    """Loads every workbook of the folder."""
    for path in sorted(Path(sys.argv[1]).iterdir()):
        load_workbook(path)


if __name__ == "__main__":
    main()
