"""A keep-alive HTTP connection that knows when an answer was lost, and a person who speaks through one."""
import http.client
import json


class Lost(Exception):
    """No answer came: whether the request was done is not known."""


class Connection:
    def __init__(self, port, timeout=60):
        self.port, self.timeout = port, timeout
        self.wire = None

    def ask(self, method, path, body=None, headers=None):
        """The status, headers and bytes of the answer; raises Lost where there is none."""
        try:
            if self.wire is None:
                self.wire = http.client.HTTPConnection("127.0.0.1", self.port, timeout=self.timeout)
            self.wire.request(method, path, body=body, headers=headers or {})
            answer = self.wire.getresponse()
            content = answer.read()
            if answer.will_close:
                self.close()
            return answer.status, answer.headers, content
        except (OSError, http.client.HTTPException) as error:
            self.close()
            raise Lost(repr(error)) from error

    def close(self):
        if self.wire is not None:
            self.wire.close()
            self.wire = None


class Person:
    """A member of the cast, signed in, with a connection of the own."""

    def __init__(self, place, role, timeout=60):
        self.place, self.role = place, role
        self.connection = Connection(place.port, timeout)
        self.token = None
        # Of the last answer.
        self.headers = {}

    def sign_in(self):
        cast = self.place.cast[self.role]
        wish = json.dumps({"login": cast["login"], "password": cast["password"]})
        status, _, content = self.connection.ask(
            "POST", "/api/v1/sign-in", wish, {"Content-Type": "application/json"})
        if status != 200:
            raise Lost(f"sign-in of {self.role}: {status}")
        self.token = json.loads(content)["token"]
        return self

    def ask(self, method, path, body=None, key=None):
        """The status and the JSON of the answer."""
        headers = {"Authorization": f"Bearer {self.token}"}
        if key:
            headers["Idempotency-Key"] = key
        if body is not None:
            headers["Content-Type"] = "application/json"
            body = body if isinstance(body, (str, bytes)) else json.dumps(body)
        status, self.headers, content = self.connection.ask(method, "/api/v1" + path, body, headers)
        try:
            return status, json.loads(content or b"null")
        except ValueError:
            return status, None

    def get(self, path):
        status, answer = self.ask("GET", path)
        if status != 200:
            raise Lost(f"{path}: {status}")
        return answer

    def pages(self):
        """The pages that may be written, each with what stands in it."""
        return [self.get(f"/pages/{page['id']}") for page in self.get("/pages")["items"] if page["mayWrite"]]


def cells_to_write(sheets, today):
    """(page, lesson, student, version) of every cell of a lesson held before today."""
    cells = []
    for sheet in sheets:
        versions = {(cell["lesson"], cell["student"]): cell["version"] for cell in sheet["cells"]}
        for lesson in lessons_to_write([sheet], today):
            for student in sheet["students"]:
                is_there = student["from"] <= lesson["date"] and (not student["to"] or student["to"] > today)
                if is_there:
                    place = (lesson["id"], student["id"])
                    cells.append((sheet["page"]["id"], *place, versions.get(place, 0)))
    return cells


def lessons_to_write(sheets, today):
    return [
        lesson for sheet in sheets for lesson in sheet["lessons"]
        if lesson["mayWrite"] and lesson["date"] < today and lesson["state"] in ("due", "incomplete", "complete")]
