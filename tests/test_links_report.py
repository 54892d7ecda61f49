"""The report “Links” names every broken link, and what to do."""

import csv
import io
from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from articles.models import ConditionPage, RelatedPage
from editorial.clinic_time import clinic_today
from editorial.links.broken import broken_links
from editorial.models import LinkCheck
from tests import factories

pytestmark = pytest.mark.django_db

REPORT = "editorial_links_report"


def text_page(html, **values):
    """A plain page with this rich text."""
    return factories.StandardPageFactory(
        body=[{"type": "text", "value": html}], **values
    )


def page_link(page, words="Our page"):
    return f'<p><a linktype="page" id="{page.pk}">{words}</a></p>'


def broken_check(url="https://a.example/gone"):
    """That this address failed on two days."""
    return LinkCheck.objects.create(
        url=url,
        status=LinkCheck.Status.MISSING,
        checked_at=timezone.now(),
        failing_since=clinic_today() - timedelta(days=3),
    )


def found(page):
    """The broken links of this page: words, target, problem."""
    links = broken_links(Page.objects.filter(pk=page.pk))
    return [(link.words, link.target, link.problem) for link in links]


def sign_in(client, role):
    client.force_login(factories.UserFactory(groups=[Group.objects.get(name=role)]))


def export(client, **query):
    response = client.get(reverse(REPORT), {"export": "csv", **query})
    text = b"".join(response.streaming_content).decode()
    return list(csv.DictReader(io.StringIO(text)))


def test_a_link_to_a_public_page_is_not_broken():
    assert found(text_page(page_link(factories.StandardPageFactory()))) == []


def test_a_link_in_text_to_an_unpublished_page_is_broken():
    target = factories.StandardPageFactory(title="Old clinic", live=False)
    assert found(text_page(page_link(target))) == [
        ("Our page", "Old clinic", "The page it leads to is not published.")
    ]


def test_a_link_in_text_to_a_deleted_page_is_broken():
    target = factories.StandardPageFactory()
    page = text_page(page_link(target))
    target.delete()
    assert found(page) == [
        ("Our page", "a page that was deleted", "The page it leads to was deleted.")
    ]


def test_a_button_and_a_related_page_can_be_broken():
    target = factories.ConditionPageFactory(title="Old", live=False)
    action = {"text": "Read on", "page": target.pk, "url": ""}
    page = factories.StandardPageFactory(
        body=[{"type": "call_to_action", "value": action}]
    )
    assert [words for words, *_rest in found(page)] == ["Read on"]
    article = factories.ConditionPageFactory()
    article.related_page_links.add(RelatedPage(page=target))
    article.save()
    assert [words for words, *_rest in found(article)] == ["Old"]


def test_a_link_to_another_website_is_broken_when_its_address_is():
    broken_check()
    page = text_page('<p><a href="https://a.example/gone#part">Guide</a></p>')
    assert found(page) == [
        (
            "Guide",
            "https://a.example/gone#part",
            "The website says that there is no such page.",
        )
    ]


def test_what_a_draft_links_to_is_not_reported():
    target = factories.StandardPageFactory(live=False)
    assert found(text_page(page_link(target), live=False)) == []


def test_the_report_filters_by_where_links_lead_and_by_type_of_page(client):
    broken_check()
    target = factories.StandardPageFactory(live=False)
    text_page(page_link(target, "In") + '<a href="https://a.example/gone">Out</a>')
    sign_in(client, "Editors")
    assert [row["Words of the link"] for row in export(client)] == ["In", "Out"]
    outwards = export(client, kind="external")
    assert [row["Words of the link"] for row in outwards] == ["Out"]
    conditions = ContentType.objects.get_for_model(ConditionPage).pk
    assert export(client, content_type=conditions) == []


def test_the_report_shows_the_words_the_place_and_the_advice(client):
    target = factories.StandardPageFactory(title="Old clinic", live=False)
    page = text_page(page_link(target, "=Visit us"), title="Where we are")
    sign_in(client, "Site managers")
    html = client.get(reverse(REPORT)).content.decode()
    for words in ("=Visit us", "Where we are", "Body → Text", "take the link out"):
        assert words in html
    assert reverse("wagtailadmin_pages:edit", args=[page.pk]) in html
    assert export(client)[0]["Words of the link"] == "'=Visit us"


@pytest.mark.parametrize(
    "query",
    ["?kind=nonsense", "?p=-1", "?ordering=x", "?content_type=x", "?export=xlsx"],
)
def test_any_parameters_get_an_answer(client, query):
    text_page(page_link(factories.StandardPageFactory(live=False)))
    sign_in(client, "Editors")
    for address in (reverse(REPORT), reverse(f"{REPORT}_results")):
        assert client.get(f"{address}{query}").status_code == 200


@pytest.mark.parametrize(
    ("role", "status"),
    [
        ("Editors", 200),
        ("Site managers", 200),
        ("Clinical reviewers", 302),
        ("Feedback staff", 302),
    ],
)
def test_the_report_is_for_those_who_make_pages(client, role, status):
    sign_in(client, role)
    assert client.get(reverse(REPORT)).status_code == status
    menu = client.get(reverse("wagtailadmin_home")).content.decode()
    assert (reverse(REPORT) in menu) == (status == 200)


def test_more_pages_cost_no_more_queries(django_assert_num_queries):
    target = factories.StandardPageFactory(live=False)
    text_page(page_link(target))
    pages = target.get_parent().get_children()
    broken_links(pages)
    with django_assert_num_queries(5):
        assert len(broken_links(pages)) == 1
    for _ in range(10):
        text_page(page_link(target))
    # Pages, their fields by type, failed addresses, references, targets.
    with django_assert_num_queries(5):
        assert len(broken_links(pages)) == 11
