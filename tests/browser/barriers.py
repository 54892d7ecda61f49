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


TRANSITIONS_DONE = """() => Promise.allSettled(
  document.getAnimations().filter(each => each instanceof CSSTransition)
    .map(each => each.finished))"""

# What is Wagtail's own: the rule, and the element that breaks it.
WAGTAILS_BARRIERS = {
    # The form of a new snippet has its title as an h2 (wagtailadmin/generic/form.html).
    ("page-has-heading-one", "html"),
    # The link that skips the menu, while it has the focus.
    ("region", ".skiplink"),
    # "Collapse all" in the outline beside a form, in the dark.
    ("color-contrast", ".w-minimap__collapse-all"),
    # The button "Delete" of a submission (modeladmin/inspect.html).
    ("color-contrast", ".no"),
    # Draftail's text area takes no name from its label.
    ("aria-input-field-name", ".notranslate"),
}


def find_barriers(page: Page) -> list[str]:
    """What axe finds on a screen of the admin: on a desk, a phone, and in the dark."""
    barriers = set()
    for width, colour_scheme in ((1280, "light"), (390, "light"), (1280, "dark")):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=colour_scheme)
        # Colours that are still changing are no colours of the screen.
        page.evaluate(TRANSITIONS_DONE)
        for violation in Axe().run(page, options=RULES).response["violations"]:
            for node in violation["nodes"]:
                target = " ".join(map(str, node["target"]))
                if (violation["id"], target) not in WAGTAILS_BARRIERS:
                    barriers.add(f"{violation['id']}: {target} at {width}")
    return sorted(barriers)
