"""A demo school, made once a run and served from a copy, so that what one file of tests writes harms no other."""

import atexit
import json
import os
import re
import shutil
import socket
import subprocess
import tempfile
import urllib.error
import urllib.request
from contextlib import contextmanager
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SABAK = os.environ.get("SABAK", str(ROOT / ".build/debug/sabak"))
TODAY = "2026-11-20"


@cache
def made(students, country="KG"):
    """The directory of a freshly made school with the cast that can sign in."""
    directory = Path(tempfile.mkdtemp(prefix="sabak-browser-"))
    atexit.register(shutil.rmtree, directory, ignore_errors=True)
    data = directory / "data"
    wish = ["--students", str(students), "--country", country, "--today", TODAY, "--json"]
    answer = subprocess.run([SABAK, "demo", "--data", str(data), *wish], check=True, capture_output=True)
    return data, json.loads(answer.stdout)["schools"][0]


@contextmanager
def served(students=150, country="KG"):
    data, description = made(students, country)
    own = Path(tempfile.mkdtemp(prefix="copy-", dir=data.parent))
    shutil.copytree(data, own, dirs_exist_ok=True)
    port = free_port()
    command = [SABAK, "serve", "--data", str(own), "--port", str(port), "--clock", f"{TODAY}T09:00"]
    with open(own.parent / f"{own.name}.log", "w") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log)
    school = School(f"http://127.0.0.1:{port}", description)
    try:
        school.wait_until_ready(process)
        yield school
    finally:
        process.terminate()
        process.wait(20)
        shutil.rmtree(own, ignore_errors=True)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class School:
    def __init__(self, url, description):
        self.url = url
        self.id = description["id"]
        self.cast = description["cast"]
        self.tokens = {}
        self.taken = set()
        self.classes = {}

    def wait_until_ready(self, process):
        while process.poll() is None:
            try:
                if self.status("/ready") == 200:
                    return
            except (ConnectionError, urllib.error.URLError):
                continue
        raise RuntimeError(f"the server ended with {process.returncode}")

    def status(self, path):
        return self.ask("GET", path)[0]

    def ask(self, method, path, body=None, headers=None):
        """The status, headers and body of one request."""
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.url + path, data, headers or {}, method=method)
        if data is not None:
            request.add_header("Content-Type", "application/json")
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                return answer.status, answer.headers, answer.read()
        except urllib.error.HTTPError as refusal:
            return refusal.code, refusal.headers, refusal.read()

    def token(self, role):
        if role not in self.tokens:
            person = self.cast[role]
            wish = {"login": person["login"], "password": person["password"]}
            self.tokens[role] = json.loads(self.ask("POST", "/api/v1/sign-in", wish)[2])["token"]
        return self.tokens[role]

    def api(self, role, path, method="GET", body=None, **headers):
        """The status and the JSON that a member of the cast gets."""
        sent = {"Authorization": "Bearer " + self.token(role)} | {k.replace("_", "-"): v for k, v in headers.items()}
        status, _, answer = self.ask(method, "/api/v1" + path, body, sent)
        return status, json.loads(answer or "null")

    def get(self, role, path):
        status, answer = self.api(role, path)
        assert status == 200, (path, status, answer)
        return answer

    # What tests write in: each lesson is handed out once.

    def lesson(self, role="teacher", student=None, where=lambda lesson: True, is_kept=True):
        """A lesson held before today that no test was given yet, with its page; one with the student if named.
        A test that writes nothing leaves it to the others."""
        for page in self.pages(role):
            sheet = self.get(role, f"/pages/{page['id']}")
            students = [one for one in sheet["students"] if not one["to"] or one["to"] > TODAY]
            if student and student not in [one["id"] for one in students]:
                continue
            for lesson in reversed(sheet["lessons"]):
                if lesson["id"] in self.taken or not lesson["mayWrite"] or not where(lesson):
                    continue
                if lesson["date"] < TODAY and lesson["state"] in ("due", "incomplete", "complete"):
                    if is_kept:
                        self.taken.add(lesson["id"])
                    here = [one["id"] for one in students if one["from"] <= lesson["date"]]
                    return Place(self, page, lesson, here, role)
        raise AssertionError(f"no lesson left for {role}")

    def class_ids(self):
        """Class name without its hyphen → id, as the day sheet of the school links them."""
        if not self.classes:
            page = self.ask("GET", "/absences", headers={"Cookie": f"__Host-sabak={self.token('deputy')}"})[2]
            links = re.findall(r'href="/absences\?class=(\d+)[^"]*">([^<]+)</a>', page.decode())
            self.classes = {name.replace("-", ""): number for number, name in links}
        return self.classes

    def pages(self, role):
        return [page for page in self.get(role, "/pages")["items"] if page["mayWrite"]]


class Place:
    """A lesson of a page with the students who may be written in it."""

    def __init__(self, school, page, lesson, students, role):
        self.school, self.page, self.lesson, self.students, self.role = school, page, lesson, students, role
        self.address = f"/pages/{page['id']}"

    def cells(self):
        """What the school has in this lesson: student → cell."""
        sheet = self.school.get(self.role, self.address)
        return {cell["student"]: cell for cell in sheet["cells"] if cell["lesson"] == self.lesson["id"]}

    def values(self):
        cells = self.cells()
        return [cells[student]["value"] if student in cells else "" for student in self.students]

    def enter(self, student, text, role=None):
        """Sets a cell as a program does, over whatever stands there."""
        version = self.cells().get(student, {"version": 0})["version"]
        entry = {"lesson": self.lesson["id"], "student": student, "set": text, "version": version}
        key = f"{self.lesson['id']}-{student}-{version}"
        path = f"{self.address}/entries"
        return self.school.api(role or self.role, path, "POST", {"entries": [entry]}, Idempotency_Key=key)
