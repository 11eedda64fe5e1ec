"""From the slip on paper to the first page, by keyboard too, on a phone and on paper."""

import re
import shutil
import subprocess
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

PASSWORD = "бул-менин-сырым-5"


def own_class(window):
    """The address of the class that the class teacher leads."""
    window.goto("/classes")
    return re.sub(r"[?#].*", "", window.url)


def slips(page_as, language="ky", everybody=False):
    office = page_as("classTeacher")
    office.goto(own_class(office) + "/accounts")
    office.select_option("#language", language)
    office.click(f"button[name=all][value={'everybody' if everybody else 'new'}]")
    expect(office.locator(".slips li").first).to_be_visible()
    return office


def read(slip):
    return slip.locator("dd b").first.inner_text(), slip.locator("dd .code").inner_text()


def no_wider_than_its_window(window):
    return window.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


@pytest.fixture(scope="module")
def scanner():
    found = shutil.which("zbarimg")
    assert found, "zbarimg is missing: scripts/install test"
    return lambda picture: subprocess.run(
        [found, "--quiet", "--raw", str(picture)], check=True, capture_output=True, text=True).stdout.strip()


def test_a_family_comes_from_the_picture_on_the_slip_to_its_diary(school, page_as, scanner, tmp_path):
    office = slips(page_as)
    slip = office.locator(".slips li").filter(has=office.locator(".whom small:nth-of-type(2)")).first
    login, code = read(slip)
    slip.locator(".qr").screenshot(path=tmp_path / "code.png")
    address = scanner(tmp_path / "code.png")
    assert address.startswith(school.url + "/activate?")
    assert parse_qs(urlsplit(address).query) == {"login": [login]}
    assert code.replace(" ", "") not in address

    family = page_as(None, width=360)
    family.goto(address)
    expect(family.locator("#login")).to_have_value(login)
    expect(family.locator("#code")).to_be_focused()
    expect(family.locator(".duty li")).to_have_count(4)
    assert no_wider_than_its_window(family)
    family.keyboard.type(code.lower())
    family.keyboard.press("Tab")
    family.keyboard.type("кыска")
    family.keyboard.press("Enter")
    # The browser itself says that eight characters are needed; nothing was sent.
    expect(family.locator("#code")).to_have_value(code.lower())
    family.fill("#password", PASSWORD)
    family.locator("#password").press("Enter")
    expect(family.locator("body.family")).to_be_visible()
    assert urlsplit(family.url).path.startswith("/diary")

    family.goto("/account")
    expect(family.locator("main")).to_contain_text("20.11.2026 күнү кабыл алынган.")
    assert no_wider_than_its_window(family)
    again = page_as(None)
    again.goto(address)
    again.fill("#code", code)
    again.fill("#password", PASSWORD)
    again.click("form.form button.main")
    expect(again.locator(".say.bad")).to_be_visible()
    expect(again.locator("#code")).to_have_value(code)
    again.goto("/sign-in")
    again.fill("#login", login.upper())
    again.fill("#password", PASSWORD)
    again.locator("#password").press("Enter")
    expect(again.locator("body.family")).to_be_visible()


@pytest.mark.parametrize("language", ["ky", "kk"])
def test_slips_fit_eight_on_a_sheet_and_none_is_cut(page_as, language, tmp_path):
    office = slips(page_as, language, everybody=True)
    count = office.locator(".slips li").count()
    office.emulate_media(media="print")
    office.set_viewport_size({"width": 733, "height": 1062})
    sheet = (297 - 16) * 96 / 25.4
    heights = office.locator(".slips li").evaluate_all("all => all.map(one => one.getBoundingClientRect().height)")
    assert max(heights) * 4 <= sheet
    columns = office.locator(".slips li").evaluate_all(
        "all => new Set(all.map(one => Math.round(one.getBoundingClientRect().left))).size")
    assert columns == 2
    office.pdf(path=tmp_path / "slips.pdf", prefer_css_page_size=True)
    pages = len(re.findall(rb"/Type\s*/Page[^s]", (tmp_path / "slips.pdf").read_bytes()))
    assert pages == -(-count // 8)


def test_a_class_is_divided_by_keyboard_alone(page_as):
    office = page_as("classTeacher")
    office.goto(own_class(office) + "/subgroups")
    if not office.locator(".pick").count():
        office.fill("[name=title]", "Информатика")
        office.locator("[name=title]").press("Enter")
    first = office.locator(".pick tbody tr").first.locator("input[type=radio]")
    first.first.focus()
    for _ in range(first.count()):
        office.keyboard.press("ArrowRight")
        if office.locator(".pick tbody tr").first.locator("input:checked").get_attribute("value") == "":
            break
    chosen = office.locator(".pick tfoot output").last.inner_text()
    assert int(chosen) >= 1
    office.keyboard.press("Enter")
    expect(office.locator(".say.good")).to_be_visible()
    none = office.locator(".pick tbody tr").first.locator("input:checked")
    assert none.get_attribute("value") == ""


def test_a_drag_down_a_column_divides_as_it_goes(page_as):
    office = page_as("classTeacher")
    office.goto(own_class(office) + "/subgroups?fill=halves")
    cells = office.locator(".pick tbody tr td:nth-child(4)")
    start, end = cells.nth(0).bounding_box(), cells.nth(2).bounding_box()
    office.mouse.move(start["x"] + 4, start["y"] + 8)
    office.mouse.down()
    office.mouse.move(end["x"] + 4, end["y"] + 8, steps=12)
    office.mouse.up()
    for row in range(3):
        expect(cells.nth(row).locator("input")).to_be_checked()


@pytest.mark.parametrize("place", ["/subgroups", "/accounts"])
def test_a_class_is_worked_on_from_a_phone(page_as, place):
    office = page_as("classTeacher", width=360)
    office.goto(own_class(office) + place)
    assert no_wider_than_its_window(office)


def test_the_load_of_a_dismissed_teacher_is_handed_over_in_one_go(school, page_as):
    clerk = page_as("clerk")
    leaving = school.cast["otherTeacher"]["person"]
    clerk.goto(f"/staff/{leaving}")
    clerk.fill("#dismiss-day", "2026-11-27")
    clerk.click("button.danger")
    expect(clerk.locator(".say.warn")).to_be_visible()
    deputy = page_as("deputy")
    deputy.goto("/load")
    deputy.click("a[href='/load/handover']")
    select = deputy.locator(f"#t{leaving}-all")
    select.select_option(index=1)
    deputy.click("form.form button.main")
    expect(deputy.locator(".say.good")).to_be_visible()
    expect(deputy.locator(f"#t{leaving}-all")).to_have_count(0)
    phone = page_as("deputy", width=360)
    phone.goto("/load/handover")
    assert no_wider_than_its_window(phone)


def test_a_role_refused_keeps_what_was_typed(page_as):
    office = page_as("director")
    office.goto("/roles")
    chosen = office.locator("#person option").nth(3).get_attribute("value")
    for _ in range(2):
        office.select_option("#person", chosen)
        office.select_option("#role", "clerk")
        office.fill("#order", "15-к")
        office.fill("#orderDay", "2026-11-19")
        office.locator("form[action='/roles'] button.main").click()
    expect(office.locator("#role-err")).to_be_visible()
    expect(office.locator("#order")).to_have_value("15-к")
    expect(office.locator("#person")).to_have_value(chosen)
