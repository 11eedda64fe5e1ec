"""The timetable made by hand: by mouse, by finger, by keys alone, and what is said on the way."""

import re

import pytest
from playwright.sync_api import expect

DRAFT_DAY = "2026-11-30"


@pytest.fixture
def draft(school, page_as):
    """Opens a draft of the deputy's for a class: a copy of the week in force, or an empty one."""

    def open_draft(class_name, empty=False, language="ru", **look):
        window = page_as("deputy", language=language, **look)
        number = school.class_ids()[class_name]
        form = {"from": DRAFT_DAY, "csrf": csrf(window, f"/timetable?class={number}")}
        if not empty:
            form["copy"] = window.locator("input[name=copy]").first.get_attribute("value")
        window.request.post("/timetable/versions", form=form)
        window.goto("/timetable/versions")
        version = window.locator('tbody a[href^="/timetable?version="]').evaluate_all(
            "links => links.map(link => link.href.split('=').pop()).sort((a, b) => Number(a) - Number(b)).pop()")
        window.goto(f"/timetable?class={number}&version={version}")
        window.draft = version
        return window

    return open_draft


def csrf(window, address):
    window.goto(address)
    return window.locator("input[name=csrf]").first.get_attribute("value")


def cell(window, at):
    return window.locator(f'td[data-at="{at}"]')


def names(window, at):
    return cell(window, at).locator(".slot:not(.going) b").all_inner_texts()


def free_cell(window):
    """The last free place of the week."""
    return window.locator("td[data-at]:has(.free)").last.get_attribute("data-at")


KEYS = dict(zip("йцукенгшщзхъфывапролджэячсмитьбю", "qwertyuiop[]asdfghjkl;'zxcvbnm,."))


def type_as_on_a_latin_layout(window, word):
    window.keyboard.press(KEYS[word[0]])
    expect(window.locator("#seek")).to_be_focused()
    for letter in word[1:]:
        window.keyboard.press(KEYS[letter])


def saved(window):
    expect(window.locator("#said.good, #said.warn")).to_be_visible()
    expect(window.locator(".slot.wait, .slot.going")).to_have_count(0)


def week(window):
    return window.locator("td[data-at]").evaluate_all(
        "cells => cells.map(cell => cell.dataset.at + ' ' + [...cell.querySelectorAll('.slot')]"
        ".map(slot => slot.innerText).sort())")


def drag(window, source, target):
    window.evaluate("scrollTo(0, 0)")
    start, end = source.bounding_box(), target.bounding_box()
    window.mouse.move(start["x"] + 12, start["y"] + 8)
    window.mouse.down()
    window.mouse.move(start["x"] + 30, start["y"] + 20, steps=3)
    window.mouse.move(end["x"] + end["width"] / 2, end["y"] + end["height"] / 2, steps=6)
    expect(window.locator(".looking")).to_be_visible()
    return lambda: window.mouse.up()


def test_a_lesson_is_dragged_to_a_free_place_and_undone(draft):
    window = draft("6А")
    # The whole week is in sight: near an edge the page moves under the pointer.
    window.set_viewport_size({"width": 1366, "height": 1200})
    before = week(window)
    source, free = window.locator("td[data-at]:has(.slot)").first, free_cell(window)
    name = names(window, source.get_attribute("data-at"))
    let_go = drag(window, source.locator(".slot").first, cell(window, free))
    expect(cell(window, free)).to_have_class(re.compile(r"\baim\b"))
    expect(window.locator(".ghost")).to_contain_text(name[0])
    let_go()
    saved(window)
    assert names(window, free) == name[:1]
    window.reload()
    assert names(window, free) == name[:1]
    window.keyboard.press("Control+z")
    expect(window.locator("#said")).to_contain_text("Отменено")
    assert week(window) == before


def test_a_day_is_built_by_keys_alone(draft):
    window = draft("5А", empty=True)
    first = window.locator("td[data-at]").first
    shift = first.get_attribute("data-at").split("-")[2]
    window.locator(".spot").first.focus()
    for letters in ("матем", "истор", "англ", "физич"):
        type_as_on_a_latin_layout(window, letters)
        expect(window.locator("#load [aria-selected=true]")).to_have_count(1)
        window.keyboard.press("Enter")
        saved(window)
    assert names(window, f"1-1-{shift}")[0].startswith("Математика")
    assert [bool(names(window, f"1-{number}-{shift}")) for number in range(1, 6)] == [True] * 4 + [False]
    # The second lesson is picked up and put down on Tuesday, then the first is cleared and brought back.
    window.keyboard.press("ArrowUp")
    window.keyboard.press("ArrowUp")
    window.keyboard.press("ArrowUp")
    taken = names(window, f"1-2-{shift}")
    window.keyboard.press("Space")
    expect(window.locator("#said")).to_contain_text("В руке")
    window.keyboard.press("ArrowRight")
    window.keyboard.press("Space")
    saved(window)
    assert names(window, f"2-2-{shift}") == taken and not names(window, f"1-2-{shift}")
    window.keyboard.press("Delete")
    expect(cell(window, f"2-2-{shift}").locator(".slot")).to_have_count(0)
    saved(window)
    window.keyboard.press("Control+z")
    expect(cell(window, f"2-2-{shift}").locator(".slot")).to_have_count(len(taken))


