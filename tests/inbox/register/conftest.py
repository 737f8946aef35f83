"""A register on each database: a SQLite file, and a PostgreSQL server of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

SERVERS = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
PLACES = ["sqlite", pytest.param("postgres", marks=pytest.mark.heavy)]


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of a PostgreSQL server that runs as long as the tests, on a socket of its own."""
    if not SERVERS:
        pytest.skip("NOT INSTALLED: postgresql. The register is not tested on PostgreSQL.")
    folder = Path(tempfile.mkdtemp(prefix="pg-"))
    data = folder / "data"
    as_user: list[str] = []
    if os.getuid() == 0:  # the server refuses to run as root
        shutil.chown(folder, "postgres", "postgres")
        as_user = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]

    def run(program: str, *arguments: str) -> None:
        command = [*as_user, str(SERVERS[-1] / program), *arguments]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=folder)

    run(
        "initdb",
        "--pgdata",
        str(data),
        "--auth=trust",
        "--username=postgres",
        "--encoding=UTF8",
        "--locale=C",
    )
    run(
        "pg_ctl",
        "--pgdata",
        str(data),
        "--wait",
        "--log",
        str(folder / "log"),
        "-o",
        f"-k {folder} -h ''",
        "start",
    )
    try:
        yield f"postgresql://postgres@/postgres?host={folder}"
    finally:
        run("pg_ctl", "--pgdata", str(data), "--wait", "--mode=fast", "stop")
        shutil.rmtree(folder)


@pytest.fixture(params=PLACES)
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a register can be made that is not there yet."""
    if request.param == "sqlite":
        return str(tmp_path / "register.db")
    import psycopg

    address: str = request.getfixturevalue("server")
    name = f"r{abs(hash(tmp_path))}"
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}".encode())
    return address.replace("/postgres?", f"/{name}?")
