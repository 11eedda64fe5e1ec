"""PostgreSQL's primary is gone and its synchronous standby takes its place."""
import random
import time

from checker import State, check
from disk import writes_resume
from faults import fault
from writers import Crew


@fault("primary killed, standby promoted", short=0, full=3, engines=("postgres",))
def the_primary_is_killed_and_the_standby_promoted(world, row, rounds):
    from postgres import PairPlace

    for number in range(rounds):
        place = PairPlace(world.workshop)
        try:
            before = State(place)
            place.start()
            crew = Crew(place, world.logs(place), seed=world.seed + number)
            crew.write()
            time.sleep(random.Random(world.seed + number).uniform(1, 3))
            promoted = place.fail_over()
            resumed = writes_resume(crew, 15)
            crew.pause_all()
            crew.end()
            place.stop()
            row.rounds += 1
            row.take(check(place, crew.folder, before))
            row.note(f"promoted in {promoted:.1f} s, writes after {-1 if resumed is None else resumed:.1f} s more")
            if resumed is None or promoted + resumed > 5:
                row.broke("writes did not come back within 5 s")
        finally:
            place.close()


@fault("PostgreSQL killed and started again", short=0, full=5, engines=("postgres",))
def the_database_crashes_under_the_server(world, row, rounds):
    with world.place() as place:
        before = State(place)
        place.start()
        crew = Crew(place, world.logs(place), seed=world.seed)
        for _ in range(rounds):
            crew.write()
            time.sleep(1)
            place.cluster.kill()
            place.cluster.start()
            if writes_resume(crew, 15) is None:
                row.broke("writes did not come back within 15 s")
            row.rounds += 1
        crew.pause_all()
        crew.end()
        place.stop()
        row.take(check(place, crew.folder, before))


@fault("network cut between program and database", short=0, full=3, engines=("postgres",))
def the_network_to_the_database_is_cut(world, row, rounds):
    from wire import Cable

    with world.place() as place:
        before = State(place)
        with Cable(place.cluster.port) as cable:
            place.cluster.port, real = cable.port, place.cluster.port
            place.start()
            crew = Crew(place, world.logs(place), seed=world.seed)
            for number in range(rounds):
                crew.write()
                time.sleep(1)
                cable.cut(silently=number % 2 == 0)
                time.sleep(3)
                cable.mend()
                if writes_resume(crew, 30) is None:
                    row.broke("writes did not come back within 30 s")
                row.rounds += 1
            crew.pause_all()
            crew.end()
            place.stop()
            place.cluster.port = real
        row.take(check(place, crew.folder, before))
