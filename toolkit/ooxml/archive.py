"""The zip container: its directory of entries, checked for tricks, and the inflating of one entry.

Nothing that a header claims is believed: sizes are counted while inflating, the checksum is tested,
and entries that overlap or whose names could mean two things are refused.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from toolkit.finding import Text
from toolkit.ooxml.limits import Meter
from toolkit.ooxml.refusals import damaged, damaged_part, over, shown, unsafe

CHUNK = 1024 * 1024
_INPUT = 64 * 1024
_DIRECTORY = struct.Struct("<4s4xHH4xIIIHHH8xI")
_LOCAL = struct.Struct("<4s22xHH")
_END = struct.Struct("<4s4xHHIIH")
_STORED, _DEFLATED = 0, 8
_SEE_EXTRA = 0xFFFFFFFF
_TRUNCATED = Text(
    zh="压缩包不完整，文件尾部缺失，多半是上传或下载中断所致",
    en="the package is cut short, most likely because an upload or download was interrupted",
)
_LINE_ENDINGS = Text(
    zh="文件中的换行符被转换过（常见原因：git 的 text 属性或 FTP 的文本方式传输），压缩包因此损坏",
    en="its line endings were converted, by a git text attribute or a text-mode FTP transfer for "
    "example, which breaks the package",
)
_DIRECTORY_BROKEN = Text(zh="压缩包的目录已损坏", en="the directory of the package is broken")


class Entry(NamedTuple):
    """One file in the zip. ``start`` is where its compressed bytes begin, ``size`` how many they are.

    ``record`` is where the directory speaks of it.
    """

    name: str
    method: int
    checksum: int
    start: int
    size: int
    record: int


def read_entries(data: bytes, meter: Meter) -> dict[str, Entry]:
    """All entries by lower-case name. Raises UnreadableWorkbook for a broken or tricky directory."""
    start, end, shift = _find_directory(data)
    entries: dict[str, Entry] = {}
    spans = [(start, end)]
    position = start
    while position + 46 <= end:
        if len(spans) > meter.limits.entries:
            raise over("entries", meter.limits.entries)
        entry, header, length = _read_entry(data, position, end, shift)
        position += length
        spans.append((header, entry.start + entry.size))
        if not entry.name.endswith("/"):
            key = entry.name.lower()
            if key in entries:
                raise unsafe(_ambiguous(entry.name))
            entries[key] = entry
    _refuse_overlaps(spans)
    return entries


def inflate(data: bytes, entry: Entry, meter: Meter) -> Iterator[bytes]:
    """The entry's content in pieces of at most CHUNK bytes, counted against every limit."""
    checksum = produced = 0
    for piece, consumed in _pieces(data, entry):
        produced += len(piece)
        checksum = zlib.crc32(piece, checksum)
        _check_size(produced, consumed, meter)
        meter.add_inflated(len(piece))
        meter.check_time()
        yield piece
    if checksum != entry.checksum:
        raise damaged_part(entry.name, "校验和不符", "does not match its checksum")


def _check_size(produced: int, consumed: int, meter: Meter) -> None:
    limits = meter.limits
    if produced > limits.part_bytes:
        raise over("part_bytes", limits.part_bytes)
    if produced > limits.ratio_from and produced > limits.ratio * consumed:
        raise over("ratio", limits.ratio)


def _pieces(data: bytes, entry: Entry) -> Iterator[tuple[bytes, int]]:
    """Inflated pieces, each with the number of compressed bytes used so far."""
    end = entry.start + entry.size
    if entry.method == _STORED:
        for start in range(entry.start, end, CHUNK):
            yield data[start : min(start + CHUNK, end)], min(start + CHUNK, end) - entry.start
        return
    inflater = zlib.decompressobj(-15)
    try:
        # The input goes in small pieces because the unused tail is copied at every call.
        for start in range(entry.start, end, _INPUT):
            waiting = data[start : min(start + _INPUT, end)]
            while waiting and not inflater.eof:
                piece = inflater.decompress(waiting, CHUNK)
                waiting = inflater.unconsumed_tail
                if piece:
                    yield piece, start - entry.start + _INPUT
        while not inflater.eof and (piece := inflater.decompress(b"", CHUNK)):
            yield piece, entry.size
    except zlib.error:
        raise damaged_part(entry.name, "无法解压", "cannot be inflated") from None
    if not inflater.eof:
        raise damaged_part(entry.name, "不完整", "is cut short")


