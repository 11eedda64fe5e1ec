"""The process or the power goes at a random moment, or the disk says that it could not keep what it was given."""
import errno
import json
import random
import time

from checker import State, check
from faults import fault
from place import Broken
from shim import FAILED_AT_NS, KEEP_SEED, KEPT, SYNC_DELAY_US, SYNC_ERRNO, SYNC_FAILURES, SYNCS, UNDONE, Shim
from writers import Crew

# What a process ends with that cannot trust its disk any more: EX_IOERR of sysexits.
IO_ERROR = 74


def rounds_of_crashes(world, row, place, crash, rounds):
    """Writers at work, a crash at a random moment, the check, the next start; the writers go on."""
    before, chance, slowest = State(place), random.Random(world.seed), 0.0
    place.start()
    crew = Crew(place, world.logs(place), seed=world.seed)
    try:
        for _ in range(rounds):
            crew.write()
            time.sleep(chance.uniform(0.2, 1.2))
            crash()
            crew.pause_all()
            row.rounds += 1
            row.take(check(place, crew.folder, before), count=False)
            slowest = max(slowest, place.start())
        crew.write()
        time.sleep(0.5)
        crew.pause_all()
        crew.end()
        place.kill()
        row.take(check(place, crew.folder, before))
        row.note(f"up again in {slowest:.1f} s at most")
    finally:
        crew.end()


@fault("kill -9 at a random moment", short=3, full=20, engines=("sqlite", "postgres"))
def the_process_is_killed(world, row, rounds):
    with world.place() as place:
        rounds_of_crashes(world, row, place, place.kill, rounds)


@fault("kill -9 after another program has read", short=2, full=10)
def another_program_reads_and_the_process_is_killed(world, row, rounds):
    """Who reads beside the server must not take the log away when it leaves."""
    with world.place() as place:

        def crash():
            place.be_another_program()
            time.sleep(0.3)
            place.kill()

        rounds_of_crashes(world, row, place, crash, rounds)


@fault("kill -9, then another program reads", short=0, full=10)
def the_process_is_killed_and_another_program_reads(world, row, rounds):
    """It brings the log into the file, in pages without a seal."""
    with world.place() as place:

        def crash():
            place.kill()
            place.be_another_program()

        rounds_of_crashes(world, row, place, crash, rounds)
        if "ALARM" in place.log_path.read_text(errors="replace"):
            row.broke("a false alarm")


@fault("power cut: unsynced bytes are gone", short=2, full=12)
def the_power_goes_and_nothing_unsynced_is_kept(world, row, rounds):
    power_cuts(world, row, rounds, keep=False)


@fault("power cut: a random part of them is kept", short=0, full=12)
def the_power_goes_and_some_unsynced_sectors_are_kept(world, row, rounds):
    power_cuts(world, row, rounds, keep=True)


def power_cuts(world, row, rounds, keep):
    with world.place() as place:
        shim, chance = Shim(world.workshop, place), random.Random(world.seed + 1)

        def cut():
            shim[KEEP_SEED] = chance.randrange(1, 1 << 30) if keep else 0
            place.cut_power()

        # As on a real disk there is nearly always something written that is not yet synced.
        shim[SYNC_DELAY_US] = 4000
        rounds_of_crashes(world, row, place, cut, rounds)
        row.note(f"{shim[SYNCS]} syncs, {shim[UNDONE]} writes undone, {shim[KEPT]} kept")
        if shim[UNDONE] == 0:
            row.broke("the shim undid nothing: the fault was not there")


@fault("fsync fails once (EIO)", short=0, full=4)
def the_disk_fails_to_sync_once(world, row, rounds):
    failing_syncs(world, row, rounds, failures=1)


@fault("fsync fails from now on (EIO)", short=0, full=3)
def the_disk_fails_to_sync_for_good(world, row, rounds):
    failing_syncs(world, row, rounds, failures=1 << 40)


def failing_syncs(world, row, rounds, failures):
    """What could not be synced may be gone although a second sync succeeds: the process must say so and end."""
    for number in range(rounds):
        with world.place() as place:
            shim, before = Shim(world.workshop, place), State(place)
            place.start()
            crew = Crew(place, world.logs(place), seed=world.seed + number)
            try:
                crew.write()
                time.sleep(random.Random(number).uniform(0.3, 0.8))
                shim[SYNC_FAILURES], shim[SYNC_ERRNO] = failures, errno.EIO
                code = place.ended_within(8)
                crew.may_write.clear()
                if code is None:
                    row.broke(f"the process went on after a failed fsync, answering {crew.statuses}")
                    place.cut_power()
                elif code != IO_ERROR:
                    row.broke(f"the process ended with {code}, not {IO_ERROR}, after a failed fsync")
                crew.pause_all()
                late = acknowledged_after(crew, shim[FAILED_AT_NS] / 1e9)
                if late:
                    row.broke(f"{late} writes sent after the failed fsync were acknowledged")
                crew.end()
                row.rounds += 1
                row.take(check(place, crew.folder, before))
                shim.reset()
                place.start()
            finally:
                crew.end()


def acknowledged_after(crew, instant):
    count = 0
    for file in crew.folder.glob("*.jsonl"):
        for line in file.read_text().splitlines():
            line = json.loads(line)
            count += line["what"] == "acknowledged" and line["sent_at"] > instant > 0
    return count


@fault("a newer schema meets an older program", short=0, full=1, engines=("sqlite", "postgres"))
def an_older_program_refuses_a_newer_schema(world, row, rounds):
    with world.place() as place:
        place.meet_newer_schema(9999)
        row.rounds = rounds
        before = State(place)
        try:
            place.start()
            row.broke("the server started over a schema that it does not know")
        except Broken as refusal:
            row.note(str(refusal)[:70])
            if "newer" not in str(refusal):
                row.broke("the server does not say that a newer program was here")
        if place.verify()[0]:
            row.broke("audit verify worked over a schema that it does not know")
        if State(place).cells != before.cells:
            row.silent += 1

