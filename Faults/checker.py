"""Holds what stands in the database against what the writers sent and what was acknowledged.

Demanded: every acknowledged write is there, or overwritten by a later one that was sent; nothing that nobody sent;
cells, their history and the audit chain agree; a batch is there whole or not at all; the chain reaches its anchor.
"""
import json
from collections import defaultdict

CELL = "SELECT lesson_id, student_id, slot, value, comment, version FROM entry ORDER BY lesson_id, student_id, slot"
LESSON = "SELECT id, topic, version FROM lesson ORDER BY id"
HISTORY = """SELECT audit.seq, audit.object, audit.before, audit.after, coalesce(audit_text.content, '') FROM audit
    LEFT JOIN audit_text ON audit_text.school_id = audit.school_id AND audit_text.seq = audit.seq
    WHERE audit.seq > {seq} AND (audit.object LIKE 'cell/%' OR audit.object LIKE 'lesson/%') ORDER BY audit.seq"""


class State:
    """Cells, lessons and the end of the chain at one moment."""

    def __init__(self, place):
        self.cells, self.lessons = {}, {}
        for lesson, student, slot, value, comment, version in place.rows(CELL):
            cell = self.cells.setdefault((str(lesson), str(student)), {"values": {}, "comment": "", "version": 0})
            cell["values"][int(slot)] = value
            cell["comment"] = comment or cell["comment"]
            cell["version"] = max(cell["version"], int(version))
        for lesson, topic, version in place.rows(LESSON):
            self.lessons[str(lesson)] = (topic, int(version))
        self.seq = max([int(row[0]) for row in place.rows("SELECT seq FROM audit_head")], default=0)

    def version(self, place):
        return self.cells[place]["version"] if place in self.cells else 0

    def marks(self, place):
        values = self.cells[place]["values"] if place in self.cells else {}
        return "/".join(values[slot] for slot in (1, 2) if values.get(slot))


class Sent:
    """What the logs of the writers tell."""

    def __init__(self, folder):
        self.wishes, self.acknowledged, self.writes = {}, {}, 0
        self.cells, self.lessons = defaultdict(dict), defaultdict(dict)
        for file in sorted(folder.glob("*.jsonl")):
            for line in file.read_text().splitlines():
                self.take(json.loads(line))

    def take(self, line):
        if line["what"] == "sent":
            self.wishes[line["id"]] = line
        elif line["what"] == "acknowledged":
            # A repeated answer is the same acknowledgement.
            self.writes += 0 if line["id"] in self.acknowledged else len(line["saved"])
            self.acknowledged[line["id"]] = line

    def by_cell(self):
        """(lesson, student) → version it made → the entries that would have made it, each with its wish."""
        found = defaultdict(lambda: defaultdict(list))
        for wish in self.wishes.values():
            for entry in wish.get("entries", []):
                found[(entry["lesson"], entry["student"])][entry["version"] + 1].append((wish, entry))
        return found

    def saved(self):
        """(lesson, student) → version → the wish that was acknowledged for it."""
        found = defaultdict(dict)
        for name, line in self.acknowledged.items():
            for one in line["saved"]:
                place = (one["lesson"], one["student"]) if "student" in one else one["lesson"]
                found[place][one["version"]] = self.wishes[name]
        return found


class Verdict:
    def __init__(self):
        self.acknowledged, self.lost, self.wrong = 0, [], []

    @property
    def is_good(self):
        return not self.lost and not self.wrong

    def words(self):
        return "; ".join((self.lost + self.wrong)[:3])


def check(place, folder, before, proof=True):
    """The verdict on a place whose server rests, against the state before the writers began."""
    verdict, sent, now = Verdict(), Sent(folder), State(place)
    verdict.acknowledged = sent.writes
    history = read_history(place, before.seq)
    check_cells(verdict, sent, before, now, history)
    check_lessons(verdict, sent, before, now, history)
    check_batches(verdict, sent, history)
    if proof:
        damage = place.integrity()
        if damage:
            verdict.wrong.append(f"integrity: {damage}")
        is_sound, words = place.verify()
        if not is_sound:
            verdict.wrong.append(f"audit verify: {words}")
    return verdict


