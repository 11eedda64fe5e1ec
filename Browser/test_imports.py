"""Lists come in through the browser: the clerk, the deputy and the teacher."""

import re
import zipfile

from playwright.sync_api import expect

from lists import workbook

STUDENTS = [
    ("Ырысбекова Нурай", "01.03.2011", "9Ж", "Ырысбекова Асель", "0555 11 22 33"),
    ("Ырысбеков Эрбол", "02.04.2012", "9Ж", "Ырысбекова Асель", "0555 11 22 33"),
    ("Ким Вера", "05.06.2011", "девятый", "", ""),
]


HEADER = ("Кто", "Родился", "Куда", "Мать", "Тел. матери")


def listed(rows):
    """With a title above the header and a total below."""
    title, total = ("Список учащихся на 2026/27 учебный год",), (f"Итого: {len(rows)}",)
    return workbook([title, HEADER, *rows, total])


def upload(window, kind, name, content):
    window.goto(f"/imports/new/{kind}")
    window.set_input_files("#file", files=[{"name": name, "mimeType": "application/octet-stream", "buffer": content}])
    window.click("form.upload button.main")


def wait_for(window, words):
    """The page of a list looks again by itself."""
    expect(window.locator("h1")).to_have_text(re.compile(words), timeout=30_000)


def test_the_clerk_brings_a_list_and_the_people_are_there(page_as):
    office = page_as("clerk")
    office.goto("/students")
    office.click("a.button[href='/imports/new/students']")
    expect(office.locator("#file")).to_be_visible()
    upload(office, "students", "9Ж.xlsx", listed(STUDENTS))
    wait_for(office, "столбцах|тилкелерде|Тилкелерде|columns")
    for position, column in enumerate(("fullName", "birthDay", "schoolClass")):
        office.locator(".columns select").nth(position).select_option(column)
    office.click("button[value=show]")
    expect(office.locator("table.list").last).to_contain_text("Ырысбекова")
    office.click("button[value=check]")
    wait_for(office, "изменится|өзгөрөт|change")
    expect(office.locator(".problems.bad")).to_contain_text("девятый")
    expect(office.locator(".figures")).to_contain_text("2")
    office.check("#skip")
    office.click("button[value=write]")
    wait_for(office, "записан|жазылды|is in")
    with office.expect_download() as download:
        office.click("a[href$='/rejects']")
    with zipfile.ZipFile(download.value.path()) as archive:
        text = "".join(archive.read(name).decode() for name in archive.namelist() if name.startswith("xl/"))
    assert "Ким Вера" in text and "«девятый»" in text and "Эрбол" not in text
    office.goto("/students?q=Ырысбек")
    expect(office.locator("table.list")).to_contain_text("Ырысбекова Нурай")
    expect(office.locator("table.list")).to_contain_text("Ырысбеков Эрбол")
    office.goto("/imports")
    expect(office.locator("table.list tbody tr").first).to_contain_text("9Ж.xlsx")


def test_the_columns_are_remembered_and_a_moved_student_is_shown(page_as):
    office = page_as("clerk", width=360)
    moved = [("Ырысбекова Нурай", "01.03.2011", "9Ш", "", "")]
    upload(office, "students", "9Ш.xlsx", listed(moved))
    wait_for(office, "столбцах|тилкелерде|Тилкелерде|columns")
    expect(office.locator(".columns select").nth(0)).to_have_value("fullName")
    office.click("button[value=check]")
    wait_for(office, "изменится|өзгөрөт|change")
    expect(office.locator("details.add").first).to_contain_text("1")
    assert office.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_a_file_that_is_no_list_is_refused_with_words(page_as):
    office = page_as("clerk")
    upload(office, "students", "list.xlsx", b"PK\x03\x04broken")
    expect(office.locator("#file-err")).to_be_visible()


def test_a_deputy_brings_no_students_and_a_clerk_no_load(school):
    def status(role, path):
        return school.ask("GET", path, None, {"Authorization": "Bearer " + school.token(role)})[0]

    assert status("deputy", "/imports/new/students") == 403
    assert status("clerk", "/imports/new/load") == 403
    assert status("clerk", "/imports/new/students") == 200
