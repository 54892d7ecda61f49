"""What must hold on every page, however somebody looks at it."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

# All of axe's rules for WCAG 2.2 AA, and its advice.
RULES = {
    "runOnly": [
        "wcag2a",
        "wcag2aa",
        "wcag21a",
        "wcag21aa",
        "wcag22aa",
        "best-practice",
    ],
    "resultTypes": ["violations"],
}

LOOKS = [
    {"color_scheme": "light", "forced_colors": "none"},
    {"color_scheme": "dark", "forced_colors": "none"},
    {"color_scheme": "light", "forced_colors": "active"},
]

# What makes the page scroll sideways, if anything does.
WIDER_THAN_THE_SCREEN = """
() => document.documentElement.scrollWidth <= window.innerWidth ? [] :
  [...document.querySelectorAll("body *")]
    .filter(element => element.getBoundingClientRect().right > window.innerWidth)
    .map(element => element.outerHTML.slice(0, 120))
"""


def assert_accessible(page: Page) -> None:
    """Fail if axe, or a look at the page's frame, finds a barrier in any look."""
    for look in LOOKS:
        page.emulate_media(**look)
        results = Axe().run(page, options=RULES)
        assert not results.violations_count, f"{look}: {results.generate_report()}"
    assert page.evaluate(WIDER_THAN_THE_SCREEN) == []
    expect(page.locator("h1")).to_have_count(1)
    assert page.locator(".feedback-panel").count() <= 1