def read_history(place, seq):
    """object → its rows of the chain since then: (before, after, kept text)."""
    history = defaultdict(list)
    for _, name, old, new, text in place.rows(HISTORY.format(seq=seq)):
        history[name].append((old, new, text))
    return history


def check_cells(verdict, sent, before, now, history):
    candidates, saved = sent.by_cell(), sent.saved()
    for place in sorted(set(now.cells) | set(candidates) | set(before.cells)):
        start, end = before.version(place), now.version(place)
        rows = history.get(f"cell/{place[0]}/{place[1]}", [])
        kept = saved.get(place, {})
        if kept and max(kept) > end:
            verdict.lost.append(f"cell {place}: version {max(kept)} was acknowledged, {end} stands")
        if len(rows) != max(0, end - start):
            verdict.wrong.append(f"cell {place}: {end - start} changes but {len(rows)} rows of history")
            continue
        check_history(verdict, place, start, rows, kept, candidates.get(place, {}))
        if end == start:
            if now.cells.get(place) != before.cells.get(place):
                verdict.wrong.append(f"cell {place}: changed without a new version")
        elif rows and shown(rows[-1][1]) != now.marks(place):
            verdict.wrong.append(f"cell {place}: {now.marks(place)!r} stands, history says {shown(rows[-1][1])!r}")


def check_history(verdict, place, start, rows, kept, candidates):
    for number, (old, new, text) in enumerate(rows):
        version = start + 1 + number
        if number and old != rows[number - 1][1]:
            verdict.wrong.append(f"cell {place}: row of version {version} does not follow the one before it")
        fitting = [wish for wish, entry in candidates.get(version, []) if fits(entry, new, text)]
        if version in kept and kept[version]["id"] not in [wish["id"] for wish in fitting]:
            is_there = text and text in [entry.get("comment") for entry in kept[version]["entries"]]
            (verdict.wrong if is_there else verdict.lost).append(
                f"cell {place}: acknowledged {kept[version]['id']} is not version {version}, which is {new!r} {text!r}")
        elif not fitting:
            verdict.wrong.append(f"cell {place}: version {version} ({shown(new)!r} {text!r}) was sent by nobody")


def shown(trace):
    return trace.split("\x1f")[0].strip()


def fits(entry, new, text):
    return shown(new) == entry["set"] and text == entry.get("comment", "")


def check_lessons(verdict, sent, before, now, history):
    topics = defaultdict(dict)
    for wish in sent.wishes.values():
        if wish["kind"] == "lesson":
            topics[wish["lesson"]].setdefault(wish["version"] + 1, set()).add(wish["topic"])
    saved = sent.saved()
    for lesson in sorted(set(before.lessons) | set(now.lessons)):
        topic, version = now.lessons.get(lesson, ("", -1))
        old_topic, old_version = before.lessons.get(lesson, ("", -1))
        kept = saved.get(lesson, {})
        if kept and max(kept) > version:
            verdict.lost.append(f"lesson {lesson}: version {max(kept)} was acknowledged, {version} stands")
        elif kept and max(kept) == version and kept[version]["topic"] != topic:
            verdict.lost.append(f"lesson {lesson}: {kept[version]['topic']!r} was acknowledged, {topic!r} stands")
        elif version == old_version and topic != old_topic:
            verdict.wrong.append(f"lesson {lesson}: changed without a new version")
        elif version != old_version and topic not in topics[lesson].get(version, ()):
            verdict.wrong.append(f"lesson {lesson}: {topic!r} was sent by nobody for version {version}")
        rows = len(history.get(f"lesson/{lesson}", []))
        if rows != version - old_version:
            verdict.wrong.append(f"lesson {lesson}: {version - old_version} changes but {rows} rows of history")


def check_batches(verdict, sent, history):
    """Of a batch whose answer was lost either all entries are in the history or none."""
    kept = {text for name, rows in history.items() if name.startswith("cell/") for _, _, text in rows if text}
    for wish in sent.wishes.values():
        names = {entry["comment"] for entry in wish.get("entries", []) if entry.get("comment")}
        if wish["id"] in sent.acknowledged or not names:
            continue
        if names & kept and not names <= kept:
            verdict.wrong.append(f"batch {wish['id']}: {len(names & kept)} of {len(names)} entries are there")
