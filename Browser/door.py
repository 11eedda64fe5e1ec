"""Windows of people who came in through the real sign-in form."""

import os

from playwright.sync_api import expect

HEIGHTS = {360: 780, 768: 1024, 1240: 620, 1366: 768}
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")


def launch(playwright):
    arguments = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
    return playwright.chromium.launch(executable_path=CHROMIUM, args=arguments)


class Doorkeeper:
    """Signs each person in once and opens windows with that session."""

    def __init__(self, browser, school):
        self.browser, self.school = browser, school
        self.sessions, self.languages = {}, {}

    def window(self, role=None, width=1366, theme="light", language="ky", scripts=True, **more):
        """A page in a context of its own; without a role at the door."""
        is_phone = width < 700
        if role and role not in self.sessions:
            self.sign_in(role)
        context = self.browser.new_context(
            base_url=self.school.url, viewport={"width": width, "height": HEIGHTS.get(width, 800)}, color_scheme=theme,
            java_script_enabled=scripts, reduced_motion="reduce", storage_state=self.sessions.get(role),
            has_touch=is_phone, is_mobile=is_phone, locale="ru-RU", **more)
        window = context.new_page()
        window.complaints = []
        self.listen(window)
        if role and self.languages.get(role) != language:
            self.speak(window, role, language)
        elif not role:
            context.add_cookies([{"name": "lang", "value": language, "url": self.school.url}])
        return window

    def sign_in(self, role):
        person = self.school.cast[role]
        context = self.browser.new_context(base_url=self.school.url)
        page = context.new_page()
        page.goto("/sign-in")
        page.fill("#login", person["login"])
        page.fill("#password", person["password"])
        page.click("form.form button.main")
        expect(page.locator("body.staff, body.family")).to_be_visible()
        self.sessions[role] = context.storage_state()
        context.close()

    def speak(self, window, role, language):
        window.goto("/account")
        menu = "details.menu:has(form[action='/language'])"
        if window.locator(f"{menu} summary").is_visible():
            window.click(f"{menu} summary")
            window.click(f"{menu} button[value={language}]")
        else:
            window.goto("/diary/more")
            window.click(f"main button[name=lang][value={language}]")
        expect(window.locator(f"html[lang={language}]")).to_be_attached()
        self.languages[role] = language

    def listen(self, window):
        def of_console(message):
            # An answer of 4xx or a lost connection is what some tests ask for; the page has to cope with it.
            if message.type == "error" and "Failed to load resource" not in message.text:
                window.complaints.append(f"{window.url}: {message.text}")

        def of_request(request):
            if not request.url.startswith((self.school.url, "data:", "blob:")):
                window.complaints.append(f"{window.url} asked {request.url}")

        window.on("console", of_console)
        window.on("pageerror", lambda error: window.complaints.append(f"{window.url}: {error}"))
        window.on("request", of_request)
