"""XML before it reaches the parser: its encoding made plain, a DOCTYPE refused, ghost rows left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from toolkit.finding import Text
from toolkit.ooxml.archive import CHUNK
from toolkit.ooxml.ghosts import without_ghost_rows
from toolkit.ooxml.refusals import damaged_part, shown, unsafe

_ENCODING = re.compile(rb"<\?xml[^>]*?encoding\s*=\s*[\"']([^\"']+)")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
# Encodings in which every markup character is its own ASCII byte, so that DOCTYPE cannot hide.
_PLAIN_ENCODINGS = {b"utf-8", b"utf8", b"us-ascii", b"ascii", b"iso-8859-1", b"gbk", b"gb2312", b"gb18030"}
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")


def checked_xml(name: str, chunks: Iterator[bytes]) -> Iterator[bytes]:
    """The chunks as UTF-8 or another plain encoding, without ghost rows; a DOCTYPE is refused."""
    return without_ghost_rows(plain_xml(name, chunks))


def whole_xml(name: str, chunks: Iterator[bytes]) -> bytes:
    """The whole part in UTF-8, nothing left out. What was in another encoding loses its declaration."""
    content = b"".join(plain_xml(name, chunks)).removeprefix(b"\xef\xbb\xbf")
    declared = _ENCODING.match(content.lstrip())
    encoding = declared[1].decode("ascii").lower() if declared else "utf-8"
    if encoding in {"utf-8", "utf8", "us-ascii", "ascii"}:
        return content
    try:
        text = content.decode("gb18030" if encoding.startswith("gb") else encoding)
    except UnicodeDecodeError:
        raise damaged_part(name, f"不是有效的 {encoding} 文本", f"is not valid {encoding}") from None
    return _DECLARATION.sub("", text, count=1).encode("utf-8")


def plain_xml(name: str, chunks: Iterator[bytes]) -> Iterator[bytes]:
    """The chunks as UTF-8 or another plain encoding; a DOCTYPE is refused."""
    first = next(chunks, b"")
    if first.startswith(_UTF16_MARKS):
        return _from_utf16(name, first + b"".join(chunks))
    if first[:1] not in b"<\xef \t\r\n":
        raise damaged_part(name, "不是 XML", "is not XML")
    declared = _ENCODING.match(first.lstrip(b"\xef\xbb\xbf"))
    if declared and declared[1].lower() not in _PLAIN_ENCODINGS:
        encoding = shown(declared[1].decode("ascii", "replace"))
        raise damaged_part(name, f"使用了不支持的编码 {encoding}", f"has the unsupported encoding {encoding}")
    return _refuse_doctype(name, chain((first,), chunks))


def _from_utf16(name: str, content: bytes) -> Iterator[bytes]:
    try:
        encoding = {b"<\0": "utf-16-le", b"\0<": "utf-16-be"}.get(content[:2], "utf-16")
        text = content.decode(encoding)
    except UnicodeDecodeError:
        raise damaged_part(name, "不是有效的 UTF-16 文本", "is not valid UTF-16") from None
    plain = _DECLARATION.sub("", text, count=1).encode("utf-8")
    pieces = (plain[start : start + CHUNK] for start in range(0, len(plain), CHUNK))
    return _refuse_doctype(name, pieces)


def _refuse_doctype(name: str, chunks: Iterator[bytes]) -> Iterator[bytes]:
    tail = b""
    for chunk in chunks:
        if b"<!DOCTYPE" in tail + chunk[:16] or (b"!" in chunk and b"<!DOCTYPE" in chunk):
            raise unsafe(
                Text(zh=f"部件 {shown(name)} 含有 DOCTYPE 声明", en=f"part {shown(name)} has a DOCTYPE")
            )
        tail = chunk[-16:]
        yield chunk
