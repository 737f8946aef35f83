"""What a submitter has to be told about the marked copy of this very workbook."""

from __future__ import annotations

from toolkit.marks import Facts
from toolkit.ooxml.limits import Limits, Meter
from toolkit.ooxml.package import Package
from toolkit.ooxml.patch.changes import Changes
from toolkit.ooxml.patch.links import related_part
from toolkit.ooxml.patch.tabs import tabs
from toolkit.ooxml.relationships import find_workbook_part

_SIGNATURES = "_xmlsignatures/"


def facts(data: bytes, limits: Limits) -> Facts:
    """Look at a workbook. Raises UnreadableWorkbook, LimitExceeded past a limit."""
    changes = Changes(Package(data, Meter(limits)))
    workbook = find_workbook_part(changes.package)
    listed = tabs(changes, workbook)
    protection = changes.tree(workbook).find("{*}workbookProtection")
    talked = {
        (tab.name, thread.get("ref", ""))
        for tab in listed
        if tab.part and (part := related_part(changes, tab.part, "threadedComment"))
        for thread in changes.tree(part).iterchildren("{*}threadedComment")
    }
    return Facts(
        signed=any(name.startswith(_SIGNATURES) for name in changes.package.entries),
        locked=protection is not None and protection.get("lockStructure") in {"1", "true"},
        conversations=frozenset(talked),
        tab_names=tuple(tab.name for tab in listed),
    )
