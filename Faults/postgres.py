"""Places on PostgreSQL: a cluster of its own in a scratch directory, and a pair of clusters for failover.

The demo school is moved into a cluster once; every place gets a copy of that cluster. Clusters run as the user
postgres, listen on 127.0.0.1 and end with the place.
"""
import contextlib
import csv
import io
import os
import pwd
import random
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from pathlib import Path

from place import SABAK, Broken, SQLitePlace

PROGRAMS = Path(os.environ.get("FAULTS_POSTGRES", "/usr/lib/postgresql/15/bin"))
USER = "postgres"
# The program wants texts in the order of their bytes, as in the files.
DATABASE = "CREATE DATABASE sabak TEMPLATE template0 LC_COLLATE 'C' LC_CTYPE 'C' ENCODING 'UTF8'"


def quiet_port():
    """One that no connection is given for its own end: a program that knocks at it while nobody listens would else meet
    itself, and keep the next server away."""
    for port in random.sample(range(20_000, 32_000), 200):
        with socket.socket() as probe, contextlib.suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port
    raise Broken("no port is free")


def children(parent):
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            with contextlib.suppress(OSError):
                if int((entry / "stat").read_text().rsplit(")", 1)[1].split()[1]) == parent:
                    found.append(int(entry.name))
    return found


def alive(process):
    with contextlib.suppress(OSError):
        return Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    return False


class Cluster:
    """One PostgreSQL server, owned by the user postgres."""

    def __init__(self, inside=None):
        self.folder = Path(tempfile.mkdtemp(prefix="sabak-cluster-", dir=inside))
        self.port = quiet_port()
        owner = pwd.getpwnam(USER)
        os.chown(self.folder, owner.pw_uid, owner.pw_gid)
        self.data = self.folder / "data"
        # Where it listens, and what a command is begun with that runs on its machine.
        self.host, self.inside = "127.0.0.1", []

    def call(self, program, *words, check=True):
        command = [str(PROGRAMS / program), *map(str, words)]
        if os.geteuid() == 0:
            command = ["runuser", "-u", USER, "--", *command]
        if program == "pg_ctl":
            command = [*self.inside, *command]
        answer = subprocess.run(command, capture_output=True, text=True, cwd=self.folder, timeout=120)
        if check and answer.returncode != 0:
            raise Broken(f"{program} ended with {answer.returncode}: {answer.stderr.strip()[-300:]}")
        return answer

    def make(self):
        self.call(
            "initdb", "-D", self.data, "-U", "sabak", "-A", "trust", "-E", "UTF8", "--locale=C",
            "--data-checksums")
        self.configure(port=self.port, listen_addresses="'127.0.0.1'", unix_socket_directories="''", max_connections=60)
        return self

    def copy_of(self, other):
        """Takes the files of a cluster that rests."""
        subprocess.run(["cp", "-a", other.data, self.data], check=True)
        self.configure(port=self.port)
        return self

    def keep(self):
        """A copy of the files, while the cluster rests."""
        subprocess.run(["cp", "-a", self.data, self.folder / "pristine"], check=True)
        return self.folder / "pristine"

    def put_back(self, pristine):
        shutil.rmtree(self.data)
        subprocess.run(["cp", "-a", pristine, self.data], check=True)

    def configure(self, **settings):
        with open(self.data / "postgresql.conf", "a") as file:
            file.writelines(f"{name} = {value}\n" for name, value in settings.items())

    def start(self):
        try:
            self.call("pg_ctl", "-D", self.data, "-l", self.folder / "log", "-w", "-t", "30", "start")
        except Broken as refusal:
            words = (self.folder / "log").read_text(errors="replace").splitlines()[-4:]
            raise Broken(f"PostgreSQL does not start: {' / '.join(words)}") from refusal

    def stop(self, mode="fast"):
        self.call("pg_ctl", "-D", self.data, "-m", mode, "-w", "stop", check=False)

    def kill(self):
        """kill -9 of every process of the cluster: no checkpoint, no farewell."""
        try:
            first = int((self.data / "postmaster.pid").read_text().split()[0])
        except FileNotFoundError:
            return
        os.kill(first, signal.SIGSTOP)
        ours = [first, *children(first)]
        for process in ours:
            with contextlib.suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        while any(alive(process) for process in ours):
            time.sleep(0.01)
        # Where nobody buries the dead, the first one's number would still keep the next start away.
        (self.data / "postmaster.pid").unlink(missing_ok=True)

    def address(self, database="sabak"):
        return f"postgres://sabak@{self.host}:{self.port}/{database}"

    def command(self, statement, database="sabak"):
        return self.call(
            "psql", "--csv", "-t", "-q", "-v", "ON_ERROR_STOP=1", "-c", statement, self.address(database)).stdout

    def rows(self, statement, database="sabak"):
        return [tuple(row) for row in csv.reader(io.StringIO(self.command(statement, database)))]

    def close(self):
        self.stop("immediate")
        shutil.rmtree(self.folder, ignore_errors=True)


