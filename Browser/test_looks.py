"""Every main screen: for everybody, at every width, in its colours, and light to load."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from screens import SCREENS, address

AXE = Axe()
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
         "resultTypes": ["violations"]}
LIMIT = 100 * 1024
WIDER = """width => [...document.querySelectorAll('body *')]
    .filter(e => e.getBoundingClientRect().right > width + 1)
    .filter(e => !e.closest('.scroll, .sheet, .seg, .tools, .places, .sr, .pad-keys, .sub-places'))
    .slice(0, 4).map(e => e.tagName + '.' + e.className)"""


def findings(window):
    violations = AXE.run(window, options=RULES).response["violations"]
    return [f"{one['id']}: {node['html'][:160]} {reason(node)}" for one in violations for node in one["nodes"][:3]]


def reason(node):
    checks = node["any"] + node["all"] + node["none"]
    return checks[0]["message"][:200] if checks else ""


def overflow(window, width):
    window.set_viewport_size({"width": width, "height": 800})
    over = window.evaluate("() => document.documentElement.scrollWidth") - width
    return [f"{over} px too wide at {width}: {window.evaluate(WIDER, width)}"] if over > 0 else []


def open_screen(school, page_as, name, width, language):
    role, place = address(school, name)
    window = page_as(role, width=width, language=language)
    weights = []
    window.on("requestfinished", lambda request: weights.append(request.sizes()["responseBodySize"]))
    window.goto(place)
    window.wait_for_load_state("networkidle")
    return window, sum(weights)


@pytest.mark.parametrize("width", [1366, 360])
@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_is_accessible_by_day_and_by_night_and_fits(school, page_as, name, width):
    window, weight = open_screen(school, page_as, name, width, "ky")
    assert weight < LIMIT
    assert window.locator("h1").count() == 1
    assert window.title()
    found = []
    for theme in ("light", "dark"):
        window.emulate_media(color_scheme=theme)
        found += [f"{theme} {one}" for one in findings(window)]
    for size in (width, 768):
        found += overflow(window, size)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_fits_in_russian_too(school, page_as, name):
    found = []
    window, _ = open_screen(school, page_as, name, 360, "ru")
    for size in (360, 768, 1366):
        found += overflow(window, size)
    assert not found, "\n".join(found)
