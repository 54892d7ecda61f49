"""How patients read: on small and large screens, on paper, by keyboard, by ear."""

import pytest
from playwright.sync_api import Page, expect

from home.models import ClinicSettings
from tests import factories
from tests.browser.page_kinds import PAGES
from tests.browser.rich_pages import rich_article, rich_clinic

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]

LONG_WORDS = "Otorhinolaryngological-neurosurgical discomfort " * 3

# How many letters stand in each full line of running text.
LINE_LENGTHS = """
() => [...document.querySelectorAll(".text p")].flatMap(paragraph => {
  const range = document.createRange(), lines = [];
  const text = paragraph.firstChild;
  let top = null, letters = 0;
  for (let i = 0; i < text.length; i++) {
    range.setStart(text, i);
    range.setEnd(text, i + 1);
    const here = Math.round(range.getBoundingClientRect().top);
    if (top !== null && here - top > 8) { lines.push(letters); letters = 0; }
    top = here;
    letters++;
  }
  return lines;
})
"""


@pytest.fixture
def clinic(served_site):
    """A clinic that has filled in everything."""
    rich_clinic(served_site)
    return ClinicSettings.for_site(served_site)


def text_section(*paragraphs: str, heading: str = "What it is") -> list:
    """A definition with running text."""
    html = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    body = [{"type": "text", "value": html}]
    return [{"type": "definition", "value": {"heading": heading, "body": body}}]


@pytest.mark.parametrize("kind", PAGES)
def test_a_page_reads_without_scripts_by_keyboard_and_on_paper(open_page, clinic, kind):
    page = open_page(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page.goto(PAGES[kind]())
    expect(page.get_by_role("heading", level=1)).to_be_in_viewport()
    page.keyboard.press("Tab")
    skip_link = page.get_by_role("link", name="Skip to main content")
    expect(skip_link).to_be_focused()
    expect(skip_link).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_be_focused()
    page.emulate_media(media="print")
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator(".menu-button").first).to_be_hidden()
    assert page.context.cookies() == []


@pytest.mark.parametrize("width", [768, 1280, 1920])
def test_lines_have_60_to_75_letters(open_page, clinic, width):
    words = "Some people feel pain in a place that is not where it comes from. " * 12
    article = factories.ConditionPageFactory(sections=text_section(words))
    page = open_page(viewport={"width": width, "height": 900})
    page.goto(article.url)
    lengths = page.evaluate(LINE_LENGTHS)
    assert lengths
    assert max(lengths) <= 76
    assert sum(lengths) / len(lengths) >= 60


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_long_names_break_no_page(open_page, clinic, width):
    clinic.name = "The Wendlemere and Ostleham Partnership Clinic for Long-lasting Pain"
    clinic.save()
    article = factories.ConditionPageFactory(
        title=LONG_WORDS[:120],
        alternative_names=LONG_WORDS,
        sections=text_section(LONG_WORDS, heading=LONG_WORDS[:120]),
    )
    page = open_page(viewport={"width": width, "height": 900})
    for path in ("/", article.get_parent().url, article.url):
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path


def test_an_article_prints_as_a_leaflet(page: Page, clinic):
    clinic.address = "1 High Street\nAnytown"
    clinic.save()
    article = rich_article(factories.ConditionPageFactory, title="Back pain")
    article.save_revision().publish()
    page.goto(article.url)
    page.emulate_media(media="print")
    for name in (
        ".site-menu",
        ".menu-button",
        ".contents",
        ".feedback-panel",
        ".button",
    ):
        assert not any(each.is_visible() for each in page.locator(name).all()), name
    expect(page.locator("h1")).to_be_visible()
    expect(page.get_by_text("1 High Street")).to_be_visible()
    expect(page.get_by_text("Last updated on")).to_be_visible()
    expect(page.get_by_text(f"Printed from {article.full_url}")).to_be_visible()
    hidden = page.locator(".expander > :not(summary)").first
    expect(hidden).to_be_visible()


def test_the_list_of_contents_leads_to_each_section_by_keyboard(page: Page, clinic):
    article = rich_article(factories.ConditionPageFactory, title="Back pain")
    page.goto(article.url)
    links = page.get_by_role("navigation", name="On this page").get_by_role("link")
    assert links.count() == len(article.article_sections)
    last = links.last
    last.focus()
    page.keyboard.press("Enter")
    section = page.get_by_role("region", name=last.inner_text(), exact=True)
    expect(section.get_by_role("heading").first).to_be_in_viewport()


def test_a_listener_hears_the_parts_of_an_article_by_name(page: Page, clinic):
    factories.ConditionPageFactory(
        title="Back pain", sections=text_section("It hurts.")
    )
    page.goto("/conditions/back-pain/")
    expect(page.locator("body")).to_match_aria_snapshot(
        """
        - link "Skip to main content"
        - banner:
          - link
        - navigation "Breadcrumb"
        - main:
          - article:
            - heading "Back pain" [level=1]
            - region "What it is":
              - heading "What it is" [level=2]
              - paragraph: It hurts.
            - region "What you can do next"
            - region "About this page"
          - region "Tell us how it went"
        - contentinfo
        """
    )


def test_it_looks_dark_where_that_is_asked_for(open_page, clinic):
    grounds = {}
    for scheme in ("light", "dark"):
        page = open_page(color_scheme=scheme)
        page.goto("/")
        grounds[scheme] = page.evaluate("getComputedStyle(document.body).background")
    assert grounds["light"] != grounds["dark"]


def test_nothing_moves_by_itself(page: Page, clinic):
    rich_article(factories.ConditionPageFactory, title="Back pain")
    for path in ("/", "/conditions/back-pain/"):
        page.goto(path)
        assert page.evaluate("document.getAnimations().length") == 0
        moving = page.locator("video[autoplay], marquee, [style*=animation]")
        expect(moving).to_have_count(0)