def test_a_clash_is_said_in_words_before_and_after(draft):
    window = draft("6А")
    slots = window.locator("td[data-at] .slot")
    slots.first.click()
    window.keyboard.press("Space")
    expect(window.locator("td[data-state]").first).to_be_visible()
    busy = window.locator("td[data-state=clash]").first
    why = busy.get_attribute("data-why")
    assert re.search("занято|заняты", why)
    busy.locator(".spot").click()
    saved(window)
    expect(window.locator(".spot.clash em").first).to_contain_text(re.compile("занято|заняты"))
    expect(window.locator("#warnings")).to_contain_text("Накладок")
    window.goto(f"/timetable/publish?version={window.draft}")
    expect(window.locator(".clashes li").first).to_contain_text(re.compile("занято|заняты"))


def test_the_preview_tells_what_publishing_changes(draft):
    window = draft("6А")
    slot, free = window.locator("td[data-at]:has(.slot)").first, free_cell(window)
    slot.locator(".slot").first.click()
    window.keyboard.press("Space")
    cell(window, free).locator(".spot").click()
    saved(window)
    window.click('a[href^="/timetable/publish"]')
    expect(window.locator("form table.list").first).to_contain_text("Добавится")
    window.click("form details.add summary")
    expect(window.locator("form details.add tbody tr").first).to_contain_text("6А")


def test_no_connection_is_told_and_nothing_is_lost(draft):
    window = draft("6А")
    slot = window.locator("td[data-at]:has(.slot)").first
    at = slot.get_attribute("data-at")
    count = slot.locator(".slot").count()
    slot.locator(".spot").click()
    window.context.set_offline(True)
    window.keyboard.press("Delete")
    expect(window.locator("#said")).to_contain_text("Нет связи")
    window.context.set_offline(False)
    window.evaluate("dispatchEvent(new Event('online'))")
    expect(cell(window, at).locator(".slot")).to_have_count(0 if count == 1 else count - 1)
    window.reload()
    expect(cell(window, at).locator(".slot")).to_have_count(0 if count == 1 else count - 1)


def test_a_refused_step_is_said_and_the_cell_is_as_it_was(draft):
    window = draft("6А")
    slot = window.locator("td[data-at]:has(.slot)").first
    at, name = slot.get_attribute("data-at"), names(window, slot.get_attribute("data-at"))
    # Somebody else clears the cell in another window.
    other = window.context.new_page()
    other.goto(window.url)
    cell(other, at).locator(".spot").click()
    for _ in name:
        other.keyboard.press("Delete")
        saved(other)
    slot.locator(".slot").first.click()
    window.keyboard.press("Space")
    window.keyboard.press("ArrowDown")
    window.keyboard.press("Space")
    expect(window.locator("#said.bad")).to_contain_text("Черновик уже изменён")
    expect(cell(window, at).locator(".slot")).to_have_count(0)


def test_on_a_phone_the_week_is_a_list_by_day_and_a_tap_moves_a_lesson(draft):
    window = draft("6А", width=360)
    assert window.evaluate("document.documentElement.scrollWidth") <= 360
    slot = window.locator("td[data-at]:has(.slot)").first
    free, name = free_cell(window), names(window, slot.get_attribute("data-at"))[:1]
    slot.locator(".slot").first.tap()
    window.tap("#hand [data-do=lift]")
    expect(window.locator(".looking")).to_be_visible()
    cell(window, free).locator(".spot").tap()
    saved(window)
    assert names(window, free) == name


def test_without_scripts_a_cell_opens_its_form(draft, school):
    window = draft("6А", scripts=False)
    window.locator("a.spot.free").first.click()
    window.locator("#page-1").select_option(index=1)
    window.click("form[action='/timetable/cell'] button.main")
    expect(window.locator("[aria-current=true].spot b").first).to_be_visible()
