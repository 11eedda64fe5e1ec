"""Final marks: from the proposal to the signature, a late change with two people, and what the family sees of it."""

import re

from playwright.sync_api import expect

from screens import ids


def sheet_of(school, term=1):
    return f"/pages/{ids(school)['page']}/finals?term={term}"


def field(name, student, term=1):
    return f'input[name="{name}-{term}-{student}"]'


def standing(school, student, term=1):
    """What stands for a student on the page of the cast, as programs see it."""
    sheet = school.get("teacher", sheet_of(school, term))
    line = next(one for one in sheet["students"] if one["id"] == student)
    return line["finals"][0], line


def another(value):
    """A mark one step away."""
    return {"5": "4", "4": "3", "3": "4", "2": "3"}[value]


def test_every_number_of_the_sheet_opens_to_its_count(school, page_as, child):
    window = page_as("teacher")
    window.goto(sheet_of(school, 2))
    row = window.locator("table.finals tbody tr").filter(has=window.locator(f'a[href*="/counts/{child}"]'))
    row.locator("th a").click()
    expect(window.locator("h1")).to_be_visible()
    expect(window.locator("ul.brief")).to_be_visible()


def test_a_mark_that_is_imagined_is_counted_and_not_saved(school, page_as, child):
    family = page_as("parent", width=360, scripts=False)
    family.goto(f"/diary/{child}/counts/{ids(school)['page']}?term=2")
    before = school.get("teacher", f"/pages/{ids(school)['page']}")["cells"]
    family.select_option("#m1", "5")
    family.click("section.whatif button")
    expect(family.locator("section.whatif .say.good .mark")).to_be_visible()
    assert school.get("teacher", f"/pages/{ids(school)['page']}")["cells"] == before


def test_a_late_change_goes_through_an_unlock_with_two_people(school, page_as, child):
    final, line = standing(school, child)
    old, new = final["value"], another(final["value"])
    window = page_as("teacher")
    window.goto(sheet_of(school))
    expect(window.locator(field("set", child))).to_have_count(0)
    window.click('p.say a[href^="/unlocks?page="]')
    window.select_option("select[name=kind]", "final")
    window.fill("input[name=reason]", "Ката коюлган")
    window.click("section form button.main")
    expect(window.locator(".say.good")).to_be_visible()
    for role in ("deputy", "director"):
        office = page_as(role)
        office.goto("/unlocks")
        wish = office.locator(".unlocks > li").filter(has_text="Ката коюлган")
        wish.locator("input[name=hours]").fill("24")
        wish.locator('form[action$="/approve"] button').click()
        expect(office.locator(".say.good")).to_be_visible()
    window.goto(sheet_of(school))
    window.fill(field("set", child), new)
    window.fill(field("reason", child), "Долбоору эсептелген эмес")
    window.click("button[name=do][value=save]")
    expect(window.locator(".say.good")).to_be_visible()
    assert standing(school, child)[0]["value"] == new
    family = page_as("parent", width=360)
    family.goto(f"/diary/{child}/marks")
    changed = family.locator(".corrections li").first
    expect(changed.locator("del")).to_have_text(old)
    expect(changed.locator(".mark")).to_have_text(new)
    expect(changed).to_contain_text("Долбоору эсептелген эмес")
    family.locator(".year-finals td a").filter(has=family.locator("del")).first.click()
    if line["shown"]:
        expect(family.locator("table.counted tfoot")).to_contain_text(line["shown"].replace(".", ","))


def test_a_quarter_is_closed_from_the_proposal_to_the_signature(school, page_as, child):
    office = page_as("director")
    office.goto("/closing")
    office.locator("table.list tbody th a").first.click()
    office.click("details.add summary")
    office.fill("details.add input[name=reason]", "Буйруктагы ката")
    office.click("details.add button.danger")
    expect(office.locator("main")).to_contain_text("Буйруктагы ката")
    # The teacher takes one mark back; the office sees whose is missing, and nothing can be signed.
    window = page_as("teacher")
    window.goto(sheet_of(school))
    window.fill(field("set", child), "")
    window.fill(field("reason", child), "")
    window.click("button[name=do][value=save]")
    expect(window.locator(".say.good")).to_be_visible()
    deputy = page_as("deputy")
    deputy.goto("/closing")
    deputy.locator("table.list tbody th a").first.click()
    expect(deputy.locator(".say.warn")).to_be_visible()
    expect(deputy.locator('form[action="/closing/sign"]')).to_have_count(0)
    # All proposals in one action, then the signature.
    window.goto(sheet_of(school))
    window.click("button[name=do][value=accept]")
    expect(window.locator(".say.good")).to_be_visible()
    deputy.reload()
    deputy.click('form[action="/closing/sign"] button')
    expect(deputy.locator(".say.good")).to_be_visible()
    # The page of the other test may still be unlocked; every other one is frozen.
    frozen = next(page["id"] for page in school.pages("teacher") if f"/pages/{page['id']}/" not in sheet_of(school))
    window.goto(f"/pages/{frozen}/finals?term=1")
    expect(window.locator("input[name^='set-1-']")).to_have_count(0)
    expect(window.locator(".say").first).to_be_visible()


def test_a_class_prints_its_summary_sheet(school, page_as):
    window = page_as("classTeacher")
    window.goto(f"/classes/{ids(school)['class']}/finals?term=1")
    expect(window.locator("table.summary tbody tr")).not_to_have_count(0)
    window.emulate_media(media="print")
    expect(window.locator(".paper .lines")).to_be_visible()


def test_an_indicator_opens_to_its_students(school, page_as):
    office = page_as("deputy")
    office.goto("/indicators?by=class")
    count = office.locator("table.indicators tbody tr").first.locator("td a").first
    number = int(re.sub(r"\D", "", count.inner_text()))
    count.click()
    expect(office.locator("#opened li")).to_have_count(number)
