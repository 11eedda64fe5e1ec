"""Files of the database are not what was written: harmless or detected, never silent."""
import ast
import random
import shutil
import time

from checker import State, check
from client import Person, cells_to_write
from faults import fault
from place import TODAY, Broken
from writers import Crew

# What the program keeps for itself: who was here, which answers were given.
HOUSEKEEPING = {"session", "idempotency", "access_log", "diary_visit", "sqlite_stat1"}


def everything(place, *database):
    """Every row of every table that records something, of the school or of another file."""
    kept = [table for table in place.tables(*database) if table not in HOUSEKEEPING]
    return {table: sorted(map(repr, place.rows(f"SELECT * FROM {table}", *database))) for table in kept}


def a_school_at_rest(world, row, place, anchored):
    """Writes for a moment, then ends with or without a last anchor; the WAL file stays in both cases."""
    before = State(place)
    place.start()
    crew = Crew(place, world.logs(place), seed=world.seed)
    crew.write()
    time.sleep(1.5)
    crew.pause_all()
    crew.end()
    keep = place.looking()
    keep.execute("SELECT count(*) FROM entry").fetchone()
    if anchored:
        place.stop()
    else:
        place.kill()
    pristine = place.data.parent / f"{place.data.name}.pristine"
    shutil.copytree(place.data, pristine)
    keep.close()
    row.take(check(place, crew.folder, before))
    return pristine, [everything(place, file) for file in (place.database, place.directory)]


def a_day_of_writes(world, row, place):
    before = State(place)
    place.start()
    crew = Crew(place, world.logs(place), seed=world.seed)
    crew.write()
    time.sleep(1.5)
    crew.pause_all()
    crew.end()
    place.stop()
    row.take(check(place, crew.folder, before))


def put_back(place, pristine):
    shutil.rmtree(place.data)
    shutil.copytree(pristine, place.data)
    for memory in place.data.rglob("*-shm"):
        memory.unlink()


def flip_a_bit(file, chance):
    size = file.stat().st_size
    with open(file, "r+b") as opened:
        at = chance.randrange(size)
        opened.seek(at)
        byte = opened.read(1)[0] ^ (1 << chance.randrange(8))
        opened.seek(at)
        opened.write(bytes([byte]))
    return f"bit at {at}"


