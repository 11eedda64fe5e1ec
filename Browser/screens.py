"""The main screens: who looks, and at what address."""

import re
import urllib.parse
import urllib.request
from functools import cache

from lists import workbook
from school import TODAY

SCREENS = {
    "sign-in": (None, "/sign-in"),
    "activate": (None, "/activate"),
    "my-day": ("teacher", "/my-day"),
    "lesson": ("teacher", "/lessons/{lesson}"),
    "journal": ("teacher", "/pages/{page}"),
    "first-term": ("teacher", "/pages/{page}?term=1"),
    "finals": ("teacher", "/pages/{page}/finals?term=1"),
    "finals-open": ("teacher", "/pages/{page}/finals?term=2"),
    "finals-year": ("teacher", "/pages/{page}/finals?term=year"),
    "count": ("teacher", "/pages/{page}/counts/{student}?term=2"),
    "unlocks": ("teacher", "/unlocks?page={page}"),
    "pages": ("teacher", "/pages"),
    "cell-history": ("teacher", "/pages/{page}/cells/{lesson}/{student}"),
    "works": ("teacher", "/works"),
    "page-works": ("teacher", "/pages/{page}/works"),
    "transferred": ("teacher", "/pages/{page}/transferred"),
    "own-changes": ("teacher", "/my-day/changes"),
    "plans": ("teacher", "/plans"),
    "class-pages": ("classTeacher", "/classes/{class}/pages"),
    "class-list": ("classTeacher", "/classes/{class}"),
    "summary": ("classTeacher", "/classes/{class}/finals?term=1"),
    "class-day": ("classTeacher", "/absences"),
    "class-accounts": ("classTeacher", "/classes/{class}/accounts"),
    "diary": ("parent", "/diary/{student}"),
    "diary-two": ("parentOfTwo", "/diary"),
    "week": ("parent", "/diary/{student}/week"),
    "marks": ("parent", "/diary/{student}/marks"),
    "family-count": ("parent", "/diary/{student}/counts/{page}?term=2"),
    "absence": ("parent", "/diary/{student}/absence"),
    "more": ("parent", "/diary/more"),
    "family-works": ("parent", "/diary/{student}/works"),
    "exemptions": ("classTeacher", "/classes/{class}/exemptions"),
    "debts": ("deputy", "/works/debts"),
    "work-rules": ("deputy", "/works/rules"),
    "accumulation": ("deputy", "/indicators?view=marks&by=class"),
    "control": ("deputy", "/control"),
    "closing": ("deputy", "/closing"),
    "indicators": ("deputy", "/indicators?by=class"),
    "changes": ("deputy", "/control/audit"),
    "absences": ("deputy", "/absences"),
    "load": ("deputy", "/load"),
    "load-new": ("deputy", "/load/new"),
    "timetable": ("deputy", "/timetable?class={class}"),
    "timetable-board": ("deputy", "/timetable?shift=1"),
    "timetable-check": ("deputy", "/timetable/check"),
    "timetable-versions": ("deputy", "/timetable/versions"),
    "schedule": ("deputy", f"/schedule?day={TODAY}"),
    "schedule-lesson": ("deputy", "/schedule/lessons/{lesson}"),
    "substitutions": ("deputy", "/substitutions"),
    "subgroups": ("deputy", "/classes/{class}/subgroups"),
    "year": ("deputy", "/year"),
    "days-off": ("deputy", "/year/days"),
    "bells": ("deputy", "/year/bells"),
    "settings": ("deputy", "/settings"),
    "kinds": ("deputy", "/settings/kinds"),
    "deadlines": ("deputy", "/settings/deadlines"),
    "roles": ("director", "/roles"),
    "rights": ("director", "/rights"),
    "students": ("clerk", "/students"),
    "student": ("clerk", "/students/{student}"),
    "movements": ("clerk", "/movements?kind=left"),
    "movement-totals": ("clerk", "/movements/totals"),
    "alphabet": ("clerk", "/alphabet"),
    "requests": ("clerk", "/requests"),
    "data-checks": ("deputy", "/data-checks"),
    "class-data": ("classTeacher", "/classes/{class}/data"),
    "report": ("parent", "/diary/{student}/changes"),
    "staff": ("clerk", "/staff"),
    "classes": ("clerk", "/classes"),
    "accounts": ("administrator", "/accounts"),
    "account": ("administrator", "/account"),
    "classes-leaders": ("deputy", "/classes/leaders"),
    "hand-over": ("deputy", "/load/handover"),
    "student-edit": ("clerk", "/students/{student}/edit"),
    "staff-card": ("clerk", "/staff/{teacher}"),
    "staff-edit": ("clerk", "/staff/{teacher}/edit"),
    "request-new": ("classTeacher", "/requests/new?student={student}"),
    "results": ("teacher", "/pages/{page}/results?term=1"),
    "words": ("teacher", "/pages/{page}/words"),
    "regimes": ("deputy", "/settings/regimes"),
    "regimes-edit": ("deputy", "/settings/regimes/edit"),
    "school": ("administrator", "/settings/school"),
    "week-days": ("deputy", "/year/week"),
    "unplaced": ("deputy", "/schedule/unplaced"),
    "readiness": ("director", "/readiness"),
    "readiness-clerk": ("clerk", "/readiness"),
    "completeness": ("responsible", "/completeness"),
    "gap-families": ("responsible", "/completeness/noAccess"),
    "gap-plans": ("deputy", "/completeness/noPlan"),
    "next-year": ("administrator", "/next-year"),
    "next-year-load": ("deputy", "/next-year/load"),
    "practice": ("responsible", "/practice"),
    "trainings": ("responsible", "/trainings"),
    "imports": ("clerk", "/imports"),
    "imports-deputy": ("deputy", "/imports"),
    "import-file": ("clerk", "/imports/new/students"),
    "import-day": ("deputy", "/imports/new/timetable"),
    "import-columns": ("clerk", "/imports/{columns}"),
    "import-preview": ("clerk", "/imports/{preview}"),
    "import-result": ("clerk", "/imports/{result}"),
    "duty": ("teacher", "/duty"),
    "not-found": ("teacher", "/pages/1"),
}


