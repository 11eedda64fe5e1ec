"""A school begins by itself: from a server without data to the director's set-up list."""

import re

import pytest
from playwright.sync_api import expect

import door
from empty import empty_server
from looks import EVERYTHING, findings, overflow


@pytest.fixture
def empty():
    with empty_server() as server:
        yield server


@pytest.fixture
def window_of(browser, empty):
    contexts = []

    def open_window(width=1366):
        context = browser.new_context(
            base_url=empty.url, viewport={"width": width, "height": door.HEIGHTS.get(width, 800)}, locale="ru-RU")
        context.add_cookies([{"name": "lang", "value": "ru", "url": empty.url}])
        contexts.append(context)
        return context.new_page()

    yield open_window
    for context in contexts:
        context.close()


def fill_school(page):
    page.fill("#name", "Средняя школа № 12")
    page.select_option("#country", "KG")
    page.fill("#director", "Абдыкадырова Бурул Сагыновна")
    page.fill("#administrator", "Усенов Замир Эркинович")
    page.fill("#deputy", "Жээнбекова Бермет Сатаровна")


def activate(page, slip, password):
    login = slip.locator("dd b").first.inner_text()
    code = slip.locator("dd .code").inner_text()
    page.goto(f"/activate?login={login}")
    expect(page.locator("#login")).to_have_value(login)
    page.fill("#code", code)
    page.fill("#password", password)
    page.click("form.form button.main")
    expect(page.locator("body.staff")).to_be_visible()


def test_a_school_is_founded_on_an_empty_server_and_its_director_sees_what_is_next(empty, window_of):
    page = window_of()
    page.goto("/")
    expect(page).to_have_url(re.compile("/setup$"))
    expect(page.locator("#director")).to_have_count(0)
    page.goto(empty.link)
    fill_school(page)
    page.click("form.founding button.main")
    slips = page.locator(".slips li")
    expect(slips).to_have_count(3)
    director = window_of()
    activate(director, slips.filter(has_text="Абдыкадырова"), "мектеп башталды")
    expect(director).to_have_url(re.compile("/control$"))
    director.click(".banner a")
    expect(director.locator(".setup > li")).to_have_count(14)
    expect(director.locator(".setup .tag.late").first).to_be_visible()
    expect(director.locator(".setup > li", has_text="Четверти").locator(".share")).to_have_text(re.compile("100"))
    office = window_of()
    activate(office, slips.filter(has_text="Усенов"), "списки веду я сам")
    assert office.goto("/pages").status == 403
    office.goto("/readiness")
    office.click(".setup a:has-text('Ученики')")
    expect(office.locator("#add")).to_be_attached()
    office.click(".trail a")
    expect(office.locator(".setup")).to_be_visible()
    expect(office.locator(".trail")).to_have_count(0)
    assert office.goto(empty.link).status == 404


@pytest.mark.parametrize("width", [1366, 360])
def test_the_first_pages_of_a_school_are_for_everybody_and_fit(empty, window_of, width):
    page, link = window_of(width), empty.link
    found = []

    def look():
        found.extend(findings(page, EVERYTHING) + overflow(page, width) + clipped(page))

    page.goto("/setup")
    look()
    page.goto(link)
    look()
    fill_school(page)
    page.click("form.founding button.main")
    expect(page.locator(".slips .qr")).to_have_count(3)
    look()
    page.click(".slips a.button >> nth=0")
    look()
    assert not found, "\n".join(found)


def clipped(page):
    """What stands on a slip and runs over its edge."""
    return page.locator(".slips li").evaluate_all("""slips => slips.flatMap(slip => [...slip.querySelectorAll("*")]
        .filter(e => e.getBoundingClientRect().right > slip.getBoundingClientRect().right + 1)
        .map(e => `over the edge of its slip: ${e.className} ${e.textContent}`))""")


def test_without_the_code_of_the_terminal_nobody_founds_a_school(empty, window_of):
    page = window_of(360)
    page.goto("/setup")
    page.fill("#code", "ABCDE FGHJK")
    page.click("form.form button.main")
    expect(page.locator(".say.bad")).to_be_visible()
    expect(page.locator("#director")).to_have_count(0)


def test_what_was_typed_comes_back_with_the_words_beside_it(empty, window_of):
    page = window_of(360)
    page.goto(empty.link)
    fill_school(page)
    page.fill("#administrator", "Абдыкадырова Бурул Сагыновна")
    page.click("form.founding button.main")
    expect(page.locator("#administrator[aria-invalid=true]")).to_be_visible()
    expect(page.locator("#name")).to_have_value("Средняя школа № 12")


def test_a_teacher_practises_and_comes_back_to_the_real_journal(school, page_as):
    trainer = page_as("responsible", language="ru")
    trainer.goto("/practice")
    trainer.click("form[action='/practice'] button")
    expect(trainer.locator(".say.good")).to_be_visible()
    teacher = page_as("teacher", language="ru")
    teacher.goto("/practice")
    teacher.click("form[action='/practice/enter'] button")
    expect(teacher.locator(".practice-strip")).to_be_visible()
    teacher.goto("/pages")
    teacher.locator("main a[href^='/pages/']").first.click()
    expect(teacher.locator("#grid tbody tr[data-s]")).to_have_count(24)
    cell = teacher.locator("#grid tbody tr[data-s]").first.locator("td").first
    cell.click()
    teacher.keyboard.press("5")
    teacher.keyboard.press("Enter")
    expect(cell).to_have_text("5")
    teacher.click(".practice-strip button")
    expect(teacher.locator(".practice-strip")).to_have_count(0)
    trainer.goto("/practice")
    trainer.click("button.danger")
    expect(trainer.locator("form[action='/practice'] button")).to_be_visible()
