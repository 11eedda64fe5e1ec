"""Draws the pictures of docs/ from a demo school: pictures.py [name …]."""

import sys

from playwright.sync_api import sync_playwright

import door
import school as schools
from screens import address

PICTURES = schools.ROOT / "docs/pictures"
LIMIT = 150 * 1024
DRAWN = {
    "journal-light": ("first-term", 1240, "light"),
    "journal-dark": ("first-term", 1240, "dark"),
    "my-day": ("my-day", 1240, "light"),
    "lesson": ("lesson", 1240, "light"),
    "diary-360": ("diary", 360, "light"),
    "diary-360-dark": ("diary", 360, "dark"),
    "control": ("control", 1240, "light"),
    "timetable": ("timetable", 1240, "light"),
}


def draw(doorkeeper, school, name):
    screen, width, theme = DRAWN[name]
    role, place = address(school, screen)
    window = doorkeeper.window(role, width=width, theme=theme)
    window.goto(place)
    file = PICTURES / f"{name}.png"
    window.screenshot(path=file)
    window.context.close()
    size = file.stat().st_size
    print(f"{file.relative_to(schools.ROOT)} {size // 1024} KB")
    return size <= LIMIT


def main(names):
    PICTURES.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright, schools.served(students=620) as school:
        browser = door.launch(playwright)
        doorkeeper = door.Doorkeeper(browser, school)
        are_small = [draw(doorkeeper, school, name) for name in names or DRAWN]
        browser.close()
    return 0 if all(are_small) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
