"""A teacher types in the journal, and the families read."""

import re

import pytest
from playwright.sync_api import expect

MARKS = "5434"


def column_of_marks(place):
    return [MARKS[position % 4] for position in range(len(place.students))]


def lesson_in_diary(window, child, lesson):
    """The lesson's line of the diary on its day, found by its subject and number."""
    window.goto(f"/diary/{child}?day={lesson['date']}")
    number = window.locator(".no", has_text=re.compile(f"^{lesson['number']}$"))
    return window.locator(".lessons > li").filter(has=number)


def test_a_column_is_typed_with_one_key_and_one_enter_a_student_and_the_family_sees_it(
    school, page_as, grid_of, child
):
    place = school.lesson(student=child)
    family = page_as("parent", width=360)
    line = lesson_in_diary(family, child, place.lesson)
    expect(line).to_have_count(1)
    grid = grid_of(page_as("teacher"), place)
    marks = column_of_marks(place)
    grid.choose(place.students[0])
    for mark in marks:
        grid.type(mark, "Enter")
    for student, mark in zip(place.students, marks):
        grid.expect_saved(student, mark)
    grid.reload()
    for student, mark in zip(place.students, marks):
        expect(grid.cell(student)).to_have_text(mark)
    assert place.values() == marks
    family.reload()
    expect(line.locator(".mark")).to_have_text(marks[place.students.index(child)])


def test_a_changed_mark_shows_what_it_was_to_the_family_and_in_the_history(school, page_as, grid_of, child):
    place = school.lesson(student=child)
    place.enter(child, "3")
    grid = grid_of(page_as("teacher"), place)
    grid.choose(child)
    grid.type("4", "Enter")
    grid.expect_saved(child, "4")
    family = page_as("parent", width=360)
    line = lesson_in_diary(family, child, place.lesson)
    expect(line.locator("del")).to_have_text("3")
    expect(line.locator(".mark")).to_have_text("4")
    grid.choose(child)
    grid.window.click("#tools a")
    newest = grid.window.locator("ol.history > li").first
    expect(newest).to_contain_text("3")
    expect(newest.locator(".mark")).to_have_text("4")
    expect(newest).to_contain_text(re.compile(r"\d\d:\d\d|\d:\d\d"))


def test_several_steps_are_taken_back_and_one_is_done_again(school, page_as, grid_of):
    place = school.lesson()
    before = place.values()
    first, second, third = place.students[:3]
    grid = grid_of(page_as("teacher"), place)
    grid.choose(first)
    grid.type("2", "Enter", "2", "Enter", "2", "Enter")
    for student in (first, second, third):
        grid.expect_saved(student, "2")
    grid.choose(first)
    grid.type("Control+z", "Control+z", "Control+z")
    for student, text in zip((first, second, third), before):
        grid.expect_saved(student, text)
    grid.type("Control+y")
    grid.expect_saved(first, "2")
    assert place.values()[:3] == ["2", before[1], before[2]]


def test_a_column_copied_from_a_sheet_is_pasted_and_taken_back_as_one_step(school, page_as, grid_of):
    place = school.lesson()
    before = place.values()
    window = page_as("teacher", permissions=["clipboard-read", "clipboard-write"])
    grid = grid_of(window, place)
    marks = ["5", "4", "3", "5"]
    window.evaluate("text => navigator.clipboard.writeText(text)", "\r\n".join(marks) + "\r\n")
    grid.choose(place.students[0])
    grid.type("Control+v")
    for student, mark in zip(place.students, marks):
        grid.expect_saved(student, mark)
    assert place.values()[:4] == marks
    grid.type("Control+z")
    for student, text in zip(place.students, before[:4]):
        grid.expect_saved(student, text)


@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
def test_escape_and_one_tab_lead_out_of_the_table(school, page_as, grid_of, key):
    place = school.lesson(is_kept=False)
    grid = grid_of(page_as("teacher"), place)
    grid.choose(place.students[0])
    grid.type("Tab", "Escape", key)
    expect(grid.window.locator("#grid :focus")).to_have_count(0)


