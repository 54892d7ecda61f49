"""How quick the editor is beside a stock Wagtail site’s, on forty blocks.

Both sites run at the same time, on one server program and database, with the same
content and the same definition of blocks. Rounds alternate between them:

    python benchmarks/editor.py [rounds]
"""

import os
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parent.parent))
os.environ["DJANGO_SETTINGS_MODULE"] = "clinicsite.settings.test"
# Playwright's loop makes Django think that its code runs asynchronously.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

import django

django.setup()

import requests
from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.editor_sites import (
    STOCK_SETTINGS,
    Site,
    running,
    stock_definition,
)
from tests.browser.chromium import launch

ROUNDS = 15
OURS = "from clinicsite.settings.test import *\n"
# Eight sections, forty blocks, eight steps inside them, and a question.
BLOCKS = 8 + 40 + 8 + 1
RICH_TEXTS = 8 * 4
USABLE = f"""() =>
  document.readyState === "complete" &&
  document.querySelectorAll("#sections-root [data-streamfield-child]").length
    === {BLOCKS} &&
  document.querySelectorAll("#sections-root .public-DraftEditor-content").length
    === {RICH_TEXTS} &&
  performance.now()"""
FORM = "new URLSearchParams(new FormData(document.querySelector('[data-edit-form]')))"


class Editor:
    """One site's editor, with what it took in each round, in milliseconds."""

    def __init__(self, site: Site, browser: Browser):
        self.site = site
        self.times: dict[str, list[float]] = {}
        context = browser.new_context()
        cookie = {"name": "sessionid", "value": site.session, "url": site.address}
        context.add_cookies([cookie])
        self.page: Page = context.new_page()
        self.client = requests.Session()
        self.client.cookies.set("sessionid", site.session)
        self.page.goto(site.edit)
        self.page.wait_for_function(USABLE)
        self.form = self.page.evaluate(f"{FORM}.toString()")
        for each in context.cookies():
            self.client.cookies.set(each["name"], each["value"])

    def note(self, name: str, start: float) -> None:
        """Note what has taken until now."""
        self.times.setdefault(name, []).append((time.perf_counter() - start) * 1000)

    def measure(self) -> None:
        """One round of everything."""
        start = time.perf_counter()
        answer = self.client.get(self.site.edit, timeout=60)
        self.note("server: open", start)
        self.size = len(answer.content)
        start = time.perf_counter()
        answer = self.client.post(
            self.site.edit,
            data=self.form,
            headers={"Content-Type": "application/x-www-form-urlencoded"},
            allow_redirects=False,
            timeout=60,
        )
        self.note("server: save", start)
        if answer.status_code != 302:
            sys.exit(f"{self.site.name} did not save: {answer.status_code}")
        self.page.goto(self.site.edit, wait_until="commit")
        usable = self.page.wait_for_function(USABLE, polling="raf").json_value()
        self.times.setdefault("browser: open", []).append(usable)
        self.page.locator("#id_summary").fill(f"Saved at {start}.")
        start = time.perf_counter()
        with self.page.expect_navigation(wait_until="commit"):
            self.page.get_by_role("button", name="Save draft").click()
        self.page.wait_for_function(USABLE, polling="raf")
        self.note("browser: save", start)
        self.page.goto("about:blank")


def report(ours: Editor, stock: Editor) -> None:
    """Print medians and what part of the stock site's time ours takes."""
    print(f"{'':16}{'ours':>10}{'stock':>10}{'ratio':>8}   medians in ms")
    for name, times in ours.times.items():
        mine, others = median(times[1:]), median(stock.times[name][1:])
        print(f"{name:16}{mine:10.0f}{others:10.0f}{mine / others:8.2f}")
    print(f"{'page, kB':16}{ours.size / 1000:10.0f}{stock.size / 1000:10.0f}")


def main() -> None:
    """Make both sites, measure, print, and leave nothing behind."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        stock_definition(folder)
        article = ("articles.models", "TreatmentPage", "TreatmentIndexPage")
        with (
            running("ours", folder, OURS, article) as our_site,
            running(
                "stock", folder, STOCK_SETTINGS, ("stock.models", "ArticlePage", "")
            ) as stock_site,
        ):
            browser = launch(playwright)
            ours, stock = Editor(our_site, browser), Editor(stock_site, browser)
            # The first round warms up, and is not counted.
            for number in range(rounds + 1):
                pair = (ours, stock) if number % 2 else (stock, ours)
                for editor in pair:
                    editor.measure()
            report(ours, stock)
            browser.close()


if __name__ == "__main__":
    main()
