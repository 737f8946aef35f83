"""A register by its path or URL, ready for use: connected, and brought to today's form."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DatabaseError
from sqlalchemy.pool import NullPool

from toolkit.errors import ToolkitError
from toolkit.finding import Text
from toolkit.inbox.register.migrations import migrate
from toolkit.inbox.register.register import Register, database_fault

_PATIENCE = 60  # seconds that a writer waits for another one
_POSTGRES = frozenset({"postgresql", "postgres", "postgresql+psycopg"})


def open_register(place: str) -> Register:
    """The register at a path or at ``postgresql://…``, made where it is not there yet.

    Raises ToolkitError for a place that cannot be used and for a register of a newer program.
    """
    engine = connected(place)
    try:
        with engine.connect().execution_options(writes=True) as connection, connection.begin():
            migrate(connection)
    except DatabaseError as error:
        raise database_fault(error) from error
    return Register(engine)


def connected(place: str) -> Engine:
    """The engine for a place, nothing done to it yet."""
    url = _url(place)
    if url.get_backend_name() == "sqlite":
        engine = create_engine(url, connect_args={"timeout": _PATIENCE}, poolclass=NullPool)
        event.listen(engine, "connect", _prepare)
        event.listen(engine, "begin", _begin)
        return engine
    try:
        return create_engine(url, poolclass=NullPool)
    except ImportError:
        raise ToolkitError(
            Text(
                "使用 PostgreSQL 台账须安装扩展 postgres：pip install 'indicator-toolkit[postgres]'。",
                "A register on PostgreSQL needs the extra postgres to be installed.",
            )
        ) from None


def _url(place: str) -> URL:
    if "://" not in place:
        return URL.create("sqlite", database=str(Path(place)))
    try:
        url = make_url(place)
    except ArgumentError:
        url = URL.create("?")
    if url.drivername in _POSTGRES:
        return url.set(drivername="postgresql+psycopg")
    if url.drivername == "sqlite":
        return url
    raise ToolkitError(
        Text(
            "台账应为文件路径，或 postgresql://用户@主机/库 形式的地址。",
            "A register is the path of a file, or an address such as postgresql://user@host/database.",
        )
    )


def _prepare(connection: object, _: object) -> None:
    """Transactions are begun by ``_begin`` alone. Every commit is on the disk before it is answered."""
    connection.isolation_level = None  # type: ignore[attr-defined]
    for setting in ("foreign_keys = ON", "synchronous = FULL", "journal_mode = DELETE"):
        connection.execute(f"PRAGMA {setting}")  # type: ignore[attr-defined]


def _begin(connection: Connection) -> None:
    """A writer takes the lock before it reads, so that what it read still holds when it writes."""
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
