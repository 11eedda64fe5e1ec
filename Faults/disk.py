"""The disk is full, slow, or the database is held by somebody else."""
import contextlib
import os
import shutil
import subprocess
import tempfile
import threading
import time
from pathlib import Path

from checker import State, check
from client import Lost, Person
from faults import fault
from place import Broken
from shim import SYNC_DELAY_US, Shim
from writers import Crew


class Reader(threading.Thread):
    """A family that reads its diary again and again; keeps how long each answer took and what it was."""

    def __init__(self, place, pause=0.01):
        super().__init__(daemon=True)
        self.place, self.pause = place, pause
        self.took, self.statuses, self.is_over = [], {}, False
        # Signed in before the fault begins: coming in is a write.
        self.person = Person(place, "parent", timeout=60).sign_in()
        self.child = self.person.get("/children")["items"][0]["id"]

    def run(self):
        while not self.is_over:
            began = time.monotonic()
            try:
                status = self.person.ask("GET", f"/diary/{self.child}?week=2026-W46")[0]
            except Lost:
                status = 0
            self.took.append(time.monotonic() - began)
            self.statuses[status] = self.statuses.get(status, 0) + 1
            time.sleep(self.pause)

    def end(self):
        self.is_over = True
        self.join(90)
        self.person.connection.close()

    def percentile(self, share=0.99):
        return sorted(self.took)[int(len(self.took) * share)] if self.took else 0.0

    def words(self):
        others = {status: count for status, count in self.statuses.items() if status != 200}
        return f"reads p99 {self.percentile() * 1000:.0f} ms" + (f", not 200: {others}" if others else "")


@contextlib.contextmanager
def small_disk(megabytes):
    """A file system of its own; nothing where this machine does not let us mount one."""
    folder = Path(tempfile.mkdtemp(prefix="sabak-small-disk-"))
    mounted = os.geteuid() == 0 and subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", folder], capture_output=True).returncode == 0
    try:
        yield folder if mounted else None
    finally:
        if mounted:
            subprocess.run(["umount", folder], check=False)
        shutil.rmtree(folder, ignore_errors=True)


def fill(path):
    with open(path, "wb", buffering=0) as file, contextlib.suppress(OSError):
        while file.write(bytes(4096)):
            continue


@fault("disk full, then freed", short=0, full=3, engines=("sqlite", "postgres"))
def the_disk_is_full_and_freed(world, row, rounds):
    for number in range(rounds):
        # A cluster with an empty log takes sixty megabytes.
        with small_disk(40 if world.engine == "sqlite" else 120) as folder:
            if folder is None:
                row.skip("mounting a small file system needs root")
                return
            with world.place(folder / "data") as place:
                one_full_disk(world, row, place, folder / "ballast", number)


def one_full_disk(world, row, place, ballast, number):
    before = State(place)
    place.start()
    crew, reader = Crew(place, world.logs(place) / str(number), seed=world.seed + number), Reader(place)
    try:
        reader.start()
        crew.write()
        time.sleep(0.5)
        fill(ballast)
        time.sleep(2.5)
        full = dict(crew.statuses)
        if not any(status >= 500 for status in full):
            row.broke(f"no write was refused on a full disk: {full}")
        if crew.without_advice:
            row.broke(f"{crew.without_advice} answers of 503 have no Retry-After")
        others = {status: count for status, count in full.items() if status >= 500 and status not in (503, 507)}
        if others:
            row.broke(f"a full disk is answered with {others}, not 507 or 503")
        ballast.unlink()
        place.revive_database()
        if not place.is_running:
            row.note(f"ended on the full disk ({place.process.returncode}), started again")
            place.start()
        resumed = writes_resume(crew, 10)
        if resumed is None:
            row.broke(f"writes did not come back within 10 s of space: {crew.statuses}")
        crew.pause_all()
        reader.end()
        crew.end()
        place.stop()
        row.rounds += 1
        row.take(check(place, crew.folder, before))
        row.note(f"statuses {crew.statuses}, back after {resumed or -1:.1f} s, {reader.words()}")
    finally:
        reader.end()
        crew.end()


def writes_resume(crew, within):
    """Seconds until another write is acknowledged."""
    began, so_far = time.monotonic(), crew.statuses.get(200, 0)
    while time.monotonic() - began < within:
        if crew.statuses.get(200, 0) > so_far:
            return time.monotonic() - began
        time.sleep(0.05)
    return None


@fault("slow fsync (200 ms)", short=0, full=1)
def the_disk_takes_its_time(world, row, rounds):
    with world.place() as place:
        shim, before = Shim(world.workshop, place), State(place)
        place.start()
        crew, reader = Crew(place, world.logs(place), seed=world.seed), Reader(place)
        try:
            shim[SYNC_DELAY_US] = 200_000
            reader.start()
            crew.write()
            time.sleep(10)
            crew.pause_all()
            reader.end()
            crew.end()
            place.kill()
            row.rounds = rounds
            row.take(check(place, crew.folder, before))
            row.note(f"statuses {crew.statuses}, {reader.words()}")
            if reader.percentile() > 0.5:
                row.broke("reads wait for the disk of the writers")
        finally:
            reader.end()
            crew.end()


@fault("database locked 1, 5, 30 s", short=0, full=1, engines=("sqlite", "postgres"))
def another_program_holds_the_database(world, row, rounds):
    with world.place() as place:
        before = State(place)
        place.start()
        crew, reader = Crew(place, world.logs(place), seed=world.seed), Reader(place)
        try:
            reader.start()
            for seconds in (1, 5, 30):
                crew.write()
                time.sleep(0.3)
                place.hold(seconds)
                if not place.is_running:
                    raise Broken("the server ended while the database was locked")
                resumed = writes_resume(crew, 15)
                row.rounds += 1
                row.note(f"{seconds} s: back after {-1 if resumed is None else resumed:.1f} s")
                if resumed is None:
                    row.broke(f"no write within 15 s after a lock of {seconds} s")
                crew.pause_all()
            reader.end()
            crew.end()
            place.kill()
            row.take(check(place, crew.folder, before))
            row.note(f"statuses {crew.statuses}, a write's answer after {crew.longest:.0f} s at most, {reader.words()}")
            # Ten seconds from its coming, for all of them, and a little for the way.
            if crew.longest > 12:
                row.broke(f"somebody behind the lock was told only after {crew.longest:.0f} s")
            if crew.statuses.get(500):
                row.broke(f"a locked database is answered with 500 ({crew.statuses[500]} times), not 503")
            if not crew.statuses.get(503):
                row.broke(f"no write was refused with 503 in a lock of 30 s: {crew.statuses}")
            if crew.without_advice:
                row.broke(f"{crew.without_advice} answers of 503 have no Retry-After")
            if reader.percentile() > 0.5 or set(reader.statuses) != {200}:
                row.broke("reads wait for a lock of writers")
        finally:
            reader.end()
            crew.end()