def tear_a_sector(file, chance):
    at = chance.randrange(file.stat().st_size // 512) * 512
    with open(file, "r+b") as opened:
        opened.seek(at)
        opened.write(bytes(512) if chance.random() < 0.5 else chance.randbytes(512))
    return f"sector at {at}"


def cut_the_tail(file, chance):
    size = file.stat().st_size
    left = size - min(size, chance.choice([1, 512, 4096, 4120, chance.randrange(1, size)]))
    with open(file, "r+b") as opened:
        opened.truncate(left)
    return f"cut {size - left} bytes"


def judge(place, truth):
    """harmless, put right, or how it was detected (who reads the damage is told), or what differs in silence."""
    try:
        is_sound, words = place.verify()
    except Exception as error:  # No answer at all is no silence.
        is_sound, words = False, repr(error)
    if not is_sound:
        return "verify", words
    is_sound, mended, words = place.check_pages()
    if not is_sound:
        return "check", words
    try:
        place.start()
        place.stop()
        if "ALARM" in place.log_path.read_text(errors="replace"):
            return "alarm", ""
    except Broken as refusal:
        return "start", str(refusal)
    if place.integrity():
        return "integrity", ""
    try:
        now = [everything(place, *database) for database in place.databases()]
    except Broken as refusal:
        return "read", str(refusal)
    silent = [difference(place, table, fresh.get(table, []), old[table], database)
              for fresh, old, database in zip(now, truth, place.databases())
              for table in old if fresh.get(table) != old[table]]
    return ("silent", ", ".join(silent)) if silent else ("put right" if mended else "harmless", "")


def difference(place, table, now, before, database=()):
    """The table, with the columns in which a row differs or how many rows are missing or too many."""
    fresh, gone = sorted(set(now) - set(before)), sorted(set(before) - set(now))
    if len(fresh) != len(gone) or not fresh:
        return f"{table} ({len(gone)} rows gone, {len(fresh)} new)"
    pairs = zip(place.columns(table, *database), split(gone[0]), split(fresh[0]))
    return f"{table} ({', '.join(name for name, old, new in pairs if old != new) or 'order'})"


def split(row):
    return [repr(value) for value in ast.literal_eval(row)]


def damaged(world, row, rounds, damage, ending, anchored, of="database"):
    with world.place() as place:
        pristine, truth = a_school_at_rest(world, row, place, anchored)
        chance, outcomes = random.Random(world.seed + 2), {}
        for _ in range(rounds):
            put_back(place, pristine)
            place.log_path.write_text("")
            file = getattr(place, of)
            file = file.with_name(file.name + ending)
            if not file.exists() or file.stat().st_size == 0:
                row.broke(f"no {file.name} to damage")
                return
            what = f"of {file.stat().st_size} bytes: {damage(file, chance)}"
            outcome, words = judge(place, truth)
            outcomes[outcome] = outcomes.get(outcome, 0) + 1
            row.rounds += 1
            if outcome == "silent":
                row.silent += 1
                row.broke(f"{what}: silent in {words}")
        row.note(", ".join(f"{count} {outcome}" for outcome, count in sorted(outcomes.items())))
        shutil.rmtree(pristine)


@fault("a bit flipped in the database", short=4, full=60)
def a_bit_of_the_database_flips(world, row, rounds):
    damaged(world, row, rounds, flip_a_bit, "", anchored=True)


@fault("a sector torn in the database", short=2, full=60)
def a_sector_of_the_database_is_torn(world, row, rounds):
    damaged(world, row, rounds, tear_a_sector, "", anchored=True)


@fault("a bit flipped in the directory", short=0, full=60)
def a_bit_of_the_directory_flips(world, row, rounds):
    damaged(world, row, rounds, flip_a_bit, "", anchored=True, of="directory")


@fault("a bit flipped in the cluster", short=0, full=20, engines=("postgres",))
def a_bit_of_the_cluster_flips(world, row, rounds):
    """PostgreSQL with checksums, as it should be made."""
    with world.place() as place:
        a_day_of_writes(world, row, place)
        truth = [everything(place)]
        place.cluster.stop()
        pristine, chance, outcomes = place.cluster.keep(), random.Random(world.seed + 2), {}
        for _ in range(rounds):
            place.cluster.put_back(pristine)
            place.log_path.write_text("")
            files = sorted(file for file in place.files() if file.stat().st_size > 8192)
            file = chance.choices(files, [file.stat().st_size for file in files])[0]
            what = f"{file.name} of {file.stat().st_size} bytes: {flip_a_bit(file, chance)}"
            try:
                place.cluster.start()
                outcome, words = judge(place, truth)
            except Broken as refusal:
                outcome, words = "database refused to start", str(refusal)
            place.cluster.stop()
            outcomes[outcome] = outcomes.get(outcome, 0) + 1
            row.rounds += 1
            if outcome == "silent":
                row.silent += 1
                row.broke(f"{what}: silent in {words}")
        row.note(", ".join(f"{count} {outcome}" for outcome, count in sorted(outcomes.items())))


@fault("a bit flipped in the WAL, anchored", short=0, full=60)
def a_bit_of_the_log_flips_after_an_anchor(world, row, rounds):
    damaged(world, row, rounds, flip_a_bit, "-wal", anchored=True)


@fault("a bit flipped in the WAL, since the anchor", short=0, full=60)
def a_bit_of_the_log_flips_before_the_next_anchor(world, row, rounds):
    damaged(world, row, rounds, flip_a_bit, "-wal", anchored=False)


@fault("the database's tail is cut", short=0, full=60)
def the_tail_of_the_database_is_cut(world, row, rounds):
    damaged(world, row, rounds, cut_the_tail, "", anchored=True)


@fault("the WAL's tail is cut, anchored", short=0, full=60)
def the_tail_of_the_log_is_cut_after_an_anchor(world, row, rounds):
    damaged(world, row, rounds, cut_the_tail, "-wal", anchored=True)


@fault("the WAL's tail is cut, since the anchor", short=0, full=60)
def the_tail_of_the_log_is_cut_before_the_next_anchor(world, row, rounds):
    damaged(world, row, rounds, cut_the_tail, "-wal", anchored=False)


@fault("yesterday's file is put back", short=0, full=2, engines=("sqlite", "postgres"))
def the_file_of_yesterday_is_put_back(world, row, rounds):
    for _ in range(rounds):
        with world.place() as place:
            place.keep_yesterday()
            a_day_of_writes(world, row, place)
            place.put_back_yesterday()
            row.rounds += 1
            if place.verify()[0]:
                row.silent += 1
                row.broke("audit verify finds nothing")
            place.start()
            refuse_to_write(row, place)
            place.stop()
            if "ALARM" not in place.log_path.read_text(errors="replace"):
                row.broke("the start gave no alarm")


def refuse_to_write(row, place):
    """Such a school is read, never written."""
    cast = place.cast["teacher"]
    person = Person(place, "teacher")
    status = person.connection.ask(
        "POST", "/api/v1/sign-in", f'{{"login":"{cast["login"]}","password":"{cast["password"]}"}}',
        {"Content-Type": "application/json"})[0]
    if status != 200:
        row.broke(f"the school is open for reading, but sign-in answers {status}")
        return
    person.sign_in()
    page, lesson, student, version = cells_to_write(person.pages(), TODAY)[0]
    entry = {"lesson": lesson, "student": student, "set": "5", "version": version}
    status = person.ask("POST", f"/pages/{page}/entries", {"entries": [entry]}, "after-yesterday")[0]
    row.note(f"reading works, a write answers {status}")
    if status == 200:
        row.broke("a school whose chain ends before its anchor was written")
