"""The toolkit with all rules, in one process, findings counted and not printed."""

from __future__ import annotations

import sys
from pathlib import Path

from toolkit.check import Settings, check


def main() -> None:
    """Checks every workbook of the folder."""
    report = check(sorted(Path(sys.argv[1]).iterdir()), Settings(jobs=1))
    print(sum(len(file.findings) for file in report.files))


if __name__ == "__main__":
    main()
