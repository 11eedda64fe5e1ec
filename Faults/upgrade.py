"""A new program takes the place of the old one while people write."""
import random
import time

from checker import State, check
from faults import fault
from writers import Crew


@fault("upgrade with writers at work", short=0, full=6, engines=("sqlite", "postgres"))
def the_program_is_replaced_while_people_write(world, row, rounds):
    with world.place() as place:
        before, chance = State(place), random.Random(world.seed)
        place.start()
        crew = Crew(place, world.logs(place), seed=world.seed)
        slowest = 0.0
        try:
            for _ in range(rounds):
                crew.write()
                time.sleep(chance.uniform(0.3, 1))
                code, took = place.stop(within=30)
                slowest = max(slowest, took)
                if code != 0:
                    row.broke(f"SIGTERM ended the server with {code}")
                if took > 10:
                    row.broke(f"draining took {took:.1f} s")
                crew.pause_all()
                row.rounds += 1
                row.take(check(place, crew.folder, before, proof=False), count=False)
                place.start()
            crew.write()
            time.sleep(0.5)
            crew.pause_all()
            crew.end()
            place.stop()
            row.take(check(place, crew.folder, before))
            row.note(f"drained in {slowest:.1f} s at most, statuses {crew.statuses}")
            if any(status >= 500 for status in crew.statuses):
                row.broke("a writer was answered with a fault while the server drained")
        finally:
            crew.end()