def _find_directory(data: bytes) -> tuple[int, int, int]:
    """Where the directory starts and ends, and how far all offsets are shifted by leading bytes."""
    at = data.rfind(b"PK\5\6", max(0, len(data) - 65_557))
    if at < 0 or at + _END.size > len(data):
        raise damaged(_TRUNCATED)
    _, _, _, size, offset, _ = _END.unpack_from(data, at)
    end = at
    if _SEE_EXTRA in (size, offset):
        end = data.rfind(b"PK\6\6", 0, at)
        if end < 0 or end + 56 > at:
            raise damaged(_DIRECTORY_BROKEN)
        size, offset = struct.unpack_from("<QQ", data, end + 40)
    elif data[at - 20 : at - 16] == b"PK\6\7":
        end = max(data.rfind(b"PK\6\6", 0, at), 0)
    start = end - size
    shift = start - offset
    if start < 0 or shift < 0 or data[start : start + 4] != b"PK\1\2":
        raise damaged(_cause(data, shift))
    return start, end, shift


def _cause(data: bytes, shift: int) -> Text:
    """Bytes lost and no CRLF left, or bytes gained and no bare LF left: somebody converted the file."""
    shortened = shift < 0 and b"\r\n" not in data
    lengthened = shift > 0 and data.count(b"\n") == data.count(b"\r\n")
    return _LINE_ENDINGS if shortened or lengthened else _DIRECTORY_BROKEN


def _read_entry(data: bytes, position: int, end: int, shift: int) -> tuple[Entry, int, int]:
    """The entry whose directory record is at ``position``, its local header, the record's length."""
    fields = _DIRECTORY.unpack_from(data, position)
    magic, flags, method, checksum, size, full, name_length, extra_length, comment_length, offset = fields
    length = 46 + name_length + extra_length + comment_length
    if magic != b"PK\1\2" or position + length > end:
        raise damaged(_DIRECTORY_BROKEN)
    name = _decode_name(data[position + 46 : position + 46 + name_length], flags)
    if _SEE_EXTRA in (size, full, offset):
        extra = data[position + 46 + name_length : position + 46 + name_length + extra_length]
        size, offset = _long_fields(extra, size, full, offset)
    header = offset + shift
    if header + 30 > len(data):
        raise damaged(_cause(data, shift))
    local, local_name, local_extra = _LOCAL.unpack_from(data, header)
    start = header + 30 + local_name + local_extra
    if local != b"PK\3\4" or start + size > len(data):
        raise damaged(_cause(data, shift))
    _refuse_method(name, method, flags)
    return Entry(name, method, checksum, start, size, position), header, length


def _long_fields(extra: bytes, size: int, full: int, offset: int) -> tuple[int, int]:
    """The 64-bit size and offset which stand in the extra field where 32 bits were not enough."""
    position = 0
    while position + 4 <= len(extra):
        kind, length = struct.unpack_from("<HH", extra, position)
        if kind == 1:
            count = min(length, len(extra) - position - 4) // 8
            numbers = iter(struct.unpack_from(f"<{count}Q", extra, position + 4))
            next(numbers, None) if full == _SEE_EXTRA else None
            size = next(numbers, size) if size == _SEE_EXTRA else size
            offset = next(numbers, offset) if offset == _SEE_EXTRA else offset
            break
        position += 4 + length
    return size, offset


def _decode_name(raw: bytes, flags: int) -> str:
    try:
        name = raw.decode("utf-8" if flags & 0x800 else "cp437").replace("\\", "/")
    except UnicodeDecodeError:
        raise damaged(_DIRECTORY_BROKEN) from None
    if name.startswith("/") or ":" in name.split("/")[0] or ".." in name.split("/") or "\0" in name:
        raise unsafe(
            Text(
                zh=f"压缩包内的路径“{shown(name)}”指向包外",
                en=f'the entry name "{shown(name)}" leads out of the package',
            )
        )
    return name


def _refuse_method(name: str, method: int, flags: int) -> None:
    if flags & 1:
        raise damaged_part(name, "带有密码", "is protected by a password")
    if method not in (_STORED, _DEFLATED):
        what = f"使用了未知的压缩方法（{method}）", f"is compressed by the unknown method {method}"
        raise damaged_part(name, *what)


def _refuse_overlaps(spans: list[tuple[int, int]]) -> None:
    ordered = sorted(spans)
    for (_, end), (start, _) in pairwise(ordered):
        if end > start:
            raise unsafe(Text(zh="压缩包内的文件相互重叠", en="entries of the package overlap"))


def _ambiguous(name: str) -> Text:
    return Text(
        zh=f"压缩包内有重名文件“{shown(name)}”（不区分大小写），不同软件会读出不同内容",
        en=f'two entries are named "{shown(name)}" (upper and lower case being equal), so that two '
        "programs would read different contents",
    )
