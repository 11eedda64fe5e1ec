"""The same request many times, and many at the same cell."""
import json
import random
import threading
from concurrent.futures import ThreadPoolExecutor

from checker import State
from client import Lost, Person, cells_to_write
from faults import fault
from place import TODAY


def entry(cell, text, version=None):
    return {"lesson": cell[1], "student": cell[2], "set": text, "version": cell[3] if version is None else version}


def together(people, body, path, key=None):
    """The answers of all people who send at the same moment."""
    gate = threading.Barrier(len(people))

    def send(person):
        gate.wait()
        return person.ask("POST", path, body, key)

    with ThreadPoolExecutor(len(people)) as pool:
        return list(pool.map(send, people))


@fault("double submit: 50 at once, restart, other body", short=2, full=10, engines=("sqlite", "postgres"))
def one_request_is_sent_many_times(world, row, rounds):
    with world.place() as place:
        place.start()
        teacher = Person(place, "teacher").sign_in()
        cells = cells_to_write(teacher.pages(), TODAY)
        for number in range(rounds):
            cell, key = cells[number * 7], f"double-{number}"
            path, start = f"/pages/{cell[0]}/entries", State(place).version(cell[1:3])
            body = json.dumps({"entries": [entry(cell, "4", start) | {"comment": key}]})
            crowd = [sharing(place, teacher) for _ in range(50)]
            answers = together(crowd, body, path, key)
            place.kill()
            place.start()
            answers += [sharing(place, teacher).ask("POST", path, body, key) for _ in range(3)]
            other = json.dumps({"entries": [entry(cell, "5", start)]})
            refused = sharing(place, teacher).ask("POST", path, other, key)[0]
            row.rounds += 1
            row.acknowledged += len(answers)
            if any(answer != answers[0] for answer in answers) or answers[0][0] != 200:
                row.broke(f"not one answer but {sorted({repr(answer)[:80] for answer in answers})[:3]}")
            if refused != 422:
                row.broke(f"another body under the same key answers {refused}")
            now, name = State(place), f"cell/{cell[1]}/{cell[2]}"
            rows = place.rows(f"SELECT count(*) FROM audit WHERE object = '{name}' AND seq > {State(place).seq - 1}")
            if now.version(cell[1:3]) != start + 1 or int(rows[0][0]) > 1:
                row.broke(f"{now.version(cell[1:3]) - start} changes by one request")
            row.lost += now.marks(cell[1:3]) != "4"


def sharing(place, person):
    """The same person with the same session, on a connection of its own."""
    other = Person(place, person.role)
    other.token = person.token
    return other


@fault("two sessions on one cell", short=100, full=1000, engines=("sqlite", "postgres"))
def two_sessions_write_one_cell(world, row, rounds):
    """Of writes on one version one is saved; the other is told what stands there; nobody overwrites unseen."""
    with world.place() as place:
        place.start()
        people = [Person(place, "teacher").sign_in() for _ in range(2)]
        cell = cells_to_write(people[0].pages(), TODAY)[3]
        path, place_of, chance = f"/pages/{cell[0]}/entries", cell[1:3], random.Random(world.seed)
        # What stands there must be none of the first two: setting what stands there already is saved and changes nothing.
        known = people[0].ask("POST", path, {"entries": [entry(cell, "5", cell[3])]}, "race-start")[1]["results"][0]
        version, first = known["version"], State(place).seq
        gate = threading.Barrier(2)

        def send(number, person, text, base):
            gate.wait()
            if chance.random() < 0.3:
                threading.Event().wait(chance.random() / 500)
            body = {"entries": [entry(cell, text, base)]}
            return text, person.ask("POST", path, body, f"race-{number}-{text}-{id(person)}")[1]["results"][0]

        with ThreadPoolExecutor(2) as pool:
            for number in range(rounds):
                texts = ("5", "4") if number % 2 else ("3", "2")
                tasks = [pool.submit(send, number, person, text, version) for person, text in zip(people, texts)]
                version = one_interleaving(row, [task.result() for task in tasks], version)
        rows = int(place.rows(
            f"SELECT count(*) FROM audit WHERE seq > {first} AND object = 'cell/{cell[1]}/{cell[2]}'")[0][0])
        if rows != row.acknowledged or State(place).version(place_of) != version:
            row.lost += abs(rows - row.acknowledged) or 1
            row.broke(f"{row.acknowledged} saved, {rows} rows of history")


def one_interleaving(row, answers, version):
    row.rounds += 1
    saved = [(text, result) for text, result in answers if result["status"] == "saved"]
    others = [result for _, result in answers if result["status"] != "saved"]
    row.acknowledged += len(saved)
    if len(saved) != 1:
        row.lost += max(0, len(saved) - 1)
        row.broke(f"{len(saved)} of two writes on version {version} were saved")
        return max(result["version"] for _, result in answers)
    text, result = saved[0]
    if result["version"] != version + 1 or result["value"] != text:
        row.broke(f"saved {text} over {version}, answered {result['value']} {result['version']}")
    for other in others:
        if other["status"] != "conflict" or (other["value"], other["version"]) != (text, version + 1):
            row.broke(f"the other was answered {other['status']} {other['value']} {other['version']}")
    return result["version"]


@fault("500 offline edits, shuffled and doubled", short=0, full=3, engines=("sqlite", "postgres"))
def offline_edits_are_replayed(world, row, rounds):
    for number in range(rounds):
        with world.place() as place:
            place.start()
            replay(world, row, place, random.Random(world.seed + number))


def replay(world, row, place, chance):
    teacher = Person(place, "classTeacher").sign_in()
    cells = chance.sample(cells_to_write(teacher.pages(), TODAY), 400)
    edits = [(cell, entry(cell, chance.choice("2345")) | {"comment": f"edit {n}"}) for n, cell in enumerate(cells)]
    edits += [(cell, entry(cell, chance.choice("2345"), cell[3] + 1) | {"comment": f"second {n}"})
              for n, cell in enumerate(cells[:100])]
    sends = [(number, edit) for number, edit in enumerate(edits)] * 2
    chance.shuffle(sends)
    people = [sharing(place, teacher) for _ in range(8)]

    def send(task):
        position, (number, (cell, wish)) = task
        while True:
            try:
                path, body = f"/pages/{cell[0]}/entries", {"entries": [wish]}
                return number, people[position].ask("POST", path, body, f"edit-{number}")[1]["results"][0]
            except Lost:
                continue

    def share(position):
        return [send((position, task)) for task in sends[position::8]]

    with ThreadPoolExecutor(8) as pool:
        results = [one for part in pool.map(share, range(8)) for one in part]
    row.rounds += 1
    judge_replay(row, place, edits, results)


def judge_replay(row, place, edits, results):
    answers, now = {}, State(place)
    for number, result in results:
        if answers.setdefault(number, result) != result:
            row.broke(f"edit {number} was answered in two ways")
    row.acknowledged += sum(result["status"] == "saved" for result in answers.values())
    for number, (cell, wish) in enumerate(edits):
        result, standing = answers[number], now.cells.get(cell[1:3], {"comment": "", "version": 0})
        is_second = number >= 400
        if result["status"] == "saved" and result["version"] != wish["version"] + 1:
            row.broke(f"edit {number} over {wish['version']} made version {result['version']}")
        if result["status"] == "saved" and standing["version"] == result["version"]:
            row.lost += standing["comment"] != wish["comment"]
        if not is_second and result["status"] != "saved":
            row.broke(f"the first edit of a cell was answered {result['status']} {result['code']}")
    if not place.verify()[0]:
        row.broke("the chain is not sound after the replay")
