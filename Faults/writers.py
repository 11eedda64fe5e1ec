"""Sixteen clients that write cells and lessons, and keep on another file what was sent and what was acknowledged.

Each has cells and lessons of its own, so that the order of its writes is the order of the school's. An acknowledged
write is on the disk before the next is sent. A write whose answer was lost is sent again under the same key by half of
the clients; the others look at the page and go on from what they find.
"""
import json
import os
import random
import threading
import time

from client import Lost, Person, cells_to_write, lessons_to_write
from place import TODAY

TEACHERS = ["teacher", "otherTeacher", "classTeacher", "substitute", "teacherParent"]
MARKS = ["2", "3", "4", "5", "5/4", "4/3", "3/2"]


class Writer(threading.Thread):
    def __init__(self, crew, number, cells, lessons):
        super().__init__(daemon=True)
        self.crew, self.number = crew, number
        self.person = Person(crew.place, TEACHERS[number % len(TEACHERS)], timeout=45)
        self.resends = number % 2 == 0
        self.pages = {(lesson, student): page for page, lesson, student, _ in cells}
        self.versions = {(lesson, student): version for _, lesson, student, version in cells}
        self.filled = set()
        self.lessons = {lesson["id"]: lesson["version"] for lesson in lessons}
        self.chance = random.Random(number * 7919 + crew.seed)
        self.log = open(crew.folder / f"writer-{number}.jsonl", "a")
        self.count = 0
        self.doubtful = None
        self.is_idle = threading.Event()
        self.statuses, self.without_advice, self.longest = {}, 0, 0.0

    def run(self):
        while not self.crew.is_over:
            if not self.crew.may_write.is_set():
                self.is_idle.set()
                self.crew.may_write.wait(0.05)
                continue
            self.is_idle.clear()
            try:
                self.step()
            except Lost:
                time.sleep(0.05)
        self.is_idle.set()

    def step(self):
        if self.person.token is None:
            self.person.sign_in()
        if self.doubtful is not None:
            self.settle()
        elif not self.pages:
            time.sleep(0.1)
        elif self.lessons and self.chance.random() < 0.1:
            self.send(self.lesson_wish())
        else:
            self.send(self.cells_wish())
        if self.crew.pause:
            time.sleep(self.crew.pause)

    def settle(self):
        wish, self.doubtful = self.doubtful, None
        if self.resends and wish["kind"] == "cells":
            self.send(wish)
        else:
            self.doubtful = wish
            self.look()
            self.doubtful = None

    def cells_wish(self):
        page = self.chance.choice(sorted(set(self.pages.values())))
        mine = [cell for cell in self.pages if self.pages[cell] == page]
        chosen = self.chance.sample(mine, min(len(mine), self.chance.choice([1, 1, 1, 2, 5, 20])))
        self.count += 1
        entries = []
        for position, (lesson, student) in enumerate(chosen):
            entry = {"lesson": lesson, "student": student, "version": self.versions[(lesson, student)]}
            if (lesson, student) in self.filled and self.chance.random() < 0.1:
                entry["set"] = ""
            else:
                name = f"w{self.number}.{self.count}.{position}"
                entry |= {"set": self.chance.choice(MARKS), "comment": name}
            entries.append(entry)
        name = f"w{self.number}.{self.count}.{self.crew.seed}"
        return {"kind": "cells", "page": page, "id": name, "entries": entries}

    def lesson_wish(self):
        lesson = self.chance.choice(sorted(self.lessons))
        self.count += 1
        name = f"w{self.number}.{self.count}.{self.crew.seed}"
        version = self.lessons[lesson]
        return {"kind": "lesson", "lesson": lesson, "id": name, "topic": f"Topic {name}", "version": version}

    def send(self, wish):
        self.note("sent", wish)
        began = time.monotonic()
        try:
            if wish["kind"] == "cells":
                body = json.dumps({"entries": wish["entries"]})
                status, answer = self.person.ask("POST", f"/pages/{wish['page']}/entries", body, wish["id"])
            else:
                body = {"topic": wish["topic"], "version": wish["version"]}
                status, answer = self.person.ask("PUT", f"/lessons/{wish['lesson']}", body)
        except Lost:
            self.doubtful = wish
            raise
        self.longest = max(self.longest, time.monotonic() - began)
        self.statuses[status] = self.statuses.get(status, 0) + 1
        self.without_advice += status == 503 and not self.person.headers.get("Retry-After")
        if status == 200:
            self.take(wish, answer, began)
        elif status == 401:
            self.person.token, self.doubtful = None, wish
        else:
            # A refusal says that nothing was written; it is held to that by looking.
            self.note("refused", {"id": wish["id"], "status": status})
            self.doubtful = wish
            if 400 <= status < 500 and status != 429:
                self.look()
                self.doubtful = None
            time.sleep(0.05)

    def take(self, wish, answer, began):
        if wish["kind"] == "lesson":
            self.lessons[wish["lesson"]] = answer["version"]
            saved = [{"lesson": wish["lesson"], "version": answer["version"]}]
        else:
            saved = []
            for entry, result in zip(wish["entries"], answer["results"], strict=True):
                place = (result["lesson"], result["student"])
                self.versions[place] = result["version"]
                if result["status"] == "saved":
                    self.filled.add(place) if entry["set"] else self.filled.discard(place)
                    saved.append({"lesson": place[0], "student": place[1], "version": result["version"]})
                else:
                    self.note("unsaved", {"id": wish["id"], **result})
                    self.filled.discard(place)
                    if result["status"] == "refused":
                        del self.pages[place]
        self.note("acknowledged", {"id": wish["id"], "saved": saved, "sent_at": began, "at": time.monotonic()})

    def look(self):
        for page in set(self.pages.values()):
            sheet = self.person.get(f"/pages/{page}")
            there = {(cell["lesson"], cell["student"]): cell for cell in sheet["cells"]}
            for place in (one for one in self.pages if self.pages[one] == page):
                cell = there.get(place, {"version": 0, "value": ""})
                self.versions[place] = cell["version"]
                self.filled.add(place) if cell["value"] else self.filled.discard(place)
            for lesson in sheet["lessons"]:
                if lesson["id"] in self.lessons:
                    self.lessons[lesson["id"]] = lesson["version"]

    def note(self, what, content):
        self.log.write(json.dumps({"what": what, **content}) + "\n")
        if what == "acknowledged":
            self.log.flush()
            os.fsync(self.log.fileno())


