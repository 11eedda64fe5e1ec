"""Requests that two readers may cut differently: never two answers where one was asked, never another's answer."""
import re

from client import Lost, Person
from faults import fault
from hostile import answer_on, wire

HIDDEN = b"GET /api/v1/me HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
HOST = b"Host: 127.0.0.1\r\n"
POST = b"POST /api/v1/sign-in HTTP/1.1\r\n" + HOST + b"Content-Type: application/json\r\n"
CHUNKED = POST + b"Transfer-Encoding: chunked\r\n\r\n"
GET = b"GET /health HTTP/1.1\r\n" + HOST


def corpus():
    """(name, bytes, the most answers that a strict reading allows, whether the request must be refused)."""
    chunk = b"5\r\nhello\r\n0\r\n\r\n"
    hidden_body = b"Content-Length: %d\r\n\r\n" % len(HIDDEN) + HIDDEN
    whole = b"%d" % (len(chunk) + len(HIDDEN))
    return [
        ("CL.TE",
         POST + b"Content-Length: " + whole + b"\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk + HIDDEN, 1, False),
        ("TE.CL", POST + b"Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n"
         + b"%x\r\n" % len(HIDDEN) + HIDDEN + b"\r\n0\r\n\r\n", 1, False),
        ("TE.TE, the second unknown",
         POST + b"Transfer-Encoding: chunked\r\nTransfer-Encoding: x\r\n\r\n" + chunk + HIDDEN, 1, True),
        ("TE identity", POST + b"Transfer-Encoding: identity\r\nContent-Length: 5\r\n\r\nhello" + HIDDEN, 1, True),
        ("TE with a vertical tab", POST + b"Transfer-Encoding: \x0bchunked\r\n\r\n" + chunk + HIDDEN, 1, True),
        ("TE xchunked", POST + b"Transfer-Encoding: xchunked\r\n\r\n" + chunk + HIDDEN, 1, True),
        ("chunked is not last", POST + b"Transfer-Encoding: chunked, gzip\r\n\r\n" + chunk + HIDDEN, 1, True),
        ("space before the colon", POST + b"Transfer-Encoding : chunked\r\n\r\n" + chunk + HIDDEN, 1, True),
        ("obs-fold", POST + b"Transfer-Encoding:\r\n chunked\r\n\r\n" + chunk + HIDDEN, 2, False),
        ("obs-fold of a length", POST + b"Content-Length:\r\n 5\r\n\r\nhello" + HIDDEN, 2, False),
        ("two lengths",
         POST + b"Content-Length: 5\r\nContent-Length: %d\r\n\r\nhello" % (5 + len(HIDDEN)) + HIDDEN, 1, True),
        ("two equal lengths", POST + b"Content-Length: 5\r\nContent-Length: 5\r\n\r\nhello" + HIDDEN, 2, False),
        ("a list of lengths", POST + b"Content-Length: 5, 5\r\n\r\nhello" + HIDDEN, 2, False),
        ("length +5", POST + b"Content-Length: +5\r\n\r\nhello" + HIDDEN, 1, True),
        ("length 0x5", POST + b"Content-Length: 0x5\r\n\r\nhello" + HIDDEN, 1, True),
        ("length 5 5", POST + b"Content-Length: 5 5\r\n\r\nhello" + HIDDEN, 1, True),
        ("length -5", POST + b"Content-Length: -5\r\n\r\nhello" + HIDDEN, 1, True),
        ("length beyond 64 bits", POST + b"Content-Length: 18446744073709551621\r\n\r\nhello" + HIDDEN, 1, True),
        ("chunk extension", CHUNKED + b"5;a=b\r\nhello\r\n0\r\n\r\n" + HIDDEN, 2, False),
        ("chunk extension with bare LF", CHUNKED + b"5;a\nhello\r\n0\r\n\r\n" + HIDDEN, 1, True),
        ("chunk size 0x5", CHUNKED + b"0x5\r\nhello\r\n0\r\n\r\n" + HIDDEN, 1, True),
        ("chunk size beyond 64 bits", CHUNKED + b"10000000000000005\r\nhello\r\n0\r\n\r\n" + HIDDEN, 1, True),
        ("chunk without its CRLF", CHUNKED + b"5\r\nhelloXX0\r\n\r\n" + HIDDEN, 1, True),
        ("chunk ends in bare LF", CHUNKED + b"5\r\nhello\n0\r\n\r\n" + HIDDEN, 1, True),
        ("bare LF between headers", b"GET /health HTTP/1.1\n" + HOST + b"X: a\n\n" + HIDDEN, 2, False),
        ("bare CR in a value", GET + b"X: a\rTransfer-Encoding: chunked\r\n\r\n" + HIDDEN, 1, True),
        ("NUL in a value", GET + b"X: a\x00b\r\n\r\n" + HIDDEN, 1, True),
        ("a name with a space", GET + b"Content Length: 5\r\n\r\n" + HIDDEN, 1, True),
        ("no colon", GET + b"Content-Length\r\n\r\n" + HIDDEN, 1, True),
        ("space before the first header", b"GET /health HTTP/1.1\r\n Host: 127.0.0.1\r\n\r\n" + HIDDEN, 1, True),
        ("HTTP/1.0 with chunks",
         POST.replace(b"1.1\r", b"1.0\r", 1) + b"Transfer-Encoding: chunked\r\n\r\n" + chunk + HIDDEN, 1, False),
        ("GET with a body", GET + hidden_body, 1, False),
        ("HEAD with a body", GET.replace(b"GET", b"HEAD") + hidden_body, 1, False),
        ("file with a body", GET.replace(b"/health", b"/style.css") + hidden_body, 1, False),
        ("refused body", POST + b"Content-Length: 99999999\r\n\r\n" + HIDDEN, 1, False),
        ("two hosts", GET + b"Host: other\r\n\r\n", 1, True),
        ("no host", b"GET /health HTTP/1.1\r\n\r\n", 1, True),
        ("a foreign version", b"GET /health HTTP/3.7\r\n" + HOST + b"\r\n" + HIDDEN, 1, True),
    ]


def statuses(answer):
    """The status of each answer in what came back."""
    return [int(found) for found in re.findall(rb"(?:^|(?<=[\r\n}>a-z]))HTTP/1\.[01] (\d{3})", answer)]


@fault("request smuggling", short=1, full=3)
def requests_are_hidden_in_others(world, row, rounds):
    with world.place() as place:
        place.start()
        bystander, gets = Person(place, "parent").sign_in(), {}
        for _ in range(rounds):
            for name, sent, most, is_refused in corpus():
                one = wire(place)
                try:
                    one.sendall(sent)
                except OSError:
                    row.note(f"{name}: closed while sending")
                got, _ = answer_on(one, 0.25)
                one.close()
                row.rounds += 1
                judge(row, name, statuses(got), most, is_refused)
                others_own_answer(row, name, place, bystander)
                gets[name] = statuses(got)
        row.note(f"{len(gets)} requests, {sum(answers[:1] == [400] for answers in gets.values())} refused with 400")
        place.stop()


def judge(row, name, answers, most, is_refused):
    # A last 400 with which the server gives up on a connection is no answer to a request.
    if len(answers) > most + (answers[-1:] == [400]):
        row.broke(f"{name}: {len(answers)} answers {answers}, a strict reading has {most}")
    elif is_refused and answers and answers[0] < 300:
        row.broke(f"{name}: answered {answers[0]}, to be refused")


def others_own_answer(row, name, place, bystander):
    """Another connection gets what it asked for."""
    try:
        status, answer = bystander.ask("GET", "/me")
        if status != 200 or answer["person"]["id"] != place.cast["parent"]["person"]:
            row.broke(f"{name}: a bystander got {status} {answer}")
    except Lost as lost:
        row.broke(f"{name}: a bystander got nothing, {lost}")
