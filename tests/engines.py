"""Fresh databases for tests, on SQLite and on a PostgreSQL that the tests start themselves.

    with database_url("postgres") as template:      # empty: migrate it once
        with clone(template) as url:                # a copy of it, quick enough for each test

The PostgreSQL cluster is started at the first call, lives in a temporary folder, listens on a
free port of 127.0.0.1 only, keeps nothing safe (fsync off) and ends with the process.
"""

import atexit
import ctypes
import itertools
import os
import pwd
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import psycopg
from psycopg import sql

ENGINES = ("sqlite", "postgres")
START_SECONDS = 60
LEAST_MEMORY = 2 * 1024**3
SUPERUSER = "saraban"
ROLES_TO_RUN_AS = ("postgres", "nobody")  # PostgreSQL refuses to run as root
# Fast and careless: nothing here has to survive a power cut.
SERVER_OPTIONS = {
    "listen_addresses": "127.0.0.1",
    "unix_socket_directories": "",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "autovacuum": "off",
    "max_connections": "200",
    "jit": "off",
}

_numbers = itertools.count(1)


def engine_under_test() -> str:
    """The engine that scripts/check asks for, SQLite when it does not say."""
    engine = os.environ.get("SARABAN_TEST_ENGINE") or "sqlite"
    assert engine in ENGINES, f"SARABAN_TEST_ENGINE must be one of {ENGINES}, not {engine!r}"
    return engine


@contextmanager
def database_url(engine: str) -> Iterator[str]:
    """The address of a new, empty database, which is gone afterwards."""
    if engine == "sqlite":
        with _sqlite_path() as path:
            yield f"sqlite:///{path}"
    else:
        with postgres_cluster().new_database() as url:
            yield url


@contextmanager
def clone(template_url: str) -> Iterator[str]:
    """The address of a copy of a database from here, which is gone afterwards.

    On PostgreSQL connections still open to the template are ended: nothing can be copied
    while somebody is in it.
    """
    if template_url.startswith("sqlite:///"):
        with _sqlite_path() as path:
            source = sqlite3.connect(template_url.removeprefix("sqlite:///"))
            target = sqlite3.connect(path)
            target.execute("PRAGMA synchronous = off")
            source.backup(target)  # unlike a copy of the file, takes in what the WAL still holds
            source.close()
            target.close()
            yield f"sqlite:///{path}"
    else:
        template = template_url.rpartition("/")[2]
        with postgres_cluster().new_database(template) as url:
            yield url


@contextmanager
def _sqlite_path() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="saraban-test-", ignore_cleanup_errors=True) as folder:
        yield Path(folder) / "saraban.db"


@cache
def postgres_cluster() -> "PostgresCluster":
    """The one cluster of this process, started when first asked for."""
    return PostgresCluster()


def _folder_in_memory() -> str | None:
    """Where files are memory, if there is room: each test writes a whole database.

    None elsewhere, and then it is the machine's ordinary temporary folder.
    """
    shared = Path("/dev/shm")  # noqa: S108 - a folder of our own is made in it
    if not os.access(shared, os.W_OK) or shutil.disk_usage(shared).free < LEAST_MEMORY:
        return None
    return str(shared)