class Crew:
    """The writers of one place; paused while nobody may be between an answer and its log."""

    def __init__(self, place, folder, count=16, pause=0.0, seed=1):
        self.place, self.folder, self.seed, self.pause = place, folder, seed, pause
        self.may_write = threading.Event()
        self.is_over = False
        self.folder.mkdir(parents=True, exist_ok=True)
        shares = self.shares(count)
        self.writers = [Writer(self, number, *shares[number]) for number in range(count)]
        for writer in self.writers:
            writer.start()

    def shares(self, count):
        """For each writer cells and lessons of a teacher, no cell and no lesson twice."""
        shares, seen = [([], []) for _ in range(count)], set()
        for first, role in enumerate(TEACHERS):
            sheets = Person(self.place, role).sign_in().pages()
            mine = list(range(first, count, len(TEACHERS)))
            lessons = {lesson["id"]: lesson for lesson in lessons_to_write(sheets, TODAY)}
            order = {lesson: mine[number % len(mine)] for number, lesson in enumerate(sorted(lessons)) if mine}
            for cell in cells_to_write(sheets, TODAY):
                if mine and cell[1:3] not in seen:
                    seen.add(cell[1:3])
                    shares[order[cell[1]]][0].append(cell)
            for lesson, owner in order.items():
                if lesson not in seen:
                    seen.add(lesson)
                    shares[owner][1].append(lessons[lesson])
        return shares

    def write(self):
        self.may_write.set()

    def pause_all(self, within=90):
        """No writer is between sending and noting after this."""
        self.may_write.clear()
        deadline = time.monotonic() + within
        for writer in self.writers:
            writer.is_idle.clear()
        for writer in self.writers:
            if not writer.is_idle.wait(max(0.1, deadline - time.monotonic())):
                raise TimeoutError(f"writer {writer.number} waits for an answer since {within} s")
        for writer in self.writers:
            writer.log.flush()

    def end(self):
        self.is_over = True
        for writer in self.writers:
            writer.join(60)
            writer.log.close()
            writer.person.connection.close()

    @property
    def statuses(self):
        total = {}
        for writer in self.writers:
            for status, count in writer.statuses.items():
                total[status] = total.get(status, 0) + count
        return total

    @property
    def without_advice(self):
        """Answers of 503 that did not say when to come back."""
        return sum(writer.without_advice for writer in self.writers)

    @property
    def longest(self):
        """Seconds somebody waited for an answer, at most."""
        return max(writer.longest for writer in self.writers)
