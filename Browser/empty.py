"""A server over an empty directory, where a school is founded."""

import re
import shutil
import socket
import subprocess
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

import school as schools


class EmptyServer:
    """With what it said on its terminal."""

    def __init__(self, url, log):
        self.url, self.log = url, log

    @property
    def link(self):
        for _ in range(200):
            found = re.search(r"http://\S+/setup\?code=\S+", self.log.read_text())
            if found:
                return found.group()
            time.sleep(0.05)
        raise AssertionError(self.log.read_text())


def await_door(port, process, log):
    """Until somebody answers at the port."""
    for _ in range(400):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            if process.poll() is not None:
                break
            time.sleep(0.05)
    raise AssertionError(log.read_text())


@contextmanager
def empty_server(*options):
    folder = Path(tempfile.mkdtemp(prefix="sabak-empty-"))
    log, port = folder / "log", schools.free_port()
    with open(log, "w") as out:
        command = [schools.SABAK, "serve", "--data", str(folder / "data"), "--port", str(port), *options]
        process = subprocess.Popen(command, stdout=out, stderr=out)
    try:
        await_door(port, process, log)
        yield EmptyServer(f"http://127.0.0.1:{port}", log)
    finally:
        process.terminate()
        process.wait(20)
        shutil.rmtree(folder, ignore_errors=True)
