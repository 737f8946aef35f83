"""The board as JSON. A change of form raises SCHEMA_VERSION."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from toolkit import __version__
from toolkit.finding import Language
from toolkit.inbox.board import Board, Line
from toolkit.inbox.received import Received
from toolkit.reporters.json import entry
from toolkit.reporters.style import Style

SCHEMA_VERSION = 1


def chunks(board: Board, language: Language = "zh", style: Style | None = None) -> Iterator[str]:
    """The board as indented JSON text with a closing line break."""
    document = {
        "schema_version": SCHEMA_VERSION,
        "tool_version": __version__,
        "round": board.round,
        "now": board.now.isoformat(timespec="seconds"),
        "deadline": board.deadline.isoformat(timespec="seconds") if board.deadline else None,
        "units": [_unit(line) for line in board.lines],
        "unassigned": [_file(each) for each in board.strangers],
        "summary": {
            "units": len(board.lines),
            **{state: board.count(state) for state in ("accepted", "rejected", "unreadable", "missing")},
        },
    }
    yield json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _unit(line: Line) -> dict[str, Any]:
    return {
        "unit": line.unit,
        "state": line.state,
        "version": line.version,
        "submission": _file(line.counting) if line.counting else None,
        "errors": line.errors,
        "warnings": line.warnings,
        "deadline": line.deadline.isoformat(timespec="seconds") if line.deadline else None,
        "days_left": line.days_left,
        "late_seconds": int(line.lateness.total_seconds()) if line.lateness else None,
        "older": [_file(each) for each in line.older],
        "copies": [_file(each) for each in line.copies],
        "findings": [entry(finding) for finding in line.findings],
    }


def _file(each: Received) -> dict[str, Any]:
    return {
        "path": each.path,
        "content": each.content,
        "received": each.received.isoformat(timespec="seconds"),
        "verdict": each.verdict,
        "errors": each.errors,
        "warnings": each.warnings,
        "infos": each.infos,
        "waived": each.waived,
    }
