"""A family with a telephone."""

import re

from playwright.sync_api import expect

from school import TODAY


def test_an_absence_told_by_the_parent_is_proposed_at_the_roll_call(school, page_as, child):
    family = page_as("parent", width=360)
    family.goto("/diary")
    family.click("p.tell a")
    family.get_by_text("Ооруп", exact=False).first.click()
    family.fill("#words", "Температурасы бар")
    family.click("main form.form button.main")
    expect(family.locator(".say.good")).to_be_visible()
    expect(family.locator("main section li").first).to_contain_text("Температурасы бар")
    lesson = unconfirmed_lesson(school, child)
    window = page_as("teacher")
    window.goto(f"/lessons/{lesson}")
    line = window.locator(".roll > li.asked").filter(has=window.locator(f"select[name=absence-{child}]"))
    expect(line.locator("select option:checked")).to_have_attribute("data-k", "ill")
    window.goto("/my-day")
    expect(window.locator("aside")).to_contain_text(re.compile(surname(school, child)))


def unconfirmed_lesson(school, child):
    """A lesson of today with the student that has begun and has no roll."""
    for lesson in school.get("teacher", f"/my-day?date={TODAY}")["items"]:
        students = school.get("teacher", f"/pages/{lesson['page']}")["students"]
        if child not in [student["id"] for student in students] or lesson["state"] == "planned":
            continue
        if lesson["rollConfirmed"]:
            wish = {"rollConfirmed": False, "version": lesson["version"]}
            assert school.api("teacher", f"/lessons/{lesson['id']}", "PUT", wish)[0] == 200
        return lesson["id"]
    raise AssertionError("the teacher has no lesson with the student")


def surname(school, child):
    return school.get("parent", f"/diary/{child}?week=2026-W47")["student"]["name"].split()[0]


def test_an_announced_absence_can_be_taken_back(page_as):
    family = page_as("otherParent", width=360)
    family.goto("/diary/absence")
    family.click("main form.form button.main")
    family.click("main section li form button")
    expect(family.locator(".say.good")).to_be_visible()
    expect(family.locator("main section li form")).to_have_count(0)


def test_a_parent_of_two_goes_from_one_child_to_the_other(school, page_as):
    family = page_as("parentOfTwo", width=360)
    children = school.get("parentOfTwo", "/children")["items"]
    assert len(children) >= 2
    family.goto("/diary")
    links = family.locator("nav.children a")
    expect(links).to_have_count(len(children))
    names = set()
    for position in range(len(children)):
        links.nth(position).click()
        expect(links.nth(position)).to_have_attribute("aria-current", "true")
        names.add(family.url.split("/")[-1])
    assert names == {child["id"] for child in children}
    links.first.click()
    family.click("nav.places a[href='/diary/marks']")
    expect(links.first).to_have_attribute("aria-current", "true")


def test_homework_is_ticked_off_and_the_tick_stays(school, page_as, child):
    family = page_as("parent", width=360)
    for day in ("2026-11-16", "2026-11-17", "2026-11-18", "2026-11-19", TODAY):
        family.goto(f"/diary/{child}?day={day}")
        ticks = family.locator(".tasks button[aria-pressed=false]")
        if ticks.count():
            break
    count = family.locator(".tasks button[aria-pressed=true]").count()
    ticks.first.click()
    expect(family.locator(".tasks button[aria-pressed=true]")).to_have_count(count + 1)
    family.goto(f"/diary/{child}?day={day}")
    expect(family.locator(".tasks button[aria-pressed=true]")).to_have_count(count + 1)


def test_an_average_opens_to_its_count(page_as):
    family = page_as("parent", width=360)
    family.goto("/diary/marks")
    average = family.locator("summary", has_text=re.compile(r"\d,\d\d"))
    subject = family.locator(".term details").filter(has=average).first
    subject.locator("summary").click()
    expect(subject.locator(".calc")).to_be_visible()
    expect(subject.locator(".calc")).to_contain_text(re.compile(r"\d,\d\d"))


def test_new_marks_are_said_until_the_family_has_seen_them(school, page_as, child):
    place = school.lesson(student=child)
    place.enter(child, "5")
    family = page_as("parent", width=360)
    family.goto(f"/diary/{child}")
    expect(family.locator("section.new .mark").first).to_be_visible()


def test_the_week_prints_as_a_page_of_the_paper_diary(page_as, child):
    family = page_as("parent")
    family.goto(f"/diary/{child}/week")
    expect(family.locator("div.week section.day")).not_to_have_count(0)
    expect(family.locator("[data-print]")).to_be_visible()
    family.emulate_media(media="print")
    expect(family.locator(".paper h2")).to_be_visible()
    expect(family.locator("header.top")).to_be_hidden()
    expect(family.locator(".paper .lines")).to_be_visible()
    pages = family.pdf(prefer_css_page_size=True).count(b"/Type /Page\n")
    assert pages == 1


def test_the_student_reads_the_own_diary_and_announces_nothing(school, page_as, child):
    window = page_as("student", width=360)
    window.goto("/diary")
    expect(window.locator(".lessons > li")).not_to_have_count(0)
    window.goto(f"/diary/{child}/absence")
    expect(window.locator("main form.form")).to_have_count(0)
