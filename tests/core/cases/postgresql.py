"""A real PostgreSQL server of the test's own, in a folder of its own, gone when the test is."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, create_engine, text


def program(name: str) -> Path | None:
    """Find a program of the server; Debian keeps them out of the path."""
    on_path = shutil.which(name)
    there = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))
    return Path(on_path) if on_path else (there[-1] if there else None)


class Server:
    """A server that listens on a socket in its folder alone."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._count = 0

    def new_database(self) -> URL:
        """Make an empty database."""
        self._count += 1
        name = f"cases_{self._count}"
        self.administer(f"CREATE DATABASE {name}")
        return self._url(name)

    def administer(self, statement: str) -> None:
        """Execute what no transaction may hold."""
        engine = create_engine(self._url("postgres"), isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.execute(text(statement))
        engine.dispose()

    def _url(self, name: str) -> URL:
        return URL.create(
            "postgresql+psycopg",
            username="lentigo",
            database=name,
            query={"host": str(self.folder)},
        )


@contextmanager
def running_server(folder: Path) -> Iterator[Server]:
    """Run a server as a user who may: PostgreSQL refuses the administrator."""
    initialise, control = program("initdb"), program("pg_ctl")
    assert initialise is not None
    assert control is not None
    data = folder / "data"
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres")
    _run([initialise, "-D", data, "-U", "lentigo", "--auth=trust", "--encoding=UTF8", "--locale=C"])
    options = f"-c listen_addresses='' -c unix_socket_directories='{folder}' -c fsync=off"
    _run([control, "-D", data, "-w", "-l", folder / "log", "-o", options, "start"])
    try:
        yield Server(folder)
    finally:
        _run([control, "-D", data, "-w", "-m", "immediate", "stop"])


def _run(command: Sequence[str | Path]) -> None:
    as_other = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    words = [*as_other, *map(str, command)]
    done = subprocess.run(
        words, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, cwd="/"
    )
    assert done.returncode == 0, done.stderr
