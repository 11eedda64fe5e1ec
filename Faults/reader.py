"""Pages are read from a replica: it falls behind, dies and comes back, and a teacher sees the own mark all the while."""
import json
import re
import time
import urllib.request

from client import Person, cells_to_write
from faults import fault
from place import TODAY, Broken, free_port
from postgres import FollowedPlace


class ReaderPlace(FollowedPlace):
    """A primary and a reader that follows it at its own pace; the server asks both."""

    def __init__(self, workshop):
        super().__init__(workshop, is_synchronous=False)
        self.metrics = free_port()

    def words(self):
        return [*super().words(), "--replica", self.standby.address()]

    def command(self):
        return [*super().command(), "--metrics", f"127.0.0.1:{self.metrics}"]

    def views(self, outcome):
        """How many views the replica served, could not serve or failed."""
        with urllib.request.urlopen(f"http://127.0.0.1:{self.metrics}/metrics", timeout=5) as answer:
            text = answer.read().decode()
        return int(re.search(rf'sabak_replica_views_total{{server="1",outcome="{outcome}"}} (\d+)', text)[1])


class Teacher:
    """Sets a mark and looks at the page at once, again and again."""

    def __init__(self, place, row):
        self.person, self.row = Person(place, "teacher", timeout=30).sign_in(), row
        self.cells = cells_to_write(self.person.pages(), TODAY)
        self.versions = {(lesson, student): version for _, lesson, student, version in self.cells}
        self.count, self.slowest = 0, 0.0

    def mark(self):
        page, lesson, student, _ = self.cells[self.count % len(self.cells)]
        self.count += 1
        wish = {"lesson": lesson, "student": student, "version": self.versions[(lesson, student)], "set": "5"}
        body = json.dumps({"entries": [wish | {"comment": f"look {self.count}"}]})
        status, answer = self.person.ask("POST", f"/pages/{page}/entries", body, f"reader.{self.count}")
        if status != 200 or answer["results"][0]["status"] != "saved":
            raise Broken(f"a mark was answered {status} {answer}")
        self.row.acknowledged += 1
        self.versions[(lesson, student)] = answer["results"][0]["version"]
        began = time.monotonic()
        sheet = self.person.get(f"/pages/{page}")
        self.slowest = max(self.slowest, time.monotonic() - began)
        seen = {(cell["lesson"], cell["student"]): cell["version"] for cell in sheet["cells"]}
        if seen.get((lesson, student)) != self.versions[(lesson, student)]:
            self.row.lost += 1
            self.row.broke(f"a teacher did not see the own mark: {seen.get((lesson, student))}")

    def marks(self, count):
        for _ in range(count):
            self.mark()


@fault("reading from a replica that lags and dies", short=0, full=40, engines=("postgres",))
def pages_are_read_from_a_replica(world, row, rounds):
    place = ReaderPlace(world.workshop)
    try:
        place.start()
        teacher, mother = Teacher(place, row), Person(place, "parent").sign_in()

        def grows(outcome, act):
            before = place.views(outcome)
            act()
            return place.views(outcome) - before

        def mother_looks():
            for _ in range(5):
                mother.get("/children")

        served = grows("served", lambda: (teacher.marks(rounds), mother_looks()))
        place.standby.command("SELECT pg_wal_replay_pause()")
        behind = grows("behind", lambda: teacher.marks(rounds))
        others = grows("served", mother_looks)
        place.standby.command("SELECT pg_wal_replay_resume()")
        place.standby.kill()
        failed = grows("failed", lambda: (teacher.marks(rounds), mother_looks()))
        place.standby.start()
        back = comes_back(place, mother)
        row.rounds = 3 * rounds
        row.note(f"served {served}; behind {behind} times, {others} views of others meanwhile; failed {failed} times")
        row.note(f"answers again {back:.0f} s after its start; a page after {teacher.slowest * 1000:.0f} ms at most")
        for count, words in [
            (served, "the replica served nobody"), (behind, "a replica that was behind was not passed over"),
            (others, "a replica that was behind served nobody else"), (failed, "a dead replica was not noticed")]:
            if count == 0:
                row.broke(words)
        if teacher.slowest > 3:
            row.broke("a page took more than 3 s")
        place.stop()
        sound, words = place.verify()
        if not sound:
            row.broke(words)
    finally:
        place.close()


def comes_back(place, mother):
    """Seconds until a replica that was started again answers somebody."""
    began, before = time.monotonic(), place.views("served")
    while place.views("served") == before:
        if time.monotonic() - began > 30:
            raise Broken("the replica is asked no more after it came back")
        mother.get("/children")
        time.sleep(0.1)
    return time.monotonic() - began
