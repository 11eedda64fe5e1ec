"""Places on PostgreSQL: a cluster of its own in a scratch directory, and a pair of clusters for failover.

The server is started with --database; clusters run as the user postgres, listen on 127.0.0.1 and end with the place.
"""
import csv
import io
import os
import pwd
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

from place import SABAK, TODAY, Broken, SQLitePlace, free_port

PROGRAMS = Path(os.environ.get("FAULTS_POSTGRES", "/usr/lib/postgresql/15/bin"))
USER = "postgres"


class Cluster:
    """One PostgreSQL server, owned by the user postgres."""

    def __init__(self, folder=None):
        self.folder = Path(folder or tempfile.mkdtemp(prefix="sabak-cluster-"))
        self.port = free_port()
        owner = pwd.getpwnam(USER)
        os.chown(self.folder, owner.pw_uid, owner.pw_gid)
        self.data = self.folder / "data"

    def call(self, program, *words, check=True):
        command = [str(PROGRAMS / program), *map(str, words)]
        if os.geteuid() == 0:
            command = ["setpriv", f"--reuid={USER}", f"--regid={USER}", "--init-groups", *command]
        return subprocess.run(command, check=check, capture_output=True, text=True, cwd=self.folder)

    def make(self):
        self.call("initdb", "-D", self.data, "-U", "sabak", "-A", "trust", "-E", "UTF8", "--locale=C")
        self.configure(port=self.port, listen_addresses="'127.0.0.1'", unix_socket_directories="''", max_connections=60)
        return self

    def configure(self, **settings):
        with open(self.data / "postgresql.conf", "a") as file:
            file.writelines(f"{name} = {value}\n" for name, value in settings.items())

    def start(self):
        self.call("pg_ctl", "-D", self.data, "-l", self.folder / "log", "-w", "-t", "30", "start")

    def stop(self, mode="fast"):
        self.call("pg_ctl", "-D", self.data, "-m", mode, "-w", "stop", check=False)

    def kill(self):
        """As if its machine were switched off: no checkpoint, no farewell."""
        self.stop("immediate")

    def address(self, database="sabak"):
        return f"postgres://sabak@127.0.0.1:{self.port}/{database}"

    def rows(self, statement, database="sabak"):
        answer = self.call("psql", "--csv", "-t", "-v", "ON_ERROR_STOP=1", "-c", statement, self.address(database))
        return [tuple(row) for row in csv.reader(io.StringIO(answer.stdout))]

    def close(self):
        self.stop("immediate")
        shutil.rmtree(self.folder, ignore_errors=True)


class PostgresPlace(SQLitePlace):
    """One server over one PostgreSQL; kill takes the server's process, the cluster has its own."""

    engine = "postgres"

    def __init__(self, workshop, data=None):
        super().__init__(workshop, data)
        self.cluster = Cluster().make()
        self.cluster.start()
        self.cluster.rows("CREATE DATABASE sabak", database="postgres")
        subprocess.run(
            [SABAK, "migrate", "--data", str(self.data), "--database", self.cluster.address()],
            check=True, capture_output=True)

    def command(self):
        return [
            SABAK, "serve", "--database", self.cluster.address(), "--data", str(self.data), "--port", str(self.port),
            "--clock", f"{TODAY}T09:00"]

    def rows(self, statement):
        return self.cluster.rows(statement)

    def integrity(self):
        answer = self.cluster.call("pg_amcheck", "-d", self.cluster.address(), "--install-missing", check=False)
        return "" if answer.returncode == 0 else answer.stdout[:200]

    def verify(self):
        answer = subprocess.run(
            [SABAK, "audit", "verify", "--database", self.cluster.address(), "--data", str(self.data), "--json"],
            capture_output=True, timeout=120)
        words = (answer.stdout + answer.stderr).decode(errors="replace").strip()
        return answer.returncode == 0, words[:300]

    def close(self):
        super().close()
        self.cluster.close()


class PairPlace(PostgresPlace):
    """A primary with a synchronous standby that can take its place under the same address."""

    def __init__(self, workshop, data=None):
        super().__init__(workshop, data)
        primary = self.cluster
        primary.configure(
            wal_level="replica", max_wal_senders=4, synchronous_commit="on", synchronous_standby_names="'standby'")
        self.standby = Cluster()
        primary.stop()
        primary.start()
        self.standby.call(
            "pg_basebackup", "-D", self.standby.data, "-R", "-X", "stream", "-d",
            f"host=127.0.0.1 port={primary.port} user=sabak application_name=standby")
        self.standby.configure(port=self.standby.port, primary_conninfo=(
            f"'host=127.0.0.1 port={primary.port} user=sabak application_name=standby'"))
        self.standby.start()
        self.wait_until_synchronous()

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
        self.standby.configure(synchronous_standby_names="''", port=self.cluster.port)
        self.standby.call("pg_ctl", "-D", self.standby.data, "-w", "promote")
        self.standby.stop()
        self.standby.port, old = self.cluster.port, self.cluster
        self.standby.start()
        self.cluster = self.standby
        shutil.rmtree(old.folder, ignore_errors=True)
        return time.monotonic() - began
