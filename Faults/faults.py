"""Breaks things under a running server and checks that nothing acknowledged is lost and no damage is silent.

    python3 Faults/faults.py [--short] [--engine sqlite|postgres] [--only WORDS] [--seed N]

Prints a row per fault; ends with 1 if a write was lost, damage was silent, or the program broke a promise. The program
is taken from the variable SABAK. All traffic stays on 127.0.0.1, and every server is ended.
"""
import argparse
import contextlib
import importlib
import random
import signal
import sys
import time
import traceback
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
# The rooms of this folder import this file by its name, also when it is run as a program.
sys.modules.setdefault("faults", sys.modules[__name__])

from place import SQLitePlace, Workshop  # noqa: E402

ROOMS = ["crash", "disk", "damage", "races", "clock", "limits", "upgrade", "hostile", "smuggling", "failover", "reader"]
FAULTS = []


def fault(name, short, full, engines=("sqlite",)):
    """Enters a function in the list of faults, with its rounds in the short and in the full form."""

    def enter(function):
        FAULTS.append((name, short, full, engines, function))
        return function

    return enter


class Row:
    """One row of the table."""

    def __init__(self, name, engine):
        self.name, self.engine = name, engine
        self.rounds = self.acknowledged = self.lost = self.silent = 0
        self.remarks, self.broken = [], []
        self.is_skipped = False

    def take(self, verdict, count=True):
        """Adds a verdict of the checker; an earlier look at writes that are still counted later adds no count."""
        if count:
            self.acknowledged += verdict.acknowledged
        self.lost += len(verdict.lost)
        for words in (verdict.lost + verdict.wrong)[:3]:
            self.broke(words)

    def note(self, words):
        self.remarks.append(words)

    def broke(self, words):
        if words not in self.broken:
            self.broken.append(words)

    def skip(self, why):
        self.is_skipped = True
        self.note(f"skipped: {why}")

    @property
    def is_good(self):
        return self.lost == 0 and self.silent == 0 and not self.broken

    def line(self, seconds):
        remarks = "; ".join([f"BROKEN: {words}" for words in self.broken[:6]] + self.remarks)
        return (
            f"{self.name:42} {self.engine:9}{self.rounds:7}{self.acknowledged:9}{self.lost:6}{self.silent:8}"
            f"{seconds:7.0f}  {remarks}")


class World:
    """What a fault gets: a workshop with a demo school, places over copies of it, folders for logs."""

    def __init__(self, workshop, engine, seed):
        self.workshop, self.engine, self.seed = workshop, engine, seed

    @contextlib.contextmanager
    def place(self, data=None):
        if self.engine == "postgres":
            from postgres import PostgresPlace as kind
        else:
            kind = SQLitePlace
        place = kind(self.workshop, data)
        try:
            yield place
        finally:
            place.close()

    def logs(self, place):
        return self.workshop.directory / f"{place.data.name}.writers"


def run(chosen, world, is_short):
    is_good = True
    print(f"{'fault':42} {'engine':9}{'rounds':>7}{'acked':>9}{'lost':>6}{'silent':>8}{'s':>7}  remarks", flush=True)
    for name, short, full, engines, function in chosen:
        rounds = short if is_short else full
        if rounds == 0 or world.engine not in engines:
            continue
        row, began = Row(name, world.engine), time.monotonic()
        try:
            function(world, row, rounds)
        except Exception as error:  # A fault that could not be tried to its end is a row, and the others go on.
            traceback.print_exc()
            row.broke(f"{type(error).__name__}: {error}"[:300])
        is_good = is_good and row.is_good
        print(row.line(time.monotonic() - began), flush=True)
    return is_good


def main():
    wishes = argparse.ArgumentParser(description="Breaks things under a running server.")
    wishes.add_argument("--short", action="store_true", help="the most telling faults, in a minute")
    wishes.add_argument("--engine", choices=["sqlite", "postgres"], default="sqlite")
    wishes.add_argument("--only", default="", help="faults whose name holds these words")
    wishes.add_argument("--seed", type=int, default=random.randrange(1 << 30))
    wish = wishes.parse_args()
    for room in ROOMS:
        importlib.import_module(room)
    chosen = [one for one in FAULTS if wish.only in one[0]]
    print(f"seed {wish.seed}", flush=True)
    # Asked to end, it still ends its servers and takes its files away.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    workshop = Workshop()
    try:
        is_good = run(chosen, World(workshop, wish.engine, wish.seed), wish.short)
    finally:
        workshop.close()
    sys.exit(0 if is_good else 1)


if __name__ == "__main__":
    main()
