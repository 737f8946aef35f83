"""How a register of any earlier version becomes one of today: each step once, in one transaction.

A step that has been released never changes; what comes later is a further step.
"""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import Connection, text

from toolkit.errors import ToolkitError
from toolkit.finding import Text
from toolkit.inbox.register.tables import METADATA, written

_LOCK = 718_201_707  # any number, the same for every writer
_TABLES = ("submission", "judgement", "finding")


def _create_tables(connection: Connection) -> None:
    METADATA.create_all(connection)


def _append_only(connection: Connection) -> None:
    """The database itself refuses to change or to remove what was written."""
    if connection.dialect.name == "sqlite":
        for table in _TABLES:
            for act in ("UPDATE", "DELETE"):
                connection.execute(
                    text(
                        f"CREATE TRIGGER {table}_no_{act.lower()} BEFORE {act} ON {table} "
                        "BEGIN SELECT RAISE(ABORT, 'the register is append-only'); END"
                    )
                )
        return
    connection.execute(
        text(
            "CREATE FUNCTION register_append_only() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN RAISE EXCEPTION 'the register is append-only'; END $$"
        )
    )
    for table in _TABLES:
        connection.execute(
            text(
                f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
                "FOR EACH STATEMENT EXECUTE FUNCTION register_append_only()"
            )
        )


def _find_by_code(connection: Connection) -> None:
    connection.execute(text("CREATE INDEX ix_finding_code ON finding (code)"))


STEPS = (_create_tables, _append_only, _find_by_code)


def migrate(connection: Connection, upto: int = len(STEPS)) -> None:
    """Takes the steps that a register has not taken yet. Raises ToolkitError for a newer register."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
    connection.execute(
        text(
            "CREATE TABLE IF NOT EXISTS register_version "
            "(version INTEGER PRIMARY KEY, applied VARCHAR(32) NOT NULL)"
        )
    )
    known = connection.execute(text("SELECT max(version) FROM register_version")).scalar() or 0
    if known > len(STEPS):
        raise ToolkitError(
            Text(
                f"台账由更新版本的程序建立（第 {known} 版），请升级后再使用。",
                f"The register was made by a newer version of the program ({known}): upgrade to use it.",
            )
        )
    for version in range(known + 1, upto + 1):
        STEPS[version - 1](connection)
        connection.execute(
            text("INSERT INTO register_version (version, applied) VALUES (:version, :applied)"),
            {"version": version, "applied": written(datetime.now(UTC))},
        )
