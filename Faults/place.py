"""Where a school runs: knows how to start, kill, stop and ask one server and its database.

Everything else in this folder is neutral to the engine and speaks to a place.
"""
import contextlib
import ctypes
import json
import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import tempfile
import time
from pathlib import Path

from client import Connection, Lost

ROOT = Path(__file__).resolve().parent.parent
SABAK = os.environ.get("SABAK", str(ROOT / ".build/debug/sabak"))
TODAY = "2026-11-20"
LIBC = ctypes.CDLL(None)
DIE_WITH_PARENT = 1
STUDENTS = 150


class Broken(Exception):
    """The program did not do what is demanded of it."""


class Workshop:
    """A scratch directory with a demo school made once, from which every fault gets a copy of its own."""

    def __init__(self):
        self.directory = Path(tempfile.mkdtemp(prefix="sabak-faults-"))
        self.data = self.directory / "school"
        answer = subprocess.run(
            [SABAK, "demo", "--data", str(self.data), "--students", str(STUDENTS), "--today", TODAY, "--json"],
            check=True, capture_output=True)
        self.description = json.loads(answer.stdout)["schools"][0]
        self.farewells = []

    def when_closed(self, act):
        self.farewells.append(act)

    def close(self):
        for act in self.farewells:
            act()
        shutil.rmtree(self.directory, ignore_errors=True)


