"""Every main screen: for everybody, at every width, by day and by night, and light to load."""

import pytest

from looks import COLOURS, EVERYTHING, findings, overflow
from screens import SCREENS, address

LIMIT = 100 * 1024


@pytest.fixture(scope="module")
def window_of(doorkeeper):
    """One window for each person, width and language."""
    windows = {}

    def window(role, width, language):
        key = (role, width, language)
        if key not in windows:
            windows[key] = doorkeeper.window(role, width=width, language=language)
        return windows[key]

    yield window
    for one in windows.values():
        one.context.close()


@pytest.fixture
def screen(school, window_of):
    """Shows a screen; the browser must not have complained."""
    shown = []

    def show(name, width, language):
        role, place = address(school, name)
        window = window_of(role, width, language)
        window.set_viewport_size({"width": width, "height": 800})
        window.emulate_media(color_scheme="light")
        window.goto(place)
        shown.append(window)
        return window

    yield show
    complaints = [complaint for window in shown for complaint in window.complaints]
    for window in shown:
        window.complaints.clear()
    assert not complaints


def weight_of(school, window, role):
    """The bytes of the page and of all it asks for, as they are sent to somebody who comes for the first time."""
    loaded = window.evaluate("() => performance.getEntriesByType('resource').map(entry => entry.name)")
    links = window.locator("link[href]").evaluate_all("all => all.map(link => link.href)")
    cookie = {"Cookie": f"__Host-sabak={school.token(role)}"} if role else {}
    return sum(
        len(school.ask("GET", address.removeprefix(school.url), headers={"Accept-Encoding": "gzip"} | cookie)[2])
        for address in {window.url, *loaded, *links})


@pytest.mark.parametrize("width", [1366, 360])
@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_is_accessible_by_day_and_by_night_and_fits(screen, name, width):
    window = screen(name, width, "ky")
    assert window.locator("h1").count() == 1
    found = findings(window, EVERYTHING)
    window.emulate_media(color_scheme="dark")
    found += [f"dark {one}" for one in findings(window, COLOURS)]
    for size in (width, 768):
        found += overflow(window, size)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_fits_in_russian_and_is_light_to_load(school, screen, name):
    window = screen(name, 360, "ru")
    found = [one for size in (360, 768, 1366) for one in overflow(window, size)]
    assert not found, "\n".join(found)
    assert 5_000 < weight_of(school, window, SCREENS[name][0]) < LIMIT
