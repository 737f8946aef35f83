"""The tables of the register as the program uses them. ``migrations`` brings a register to this form.

Moments are UTC as ISO writes them, always equally long, so that they sort as text in any database.
"""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import Boolean, Column, ForeignKey, Integer, MetaData, String, Table, Text, UniqueConstraint

METADATA = MetaData()

# A unit's submissions in one round are numbered: two writers cannot both take the next number.
SUBMISSION = Table(
    "submission",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("round", String(200), nullable=False),
    Column("unit", String(200), nullable=False),
    Column("version", Integer, nullable=False),
    Column("content", String(64), nullable=False),
    Column("path", Text, nullable=False),
    Column("received", String(32), nullable=False),
    Column("recorded", String(32), nullable=False),
    UniqueConstraint("round", "unit", "version"),
)

# What a check said of a submission; checked again under other rules or waivers, it may say something else.
JUDGEMENT = Table(
    "judgement",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("submission", Integer, ForeignKey("submission.id"), nullable=False, index=True),
    Column("judged", String(32), nullable=False),
    Column("tool_version", String(40), nullable=False),
    Column("verdict", String(12), nullable=False),
    Column("errors", Integer, nullable=False),
    Column("warnings", Integer, nullable=False),
    Column("infos", Integer, nullable=False),
    Column("waived", Integer, nullable=False),
)

FINDING = Table(
    "finding",
    METADATA,
    Column("judgement", Integer, ForeignKey("judgement.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("code", String(4), nullable=False),
    Column("severity", String(8), nullable=False),
    Column("waived", Boolean, nullable=False),
    Column("sheet", Text),
    Column("cell", String(12)),
    Column("indicator", Text),
    Column("message_zh", Text, nullable=False),
    Column("message_en", Text, nullable=False),
    Column("fingerprint", String(16), nullable=False),
)


def written(moment: datetime) -> str:
    """A moment as the register holds it."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def told(text: str) -> datetime:
    """The moment that the register holds."""
    return datetime.fromisoformat(text)
