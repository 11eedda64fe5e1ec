"""People of the demo school in a real browser."""

import re
from contextlib import ExitStack

import pytest
from playwright.sync_api import expect, sync_playwright

import door
import school as schools


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        browser = door.launch(playwright)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def school():
    with schools.served() as school:
        yield school


@pytest.fixture
def child(school):
    """The student of the cast."""
    return school.cast["student"]["person"]


@pytest.fixture(scope="module")
def doorkeeper(browser, school):
    return door.Doorkeeper(browser, school)


@pytest.fixture
def page_as(doorkeeper):
    """Opens a window for a member of the cast; no window may have complained when the test ends."""
    windows = []
    with ExitStack() as stack:

        def open_window(role, **look):
            window = doorkeeper.window(role, **look)
            stack.callback(window.context.close)
            windows.append(window)
            return window

        yield open_window
        complaints = [complaint for window in windows for complaint in window.complaints]
    assert not complaints


@pytest.fixture
def grid_of():
    return Grid


class Grid:
    """The journal page in a window, by lesson and student."""

    def __init__(self, window, place):
        self.window, self.place = window, place
        window.goto(place.address)
        self.find_column()

    def find_column(self, lesson=None):
        heads = self.window.locator("#grid thead tr:nth-child(2) th")
        self.column = heads.evaluate_all("(all, lesson) => all.findIndex(th => th.dataset.l === lesson)",
                                         lesson or self.place.lesson["id"])

    def reload(self):
        self.window.reload()
        self.find_column()

    def cell(self, student):
        return self.window.locator(f'#grid tr[data-s="{student}"] td').nth(self.column)

    def choose(self, student):
        self.cell(student).click()
        expect(self.cell(student)).to_have_class(re.compile(r"\bat\b"))

    def type(self, *keys):
        for key in keys:
            self.window.keyboard.press(key)

    def expect_saved(self, student, text):
        cell = self.cell(student)
        expect(cell).to_have_text(text)
        expect(cell).not_to_have_class(re.compile(r"\b(wait|net|no|two)\b"))
        expect(cell).to_have_attribute("data-v", re.compile(r"[1-9]"))

    @property
    def said(self):
        return self.window.locator("#status .said")
