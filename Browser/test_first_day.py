"""A school's first day, from an empty directory to a mark that the family reads: in the browser alone, and timed.

FIRST_DAY_PUPILS says how many pupils (`make first-day`: 1,000); FIRST_DAY_TABLE names a file for the
table of what each step took.
"""

import os
import re
import time
from contextlib import contextmanager

import pytest
from playwright.sync_api import expect

import door
from empty import empty_server
from lists import DIVIDED, Lists

PUPILS = int(os.environ.get("FIRST_DAY_PUPILS", "60"))
LONG = 600_000
# 8:50 in Bishkek, on the first day of lessons.
CLOCK = "2026-09-01T02:50"
DIRECTOR, DEPUTY = "Абдыкадырова Бурул Сагыновна", "Жээнбекова Бермет Сатаровна"
ADMINISTRATOR, CLERK = "Усенов Замир Эркинович", "Токоева Гүлнара Асановна"
OFFICE = [
    (DIRECTOR, "директор", "12.03.1969", "+996 555 010101"),
    (DEPUTY, "окуу бөлүмүнүн башчысы", "05.11.1974", "+996 555 010102"),
    (ADMINISTRATOR, "информатика лаборанты", "21.07.1990", "+996 555 010103"),
    (CLERK, "катчы", "30.01.1981", "+996 555 010104"),
]
PASSWORD = "кел балдар, окуйлу"


# What a person adds to it: the time to read a screen, and for each click and each field that is filled.
READING, ACTING = 10, 4
ACTS = """for (const kind of ["click", "change"]) document.addEventListener(kind, event => {
    if (kind === "click" || !event.target.matches("[type=radio], [type=checkbox]")) window.acted() }, true)
    addEventListener("DOMContentLoaded", () => document.querySelector("progress") || window.saw(
        location.pathname + document.querySelector("h1")?.textContent))"""


class Day:
    """The windows of people, the seconds of what they do, the screens they see and what they do on them."""

    def __init__(self, browser, server):
        self.browser, self.server = browser, server
        self.steps, self.contexts = [], []
        self.screens, self.acts, self.last = 0, 0, ""

    @contextmanager
    def step(self, who, what):
        begun, screens, acts = time.monotonic(), self.screens, self.acts
        yield
        seconds = time.monotonic() - begun
        self.steps.append((who, what, self.screens - screens, self.acts - acts, seconds))

    def act(self):
        self.acts += 1

    def see(self, screen):
        if screen != self.last:
            self.screens, self.last = self.screens + 1, screen

    def window(self, width=1366):
        phone = width < 700
        context = self.browser.new_context(
            base_url=self.server.url, viewport={"width": width, "height": door.HEIGHTS[width]}, locale="ru-RU",
            has_touch=phone, is_mobile=phone, reduced_motion="reduce")
        context.add_cookies([{"name": "lang", "value": "ky", "url": self.server.url}])
        context.set_default_timeout(10_000)
        context.expose_function("acted", self.act)
        context.expose_function("saw", self.see)
        context.add_init_script(ACTS)
        self.contexts.append(context)
        return context.new_page()

    def enter(self, slip, width=1366):
        """Types what the slip says into the activation page."""
        window = self.window(width)
        window.goto("/activate")
        window.fill("#login", slip.login)
        window.fill("#code", slip.code)
        window.fill("#password", PASSWORD)
        window.click("form.form button.main")
        expect(window.locator("body.staff, body.family")).to_be_visible()
        return window

    def table(self):
        """With what a person needs who reads every screen."""
        lines = ["| who | what | screens | acts | by the script, s | by a person, s |", "|---|---|--:|--:|--:|--:|"]
        totals = [sum(step[column] for step in self.steps) for column in (2, 3, 4)]
        for who, what, screens, acts, seconds in [*self.steps, ("", "all", *totals)]:
            person = seconds + screens * READING + acts * ACTING
            lines.append(f"| {who} | {what} | {screens} | {acts} | {seconds:.1f} | {person:.0f} |")
        return "\n".join(lines)


class Slip:
    """What stands on a slip of paper."""

    def __init__(self, item):
        text = item.locator("dl").inner_text()
        self.name = item.locator(".whom b").first.inner_text()
        self.whose = item.locator(".whom").inner_text()
        self.code = re.search(r"\b[A-Z2-9]{5} [A-Z2-9]{5}\b", text).group()
        self.login = item.locator("dd b").first.inner_text()