class PostgresCluster:
    """A PostgreSQL server of our own in a temporary folder, until the process ends."""

    def __init__(self) -> None:
        self.programs = _find_programs()
        self.run_as = _who_may_run_it()
        self.folder = Path(tempfile.mkdtemp(prefix="saraban-postgres-", dir=_folder_in_memory()))
        if self.run_as:
            shutil.chown(self.folder, self.run_as)
        self.port = _free_port()
        self.log = self.folder / "server.log"
        self.owner_pid = os.getpid()
        self.server: subprocess.Popen[bytes] | None = None
        atexit.register(self.stop)
        self._make()
        self._start()
        self.admin = self._connect()
        # Its files as they are, instead of a log of all that is in them: in two thirds of the time.
        can_choose = self.admin.info.server_version >= 150_000
        self.way_to_copy = " STRATEGY FILE_COPY" if can_choose else ""

    @contextmanager
    def new_database(self, template: str = "template0") -> Iterator[str]:
        """The address of a new database that begins as a copy of template."""
        name = f"test_{next(_numbers)}"
        if template != "template0":
            self._end_connections(template)
        self._order(f"CREATE DATABASE {{}} TEMPLATE {{}}{self.way_to_copy}", name, template)
        try:
            yield f"postgresql://{SUPERUSER}@127.0.0.1:{self.port}/{name}"
        finally:
            self._order("DROP DATABASE IF EXISTS {} WITH (FORCE)", name)

    def stop(self) -> None:
        """End the server and leave nothing behind; a forked child leaves it to its parent."""
        if os.getpid() != self.owner_pid:
            return
        if self.server and self.server.poll() is None:
            self.server.send_signal(signal.SIGQUIT)  # at once: nothing is worth a checkpoint
            self.server.wait(timeout=START_SECONDS)
        shutil.rmtree(self.folder, ignore_errors=True)

    def _make(self) -> None:
        made = subprocess.run(
            [
                self.programs / "initdb",
                f"--pgdata={self.folder / 'cluster'}",
                f"--username={SUPERUSER}",
                "--auth=trust",
                "--encoding=UTF8",
                "--locale=C.UTF-8",
                "--no-sync",
            ],
            cwd=self.folder,
            user=self.run_as,
            capture_output=True,
            text=True,
        )
        if made.returncode:
            raise RuntimeError(f"initdb failed:\n{made.stdout}{made.stderr}")

    def _start(self) -> None:
        options = [f"--{name}={value}" for name, value in SERVER_OPTIONS.items()]
        with self.log.open("wb") as log:
            self.server = subprocess.Popen(
                [
                    self.programs / "postgres",
                    "-D",
                    self.folder / "cluster",
                    "-p",
                    str(self.port),
                    *options,
                ],
                cwd=self.folder,
                user=self.run_as,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,  # Ctrl-C is for the tests, which then stop the server
                preexec_fn=_end_with_parent,
            )

    def _connect(self) -> psycopg.Connection:
        deadline = time.monotonic() + START_SECONDS
        while True:
            try:
                return psycopg.connect(
                    host="127.0.0.1",
                    port=self.port,
                    user=SUPERUSER,
                    dbname="postgres",
                    autocommit=True,
                )
            except psycopg.OperationalError:
                assert self.server
                if self.server.poll() is not None or time.monotonic() > deadline:
                    text = self.log.read_text(errors="replace")
                    raise RuntimeError(f"PostgreSQL did not start:\n{text}") from None
                time.sleep(0.05)

    def _order(self, statement: str, *names: str) -> None:
        self.admin.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))

    def _end_connections(self, database: str) -> None:
        self.admin.execute(
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = %s",
            [database],
        )


def _find_programs() -> Path:
    """The folder of initdb and postgres: the newest of Debian's, or the one on the PATH."""
    debian = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[4])
    )
    on_path = shutil.which("initdb")
    if not debian and not on_path:
        raise RuntimeError(
            "The tests on PostgreSQL need initdb and postgres: apt-get install postgresql"
        )
    return debian[-1].parent if debian else Path(on_path).resolve().parent


def _who_may_run_it() -> str | None:
    """None when we may run the server ourselves, otherwise the account to run it as."""
    if os.geteuid() != 0:
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    return next(name for name in ROLES_TO_RUN_AS if name in known)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _end_with_parent() -> None:
    """Ask Linux to end the server when the tests are killed and cannot do it themselves."""
    if sys.platform == "linux":
        parent_death_signal = 1
        ctypes.CDLL(None).prctl(parent_death_signal, signal.SIGQUIT)
