"""Every kind of public page, in every state, has one panel or one form, never two."""

from collections import Counter

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.models import Page

from tests import factories
from tests.browser.page_kinds import PAGES
from tests.browser.rich_pages import rich_clinic

pytestmark = pytest.mark.django_db

# What asks “Was this page helpful?”; the others have neither panel nor form.
HAVE_PANEL = {"condition", "treatment", "location"}
HAVE_FORM = {"form"}


def panels_and_forms(response) -> tuple[int, int]:
    """How many feedback panels and patients' forms there are; fails if an id stands
    twice, or something is named by an id that is not there."""
    soup = BeautifulSoup(response.content, "html.parser")
    ids = Counter(element["id"] for element in soup.select("[id]"))
    assert [each for each, number in ids.items() if number > 1] == []
    for name in ("for", "aria-labelledby", "aria-describedby", "aria-controls"):
        for element in soup.select(f"[{name}]"):
            assert [each for each in element[name].split() if each not in ids] == []
    for link in soup.select('a[href^="#"]'):
        assert link["href"][1:] in ids
    return len(soup.select(".feedback-panel")), len(soup.select("main form.form"))


def expected(kind: str) -> tuple[int, int]:
    """What a page of this kind has."""
    return (int(kind in HAVE_PANEL), int(kind in HAVE_FORM))


@pytest.mark.parametrize("kind", PAGES)
def test_a_page_has_one_of_either_live_again_and_as_a_draft(
    client, admin_client, site, kind
):
    rich_clinic(site)
    address = PAGES[kind]()
    for _ in range(2):
        response = client.get(address)
        assert response.status_code == 200
        assert panels_and_forms(response) == expected(kind)
    # The same seen by an editor, whose page has the way to the editor besides.
    assert panels_and_forms(admin_client.get(address)) == expected(kind)
    slug = address.strip("/").rpartition("/")[2]
    page = Page.objects.filter(slug=slug, depth__gt=2).first()
    if page:
        page.specific.save_revision()
        draft = reverse("wagtailadmin_pages:view_draft", args=[page.pk])
        assert panels_and_forms(admin_client.get(draft)) == expected(kind)


def test_the_kinds_that_have_a_panel_or_a_form_are_among_those_looked_at():
    assert set(PAGES) >= HAVE_PANEL | HAVE_FORM


def test_an_article_without_feedback_has_neither(client, site):
    rich_clinic(site)
    article = factories.ConditionPageFactory(feedback_enabled=False)
    assert panels_and_forms(client.get(article.url)) == (0, 0)


@pytest.mark.parametrize("address", ["/nothing-here/", "/conditions/bakc-pain/"])
def test_a_page_that_is_not_there_has_neither(client, site, address):
    rich_clinic(site)
    factories.ConditionPageFactory(title="Back pain")
    response = client.get(address)
    assert response.status_code == 404
    assert panels_and_forms(response) == (0, 0)


def test_a_form_that_cannot_be_read_is_not_shown_twice(client, site):
    form = rich_clinic(site)
    broken = client.post(form.url, b"--x", content_type="multipart/form-data")
    assert broken.status_code == 400
    assert panels_and_forms(broken) == (0, 0)
