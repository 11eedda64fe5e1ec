"""Machines in network namespaces of the kernel: one for a database, one where nobody listens, and a wire to each.

The thread that makes them moves into a namespace of its own, with all that it starts from then on, and comes back at the
end; nothing of the computer's own network is touched.
"""
import ctypes
import os
import subprocess
import time

from postgres import PostgresPlace

LIBC = ctypes.CDLL(None, use_errno=True)
NEW_NETWORK = 0x40000000
HERE, THERE = "10.79.0.1", "10.79.0.2"


class Forbidden(Exception):
    """This computer does not let us make networks."""


def ip(*words, inside=None):
    command = (["nsenter", "-t", str(inside), "-n"] if inside else []) + ["ip", *words]
    answer = subprocess.run(command, capture_output=True, text=True)
    if answer.returncode != 0:
        raise Forbidden(f"{' '.join(command)}: {answer.stderr.strip()[:120]}")
    return answer.stdout


class Machines:
    """The database's machine `base` and the machine `void`, which has its address only while it is to answer."""

    def __enter__(self):
        self.home = os.open("/proc/thread-self/ns/net", os.O_RDONLY)
        self.holders = []
        if LIBC.unshare(NEW_NETWORK) != 0:
            os.close(self.home)
            raise Forbidden(os.strerror(ctypes.get_errno()))
        try:
            ip("link", "set", "lo", "up")
            ip("address", "add", f"{HERE}/32", "dev", "lo")
            self.base, self.void = self.machine("base"), self.machine("void")
            ip("address", "add", f"{THERE}/32", "dev", "wire", inside=self.base)
            # Whatever is sent to the void arrives there, whether or not it knows the address.
            ip("neighbour", "replace", THERE, "lladdr", self.hardware(self.void), "dev", "void", "nud", "permanent")
            self.mend()
        except BaseException:
            self.__exit__()
            raise
        return self

    def machine(self, name):
        holder = subprocess.Popen(["unshare", "-n", "sleep", "infinity"])
        self.holders.append(holder)
        ours = os.readlink("/proc/thread-self/ns/net")
        for _ in range(200):
            if os.readlink(f"/proc/{holder.pid}/ns/net") != ours:
                break
            time.sleep(0.01)
        ip("link", "add", name, "type", "veth", "peer", "name", "wire", "netns", str(holder.pid))
        ip("link", "set", name, "up")
        for device in ("lo", "wire"):
            ip("link", "set", device, "up", inside=holder.pid)
        ip("route", "add", HERE, "dev", "wire", inside=holder.pid)
        return holder.pid

    @staticmethod
    def hardware(machine):
        return ip("-brief", "link", "show", "wire", inside=machine).split()[2]

    def cut(self, silently):
        """From now on the address leads to another machine: one that drops all of it, or one that knows none of the
        connections and says so."""
        if not silently:
            ip("address", "add", f"{THERE}/32", "dev", "wire", inside=self.void)
        ip("route", "replace", THERE, "dev", "void", "src", HERE)
        ip("link", "set", "wire", "down", inside=self.base)

    def mend(self):
        if THERE in ip("address", "show", "dev", "wire", inside=self.void):
            ip("address", "delete", f"{THERE}/32", "dev", "wire", inside=self.void)
        ip("link", "set", "wire", "up", inside=self.base)
        ip("route", "replace", HERE, "dev", "wire", inside=self.base)
        ip("route", "replace", THERE, "dev", "base", "src", HERE)

    def __exit__(self, *_):
        for holder in self.holders:
            holder.kill()
            holder.wait()
        # The wires go with their namespaces.
        LIBC.setns(self.home, NEW_NETWORK)
        os.close(self.home)


class DistantPlace(PostgresPlace):
    """One server here, its PostgreSQL on the other machine."""

    def __init__(self, workshop, machines):
        super().__init__(workshop)
        cluster = self.cluster
        cluster.stop()
        cluster.configure(listen_addresses=f"'{THERE}'")
        with open(cluster.data / "pg_hba.conf", "a") as rules:
            rules.write(f"host all all {HERE}/32 trust\n")
        cluster.host, cluster.inside = THERE, ["nsenter", "-t", str(machines.base), "-n"]
        cluster.start()
        self.url = cluster.address()
