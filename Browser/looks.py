"""What is wrong with a screen: for whom it is not accessible, and where it does not fit."""

from axe_playwright_python.sync_playwright import Axe

AXE = Axe()
EVERYTHING = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = {"type": "rule", "values": ["color-contrast"]}
WIDER = """width => [...document.querySelectorAll('body *')]
    .filter(e => e.getBoundingClientRect().right > width + 1)
    .filter(e => !e.closest('.scroll, .sheet, .seg, .tools, .places, .sr, .pad-keys, .sub-places'))
    .slice(0, 4).map(e => e.tagName + '.' + e.className)"""


def findings(window, rules):
    violations = AXE.run(window, options={"runOnly": rules, "resultTypes": ["violations"]}).response["violations"]
    return [f"{one['id']}: {node['html'][:160]} {reason(node)}" for one in violations for node in one["nodes"][:3]]


def reason(node):
    checks = node["any"] + node["all"] + node["none"]
    return checks[0]["message"][:200] if checks else ""


def overflow(window, width):
    window.set_viewport_size({"width": width, "height": 800})
    over = window.evaluate("() => document.documentElement.scrollWidth") - width
    return [f"{over} px too wide at {width}: {window.evaluate(WIDER, width)}"] if over > 0 else []