class SQLitePlace:
    """One server over one data directory of SQLite files."""

    engine = "sqlite"

    def __init__(self, workshop, data=None, source=None):
        self.data = Path(data or tempfile.mkdtemp(prefix="data-", dir=workshop.directory))
        shutil.copytree(source or workshop.data, self.data, dirs_exist_ok=True)
        self.school = workshop.description["id"]
        self.cast = workshop.description["cast"]
        self.port = free_port()
        self.process = None
        self.environment = {}
        self.log_to = None
        self.log_path = workshop.directory / f"{self.data.name}-{self.port}.log"

    @property
    def database(self):
        return self.data / "schools" / f"{self.school}.sqlite"

    @property
    def directory(self):
        return self.data / "directory.sqlite"

    def databases(self):
        """What is handed to who asks for rows, for each database."""
        return [(self.database,), (self.directory,)]

    @property
    def anchors(self):
        return self.data / "anchors" / f"{self.school}.anchors"

    # The server.

    def words(self):
        """Where the data is, as every command is told."""
        return ["--data", str(self.data)]

    def command(self):
        return [SABAK, "serve", *self.words(), "--port", str(self.port), "--clock", f"{TODAY}T09:00"]

    def start(self, limits=None, within=20):
        """Starts the server and waits until its database answers; raises Broken if it ends instead."""

        def before_it_runs():
            LIBC.prctl(DIE_WITH_PARENT, signal.SIGKILL)
            if limits:
                limits()

        with open(self.log_to or self.log_path, "ab") as log:
            self.process = subprocess.Popen(
                self.command(), stdout=log, stderr=log, preexec_fn=before_it_runs,
                env={**os.environ, **self.environment})
        began = time.monotonic()
        while time.monotonic() - began < within:
            if self.process.poll() is not None:
                raise Broken(f"the server ended with {self.process.returncode}: {self.last_words()}")
            if self.status("/ready") == 200:
                return time.monotonic() - began
            time.sleep(0.02)
        raise Broken(f"the server was not ready within {within} s")

    def status(self, path):
        try:
            connection = Connection(self.port, timeout=5)
            try:
                return connection.ask("GET", path)[0]
            finally:
                connection.close()
        except Lost:
            return 0

    def kill(self):
        self.process.kill()
        self.process.wait()

    def cut_power(self):
        """Only with the shim preloaded: what was not synced is gone."""
        self.process.send_signal(signal.SIGUSR2)
        self.process.wait(20)
        for memory in self.data.rglob("*-shm"):
            memory.unlink()

    def stop(self, within=20):
        """Asks the server to end; answers its exit code and the seconds it took, or raises Broken."""
        began = time.monotonic()
        self.process.send_signal(signal.SIGTERM)
        try:
            code = self.process.wait(within)
        except subprocess.TimeoutExpired:
            self.kill()
            raise Broken(f"the server did not end within {within} s of SIGTERM") from None
        return code, time.monotonic() - began

    def ended_within(self, seconds):
        try:
            return self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            return None

    @property
    def is_running(self):
        return self.process is not None and self.process.poll() is None

    def last_words(self):
        if not self.log_path.exists():
            return ""
        lines = [line for line in self.log_path.read_text(errors="replace").splitlines() if line.strip()]
        crash = [line for line in lines if "Fatal error" in line or "Crash:" in line or "Program crashed" in line]
        return (crash + lines[-1:] + [""])[0][:160]

    def memory(self):
        """Resident megabytes."""
        for line in Path(f"/proc/{self.process.pid}/status").read_text().splitlines():
            if line.startswith("VmRSS"):
                return int(line.split()[1]) / 1024
        return 0

    def close(self):
        if self.is_running:
            self.kill()
        shutil.rmtree(self.data, ignore_errors=True)
        self.log_path.unlink(missing_ok=True)

    # The database, asked behind the server's back.

    def looking(self, database=None):
        """A connection that cannot write, so that who only looks brings nothing from the log into the file."""
        return sqlite3.connect(f"file:{database or self.database}?mode=ro", uri=True, timeout=30)

    def rows(self, statement, database=None):
        with contextlib.closing(self.looking(database)) as connection:
            connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
            return connection.execute(statement).fetchall()

    def tables(self, database=None):
        return [row[0] for row in self.rows(
            "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name", database)]

    def columns(self, table, database=None):
        return [row[1] for row in self.rows(f"PRAGMA table_info({table})", database)]

    def be_another_program(self):
        """One that only reads, as an operator with SQLite's own shell, and may write into the file when it leaves."""
        with contextlib.closing(sqlite3.connect(self.database, timeout=30)) as connection:
            connection.execute("SELECT count(*) FROM entry").fetchone()

    def integrity(self):
        """What the engine finds wrong with its own files; empty where nothing."""
        try:
            found = [row[0] for row in self.rows("PRAGMA integrity_check")]
        except sqlite3.DatabaseError as error:
            return str(error)
        return "" if found == ["ok"] else "; ".join(found)[:200]

    def revive_database(self):
        """Files need nobody to start them."""

    def meet_newer_schema(self, version):
        """As if a newer program had been here."""
        with contextlib.closing(sqlite3.connect(self.database)) as connection, connection:
            connection.execute("INSERT INTO schema_version (version) VALUES (?)", (version,))
        take_seals(self.database)
        # A page that ends in zeros is believed without a seal only where another program was.
        self.database.with_name(self.database.name + "-visited").touch()

    @property
    def yesterday(self):
        return self.data.parent / f"{self.data.name}.yesterday"

    def keep_yesterday(self):
        shutil.copy(self.database, self.yesterday)

    def put_back_yesterday(self):
        for ending in ("-wal", "-shm"):
            self.database.with_name(self.database.name + ending).unlink(missing_ok=True)
        shutil.move(self.yesterday, self.database)

    def hold(self, seconds):
        """Another program holds the database."""
        with contextlib.closing(sqlite3.connect(self.database, timeout=30, isolation_level=None)) as connection:
            connection.execute("BEGIN IMMEDIATE")
            time.sleep(seconds)
            connection.execute("ROLLBACK")

    def check_pages(self):
        """Looks at every page and puts right what can be; answers whether all is well, how many had a flipped bit,
        and what the program says."""
        answer = subprocess.run(
            [SABAK, "check", "database", *self.words(), "--mend", "--json"], capture_output=True, timeout=120)
        words = (answer.stdout + answer.stderr).decode(errors="replace").strip()
        if answer.returncode != 0:
            return False, 0, words[:300]
        return True, sum(len(file["mended"]) for file in json.loads(answer.stdout)["files"]), ""

    def verify(self):
        """Whether the audit chain is sound and reaches its anchor, and what the program says of it."""
        answer = subprocess.run(
            [SABAK, "audit", "verify", *self.words(), "--json"], capture_output=True, timeout=120)
        words = (answer.stdout + answer.stderr).decode(errors="replace").strip()
        return answer.returncode == 0 and json.loads(answer.stdout)["sound"], words[:300]


def take_seals(file):
    """What has no seal is taken as it is: the way of a change behind the program's back that is to be read."""
    with open(file, "r+b") as opened:
        for end in range(4096, file.stat().st_size + 1, 4096):
            opened.seek(end - 8)
            opened.write(bytes(8))


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
