"""Pictures of every kind of page of the demo clinic: `make screenshots`.

They are for looking at, at three widths, light and dark. They lie in
var/screenshots/, one folder for each width and look.
"""

import sys
import tempfile
from collections.abc import Callable
from itertools import product
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.chromium import launch
from tests.serving import Server

FOLDER = Path("var/screenshots")
WIDTHS = (360, 768, 1440)
LOOKS = ("light", "dark")


def as_it_is(page: Page) -> None:
    """Leave the page as it was opened."""


def with_errors(page: Page) -> None:
    """Send the form with nothing filled in."""
    page.locator("main form").get_by_role("button").click()
    page.get_by_role("alert").wait_for()


def with_menu(page: Page) -> None:
    """Open the menu, where there is a button for it."""
    button = page.get_by_role("button", name="Menu", exact=True)
    if button.is_visible():
        button.click()


class View(NamedTuple):
    """A picture to take: its name, the address, what to do there first."""

    name: str
    path: str
    prepare: Callable[[Page], None] = as_it_is


VIEWS = [
    View("front-page", "/"),
    View("menu", "/", with_menu),
    View("conditions", "/conditions/"),
    View("condition", "/conditions/fibromyalgia/"),
    View("treatments", "/treatments/"),
    View("treatment", "/treatments/infusion-therapy/"),
    View("topic", "/pain-from-nerves/"),
    View("people", "/people/"),
    View("person", "/people/imogen-sallow/"),
    View("site-map", "/site-map/"),
    View("plain-page", "/about/"),
    View("location", "/wendlemere/"),
    View("feedback", "/feedback/"),
    View("enquiry-with-errors", "/contact/", with_errors),
    View("search", "/search/?q=back+pain"),
    View("search-without-result", "/search/?q=zebra"),
    View("not-found", "/conditions/fibromyalga/"),
]


def take(browser: Browser, address: str, width: int, look: str) -> None:
    """Take all pictures at one width in one look."""
    folder = FOLDER / f"{width}-{look}"
    folder.mkdir(parents=True, exist_ok=True)
    context = browser.new_context(
        base_url=address,
        viewport={"width": width, "height": 900},
        color_scheme=look,
    )
    page = context.new_page()
    for view in VIEWS:
        page.goto(view.path)
        view.prepare(page)
        # A picture of the whole page does not scroll, so lazy ones would be missing.
        page.eval_on_selector_all(
            "img", "images => images.forEach(image => image.loading = 'eager')"
        )
        # For the same reason, what is laid out only when it is scrolled to.
        page.eval_on_selector_all(
            "main *",
            "parts => parts.forEach(part => part.style.contentVisibility = 'visible')",
        )
        page.wait_for_load_state("networkidle")
        page.screenshot(path=folder / f"{view.name}.png", full_page=True)
    context.close()


def main() -> None:
    """Serve the demo clinic from an empty folder, and take all pictures."""
    with (
        tempfile.TemporaryDirectory() as folder,
        Server(Path(folder) / "var") as server,
        sync_playwright() as playwright,
    ):
        browser = launch(playwright)
        for width, look in product(WIDTHS, LOOKS):
            take(browser, server.address, width, look)
        browser.close()
    sys.stdout.write(f"{len(VIEWS) * len(WIDTHS) * len(LOOKS)} pictures in {FOLDER}/\n")


if __name__ == "__main__":
    main()
