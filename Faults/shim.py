"""The preload shim from Python's side: compiled once, its knobs turned while the server runs."""
import mmap
import os
import struct
import subprocess
from pathlib import Path

HERE = Path(__file__).resolve().parent
SOURCES = [HERE / "shim.c", HERE / "shim_power.c", HERE / "shim_clock.c"]
SYNC_ERRNO, SYNC_FAILURES, SYNC_DELAY_US, CLOCK_OFFSET_MS, KEEP_SEED, SYNCS, FAILED_AT_NS, UNDONE, KEPT = range(9)


def compiled(folder):
    library = folder / "shim.so"
    if not library.exists():
        compiler = os.environ.get("CC", "cc")
        subprocess.run(
            [compiler, "-shared", "-fPIC", "-O1", "-Wall", "-o", library, *SOURCES, "-ldl", "-lpthread"], check=True)
    return library


class Shim:
    """Preloaded into the next start of the place's server."""

    def __init__(self, workshop, place):
        stash = place.data.parent / f"{place.data.name}.stash"
        stash.mkdir(exist_ok=True)
        page = place.data.parent / f"{place.data.name}.knobs"
        page.write_bytes(bytes(4096))
        self.file = open(page, "r+b")
        self.page = mmap.mmap(self.file.fileno(), 4096)
        place.environment = {
            "LD_PRELOAD": str(compiled(workshop.directory)), "SABAK_DISK": str(place.data),
            "SABAK_KNOBS": str(page), "SABAK_STASH": str(stash)}

    def __getitem__(self, knob):
        return struct.unpack_from("q", self.page, knob * 8)[0]

    def __setitem__(self, knob, value):
        struct.pack_into("q", self.page, knob * 8, value)

    def reset(self):
        self.page[:72] = bytes(72)