def test_absences_and_two_marks_are_typed_as_a_teacher_writes_them(school, page_as, grid_of):
    place = school.lesson()
    grid = grid_of(page_as("teacher"), place)
    ill, unknown, twice = place.students[:3]
    grid.choose(ill)
    grid.window.keyboard.type("о")
    grid.type("Enter")
    grid.window.keyboard.type("н")
    grid.type("Enter", "5", "/")
    grid.window.keyboard.type("4")
    grid.type("Enter")
    for student in (ill, unknown, twice):
        expect(grid.cell(student)).not_to_have_class(re.compile(r"\b(wait|no|two)\b"))
    cells = place.cells()
    assert cells[ill]["absence"]["category"] == "ill"
    assert cells[unknown]["absence"]["category"] == "unknown"
    assert [mark["value"] for mark in cells[twice]["marks"]] == ["5", "4"]
    grid.reload()
    for student in (ill, unknown, twice):
        expect(grid.cell(student)).to_have_text(place.cells()[student]["value"])


def test_a_comment_is_written_beside_a_mark_and_read_by_the_family(school, page_as, grid_of, child):
    place = school.lesson(student=child)
    place.enter(child, "5")
    grid = grid_of(page_as("teacher"), place)
    grid.choose(child)
    grid.type("Control+m")
    grid.window.keyboard.type("Далили менен")
    grid.type("Control+Enter")
    expect(grid.cell(child)).to_have_class(re.compile(r"\bnote\b"))
    expect(grid.cell(child)).not_to_have_class(re.compile(r"\b(wait|no|two)\b"))
    line = lesson_in_diary(page_as("parent", width=360), child, place.lesson)
    expect(line).to_contain_text("Далили менен")


def test_a_mark_outside_the_scale_is_refused_with_the_reason(school, page_as, grid_of):
    place = school.lesson()
    before = place.values()[0]
    student = place.students[0]
    grid = grid_of(page_as("teacher"), place)
    grid.choose(student)
    grid.type("9", "Enter")
    expect(grid.cell(student)).to_have_class(re.compile(r"\bno\b"))
    expect(grid.said).to_contain_text("«9» шкалада жок")
    assert place.values()[0] == before
    grid.choose(student)
    grid.type("5", "Enter")
    grid.expect_saved(student, "5")


def test_a_refused_mark_counts_for_nothing_and_nothing_is_called_saved_beside_it(school, page_as, grid_of):
    place = school.lesson(is_kept=False)
    student = place.students[0]
    stands = place.values()[0]
    window = page_as("teacher")
    grid = grid_of(window, place)
    average = window.locator(f'#grid tr[data-s="{student}"] td.avg')
    before = average.text_content()

    def refuse(route):
        [entry] = route.request.post_data_json["entries"]
        route.fulfill(json={"results": [entry | {"status": "refused", "value": stands, "message": "Жок"}]})

    window.route("**/entries", refuse)
    grid.choose(student)
    grid.type("2", "Enter")
    expect(grid.cell(student)).to_have_class(re.compile(r"\bno\b"))
    expect(average).to_have_text(before)
    grid.reload()
    expect(grid.cell(student)).to_have_class(re.compile(r"\bno\b"))
    expect(average).to_have_text(before)
    expect(grid.said).to_contain_text("1 жазылган жок")
    expect(grid.said).not_to_contain_text(re.compile("Баары сакталган|Сакталды"))


def test_a_lesson_that_has_not_begun_takes_nothing_and_says_so_at_once(school, page_as, grid_of):
    place = school.lesson(is_kept=False)
    sheet = school.get("teacher", place.address)
    coming = next(one for one in sheet["lessons"] if one["date"] > "2026-11-20" and one["mayWrite"])
    window = page_as("teacher", permissions=["clipboard-read", "clipboard-write"])
    sent = []
    window.on("request", lambda request: sent.append(request.url) if "/entries" in request.url else None)
    grid = grid_of(window, place)
    grid.find_column(coming["id"])
    student = place.students[0]
    grid.choose(student)
    expect(grid.cell(student)).to_have_class(re.compile(r"\bshut\b"))
    grid.type("2")
    expect(grid.said).to_contain_text("Сабак баштала элек")
    expect(grid.cell(student)).to_have_text("")
    grid.window.keyboard.type("о")
    expect(grid.said).to_contain_text("Сабак баштала элек")
    expect(grid.cell(student).locator("input")).to_have_count(0)
    assert not sent


@pytest.mark.parametrize("choice, kept", [(["Enter"], "3"), (["Tab", "Enter"], "5")])
def test_two_windows_with_one_cell_see_both_values_and_choose_by_keyboard(school, page_as, grid_of, choice, kept):
    place = school.lesson()
    student = place.students[0]
    mine, other = (grid_of(page_as("teacher"), place) for _ in range(2))
    place.enter(student, "4")
    other.reload()
    other.choose(student)
    other.type("5")
    other.expect_saved(student, "5")
    mine.choose(student)
    mine.type("3", "Enter")
    expect(mine.cell(student)).to_have_class(re.compile(r"\btwo\b"))
    expect(mine.cell(student)).to_have_text("3≠5")
    mine.choose(student)
    mine.type("Enter")
    expect(mine.window.locator(".pop button:focus")).to_be_visible()
    mine.type(*choice)
    mine.expect_saved(student, kept)
    assert place.values()[0] == kept