def address(school, name):
    role, pattern = SCREENS[name]
    if "{" not in pattern:
        return role, pattern
    return role, pattern.format(**(brought(school) if pattern.startswith("/imports/") else ids(school)))


# A title above the header, a row that is wrong, one who may be known already.
MESSY = [
    ("Списочный состав",), ("№", "ФИО", "Дата рожд.", "Класс", "ФИО матери", "Тел. матери", "Примечание о льготах"),
    (1, "Абдылдаева Айсулуу Мараткызы", "12.04.2015", "5А", "Абдылдаева Роза Асановна", "0555 123456", ""),
    (2, "Төлөгөнов Бекзат", "31.02.2015", "5А", "", "", "жетим"), (3, "Ким Вера", "01.02.2014", "пятый", "", "", ""),
    (4, "Чотбаев Нурсултан", "03.09.2014", "6Б", "Чотбаева Гүлнара", "", ""), ("Итого", 4),
]


@cache
def brought(school):
    """The clerk's lists, each a step further: its columns, what it would change, written."""
    desk = Desk(school, "clerk")
    columns, preview, result = (desk.upload("students", f"окуучулар-{step}.xlsx", workbook(MESSY)) for step in "123")
    for brought in (preview, result):
        desk.send(f"/imports/{brought}/columns", do="check")
        desk.wait(brought)
    desk.send(f"/imports/{result}/answers", do="write", skip="1")
    desk.wait(result)
    return {"columns": columns, "preview": preview, "result": result}


class Desk:
    """Sends forms as a browser does."""

    def __init__(self, school, role):
        self.school, self.cookie = school, f"__Host-sabak={school.token(role)}"

    def ask(self, path, body=None, kind=""):
        request = urllib.request.Request(self.school.url + path, body, {"Cookie": self.cookie})
        if body is not None:
            request.add_header("Content-Type", kind)
            request.add_header("Origin", self.school.url)
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.url, answer.read().decode()

    def csrf(self):
        return re.search(r'name="csrf" value="([^"]+)"', self.ask("/imports")[1]).group(1)

    def send(self, path, **fields):
        body = urllib.parse.urlencode(fields | {"csrf": self.csrf()}).encode()
        return self.ask(path, body, "application/x-www-form-urlencoded")

    def upload(self, kind, name, content):
        """The number of the list."""
        mark = "----sabak"
        parts = [('name="csrf"', self.csrf().encode()), (f'name="file"; filename="{name}"', content)]
        body = b"".join(
            f"--{mark}\r\nContent-Disposition: form-data; {head}\r\n\r\n".encode() + part + b"\r\n"
            for head, part in parts) + f"--{mark}--\r\n".encode()
        return self.ask(f"/imports/new/{kind}", body, f"multipart/form-data; boundary={mark}")[0].rsplit("/", 1)[1]

    def wait(self, number):
        while "<progress" in self.ask(f"/imports/{number}")[1]:
            pass


@cache
def ids(school):
    """A page of the cast's teacher with the cast's student on it, a lesson of it, and the class."""
    student = school.cast["student"]["person"]
    for page in school.pages("teacher"):
        sheet = school.get("teacher", f"/pages/{page['id']}")
        written = [cell["lesson"] for cell in sheet["cells"] if cell["student"] == student]
        held = [one["id"] for one in sheet["lessons"] if one["state"] in ("complete", "incomplete", "due")]
        if held and student in [one["id"] for one in sheet["students"]]:
            break
    lesson = written[-1] if written else held[-1]
    return {"student": student, "page": page["id"], "lesson": lesson, "class": class_of(school, student),
            "teacher": school.cast["teacher"]["person"]}


def class_of(school, student):
    # Readers of different languages write the name with a hyphen or without.
    name = school.get("parent", f"/diary/{student}?week=2026-W47")["student"]["class"]
    return school.class_ids()[name.replace("-", "")]
