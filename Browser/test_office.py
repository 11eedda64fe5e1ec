"""The office: deputy, clerk and administrator, and what others see of their work."""

import re

import pytest
from playwright.sync_api import expect

from school import TODAY
from screens import ids

MONDAY = "2026-11-23"


def week_of(school, child, monday=MONDAY):
    """The lessons of the child in the week of that Monday, by day."""
    week = {"2026-11-23": "2026-W48"}[monday]
    days = school.get("parent", f"/diary/{child}?week={week}")["days"]
    return {day["date"]: day["lessons"] for day in days}


def line_of(window, lesson):
    return window.locator(".lessons > li").filter(
        has=window.locator(".no", has_text=re.compile(f"^{lesson['number']}$")))


def test_a_lesson_cancelled_by_the_deputy_is_crossed_out_in_the_diary(school, page_as, child):
    lesson = week_of(school, child)[MONDAY][-1]
    office = page_as("deputy")
    office.goto(f"/schedule?day={MONDAY}")
    office.check(f'input[name=lesson][value="{lesson["id"]}"]')
    office.select_option("#list-reason", index=1)
    office.click("button[name=do][value=cancel] >> nth=0")
    expect(office.locator(".say.good")).to_be_visible()
    family = page_as("parent", width=360)
    family.goto(f"/diary/{child}?day={MONDAY}")
    expect(line_of(family, lesson)).to_have_class(re.compile("off"))


def test_nothing_is_cancelled_without_a_reason(school, page_as, child):
    lesson = week_of(school, child)[MONDAY][0]
    office = page_as("deputy")
    office.goto(f"/schedule?day={MONDAY}")
    office.check(f'input[name=lesson][value="{lesson["id"]}"]')
    office.click("button[name=do][value=cancel] >> nth=0")
    expect(office.locator(".say.bad, .field.bad").first).to_be_visible()
    assert week_of(school, child)[MONDAY][0]["state"] != "cancelled"


def test_a_substitute_named_by_the_deputy_is_in_the_diary_and_may_write_the_lesson(school, page_as, child):
    lesson = week_of(school, child)["2026-11-24"][0]
    office = page_as("deputy")
    office.goto("/substitutions?day=2026-11-24")
    surname = lesson["teacher"].split()[0]
    option = office.locator("form.filter select[name=teacher] option").filter(has_text=surname)
    office.select_option("form.filter select[name=teacher]", option.first.get_attribute("value"))
    office.click("form.filter button")
    choice = office.locator(f'select[name="substitute-{lesson["id"]}"]')
    candidate = choice.locator("optgroup option").first
    name, person = candidate.inner_text(), candidate.get_attribute("value")
    choice.select_option(person)
    office.click("form.form button.main")
    expect(office.locator(".say.good")).to_be_visible()
    family = page_as("parent", width=360)
    family.goto(f"/diary/{child}?day=2026-11-24")
    expect(line_of(family, lesson).locator(".tag.subst")).to_be_visible()
    expect(line_of(family, lesson)).to_contain_text(name.split()[0])
    stored = next(one for one in week_of(school, child)["2026-11-24"] if one["id"] == lesson["id"])
    assert stored["substitute"].split()[0] == name.split()[0]


def test_a_student_added_by_the_clerk_stands_in_the_class_and_in_its_journal(school, page_as, child):
    office = page_as("clerk")
    office.goto("/students")
    office.click("main a[href='/students?add=1']")
    office.fill("#add [name=surname]", "Токтогулова")
    office.fill("#add [name=given]", "Айсулуу")
    office.fill("#add [name=patronymic]", "Бектуровна")
    office.select_option("#add [name=sex]", "f")
    office.fill("#add [name=born]", "2014-05-12")
    group = ids(school)["class"]
    office.select_option("#add [name=class]", group)
    office.fill("#add [name=from]", TODAY)
    office.click("#add button[value=card]")
    expect(office.locator("main h1")).to_contain_text("Токтогулова")
    office.goto("/classes")
    office.click(f"main a[href='/classes/{group}']")
    expect(office.get_by_role("row", name=re.compile("Токтогулова"))).to_be_visible()
    sheet = school.get("teacher", school.lesson(student=child).address)
    added = next(one for one in sheet["students"] if one["name"].startswith("Токтогулова"))
    assert added["from"] == TODAY


def test_a_code_given_by_the_administrator_lets_a_colleague_in(school, page_as):
    office = page_as("administrator")
    office.goto("/accounts")
    known = {person["login"] for person in school.cast.values()}
    rows = office.locator("table.list tbody tr")
    for position in range(rows.count()):
        if rows.nth(position).locator("td").first.inner_text() not in known:
            break
    name = rows.nth(position).locator("th").inner_text().split("\n")[0]
    rows.nth(position).locator("button[formaction$='/code']").click()
    slip = office.locator(".slips li")
    login = slip.locator("dd b").first.inner_text()
    code = slip.locator("dd .code").inner_text()
    newcomer = page_as(None)
    newcomer.goto("/activate")
    newcomer.fill("#login", login)
    newcomer.fill("#code", code)
    newcomer.fill("#password", "жаңы-сыр-сөз-7")
    newcomer.click("form.form button.main")
    expect(newcomer.locator("body.staff")).to_be_visible()
    newcomer.goto("/account")
    expect(newcomer.locator("main .sub").first).to_contain_text(name.split()[0])
    again = page_as(None)
    again.goto("/activate")
    again.fill("#login", login)
    again.fill("#code", code)
    again.fill("#password", "башка-сыр-сөз-8")
    again.click("form.form button.main")
    expect(again.locator(".say.bad")).to_be_visible()


def test_the_list_of_unrecorded_lessons_leads_the_deputy_to_the_page_of_the_class(school, page_as):
    office = page_as("deputy")
    office.goto("/control")
    office.locator("section.rest table.list a[href^='/pages/']").first.click()
    expect(office.locator("#grid")).to_be_visible()
    expect(office.locator("#grid th[data-w]")).to_have_count(0)


@pytest.mark.parametrize("role", ["administrator", "clerk"])
def test_accounts_and_lists_are_kept_without_seeing_a_mark(school, page_as, role):
    window = page_as(role)
    for address in ("/pages", f"/pages/{school.pages('teacher')[0]['id']}", "/control", "/my-day"):
        assert window.goto(address).status == 403, address