class Pristine:
    """The demo school in a cluster that rests, and the data directory that goes with it."""

    def __init__(self, workshop):
        self.cluster = Cluster().make()
        workshop.when_closed(self.cluster.close)
        self.data = workshop.directory / "school-of-database"
        shutil.copytree(workshop.data, self.data)
        self.cluster.start()
        self.cluster.command(DATABASE, "postgres")
        answer = subprocess.run(
            [SABAK, "migrate", "--data", self.data, "--database", self.cluster.address(), "--to", "database"],
            capture_output=True, text=True)
        if answer.returncode != 0:
            raise Broken(f"sabak migrate ended with {answer.returncode}: {answer.stderr.strip()[-300:]}")
        self.cluster.stop()

    @classmethod
    def of(cls, workshop):
        if not hasattr(workshop, "pristine"):
            workshop.pristine = cls(workshop)
        return workshop.pristine


class PostgresPlace(SQLitePlace):
    """One server over one PostgreSQL; kill takes the server's process, the cluster has its own."""

    engine = "postgres"

    def __init__(self, workshop, data=None):
        pristine = Pristine.of(workshop)
        super().__init__(workshop, data, pristine.data)
        self.cluster = Cluster(Path(data).parent if data else None).copy_of(pristine.cluster)
        self.cluster.start()
        # Through a cable it is another than the cluster's own.
        self.url = self.cluster.address()

    def words(self):
        return [*super().words(), "--database", self.url]

    def databases(self):
        return [()]

    def rows(self, statement):
        return self.cluster.rows(statement)

    def tables(self):
        return [row[0] for row in self.rows(
            "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY 1")]

    def columns(self, table):
        return [row[0] for row in self.rows(
            f"SELECT attname FROM pg_attribute WHERE attrelid = '{table}'::regclass AND attnum > 0 ORDER BY attnum")]

    def files(self):
        """Those in which the tables and indexes of the school's database lie, beside maps that are made anew."""
        folders = [folder for folder in (self.cluster.data / "base").iterdir() if int(folder.name) >= 16384]
        return [file for folder in folders for file in folder.iterdir() if file.name.split(".")[0].isdigit()]

    def integrity(self):
        answer = self.cluster.call(
            "pg_amcheck", "-h", self.cluster.host, "-p", self.cluster.port, "-U", "sabak", "--install-missing", "sabak",
            check=False)
        return "" if answer.returncode == 0 else (answer.stdout + answer.stderr)[:200]

    def revive_database(self):
        """A cluster that could not write its log has ended."""
        if self.cluster.call("pg_ctl", "-D", self.cluster.data, "status", check=False).returncode != 0:
            self.cluster.start()

    def meet_newer_schema(self, version):
        self.cluster.command(f"INSERT INTO schema_version SELECT part, {version} FROM schema_version LIMIT 1")

    def keep_yesterday(self):
        self.cluster.command("CREATE DATABASE yesterday TEMPLATE sabak", "postgres")

    def put_back_yesterday(self):
        self.cluster.command("DROP DATABASE sabak", "postgres")
        self.cluster.command("ALTER DATABASE yesterday RENAME TO sabak", "postgres")

    def hold(self, seconds):
        """Another program holds what every writer of the school needs."""
        self.cluster.command(f"BEGIN; SELECT school_id FROM school_lock FOR UPDATE; SELECT pg_sleep({seconds}); COMMIT")

    def close(self):
        super().close()
        self.cluster.close()


class FollowedPlace(PostgresPlace):
    """A primary, and a second server that follows it."""

    def __init__(self, workshop, data=None, is_synchronous=True):
        super().__init__(workshop, data)
        self.standby = Cluster()
        primary, ours = self.cluster, self.standby
        primary.stop()
        primary.configure(wal_level="replica", max_wal_senders=4, synchronous_commit="on")
        primary.start()
        following = f"host=127.0.0.1 port={primary.port} user=sabak application_name=standby"
        ours.call("pg_basebackup", "-D", ours.data, "-R", "-X", "stream", "-c", "fast", "-d", following)
        ours.configure(port=ours.port, primary_conninfo=f"'{following}'")
        if is_synchronous:
            for one in (primary, ours):
                one.configure(synchronous_standby_names="'standby'")
            primary.call("pg_ctl", "-D", primary.data, "reload")
        ours.start()

    def close(self):
        super().close()
        self.standby.close()


class PairPlace(FollowedPlace):
    """A primary with a synchronous standby; the server knows the addresses of both."""

    def __init__(self, workshop, data=None):
        super().__init__(workshop, data)
        self.wait_until_synchronous()
        self.url = (
            f"postgres://sabak@127.0.0.1:{self.cluster.port},127.0.0.1:{self.standby.port}/sabak"
            "?target_session_attrs=read-write")

    def wait_until_synchronous(self):
        for _ in range(100):
            if ("sync",) in self.cluster.rows("SELECT sync_state FROM pg_stat_replication", "postgres"):
                return
            time.sleep(0.1)
        raise Broken("the standby does not follow")

    def fail_over(self):
        """Ends the primary for good and lets the standby take its place; answers the seconds it took."""
        began = time.monotonic()
        self.cluster.kill()
        # A promoted standby inherits the names it should wait for, and would wait for itself for ever.
        self.standby.configure(synchronous_standby_names="''")
        self.standby.call("pg_ctl", "-D", self.standby.data, "reload")
        self.standby.call("pg_ctl", "-D", self.standby.data, "-w", "promote")
        self.cluster, self.standby = self.standby, self.cluster
        return time.monotonic() - began
