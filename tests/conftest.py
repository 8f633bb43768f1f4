"""A real PostgreSQL for the tests of the store: the one in NEEDS_POSTGRES_DSN, else one of this machine's own."""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy

from tests.requirements import give_up

STARTING_SECONDS = 30


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The address of a server's own database."""
    given = os.environ.get("NEEDS_POSTGRES_DSN")
    if given:
        yield given
        return
    binaries = _find_binaries()
    if binaries is None:
        give_up("PostgreSQL: no NEEDS_POSTGRES_DSN, and no initdb on PATH or in /usr/lib/postgresql")
    with tempfile.TemporaryDirectory(prefix="needs-pg-") as place:
        yield from _serve(binaries, Path(place))


@pytest.fixture
def postgres(postgres_server: str) -> Iterator[str]:
    """The address of an empty database."""
    name = f"needs_{os.getpid()}"
    server = sqlalchemy.create_engine(_with_driver(postgres_server), isolation_level="AUTOCOMMIT")
    with server.connect() as connection:
        connection.exec_driver_sql(f"DROP DATABASE IF EXISTS {name}")
        connection.exec_driver_sql(f"CREATE DATABASE {name}")
    address = sqlalchemy.make_url(_with_driver(postgres_server)).set(database=name)
    yield address.render_as_string(hide_password=False)
    with server.connect() as connection:
        connection.exec_driver_sql(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
    server.dispose()


def _find_binaries() -> Path | None:
    for place in sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True):
        if (place / "initdb").exists():
            return place
    found = shutil.which("initdb")
    return Path(found).resolve().parent if found else None


def _serve(binaries: Path, place: Path) -> Iterator[str]:
    """Start a server in a folder of its own, on the loopback, as another user where this one is root."""
    as_root = os.geteuid() == 0
    before = ["runuser", "-u", "postgres", "--"] if as_root else []
    data = place / "data"
    if as_root:
        shutil.chown(place, "postgres")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    quiet = {"check": True, "stdout": subprocess.DEVNULL, "cwd": place}
    initdb = [binaries / "initdb", "-D", data, "-U", "postgres", "-A", "trust", "-N", "--encoding=UTF8"]
    subprocess.run([*before, *initdb], **quiet)
    options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={place} -c fsync=off"
    control = [*before, binaries / "pg_ctl", "-D", data, "-w", "-t", str(STARTING_SECONDS)]
    subprocess.run([*control, "-l", place / "log", "-o", options, "start"], **quiet)
    try:
        yield f"postgresql+psycopg://postgres@127.0.0.1:{port}/postgres"
    finally:
        subprocess.run([*control, "-m", "immediate", "stop"], **quiet)


def _with_driver(address: str) -> str:
    return sqlalchemy.make_url(address).set(drivername="postgresql+psycopg").render_as_string(hide_password=False)
