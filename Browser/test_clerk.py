"""The clerk's desk: what a parent reports reaches the card, and the books fit on paper."""

import re

from playwright.sync_api import expect

NUMBER = "+996 000 777 111"


def test_a_new_phone_told_by_a_parent_is_on_the_card_after_class_teacher_and_clerk(page_as, child):
    family = page_as("parent", width=360)
    family.goto("/diary/more")
    family.click(f'a[href="/diary/{child}/changes"]')
    family.select_option("#person", index=1)
    family.fill("#value", NUMBER)
    family.fill("#words", "Жаңы номер")
    family.click("main form.form button.main")
    expect(family.locator(".say.good")).to_be_visible()
    expect(family.locator("main section li").first).to_contain_text("класс жетекчиде")

    teacher = page_as("classTeacher")
    teacher.goto("/my-day")
    teacher.click('.desk a[href="/requests"]')
    teacher.locator(".requests > li").filter(has_text=NUMBER).locator(".decide button.main").click()
    expect(teacher.locator(".say.good")).to_be_visible()

    clerk = page_as("clerk")
    clerk.goto("/students")
    clerk.click('.desk a[href="/requests"]')
    clerk.locator(".requests > li").filter(has_text=NUMBER).locator(".decide button.main").click()
    expect(clerk.locator(".say.good")).to_be_visible()
    clerk.goto(f"/students/{child}")
    expect(clerk.locator("main")).to_contain_text(NUMBER)

    family.reload()
    expect(family.locator("main section li").first).to_contain_text("кабыл алынды")
    expect(family.locator("main section li").first).to_contain_text(NUMBER)


def test_students_are_added_one_after_the_other_with_the_keyboard_alone(page_as):
    clerk = page_as("clerk")
    clerk.goto("/students?add=1")
    for surname in ("Биринчиев", "Экинчиев"):
        expect(clerk.locator("#surname")).to_be_focused()
        clerk.keyboard.type(surname)
        clerk.keyboard.press("Tab")
        clerk.keyboard.type("Окуучу")
        if surname == "Биринчиев":
            clerk.select_option("#class", index=3)
        chosen = clerk.locator("#class").input_value()
        clerk.locator("#given").press("Enter")
        expect(clerk.locator(".say.good")).to_be_visible()
        expect(clerk.locator("#class")).to_have_value(chosen)
    clerk.goto("/students")
    expect(clerk.locator("#find-q")).to_be_focused()
    clerk.keyboard.type("экинчиев")
    clerk.keyboard.press("Enter")
    expect(clerk.locator("tbody tr")).to_have_count(1)


def test_a_date_copied_from_a_spreadsheet_can_be_pasted(page_as):
    clerk = page_as("clerk")
    clerk.goto("/students?add=1")
    clerk.evaluate("""() => {
        const clipboard = new DataTransfer();
        clipboard.setData('text', '3.09.2013');
        const paste = new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData: clipboard });
        document.querySelector('#born').dispatchEvent(paste);
    }""")
    expect(clerk.locator("#born")).to_have_value("2013-09-03")


def test_the_books_fit_on_paper(page_as):
    clerk = page_as("clerk")
    for address in ("/movements", "/movements?kind=left", "/alphabet", "/movements/totals"):
        clerk.goto(address)
        clerk.emulate_media(media="print")
        # An A4 sheet with its margins at 96 dots an inch.
        clerk.set_viewport_size({"width": 703, "height": 1000})
        assert clerk.evaluate("() => document.documentElement.scrollWidth") <= 703, address
        wide = clerk.evaluate("""() => [...document.querySelectorAll('.book td, .book th')]
            .filter(cell => cell.getBoundingClientRect().right > 704).length""")
        assert wide == 0, address
        expect(clerk.locator(".signs")).to_be_visible()
        clerk.emulate_media(media="screen")


def test_a_class_teacher_signs_the_month_and_the_deputy_sees_it(page_as):
    teacher = page_as("classTeacher", width=360)
    teacher.goto("/classes")
    teacher.locator('.desk a[href$="/data"]').first.click()
    month = teacher.locator("#check-month").input_value()
    teacher.check("#checked")
    teacher.click("main form.form button.main")
    expect(teacher.locator(".say.good")).to_be_visible()
    expect(teacher.locator(f'#check-month option[value="{month}"]')).to_have_count(0)
    deputy = page_as("deputy")
    deputy.goto("/control")
    deputy.click('a[href="/data-checks"]')
    expect(deputy.locator("tbody")).to_contain_text(re.compile("✓ 20.11.2026"))
