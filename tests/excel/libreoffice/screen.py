"""A screen that nobody sees: Xvfb, its picture as PNG, and a mouse."""

from __future__ import annotations

import os
import shutil
import struct
import subprocess
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from toolkit.excel.libreoffice.bridge import NotInstalled

_SIZE = (1400, 900)
_HEADER = struct.Struct(">25I")


class Screen(NamedTuple):
    """``display`` is what programs are told, ``memory`` the file that holds its picture."""

    display: str
    memory: Path

    def click(self, x: int, y: int) -> None:
        """Press the left button of the mouse there."""
        command = ["xdotool", "mousemove", str(x), str(y), "click", "1"]
        subprocess.run(command, check=True, env={**os.environ, "DISPLAY": self.display})

    def picture(self, path: Path) -> None:
        """Write what the screen shows as a PNG."""
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(_png(self.memory.read_bytes()))


@contextmanager
def screen(folder: Path) -> Iterator[Screen]:
    """A screen of one's own, taken away afterwards. Raises NotInstalled."""
    for program in ("Xvfb", "xdotool"):
        if shutil.which(program) is None:
            raise NotInstalled(f"{program.upper()} IS NOT INSTALLED: nobody has pressed the button")
    reads, writes = os.pipe()
    size = "{}x{}x24".format(*_SIZE)
    command = [
        "Xvfb",
        "-displayfd",
        str(writes),
        "-screen",
        "0",
        size,
        "-fbdir",
        str(folder),
        "-nolisten",
        "tcp",
    ]
    process = subprocess.Popen(command, pass_fds=[writes], stderr=subprocess.DEVNULL)
    os.close(writes)
    try:
        with os.fdopen(reads) as said:
            number = said.readline().strip()
        yield Screen(f":{number}", folder / "Xvfb_screen0")
    finally:
        process.terminate()
        process.wait(10)


def place_of(book: Any, label: str) -> tuple[int, int]:
    """The middle of a button on the screen, as the application says where it has drawn it."""
    controller = book.CurrentController
    page = controller.ActiveSheet.DrawPage
    shapes = (page.getByIndex(number) for number in range(page.Count))
    models = (shape.Control for shape in shapes if shape.supportsService("com.sun.star.drawing.ControlShape"))
    button = controller.getControl(next(model for model in models if model.Label == label))
    corner, size = button.AccessibleContext.getLocationOnScreen(), button.getPosSize()
    return corner.X + size.Width // 2, corner.Y + size.Height // 2


def until(seconds: float, happened: Any) -> bool:
    """Whether it happens within so many seconds."""
    latest = time.monotonic() + seconds
    while time.monotonic() < latest:
        if happened():
            return True
        time.sleep(0.02)
    return bool(happened())


def _png(dump: bytes) -> bytes:
    """A dump of an X screen, four bytes a pixel with blue first, as a PNG."""
    header = _HEADER.unpack_from(dump)
    (start, width, height, line, colours) = (header[0], header[4], header[5], header[12], header[19])
    start += colours * 12
    rows = bytearray()
    for row in range(height):
        pixels = dump[start + row * line : start + row * line + width * 4]
        rgb = bytearray(width * 3)
        rgb[0::3], rgb[1::3], rgb[2::3] = pixels[2::4], pixels[1::4], pixels[0::4]
        rows += b"\0" + rgb
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(bytes(rows))), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
        for kind, content in parts
    )
