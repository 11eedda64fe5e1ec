"""Slow, huge and endless requests from strangers, while others go on working."""
import socket
import threading
import time

from disk import Reader
from faults import fault

MEGABYTE = 1 << 20


def others_go_on(row, place, attack, most_memory=100):
    """Runs an attack and holds the others' p99 and the memory against what they were before it."""
    usual = measured(place, 4)
    memory = place.memory()
    reader = Reader(place, pause=0.002)
    peak, is_over = [memory], threading.Event()

    def watch():
        while not is_over.wait(0.1):
            peak.append(place.memory() if place.is_running else 0)

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    reader.start()
    try:
        attack()
    finally:
        is_over.set()
        watcher.join()
        reader.end()
    row.note(f"others' p99 {usual * 1000:.1f} → {reader.percentile() * 1000:.1f} ms")
    row.note(f"memory {memory:.0f} → {max(peak):.0f} MB")
    # Under 10 ms the clients of this test are slower than the server.
    if reader.percentile() > max(2 * usual, 0.01):
        row.broke("the p99 of others more than doubled")
    if set(reader.statuses) != {200}:
        row.broke(f"others were answered {reader.statuses}")
    if max(peak) > memory + most_memory:
        row.broke(f"memory grew by {max(peak) - memory:.0f} MB")


def measured(place, seconds):
    reader = Reader(place, pause=0.002)
    reader.start()
    time.sleep(seconds)
    reader.end()
    return reader.percentile()


def wire(place):
    one = socket.create_connection(("127.0.0.1", place.port), timeout=10)
    one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return one


def answer_on(one, within=3):
    """What came back until the other side was silent or closed, and whether it closed."""
    one.settimeout(within)
    got = b""
    try:
        while part := one.recv(65536):
            got += part
        return got, True
    except TimeoutError:
        return got, False
    except OSError:
        return got, True


def drip(wires, text, seconds):
    """One byte a second on each connection; answers how many the server has closed and after how long."""
    began, open_wires, closed_at = time.monotonic(), list(wires), 0.0
    position = 0
    while time.monotonic() - began < seconds and open_wires:
        for one in list(open_wires):
            try:
                one.sendall(text[position % len(text):position % len(text) + 1])
                one.settimeout(0.0005)
                if one.recv(4096) == b"":
                    raise OSError
            except TimeoutError:
                continue
            except OSError:
                open_wires.remove(one)
                closed_at = time.monotonic() - began
        position += 1
        time.sleep(max(0, began + position - time.monotonic()))
    return len(wires) - len(open_wires), closed_at


@fault("slow headers: 200 connections, a byte a second", short=0, full=1)
def headers_come_byte_by_byte(world, row, rounds):
    with world.place() as place:
        place.start()
        wires = [wire(place) for _ in range(200)]
        for one in wires:
            one.sendall(b"GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ")

        def attack():
            closed, after = drip(wires, b"a", 90)
            row.note(f"{closed} of {len(wires)} closed by the server, the last after {after:.0f} s")
            if closed < len(wires):
                row.broke("a request whose headers never end keeps its connection beyond 90 s")

        others_go_on(row, place, attack)
        row.rounds = rounds
        [one.close() for one in wires]
        place.stop()


@fault("slow bodies: 50 connections, a byte a second", short=0, full=1)
def bodies_come_byte_by_byte(world, row, rounds):
    with world.place() as place:
        place.environment = {"SABAK_BODY_SECONDS": "5"}
        place.start()
        wires = [wire(place) for _ in range(50)]
        for one in wires:
            one.sendall(sign_in_head(b"Content-Length: 1000"))

        def attack():
            closed, after = drip(wires, b"a", 20)
            row.note(f"{closed} of {len(wires)} closed, the last after {after:.0f} s (limit 5 s)")
            if closed < len(wires) or after > 12:
                row.broke("a body that drips is not ended by its deadline")

        others_go_on(row, place, attack)
        row.rounds = rounds
        [one.close() for one in wires]
        place.stop()


def sign_in_head(length):
    head = b"POST /api/v1/sign-in HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
    return head + length + b"\r\n\r\n"


def pour(one, piece, total):
    """Sends until all is gone or the server has had enough; answers how much went."""
    sent = 0
    one.settimeout(5)
    try:
        while sent < total:
            one.sendall(piece)
            sent += len(piece)
    except OSError:
        pass
    return sent


@fault("a body of 1 GB", short=0, full=4)
def a_body_is_huge(world, row, rounds):
    gigabyte, plain = 1 << 30, bytes(MEGABYTE)
    chunk = b"100000\r\n" + plain + b"\r\n"
    health = b"GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\n"
    ways = [
        ("announced", sign_in_head(b"Content-Length: %d" % gigabyte), plain),
        ("in chunks", sign_in_head(b"Transfer-Encoding: chunked"), chunk),
        ("where none is taken", health + b"Content-Length: %d\r\n\r\n" % gigabyte, plain),
        ("in chunks where none is taken", health + b"Transfer-Encoding: chunked\r\n\r\n", chunk)]
    with world.place() as place:
        place.start()

        def attack():
            for name, head, piece in ways[:rounds]:
                one = wire(place)
                one.sendall(head)
                sent = pour(one, piece, gigabyte)
                got, _ = answer_on(one, 2)
                one.close()
                row.rounds += 1
                row.note(f"{name}: {got[9:12].decode() or 'closed'}, {sent // MEGABYTE} MB taken")
                if got[9:12] != b"413":
                    row.broke(f"{name}: answered {got[9:12].decode() or 'nothing'}, not 413")
                # What the kernels keep between them comes on top of what is thrown away.
                if sent > 64 * MEGABYTE:
                    row.broke(f"{name}: {sent // MEGABYTE} MB were taken of it")

        others_go_on(row, place, attack)
        place.stop()


@fault("10,000 headers", short=0, full=150)
def headers_are_many(world, row, rounds):
    head = b"GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\n"
    many = b"".join(b"X-%d: %d\r\n" % (n, n) for n in range(10_000))
    heads = [head + many + b"\r\n", head + b"X: " + b"a" * 200_000, b"GET /" + b"a" * MEGABYTE]
    answers = {}
    with world.place() as place:
        place.start()

        def attack():
            for number in range(rounds):
                one = wire(place)
                pour(one, heads[number % len(heads)], 1)
                got, closed = answer_on(one, 2)
                one.close()
                row.rounds += 1
                status = got[9:12].decode()
                answers[status] = answers.get(status, 0) + 1
                time.sleep(0.02)
                if status.startswith("2") or not closed:
                    row.broke(f"headers without end were answered {status}, closed: {closed}")

        others_go_on(row, place, attack)
        row.note(f"answered {answers}")
        place.stop()
