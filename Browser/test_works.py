"""Works ahead and what is owed: planned by a teacher, seen by a family on a phone, set and cleared by keys."""

import re

from playwright.sync_api import expect

from screens import ids


def own_page(school):
    return ids(school)["page"]


def no_sideways(window):
    width = window.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert width <= 0, f"{width} px too wide"


def test_a_teacher_plans_a_work_and_the_family_sees_it_on_a_phone(school, page_as, child):
    window = page_as("teacher")
    window.goto(f"/pages/{own_page(school)}/works")
    form = window.locator("#plan form")
    form.locator("select[name=lesson]").select_option(index=1)
    form.locator("select[name=kind]").select_option("8")
    form.locator("input[name=title]").fill("Бөлчөктөр боюнча текшерүү")
    form.locator("button.main").click()
    expect(window.locator(".say.good")).to_be_visible()
    expect(window.locator(".worklist").first).to_contain_text("Бөлчөктөр боюнча текшерүү")
    window.goto("/works")
    window.locator(".step a").last.click()
    family = page_as("parent", width=360)
    family.goto(f"/diary/{child}/works")
    expect(family.locator("main")).to_contain_text("Бөлчөктөр боюнча текшерүү")
    no_sideways(family)
    leader = page_as("deputy", width=360)
    leader.goto("/works")
    no_sideways(leader)


def test_a_plan_without_its_subject_keeps_what_was_typed(school, page_as):
    window = page_as("teacher", scripts=False)
    window.goto(f"/pages/{own_page(school)}/works")
    form = window.locator("#plan form")
    form.locator("select[name=lesson]").select_option(index=3)
    chosen = form.locator("select[name=lesson]").input_value()
    form.locator("select[name=kind]").select_option("10")
    form.locator("input[name=title]").fill("   ")
    form.locator("button.main").click()
    expect(window.locator(".say.bad")).to_be_visible()
    expect(window.locator("#plan select[name=lesson]")).to_have_value(chosen)
    expect(window.locator("#plan select[name=kind]")).to_have_value("10")


def test_a_debt_is_set_and_cleared_by_keys(school, page_as, grid_of, child):
    place = school.lesson(student=child)
    window = page_as("teacher")
    grid = grid_of(window, place)
    grid.choose(child)
    grid.type("Delete", "*")
    grid.expect_saved(child, "•")
    grid.reload()
    expect(grid.cell(child)).to_have_attribute("data-due", re.compile("."))
    family = page_as("parent", width=360)
    family.goto(f"/diary/{child}/works")
    expect(family.locator("ul.brief").first).to_contain_text(re.compile("мөөнөтү|сдать до"))
    window.goto("/works/debts")
    expect(window.locator("table.debtlist tbody tr")).not_to_have_count(0)
    grid = grid_of(window, place)
    grid.choose(child)
    grid.type("5")
    grid.expect_saved(child, "5")
    window.goto("/works/debts")
    expect(window.locator(f"table.debtlist a[href='/lessons/{place.lesson['id']}']")).to_have_count(0)


def test_a_number_of_the_accumulation_opens_to_its_students(school, page_as):
    office = page_as("deputy")
    office.goto("/indicators?view=marks&by=class")
    link = office.locator("table.indicators tbody tr").first.locator("td a").nth(1)
    number = int(re.search(r"(\d+)/\d+", link.inner_text()).group(1))
    link.click()
    expect(office.locator("#opened ol > li")).to_have_count(number)


def test_the_morning_line_opens_its_list(school, page_as):
    window = page_as("teacher")
    window.goto("/my-day/changes?date=2026-11-20")
    expect(window.locator("h1")).to_be_visible()
    no_sideways(window)
