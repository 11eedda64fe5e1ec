"""The main screens: who looks, and at what address."""

from functools import cache

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
    "not-found": ("teacher", "/pages/1"),
}


def address(school, name):
    role, pattern = SCREENS[name]
    return role, pattern.format(**ids(school)) if "{" in pattern else pattern


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
    return {"student": student, "page": page["id"], "lesson": lesson, "class": class_of(school, student)}


def class_of(school, student):
    # Readers of different languages write the name with a hyphen or without.
    name = school.get("parent", f"/diary/{student}?week=2026-W47")["student"]["class"]
    return school.class_ids()[name.replace("-", "")]
