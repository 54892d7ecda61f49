"""Pictures for the editors' guide: `make editor-screenshots`.

They are of the demo clinic's admin, always at one size and without what tells of
today, so that they change only when a screen does. They lie in docs/images/editors/,
as PNG of 128 colours.
"""

import json
import re
import sys
import tempfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from PIL import Image
from playwright.sync_api import Page, expect, sync_playwright

from tests.browser.chromium import launch
from tests.browser.editing_screen import PageEditor
from tests.serving import Server

FOLDER = Path("docs/images/editors")
SIZE = {"width": 1100, "height": 760}
COLOURS = 128
# What tells of today, and what moves.
QUIET = """
  time, .dashboard-when, .w-human-readable-date,
  [data-side-panel="status"] .w-help-text, .w-autosave-indicator,
  .xdsoft_datetimepicker { visibility: hidden !important; }
  *, *::before, *::after { animation: none !important; transition: none !important;
    caret-color: transparent !important; }
"""


def open_page(page: Page, title: str) -> None:
    """Find the page of this title, and open where it is changed."""
    page.goto(f"/admin/pages/search/?q={title}")
    page.locator("td.title").get_by_role("link", name=title, exact=True).click()
    expect(page.locator("#id_title")).to_have_value(title)


def dashboard(page: Page) -> None:
    """The first screen after signing in."""
    expect(page.locator(".w-panel--dashboard").first).to_be_visible()


def new_article(page: Page) -> None:
    """The screen of a new treatment."""
    open_page(page, "Treatments")
    parent = re.search(r"/pages/(\d+)/", page.url)[1]
    page.goto(f"/admin/pages/add/articles/treatmentpage/{parent}/")
    expect(page.locator("#id_title")).to_be_visible()


def sections(page: Page) -> None:
    """A written treatment as a list of its headings."""
    open_page(page, "Infusion therapy")
    page.locator("[data-contentpath=sections]").first.evaluate(
        "element => element.scrollIntoView()"
    )


def block_picker(page: Page) -> None:
    """The kinds of block for a section's body."""
    new_article(page)
    editor = PageEditor(page)
    body = editor.stream("body", editor.block("sections-0-value-heading"))
    body.locator("button.c-sf-add-button").click()
    expect(page.get_by_role("option", name="Care card")).to_be_visible()


def upload_picture(page: Page) -> None:
    """The dialogue in which a picture is uploaded."""
    new_article(page)
    page.get_by_role("button", name="Choose an image").first.click()
    chooser = page.locator(".modal-content")
    chooser.get_by_role("tab", name="Upload").click()
    expect(chooser.get_by_label("Description")).to_be_visible()


def what_is_missing(page: Page) -> None:
    """A new treatment without summary, after "Publish"."""
    new_article(page)
    editor = PageEditor(page)
    editor.fill("id_title", "Acupuncture")
    editor.press_publish()
    message = page.get_by_text("The summary is missing")
    message.scroll_into_view_if_needed()
    expect(message).to_be_visible()


def schedule(page: Page) -> None:
    """The dialogue for the day of publication."""
    open_page(page, "Infusion therapy")
    PageEditor(page).open_schedule()


def reading_help(page: Page) -> None:
    """Advice beside a written article."""
    open_page(page, "Fibromyalgia")
    page.get_by_role("button", name="Toggle checks").click()
    age = page.locator(".reading-help__age")
    age.wait_for()
    age.scroll_into_view_if_needed()


class View(NamedTuple):
    """A picture to take: its name in the guide, and how to come to its screen."""

    name: str
    open: Callable[[Page], None]


VIEWS = [
    View("dashboard", dashboard),
    View("new-article", new_article),
    View("sections", sections),
    View("block-picker", block_picker),
    View("upload-picture", upload_picture),
    View("what-is-missing", what_is_missing),
    View("schedule", schedule),
    View("reading-help", reading_help),
]


def sign_in(page: Page, accounts: Path) -> None:
    """Sign in as the demo clinic's site manager."""
    password = json.loads(accounts.read_text())["manager"]
    page.goto("/admin/login/")
    page.get_by_label("Username").fill("manager")
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Sign in").click()
    expect(page.locator(".w-panel--dashboard").first).to_be_visible()


def take(page: Page, view: View) -> None:
    """Take one picture, in few colours."""
    page.goto("/admin/")
    view.open(page)
    page.add_style_tag(content=QUIET)
    page.wait_for_load_state("networkidle")
    picture = Image.open(BytesIO(page.screenshot())).convert("RGB")
    picture.quantize(COLOURS, dither=Image.Dither.NONE).save(
        FOLDER / f"{view.name}.png", optimize=True
    )


def take_all(address: str, accounts: Path) -> None:
    """Take all pictures from the demo clinic that is served there."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = launch(playwright)
        page = browser.new_page(
            base_url=address, viewport=SIZE, reduced_motion="reduce"
        )
        page.on("dialog", lambda dialog: dialog.accept())
        sign_in(page, accounts)
        for view in VIEWS:
            take(page, view)
        browser.close()


def main() -> None:
    """Serve the demo clinic from an empty folder, and take all pictures."""
    with tempfile.TemporaryDirectory() as folder:
        data_dir = Path(folder) / "var"
        with Server(data_dir) as server:
            take_all(server.address, data_dir / "demo-accounts.json")
    sys.stdout.write(f"{len(VIEWS)} pictures in {FOLDER}/\n")


if __name__ == "__main__":
    main()
