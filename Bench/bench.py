"""Measures a running server: rates against its own plain-text limit, weights of pages, bytes a mark, memory.

Prints a table. Nothing here decides whether anything is good enough. All traffic stays on 127.0.0.1.
"""
import http.client
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import time

PORT = int(os.environ.get("BENCH_PORT", "8177"))
SECONDS = int(os.environ.get("BENCH_SECONDS", "5"))
CONNECTIONS = 32
TICKS = os.sysconf("SC_CLK_TCK")


class Server:
    """The program, serving a demo school on a port of its own."""

    def __init__(self, sabak, data):
        self.log = open(os.path.join(tempfile.gettempdir(), "sabak-bench.log"), "w")
        self.process = subprocess.Popen(
            [sabak, "serve", "--data", data, "--port", str(PORT), "--clock", "2026-11-20T09:00"],
            stdout=self.log, stderr=self.log)
        for _ in range(100):
            try:
                if self.ask("GET", "/health")[0] == 200:
                    return
            except OSError:
                time.sleep(0.1)
        raise SystemExit("the server did not start, see " + self.log.name)

    def ask(self, method, path, headers=None, body=None):
        connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=30)
        connection.request(method, path, body=body, headers=headers or {})
        answer = connection.getresponse()
        content = answer.read()
        fields = {name.lower(): value for name, value in answer.getheaders()}
        connection.close()
        return answer.status, fields, content

    def cpu(self):
        fields = open(f"/proc/{self.process.pid}/stat").read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / TICKS

    def resident(self):
        status = open(f"/proc/{self.process.pid}/status").read()
        return int(re.search(r"VmRSS:\s+(\d+)", status).group(1)) / 1024

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(20)


def sign_in(server, member):
    body = json.dumps({"login": member["login"], "password": member["password"]})
    status, _, content = server.ask("POST", "/api/v1/sign-in", {"Content-Type": "application/json"}, body)
    assert status == 200, content
    return {"Authorization": "Bearer " + json.loads(content)["token"], "Accept-Language": "ky"}


def load(server, path, headers, script=None):
    """Requests a second, p50 and p99 in milliseconds, CPU milliseconds a request, answers that were not as expected."""
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "--latency"]
    for name, value in headers.items():
        command += ["-H", f"{name}: {value}"]
    if script:
        command += ["-s", script]
    before = server.cpu()
    out = subprocess.run(
        command + [f"http://127.0.0.1:{PORT}{path}"], capture_output=True, text=True, check=True).stdout
    cpu = server.cpu() - before
    count = int(re.search(r"(\d+) requests in", out).group(1))
    bad = re.search(r"Non-2xx or 3xx responses: (\d+)", out)
    return {
        "rate": float(re.search(r"Requests/sec:\s+([\d.]+)", out).group(1)),
        "p50": milliseconds(re.search(r"^ +50% +(\S+)", out, re.M).group(1)),
        "p99": milliseconds(re.search(r"^ +99% +(\S+)", out, re.M).group(1)),
        "cpu": cpu / max(count, 1) * 1000,
        "bad": int(bad.group(1)) if bad else 0,
    }


def milliseconds(text):
    number, unit = re.match(r"([\d.]+)(us|ms|s)", text).groups()
    return float(number) * {"us": 0.001, "ms": 1, "s": 1000}[unit]


def widest_page(server, headers):
    """The teacher's page with the most cells, which is the hardest to draw."""
    best = (0, None, None)
    for page in json.loads(server.ask("GET", "/api/v1/pages", headers)[2])["items"]:
        content = json.loads(server.ask("GET", f"/api/v1/pages/{page['id']}", headers)[2])
        size = len(content["students"]) * len(content["lessons"])
        if size > best[0]:
            best = (size, page["id"], content)
    return best[1], best[2]


def widest_class(server, headers):
    """The class whose summary sheet has the most cells, and how many students and subjects that is."""
    found = []
    for home in set(re.findall(rb"/classes/(\d+)", server.ask("GET", "/classes", headers)[2])):
        sheet = server.ask("GET", f"/classes/{home.decode()}/finals?term=1", headers)[2]
        rows = re.findall(rb"<tr.*?</tr>", sheet, re.S)
        if rows:
            found.append((len(rows) - 2, max(row.count(b"<td") for row in rows), home.decode()))
    students, subjects, home = max(found, key=lambda one: one[0] * one[1])
    return home, f"{students} × {subjects}"


def entries_script(page, content, headers):
    """A wrk script that writes one cell a request, each with a key of its own; conflicts are answers too."""
    lessons = [lesson["id"] for lesson in content["lessons"] if lesson["state"] in ("due", "incomplete", "complete")]
    students = [student["id"] for student in content["students"] if not student["to"]]
    cells = [[lesson, student] for lesson in lessons for student in students]
    versions = {(cell["lesson"], cell["student"]): cell["version"] for cell in content["cells"]}
    rows = ",".join(f'{{"{l}","{s}",{versions.get((l, s), 0)}}}' for l, s in cells)
    text = f"""
    local cells = {{{rows}}}
    local n = 0
    request = function()
      local cell = cells[n % #cells + 1]
      local round = math.floor(n / #cells)
      n = n + 1
      local mark = ({{"5","4","3"}})[(n + round) % 3 + 1]
      local body = string.format('{{"entries":[{{"lesson":"%s","student":"%s","set":"%s","version":%d}}]}}',
        cell[1], cell[2], mark, cell[3] + round)
      return wrk.format("POST", "/api/v1/pages/{page}/entries", {{
        ["Content-Type"] = "application/json", ["Idempotency-Key"] = "bench-" .. os.time() .. "-" .. n,
        ["Authorization"] = "{headers['Authorization']}" }}, body)
    end
    """
    path = os.path.join(tempfile.gettempdir(), "sabak-bench.lua")
    open(path, "w").write(text)
    return path