def slips(window):
    expect(window.locator(".slips li").first).to_be_visible(timeout=LONG)
    return [Slip(item) for item in window.locator(".slips li").all()]


def go(window, line):
    """From any page to the place where a line of the set-up list is done."""
    way = window.locator(".trail a, .banner a")
    if way.count():
        way.first.click()
    else:
        open_place(window, "/readiness")
    window.click(f".setup a[href='/readiness/go?line={line}']")


def open_place(window, address):
    """By the menu, as a person does: what is not in the bar is under "more"."""
    seen = window.locator(f"nav.places > span a[href='{address}']")
    if not seen.is_visible():
        window.click("nav.places details summary")
        seen = window.locator(f"nav.places details a[href='{address}']")
    seen.click()


def bring(window, button, name, content):
    """Uploads a list, takes the columns as guessed, looks at the preview and writes it."""
    window.locator(button).first.click()
    window.set_input_files("#file", files=[{"name": name, "mimeType": "application/octet-stream", "buffer": content}])
    window.click("form.upload button.main")
    expect(window.locator(".columns select").first).to_be_visible(timeout=LONG)
    expect(window.locator(".problems.bad")).to_have_count(0)
    window.click("button[value=check]")
    expect(window.locator("button[value=check], button[value=write]").first).to_be_visible(timeout=LONG)


def write(window):
    window.click("button[value=write]")
    expect(window.locator("p.say.good")).to_be_visible(timeout=LONG)


@pytest.fixture
def day(browser):
    with empty_server("--clock", CLOCK) as server:
        day = Day(browser, server)
        yield day
        for context in day.contexts:
            context.close()
        table = day.table()
        print(f"\n{PUPILS} pupils\n{table}")
        if os.environ.get("FIRST_DAY_TABLE"):
            with open(os.environ["FIRST_DAY_TABLE"], "w") as file:
                file.write(table + "\n")


