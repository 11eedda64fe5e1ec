"""How grades are assessed: a deputy changes borders, and a teacher of Kazakhstan gives points of a maximum."""

import re

import pytest
from playwright.sync_api import expect

import door
import school as schools
from screens import ids


@pytest.fixture(scope="module")
def kazakh(browser):
    with schools.served(country="KZ") as school:
        yield school


@pytest.fixture
def kazakh_as(browser, kazakh):
    windows = []
    keeper = door.Doorkeeper(browser, kazakh)

    def open_window(role, **look):
        windows.append(keeper.window(role, **look))
        return windows[-1]

    yield open_window
    complaints = [complaint for window in windows for complaint in window.complaints]
    for window in windows:
        window.context.close()
    assert not complaints


def test_a_deputy_looks_at_what_changes_and_then_saves_stricter_borders(school, page_as):
    window = page_as("deputy", language="ru")
    window.goto("/settings/regimes")
    row = window.locator(".regimes tbody").last
    row.locator("a.button").first.click()
    window.select_option("select[name=family]", "strict")
    window.click("button[value=preview]")
    expect(window.locator("section.say")).to_contain_text("страницы журнала")
    expect(window.locator("select[name=family]")).to_have_value("strict")
    window.click("button[value=save]")
    expect(window.locator(".say.good")).to_be_visible()
    expect(window.locator(".regimes .tag.own").first).to_be_visible()
    expect(window.locator(".regimes")).to_contain_text("5 от 4,65")


def test_a_border_that_cannot_be_is_refused_beside_its_field_without_script(school, page_as):
    window = page_as("deputy", language="ru", scripts=False, width=360)
    window.goto("/settings/regimes/edit?from=5&model=five")
    window.select_option("select[name=family]", "own")
    window.fill("input[name='border-5']", "5,5")
    window.click("button[value=preview]")
    expect(window.locator("#border-5-err")).to_be_visible()
    expect(window.locator("input[name='border-5']")).to_have_value("5,5")


def page_with_points(school):
    """A page of the teacher that has a work for a section in the running quarter, the work's lesson and a student."""
    for page in school.get("teacher", "/pages")["items"]:
        sheet = school.get("teacher", f"/pages/{page['id']}")
        marks = [(cell, mark) for cell in sheet["cells"] for mark in cell["marks"] if mark.get("maximum")]
        if marks:
            cell, mark = marks[0]
            return page["id"], cell["lesson"], cell["student"], mark["maximum"]
    raise AssertionError("no points in the demo school")


def cell_of(window, lesson, student):
    heads = window.locator("#grid thead tr").nth(1).locator("th")
    column = heads.evaluate_all("(all, id) => all.findIndex(th => th.dataset.l === id)", lesson)
    return window.locator(f"#grid tr[data-s='{student}'] td").nth(column)


def test_points_are_typed_on_the_keyboard_and_too_many_are_refused_in_words(kazakh, kazakh_as):
    page, lesson, student, maximum = page_with_points(kazakh)
    window = kazakh_as("teacher", language="ru")
    window.goto(f"/pages/{page}")
    head = window.locator(f"#grid th[data-l='{lesson}']")
    expect(head).to_have_attribute("data-max", str(maximum))
    cell = cell_of(window, lesson, student)
    cell.click()
    window.keyboard.press("Delete")
    window.keyboard.type(str(maximum))
    window.keyboard.press("Enter")
    expect(cell).to_have_text(str(maximum))
    expect(cell).not_to_have_class(re.compile(r"\b(wait|net|no)\b"), timeout=10_000)
    expect(window.locator(f"#grid tr[data-s='{student}'] td.avg")).to_contain_text("%")
    cell.click()
    window.keyboard.type(str(maximum + 1))
    window.keyboard.press("Enter")
    expect(cell).to_have_class(re.compile(r"\bno\b"), timeout=10_000)
    expect(cell).to_have_attribute("title", re.compile(f"больше максимума.*{maximum}"))


def test_the_per_cent_opens_to_its_parts(kazakh, kazakh_as):
    page, _, student, _ = page_with_points(kazakh)
    window = kazakh_as("teacher", language="ru")
    window.goto(f"/pages/{page}")
    shown = window.locator(f"#grid tr[data-s='{student}'] td.avg").inner_text().split("%")[0].strip()
    window.locator(f"#grid tr[data-s='{student}'] td.avg a").click()
    table = window.locator("table.counted")
    expect(table).to_contain_text("СОр")
    expect(table.locator("tfoot")).to_contain_text(shown)


def test_a_family_reads_points_with_their_maximum(kazakh, kazakh_as):
    family = kazakh_as("parent", width=360, language="kk")
    family.goto(f"/diary/{kazakh.cast['student']['person']}/marks?term=1")
    expect(family.locator(".term")).to_contain_text(re.compile(r"\d+/25"))