def fresh_script(path, headers):
    """A wrk script whose every request has an address of its own, so that no answer has been kept for it."""
    text = f"""
    local n = 0
    request = function()
      n = n + 1
      return wrk.format("GET", "{path}?n=" .. n, {{ ["Authorization"] = "{headers['Authorization']}" }})
    end
    """
    file = os.path.join(tempfile.gettempdir(), f"sabak-bench-{path.strip('/').replace('/', '-')}.lua")
    open(file, "w").write(text)
    return file


def weight(server, path, headers):
    plain = server.ask("GET", path, headers)[2]
    packed = server.ask("GET", path, {**headers, "Accept-Encoding": "gzip"})[2]
    return len(plain), len(packed)


def bytes_per_mark(data):
    """Bytes of the table of entries with its indexes, by mark or code that stands in it."""
    folder = os.path.join(data, "schools")
    file = next(os.path.join(folder, name) for name in os.listdir(folder) if name.endswith(".sqlite"))
    query = """SELECT (SELECT sum(pgsize) FROM dbstat WHERE name IN ('entry', 'entry_of_student')),
        (SELECT count(*) FROM entry)"""
    size, count = subprocess.run(
        ["sqlite3", "-readonly", file, query], capture_output=True, text=True, check=True).stdout.strip().split("|")
    return int(size) / int(count), int(count)


def main():
    sabak = sys.argv[1]
    data = os.environ.get("BENCH_DATA", "data/bench")
    cast_file = data + ".json"
    if not os.path.exists(cast_file):
        subprocess.run(["rm", "-rf", data], check=True)
        made = subprocess.run([sabak, "demo", "--data", data, "--json"], stdout=subprocess.PIPE, check=True)
        open(cast_file, "wb").write(made.stdout)
    cast = json.load(open(cast_file))["schools"][0]["cast"]
    server = Server(sabak, data)
    try:
        report(server, cast, data)
    finally:
        server.stop()


def report(server, cast, data):
    teacher, parent = sign_in(server, cast["teacher"]), sign_in(server, cast["parent"])
    page, content = widest_page(server, teacher)
    deputy = sign_in(server, cast["deputy"])
    child, student = cast["student"]["person"], content["students"][0]["id"]
    home, seats = widest_class(server, deputy)
    diary, journal = f"/diary/{child}", f"/pages/{page}"
    tag = server.ask("GET", diary, parent)[1].get("etag", '"none"')
    rows = [
        ("plain text", load(server, "/health", {})),
        ("diary, read afresh", load(server, "/", {}, fresh_script(diary, parent))),
        ("diary, kept while nothing changed", load(server, diary, parent)),
        ("diary, unchanged (304)", load(server, diary, {**parent, "If-None-Match": tag})),
        ("diary, JSON", load(server, f"/api/v1/diary/{child}", parent)),
        (
            f"journal page {len(content['students'])} × {len(content['lessons'])}, afresh",
            load(server, "/", {}, fresh_script(journal, teacher)),
        ),
        ("journal page, kept", load(server, journal, teacher)),
        ("journal page, JSON", load(server, f"/api/v1/pages/{page}", teacher)),
        ("my day", load(server, "/my-day", teacher)),
        ("final marks of the page", load(server, f"/pages/{page}/finals?term=2", teacher)),
        ("count of a student", load(server, f"/pages/{page}/counts/{student}?term=2", teacher)),
        (f"summary of a class, {seats}", load(server, f"/classes/{home}/finals?term=1", deputy)),
        ("one entry saved", load(server, "/", {}, entries_script(page, content, teacher))),
    ]
    limit = rows[0][1]["rate"]
    print(f"\n{CONNECTIONS} connections, {SECONDS} s each, one core for the load\n")
    print(f"{'':36}{'requests/s':>12}{'of plain':>10}{'p50 ms':>9}{'p99 ms':>9}{'CPU ms':>9}{'refused':>9}")
    for name, row in rows:
        print(
            f"{name:36}{row['rate']:12.0f}{row['rate'] / limit:10.1%}{row['p50']:9.2f}{row['p99']:9.2f}"
            f"{row['cpu']:9.3f}{row['bad']:9}")
    print(f"\n{'weights':36}{'plain':>12}{'gzip':>10}")
    for name, path, headers in [
        ("journal page", journal, teacher), ("diary", diary, parent), ("my day", "/my-day", teacher),
        ("style.css", "/style.css", {}), ("journal.js", "/journal.js", {}), ("app.js", "/app.js", {}),
    ]:
        plain, packed = weight(server, path, headers)
        print(f"{name:36}{plain:12}{packed:10}")
    size, count = bytes_per_mark(data)
    print(f"\nbytes an entry with its index   {size:.0f}   ({count} entries)")
    print(f"resident memory, MB             {server.resident():.0f}")


if __name__ == "__main__":
    main()
