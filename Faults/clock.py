"""The clock of the machine jumps while people write."""
import time

from checker import State, check
from faults import fault
from shim import CLOCK_OFFSET_MS, Shim
from writers import Crew

HOUR = 3_600_000
JUMPS = [
    ("1 h on", HOUR), ("2 h back", -HOUR), ("1 day on", 24 * HOUR), ("back to now", 0), ("400 days on", 9600 * HOUR),
    ("10 days back", -240 * HOUR), ("back to now", 0)]


@fault("the clock jumps", short=0, full=7)
def the_clock_jumps(world, row, rounds):
    with world.place() as place:
        shim, before = Shim(world.workshop, place), State(place)
        place.start()
        crew = Crew(place, world.logs(place), seed=world.seed)
        try:
            for name, offset in JUMPS[:rounds]:
                crew.write()
                time.sleep(1)
                shim[CLOCK_OFFSET_MS] = offset
                earlier = dict(crew.statuses)
                time.sleep(2)
                crew.pause_all()
                since = {status: count - earlier.get(status, 0) for status, count in crew.statuses.items()}
                row.rounds += 1
                row.take(check(place, crew.folder, before), count=False)
                if not place.is_running:
                    row.broke(f"the server ended when the clock jumped {name}")
                if any(status >= 500 for status, count in since.items() if count):
                    row.broke(f"{name}: answers {since}")
                row.note(f"{name}: {since.get(200, 0)} saved")
            crew.end()
            place.stop()
            row.take(check(place, crew.folder, before))
        finally:
            crew.end()
