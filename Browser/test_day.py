"""A teacher's day: from the list of lessons to a lesson that is complete."""

import re

from playwright.sync_api import expect

from school import TODAY


def own_lessons(school, role="teacher", date=TODAY):
    return school.get(role, f"/my-day?date={date}")["items"]


def row_of(window, lesson):
    return window.locator("ol.day > li").filter(has=window.locator(f'.what a[href="/lessons/{lesson["id"]}"]'))


def test_a_lesson_of_the_day_becomes_green_by_topic_roll_and_homework(school, page_as):
    lesson = next(one for one in own_lessons(school) if one["state"] in ("due", "incomplete"))
    window = page_as("teacher")
    window.goto("/my-day")
    expect(row_of(window, lesson)).to_have_class(re.compile("due|half"))
    row_of(window, lesson).locator(".what a").click()
    window.fill("#topic", "Кайталоо")
    window.fill("#homework", "№ 214, 216 (а, б)")
    window.click("button[name=do][value=save]")
    expect(window.locator(".say.good")).to_be_visible()
    window.goto("/my-day")
    if lesson["rollConfirmed"]:
        expect(row_of(window, lesson)).to_have_class(re.compile("done"))
        return
    expect(row_of(window, lesson)).to_have_class(re.compile("half"))
    expect(row_of(window, lesson).locator(".parts .miss")).to_have_count(1)
    row_of(window, lesson).locator(".what a").click()
    window.click("button[name=do][value=confirm]")
    expect(window.locator(".say.good")).to_be_visible()
    window.goto("/my-day")
    expect(row_of(window, lesson)).to_have_class(re.compile("done"))
    expect(row_of(window, lesson).locator(".parts .miss")).to_have_count(0)
    stored = next(one for one in own_lessons(school) if one["id"] == lesson["id"])
    assert (stored["state"], stored["topic"], stored["rollConfirmed"]) == ("complete", "Кайталоо", True)


def test_no_homework_is_a_decision_of_its_own(school, page_as):
    place = school.lesson(where=lambda lesson: not lesson["homework"] and not lesson["noHomework"])
    window = page_as("teacher", width=360)
    window.goto(f"/lessons/{place.lesson['id']}")
    window.fill("#topic", "Кайталоо")
    window.check("#none")
    window.click(".foot button.main")
    expect(window.locator(".say.good")).to_be_visible()
    window.reload()
    expect(window.locator("#none")).to_be_checked()


def test_one_tap_says_absent_and_the_family_reads_it(school, page_as, child):
    place = school.lesson(student=child)
    if place.cells().get(child, {}).get("value"):
        place.enter(child, "")
    window = page_as("teacher", width=360)
    window.goto(f"/lessons/{place.lesson['id']}")
    line = window.locator(".roll > li").filter(has=window.locator(f"select[name=absence-{child}]"))
    absent = int(window.locator("[data-count=absent]").inner_text())
    line.locator(".tap").tap()
    expect(window.locator("[data-count=absent]")).to_have_text(str(absent + 1))
    window.locator(".foot button.main").tap()
    expect(window.locator(".say.good")).to_be_visible()
    assert place.cells()[child]["absence"]["category"] == "unknown"
    family = page_as("parent", width=360)
    family.goto(f"/diary/{child}?day={place.lesson['date']}")
    expect(family.locator(".lessons i.unknown")).not_to_have_count(0)


def test_what_was_typed_into_a_lesson_outlives_a_reload(school, page_as):
    place = school.lesson()
    window = page_as("teacher")
    window.goto(f"/lessons/{place.lesson['id']}")
    window.fill("#topic", "Жазылып бүтө элек тема")
    window.reload()
    expect(window.locator("#topic")).to_have_value("Жазылып бүтө элек тема")


def test_a_topic_of_a_coming_lesson_is_planned_and_not_held(school, page_as):
    coming = next(one for day in ("2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26")
                  for one in own_lessons(school, date=day) if one["state"] == "planned")
    window = page_as("teacher")
    window.goto(f"/lessons/{coming['id']}")
    window.fill("#topic", "Келерки тема")
    window.click("button[name=do][value=save]")
    expect(window.locator(".say.good")).to_be_visible()
    sheet = school.get("teacher", f"/pages/{coming['page']}")
    stored = next(one for one in sheet["lessons"] if one["id"] == coming["id"])
    assert (stored["state"], stored["topic"]) == ("planned", "Келерки тема")


def test_the_class_teacher_reads_every_page_of_the_class_and_writes_none(school, page_as, grid_of, child):
    place = school.lesson(student=child)
    window = page_as("classTeacher")
    grid = grid_of(window, place)
    student = place.students[0]
    before = place.values()
    expect(window.locator("#grid th[data-w]")).to_have_count(0)
    grid.choose(student)
    grid.type("5")
    expect(grid.said).to_contain_text("гана")
    window.goto(f"/lessons/{place.lesson['id']}")
    expect(window.locator("form.lesson fieldset[disabled]")).not_to_have_count(0)
    expect(window.locator("form.lesson button[name=do]")).to_have_count(0)
    status, problem = place.enter(student, "5", role="classTeacher")
    assert (status, problem["code"]) == (403, "read_only")
    assert place.values() == before


def test_the_substitute_writes_the_lesson_entrusted_and_no_other(school, page_as):
    entrusted = None
    window = page_as("substitute")
    for day in (TODAY, "2026-11-19", "2026-11-23"):
        window.goto(f"/my-day?date={day}")
        found = window.locator("ol.day:not(.debts) > li").filter(has=window.locator("small + small, .tag.subst"))
        if found.count():
            entrusted = found.first.locator(".what a").get_attribute("href").split("/")[-1]
            break
    assert entrusted
    lesson = next(one for one in own_lessons(school, "substitute", day) if one["id"] == entrusted)
    assert lesson["mayWrite"]
    window.goto(f"/lessons/{entrusted}")
    window.fill("#topic", "Алмаштыруудагы тема")
    window.click("button[name=do][value=save]")
    expect(window.locator(".say.good")).to_be_visible()
    sheet = school.get("substitute", f"/pages/{lesson['page']}")
    writable = [one["id"] for one in sheet["lessons"] if one["mayWrite"]]
    assert entrusted in writable
    other = next((one["id"] for one in sheet["lessons"] if not one["mayWrite"]), None)
    if other:
        status, _ = school.api("substitute", f"/lessons/{other}", "PUT", {"topic": "x", "version": 0})
        assert status in (403, 404)
