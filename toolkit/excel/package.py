"""A package of parts: the same bytes whenever and wherever it is packed."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_MOMENT = (2017, 7, 1, 0, 0, 0)
_READABLE = 0o644 << 16


def packed(parts: dict[str, bytes]) -> bytes:
    """The parts in their order, as a zip file."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            entry = ZipInfo(name, _MOMENT)
            entry.compress_type, entry.external_attr, entry.create_system = ZIP_DEFLATED, _READABLE, 0
            archive.writestr(entry, content)
    return buffer.getvalue()
