"""The floor: the parts that a reader needs are inflated and parsed, and nothing is done with them."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from zipfile import ZipFile

from lxml import etree

_NEEDED = re.compile(r"xl/(?:workbook|sharedStrings|styles|worksheets/[^/]+)\.xml|.*\.rels")


def main() -> None:
    """Reads every workbook of the folder."""
    parser = etree.XMLParser(huge_tree=True, resolve_entities=False)
    for path in sorted(Path(sys.argv[1]).iterdir()):
        with ZipFile(path) as package:
            for name in package.namelist():
                if _NEEDED.fullmatch(name):
                    etree.fromstring(package.read(name), parser)


if __name__ == "__main__":
    main()