def test_a_school_of_any_size_has_its_first_lesson_on_its_first_day(day, tmp_path):
    lists = Lists(PUPILS, OFFICE)
    led = next(name for name in lists.classes if name.startswith("5"))

    with day.step("founder", "opens the link of the terminal, names school and four people, gets slips"):
        page = day.window()
        page.goto(day.server.link)
        page.fill("#name", "№ 12 орто мектеби")
        page.select_option("#country", "KG")
        for field, name in zip(("director", "administrator", "deputy", "clerk"),
                               (DIRECTOR, ADMINISTRATOR, DEPUTY, CLERK)):
            page.fill(f"#{field}", name)
        page.click("form.founding button.main")
        first = {slip.name: slip for slip in slips(page)}
    with day.step("all four", "activate their access and choose a password"):
        director, deputy = day.enter(first[DIRECTOR]), day.enter(first[DEPUTY])
        administrator, clerk = day.enter(first[ADMINISTRATOR]), day.enter(first[CLERK])

    with day.step("clerk", f"brings {PUPILS} pupils with classes and parents"):
        go(clerk, "students")
        bring(clerk, "a[href='/imports/new/students']", "окуучулар.xlsx", lists.students_file())
        write(clerk)
    with day.step("clerk", f"brings {len(OFFICE + lists.teachers)} of the staff, says who is known already"):
        go(clerk, "staff")
        bring(clerk, "a[href='/imports/new/staff']", "кызматкерлер.xlsx", lists.staff_file())
        for question in clerk.locator("fieldset.choice").all():
            question.locator("input[value^=same-]").first.check()
        write(clerk)

    with day.step("deputy", "looks at terms and bells, which the country gave"):
        go(deputy, "terms")
        expect(deputy.locator("main table").first).to_be_visible()
        go(deputy, "bells")
        expect(deputy.locator("main table").first).to_be_visible()
    with day.step("deputy", f"brings the load: {len(lists.load)} lines"):
        go(deputy, "load")
        bring(deputy, "a[href='/imports/new/load']", "жүктөм.xlsx", lists.load_file())
        write(deputy)
    with day.step("deputy", f"names the class teachers of {len(lists.classes)} classes"):
        go(deputy, "leaders")
        expect(deputy.locator(".leaders .leader select")).to_have_count(len(lists.classes))
        for select, name in zip(deputy.locator(".leaders .leader select").all(), leaders(lists)):
            # Who teaches a class most is proposed.
            if select.locator("option:checked").inner_text() != name:
                select.select_option(label=name)
        deputy.click("form.form button.main")
        expect(deputy.locator("p.say.good")).to_be_visible()
    with day.step("deputy", f"brings the timetable: {len(lists.timetable)} lessons a week"):
        go(deputy, "timetable")
        deputy.locator("main a[href='/imports']").first.click()
        bring(deputy, "a[href='/imports/new/timetable']", "жүгүртмө.xlsx", lists.timetable_file())
        write(deputy)

    with day.step("director", "gives the role of the responsible person, with its order"):
        go(director, "roles")
        director.select_option("#person", label=lists.teachers[-1][0])
        director.select_option("#role", "responsible")
        director.fill("#order", "47")
        director.fill("#orderDay", "2026-09-01")
        director.locator("form[action='/roles'] button.main").click()
        expect(director.locator("p.say.good")).to_be_visible()
    with day.step("administrator", "prints slips for all of the staff"):
        go(administrator, "access")
        administrator.click("form#issue button.main")
        staff = {slip.name: slip for slip in slips(administrator)}
        administrator.pdf(path=tmp_path / "staff.pdf", prefer_css_page_size=True)

    head = leaders(lists)[lists.classes.index(led)]
    with day.step("class teacher", f"activates, divides {led} for {DIVIDED}, prints the slips of its families"):
        teacher = day.enter(staff[head])
        open_place(teacher, "/classes")
        teacher.locator("a[href$='/subgroups']").first.click()
        teacher.click("a[href*='fill=halves']")
        teacher.click("form.form button.main")
        expect(teacher.locator("p.say.good")).to_be_visible()
        teacher.locator("a[href$='/accounts']").first.click()
        teacher.click("button[name=all][value=new]")
        families = slips(teacher)
        teacher.pdf(path=tmp_path / "families.pdf", prefer_css_page_size=True)
    child = next(row[1] for row in lists.pupils if row[2] == led)
    surname, given = child.split()[:2]
    parent = next(slip for slip in families if child not in slip.name and surname in slip.whose and given in slip.whose)
    with day.step("family", "activates its access on a phone with the slip"):
        phone = day.enter(parent, width=360)

    with day.step("teacher", "activates, records a lesson, an absence and a mark"):
        subject_teacher = lesson_teacher(day, lists, staff, led, head, teacher)
        record(subject_teacher, child)
    with day.step("family", "reads it in the diary"):
        phone.goto("/diary")
        expect(phone.locator(".lessons")).to_contain_text("Натуралдык сандар")
        expect(phone.locator(".new .mark, .lessons .mark").first).to_have_text("5")
    director.goto("/readiness")
    expect(director.locator(".setup .tag.late")).to_have_count(0)
    assert (tmp_path / "families.pdf").stat().st_size > 10_000


def leaders(lists):
    """A class teacher for each class: somebody who teaches in it and leads no other yet."""
    chosen = []
    for name in lists.classes:
        chosen.append(next(row[3] for row in lists.load if row[0] == name and row[3] not in chosen))
    return chosen


def lesson_teacher(day, lists, staff, led, head, window):
    """The teacher of the first lesson of the class today, in whose window it is recorded."""
    lesson = next(row for row in lists.timetable if row[:3] == (led, "Шейшемби", 1))
    name = next(row[3] for row in lists.load if row[0] == led and row[1:3] == (lesson[3], lesson[4]))
    return window if name == head else day.enter(staff[name])


def record(window, child):
    open_place(window, "/my-day")
    window.locator("ol.day > li .what a").first.click()
    window.fill("#topic", "Натуралдык сандар")
    window.fill("#homework", "№ 12, 14")
    name = " ".join(child.split()[:2])
    roll = window.locator(".roll > li")
    roll.filter(has_text=name).locator("input.mk").first.fill("5")
    roll.filter(has_not_text=name).first.locator(".tap").click()
    window.click("button[name=do][value=confirm]")
    expect(window.locator("p.say.good")).to_be_visible()
