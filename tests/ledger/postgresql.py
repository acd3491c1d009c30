"""A PostgreSQL of the tests' own: made, started and thrown away, and nothing else can reach it."""

import atexit
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import cache
from itertools import count
from pathlib import Path

import psycopg
from sqlalchemy import make_url

SOCKET_LIMIT = 107
"""So long may the path of a socket be; the one of PostgreSQL ends in `.s.PGSQL.5432`."""
_FAST = ("fsync=off", "full_page_writes=off", "shared_buffers=16MB")


class AbsentError(Exception):
    """PostgreSQL cannot be run here; the text says why."""


def programs() -> Path:
    """The folder of `initdb` and `pg_ctl`: on the path, or where Debian hides them."""
    found = shutil.which("initdb")
    places = [Path(found).resolve().parent] if found else []
    debian = Path("/usr/lib/postgresql").glob("*/bin")
    places += sorted(debian, key=lambda p: (len(p.parent.name), p.parent.name), reverse=True)
    for place in places:
        if (place / "initdb").is_file() and (place / "pg_ctl").is_file():
            return place
    raise AbsentError("PostgreSQL is not here: neither on the path nor in /usr/lib/postgresql")


def _as_somebody_else() -> list[str]:
    """PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return []
    runuser = shutil.which("runuser")
    if runuser is None:
        raise AbsentError("PostgreSQL does not run as root, and there is no runuser")
    found = subprocess.run(["id", "-u", "postgres"], capture_output=True, check=False)
    if found.returncode:
        raise AbsentError("PostgreSQL does not run as root, and there is no user postgres")
    return [runuser, "-u", "postgres", "--"]


class Cluster:
    """A cluster in a folder, with one user, that listens on a socket in that folder only."""

    def __init__(self, folder: Path) -> None:
        """`folder` is there, is empty, and has a short path."""
        if len(str(folder / ".s.PGSQL.5432")) > SOCKET_LIMIT:
            raise AbsentError("the path of the temporary folder is too long for a socket")
        self.folder = folder
        self._bin = programs()
        self._prefix = _as_somebody_else()
        self._numbers = count(1)
        self._free: list[str] = []
        self.runs = False
        if self._prefix:
            shutil.chown(folder, "postgres")
        data = ("-D", str(folder / "data"))
        how = ("-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
        self._run("initdb", *data, *how)

    def _run(self, program: str, *args: str) -> None:
        command = [*self._prefix, str(self._bin / program), *args]
        # Into a file: a server that inherits a pipe would keep it open.
        with tempfile.TemporaryFile() as out:
            done = subprocess.run(
                command, stdin=subprocess.DEVNULL, stdout=out, stderr=out, cwd="/", check=False
            )
            out.seek(0)
            said = out.read().decode(errors="replace")
        if done.returncode:
            raise RuntimeError(f"{program} failed:\n{said}")

    def start(self) -> None:
        """Start it, and wait until it answers."""
        options = ("listen_addresses=", f"unix_socket_directories={self.folder}", *_FAST)
        flags = " ".join(f"-c {option}" for option in options)
        self._pg_ctl("start", "-l", str(self.folder / "log"), "-o", flags)
        self.runs = True

    def stop(self, mode: str = "fast") -> None:
        """Stop it: `smart`, `fast`, or `immediate`, which is like a crash."""
        if self.runs:
            self._pg_ctl("stop", "-m", mode)
            self.runs = False

    def _pg_ctl(self, what: str, *args: str) -> None:
        self._run("pg_ctl", what, "-w", "-s", "-D", str(self.folder / "data"), *args)

    @property
    def url(self) -> str:
        """The URL of the database that is always there."""
        return self.url_of("postgres")

    def url_of(self, database: str) -> str:
        """The URL of a database."""
        return f"postgresql+psycopg://postgres@/{database}?host={self.folder}"

    def new_database(self) -> str:
        """The URL of an empty database."""
        if self._free:
            return self._free.pop()
        name = f"test{next(self._numbers)}"
        self._execute("postgres", f"CREATE DATABASE {name}")
        return self.url_of(name)

    def give_back(self, url: str) -> None:
        """Empty a database that nobody needs any more; making another would cost 300 files."""
        self._execute(
            make_url(url).database or "", "DROP SCHEMA public CASCADE", "CREATE SCHEMA public"
        )
        self._free.append(url)

    def _execute(self, database: str, *statements: str) -> None:
        where = f"host={self.folder} user=postgres dbname={database}"
        with psycopg.connect(where, autocommit=True) as connection:
            for statement in statements:
                connection.execute(statement.encode())


@contextmanager
def cluster() -> Iterator[Cluster]:
    """A cluster that runs, in a temporary folder. Raises AbsentError when there can be none."""
    programs()
    place = tempfile.gettempdir()
    with tempfile.TemporaryDirectory(
        prefix="pg-", dir=place if len(place) < 60 else "/tmp", ignore_cleanup_errors=True
    ) as folder:
        made = Cluster(Path(folder))
        made.start()
        try:
            yield made
        finally:
            made.stop("immediate")


@cache
def shared() -> Cluster:
    """The cluster of this process: started when first asked for, thrown away at the end."""
    stack = ExitStack()
    made = stack.enter_context(cluster())
    atexit.register(stack.close)  # after the folder's own, so that it is stopped before that goes
    return made


@cache
def why_not() -> str:
    """Why PostgreSQL cannot be run here; empty when it can."""
    try:
        programs()
        _as_somebody_else()
    except AbsentError as error:
        return str(error)
    return ""
