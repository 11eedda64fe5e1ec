"""PostgreSQL is killed, started anew, replaced by its standby or out of reach while people write."""
import random
import time

from checker import State, check
from disk import writes_resume
from faults import fault
from writers import Crew

# What the program promises of a cut network: it is noticed "within seconds", and then the pool's ten are waited.
LONGEST_WAIT = 15


def judge(row, place, crew, before):
    """The writers rest and the server ends: everything acknowledged stands, and nobody was told of a fault."""
    crew.pause_all()
    crew.end()
    place.stop()
    row.take(check(place, crew.folder, before))
    row.note(f"statuses {crew.statuses}, an answer after {crew.longest:.1f} s at most")
    others = {status: count for status, count in crew.statuses.items() if status >= 500 and status != 503}
    if others:
        row.broke(f"a database out of reach is answered with {others}, not 503")
    if crew.without_advice:
        row.broke(f"{crew.without_advice} answers of 503 have no Retry-After")


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
            row.rounds += 1
            back = f"writes after {resumed:.1f} s more" if resumed is not None else "no writes within 15 s more"
            row.note(f"promoted in {promoted:.1f} s, {back}")
            if resumed is None or promoted + resumed > 5:
                row.broke("writes did not come back within 5 s")
            time.sleep(1)
            judge(row, place, crew, before)
        finally:
            place.close()


@fault("PostgreSQL killed and started again", short=1, full=5, engines=("postgres",))
def the_database_crashes_under_the_server(world, row, rounds):
    the_database_goes_and_comes(world, row, rounds, lambda cluster: cluster.kill())


@fault("PostgreSQL restarted under writers", short=0, full=5, engines=("postgres",))
def the_database_is_restarted_under_the_server(world, row, rounds):
    the_database_goes_and_comes(world, row, rounds, lambda cluster: cluster.stop())


def the_database_goes_and_comes(world, row, rounds, end):
    with world.place() as place:
        before, slowest = State(place), 0.0
        place.start()
        crew = Crew(place, world.logs(place), seed=world.seed)
        for number in range(rounds):
            crew.write()
            time.sleep(1)
            end(place.cluster)
            # Now and then it stays away for longer than a transaction is tried again.
            time.sleep(3 if number % 2 else 0)
            place.cluster.start()
            resumed = writes_resume(crew, 15)
            slowest = max(slowest, resumed or 15)
            if resumed is None:
                row.broke(f"writes did not come back within 15 s: {crew.statuses}")
            row.rounds += 1
        row.note(f"writes after {slowest:.1f} s at most")
        judge(row, place, crew, before)


@fault("network cut between program and database", short=0, full=4, engines=("postgres",))
def the_network_to_the_database_is_cut(world, row, rounds):
    """By a cable of our own: what is silent there is a database that hangs, whose kernel still takes the bytes."""
    from wire import Cable

    with world.place() as place, Cable(place.cluster.port) as cable:
        real = place.url
        place.url = place.cluster.address().replace(f":{place.cluster.port}/", f":{cable.port}/")
        line_is_cut(world, row, rounds, place, cable, real)


@fault("machine of the database is gone", short=0, full=4, engines=("postgres",))
def the_machine_of_the_database_is_gone(world, row, rounds):
    """In network namespaces: packets get lost, or another machine has the address and refuses them."""
    from machines import DistantPlace, Forbidden, Machines

    try:
        with Machines() as machines:
            place = DistantPlace(world.workshop, machines)
            try:
                line_is_cut(world, row, rounds, place, machines, place.url)
            finally:
                place.close()
    except Forbidden as no:
        row.skip(f"making a network needs root and iproute2: {no}")


def line_is_cut(world, row, rounds, place, line, real):
    """In turns in silence and with a farewell; the last two last longer than anybody should wait. At the end the
    program is asked to end while it waits."""
    before = State(place)
    place.start()
    crew = Crew(place, world.logs(place), seed=world.seed)
    try:
        for number in range(rounds):
            crew.write()
            time.sleep(1)
            line.cut(silently=number % 2 == 0)
            time.sleep(3 if number < 2 else 20)
            if number >= 2:
                demand_signs(row, place)
            line.mend()
            resumed = writes_resume(crew, 30)
            row.note(f"back after {-1 if resumed is None else resumed:.1f} s")
            if resumed is None:
                row.broke("writes did not come back within 30 s")
            row.rounds += 1
        line.cut(silently=True)
        time.sleep(2)
        code, took = place.stop(within=30)
        row.note(f"asked to end in silence it ended with {code} after {took:.1f} s")
        if code != 0 or took > 10:
            row.broke(f"SIGTERM while the database was silent: ended with {code} after {took:.1f} s")
        line.mend()
        crew.pause_all()
        if crew.longest > LONGEST_WAIT:
            row.broke(f"an answer took {crew.longest:.0f} s, more than {LONGEST_WAIT}")
        place.start()
        crew.write()
        time.sleep(1)
        place.url = real
        judge(row, place, crew, before)
    finally:
        crew.end()


def demand_signs(row, place):
    if place.status("/health") != 200:
        row.broke("while the database is out of reach the program does not say that it lives")
    began = time.monotonic()
    if place.status("/ready") != 503 or time.monotonic() - began > 3:
        row.broke("/ready does not say within 3 s that the database is out of reach")
