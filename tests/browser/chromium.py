"""The system's own Chromium; its headless shell first, which is a third quicker."""

import shutil

from playwright.sync_api import Browser, Playwright

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
]


def launch(playwright: Playwright) -> Browser:
    """Start it. Raises FileNotFoundError if there is none."""
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        raise FileNotFoundError("Chromium is missing: run make test, which installs it")
    return playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
