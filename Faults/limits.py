"""Memory and file descriptors run out, and nobody reads the log any more."""
import contextlib
import resource
import socket
import time

from checker import State, check
from client import Person
from faults import fault
from place import Broken
from writers import Crew


@fault("64 file descriptors, 200 connections", short=0, full=2)
def file_descriptors_run_out(world, row, rounds):
    for number in range(rounds):
        with world.place() as place:
            before = State(place)
            place.start(limits=lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64)))
            crew = Crew(place, world.logs(place), seed=world.seed + number)
            try:
                crew.write()
                time.sleep(0.5)
                idle = strangers(place.port, 200)
                time.sleep(3)
                during = dict(crew.statuses)
                for one in idle:
                    one.close()
                time.sleep(1)
                if not place.is_running:
                    row.broke(f"ended with {place.process.returncode} for want of descriptors: {place.last_words()}")
                    place.start()
                elif place.status("/ready") != 200:
                    row.broke("not ready a second after the strangers left")
                so_far = crew.statuses.get(200, 0)
                time.sleep(2)
                if crew.statuses.get(200, 0) == so_far:
                    row.broke("no write was acknowledged in the 2 s after the strangers left")
                crew.pause_all()
                crew.end()
                place.kill()
                row.rounds += 1
                row.take(check(place, crew.folder, before))
                row.note(f"statuses while short {during}")
            finally:
                crew.end()


def strangers(port, count):
    """Connections that say nothing."""
    idle = []
    for _ in range(count):
        one = socket.socket()
        one.settimeout(0.5)
        try:
            one.connect(("127.0.0.1", port))
        except OSError:
            one.close()
            continue
        idle.append(one)
    return idle


@fault("memory runs out", short=0, full=4)
def memory_runs_out(world, row, rounds):
    """However little there is, the program may end but never tell an untruth."""
    for number in range(rounds):
        with world.place() as place:
            before = State(place)
            place.start()
            spare = 4 ** number // 4 << 20
            room = 0 if number == 0 else address_space(place.process.pid) + spare
            crew = Crew(place, world.logs(place), seed=world.seed + number)
            try:
                crew.write()
                time.sleep(0.3)
                for limit in (resource.RLIMIT_AS, resource.RLIMIT_DATA):
                    resource.prlimit(place.process.pid, limit, (room, room))
                idle = strangers(place.port, 400)
                for one in idle:
                    burden(one)
                time.sleep(5)
                for one in idle:
                    one.close()
                ended = place.process.poll()
                if ended is None:
                    place.kill()
                crew.pause_all()
                crew.end()
                row.rounds += 1
                row.take(check(place, crew.folder, before))
                more = f"+{spare >> 20} MB" if number else "nothing more"
                row.note(f"{more}: {'lived' if ended is None else f'ended with {ended}'}")
            finally:
                crew.end()


def burden(one):
    """Most of a large body, which the server has to keep until the rest comes."""
    head = b"POST /api/v1/pages/1/entries HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 130000\r\n"
    with contextlib.suppress(OSError):
        one.sendall(head + b"Content-Type: application/json\r\n\r\n" + b" " * 129_000)


def address_space(pid):
    with open(f"/proc/{pid}/statm") as numbers:
        return int(numbers.read().split()[0]) * resource.getpagesize()


@fault("the log cannot be written", short=0, full=1)
def the_log_has_no_room(world, row, rounds):
    """A message that nobody can keep is no reason to end."""
    with world.place() as place:
        place.log_to = "/dev/full"
        row.rounds = rounds
        try:
            place.start()
            Person(place, "teacher").sign_in()
        except Broken as broken:
            row.broke(str(broken))
        if place.is_running:
            place.stop()
