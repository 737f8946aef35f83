"""What is known of a computer: plain values, so that a Windows can be described anywhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, TypeAlias

State: TypeAlias = Literal["fine", "fault", "unknown", "not_applicable"]
Setting: TypeAlias = int | str | None


class Versions(NamedTuple):
    """Of indicator-toolkit and of xlwings; empty where one is not there or does not say."""

    toolkit: str = ""
    xlwings: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Host:
    """Excel or LibreOffice, and what is built into it.

    ``there`` is None on a system that it does not exist for; ``button`` are the versions that the add-in
    or extension was built with, None where there is none; ``python`` is the one that it calls by its
    settings, ``answer`` what that one says of itself, None where it cannot be run.
    """

    there: bool | None = None
    button: Versions | None = None
    python: str = ""
    answer: Versions | None = None
    resident: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """A computer, its settings and the workbook that is asked about.

    ``marked`` names what carries the mark of a download; ``libraries`` are the names of xlwings' own
    beside the Python that Excel calls; of ``registry`` only what is set is in it, and ``unread`` names
    what may not be read. Both are known under the names of ``registry.toml``.
    """

    platform: str
    version: str
    excel: Host = field(default_factory=Host)
    office: Host = field(default_factory=Host)
    add_in_marked: bool = False
    workbook: str = ""
    workbook_marked: bool = False
    libraries: frozenset[str] = frozenset()
    registry: Mapping[str, Setting] = field(default_factory=dict)
    unread: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The answer to one question: ``words`` names its text, ``values`` go into it."""

    question: str
    state: State
    words: str
    values: Mapping[str, str] = field(default_factory=dict)