def test_marks_typed_without_a_network_wait_and_are_sent_when_it_is_back(school, page_as, grid_of):
    place = school.lesson()
    before = place.values()
    window = page_as("teacher")
    grid = grid_of(window, place)
    window.context.set_offline(True)
    grid.choose(place.students[0])
    grid.type("4", "Enter", "5", "Enter")
    expect(grid.cell(place.students[0])).to_have_class(re.compile(r"\bnet\b"))
    expect(grid.cell(place.students[1])).to_have_class(re.compile(r"\bnet\b"))
    assert place.values() == before
    window.context.set_offline(False)
    grid.expect_saved(place.students[0], "4")
    grid.expect_saved(place.students[1], "5")
    assert place.values()[:2] == ["4", "5"]


def test_a_window_closed_before_saving_loses_nothing(school, page_as, grid_of):
    place = school.lesson()
    window = page_as("teacher")
    grid = grid_of(window, place)
    context = window.context
    context.set_offline(True)
    grid.choose(place.students[0])
    grid.type("5", "Enter", "3", "Enter")
    expect(grid.cell(place.students[1])).to_have_class(re.compile(r"\b(net|wait)\b"))
    window.close()
    context.set_offline(False)
    again = grid_of(context.new_page(), place)
    again.expect_saved(place.students[0], "5")
    again.expect_saved(place.students[1], "3")
    assert place.values()[:2] == ["5", "3"]


def test_without_scripts_the_heading_of_a_column_leads_to_a_form_that_saves(school, page_as, grid_of):
    place = school.lesson()
    student = place.students[0]
    window = page_as("teacher", scripts=False)
    window.goto(place.address)
    window.click(f'#grid th[data-l="{place.lesson["id"]}"] a')
    window.select_option(f"select[name=absence-{student}]", "")
    window.fill(f"input[name=mark-{student}]", "5")
    window.fill(f"input[name=second-{student}]", "4")
    window.click("button[name=do][value=save]")
    expect(window.locator(".say.good")).to_be_visible()
    window.goto(place.address)
    row = window.locator(f'#grid tr[data-s="{student}"]')
    expect(row.get_by_text("5/4").first).to_be_visible()
    assert place.values()[0] == "5/4"


def test_a_student_is_refused_by_every_address_of_the_journal(school, page_as, child):
    place = school.lesson(student=child)
    page, lesson = place.page["id"], place.lesson["id"]
    window = page_as("student", width=360)
    for address in (
        "/my-day", "/pages", f"/pages/{page}", f"/pages/{page}/cells/{lesson}/{child}", f"/lessons/{lesson}",
        f"/lessons/{lesson}/history", "/plans", "/control", "/absences", "/classes", "/load", "/accounts",
    ):
        answer = window.goto(address)
        assert answer.status == 403, address
        expect(window.locator("main h1")).to_be_visible()
    for method, path in [("GET", "/pages"), ("GET", f"/pages/{page}"), ("GET", "/my-day")]:
        assert school.api("student", path, method)[0] == 403, path
    assert school.api("student", f"/lessons/{lesson}", "PUT", {"topic": "x", "version": 0})[0] == 403
    assert place.enter(child, "5", role="student")[0] == 403
    window.goto("/diary")
    expect(window.locator("nav.places a")).to_have_count(4)
    assert not window.locator("a[href^='/pages'], a[href^='/lessons']").count()


def test_the_child_of_another_family_is_not_found_like_one_that_does_not_exist(school, page_as, child):
    window = page_as("otherParent", width=360)
    for place in ("", "/week", "/marks", "/absence"):
        answer = window.goto(f"/diary/{child}{place}")
        assert answer.status == 404, place
        stranger = window.locator("main").inner_text()
        window.goto(f"/diary/12345{place}")
        assert re.sub(r"[0-9A-F]{6,}", "", window.locator("main").inner_text(), flags=re.I) == re.sub(
            r"[0-9A-F]{6,}", "", stranger, flags=re.I)
    assert school.api("otherParent", f"/diary/{child}?week=2026-W47")[0] == 404
