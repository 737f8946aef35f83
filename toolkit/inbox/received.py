"""One file of the inbox: whose it is, when it came, what it holds, and what the check says of it."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from toolkit.check import Settings, check
from toolkit.finding import FileReport, Severity, Verdict
from toolkit.inbox.folder import Look

_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """``content`` is the SHA-256 of the file in hex; ``unit`` is None where nobody can tell whose it is."""

    path: str
    content: str
    received: datetime
    unit: str | None
    verdict: Verdict
    errors: int = 0
    warnings: int = 0
    infos: int = 0
    waived: int = 0


Seen = Callable[[Received, FileReport], object]


def receive(
    files: Look, settings: Settings, seen: Seen, progress: Callable[[object], object] | None = None
) -> None:
    """Checks the files and tells ``seen`` of each, with its whole report, in their order.

    A file that goes away or changes while it is looked at is left for the next time.
    """
    contents = {path: digest for path in files if (digest := content_of(path))}
    paths = tuple(contents)
    report = check(paths, settings, progress)
    for path, file in zip(paths, report.files, strict=True):
        if content_of(path) == contents[path]:
            seen(as_received(file, contents[path], files[path].moment), file)


def as_received(file: FileReport, content: str, moment: datetime) -> Received:
    """The line for one report."""
    counts = Counter(each.severity for each in file.findings if each.waived is None)
    return Received(
        path=file.path,
        content=content,
        received=moment,
        unit=file.unit,
        verdict=file.verdict,
        errors=counts[Severity.ERROR],
        warnings=counts[Severity.WARNING],
        infos=counts[Severity.INFO],
        waived=sum(1 for each in file.findings if each.waived),
    )


def content_of(path: Path) -> str | None:
    """The SHA-256 of a file, or None where it cannot be read at the moment."""
    digest = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                digest.update(chunk)
    except OSError:
        return None
    return digest.hexdigest()
