"""Links to a place as LibreOffice's own calls take them, many in one call and none of them parsed by us."""

from __future__ import annotations

import re

_LINK = re.compile(r'=HYPERLINK\(("(?:[^"]|"")*"),("(?:[^"]|"")*")\)')


def as_link(formula: object) -> str | None:
    """The link with the semicolon of LibreOffice; None for any other formula or text."""
    found = _LINK.fullmatch(formula) if isinstance(formula, str) else None
    return None if found is None else f"=HYPERLINK({found[1]};{found[2]})"
