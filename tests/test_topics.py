"""Topics: what editors tick on an article stands on the topic's page."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from articles.models import ConditionPage, TopicPage
from home.models import HomePage
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def topic():
    """A topic with an introduction."""
    return factories.TopicPageFactory(title="Nerves", introduction="All about nerves.")


def article_on(topic, factory=factories.ConditionPageFactory, **fields):
    """An article in the topic."""
    page = factory(**fields)
    page.topics = [topic]
    page.save()
    return page


def soup_of(client, page):
    """The page as a patient gets it."""
    return BeautifulSoup(client.get(page.url).content, "html.parser")


def groups(soup):
    """The topic's groups: each heading with the titles under it."""
    return {
        group.h2.get_text(): [link.get_text() for link in group.select("a")]
        for group in soup.select(".topic-group")
    }


def test_a_topic_lists_its_conditions_and_treatments_apart(client, topic):
    article_on(topic, title="Sciatica")
    article_on(topic, title="Nerve pain")
    article_on(topic, factories.TreatmentPageFactory, title="Exercise")
    factories.ConditionPageFactory(title="Elsewhere")
    soup = soup_of(client, topic)
    assert "All about nerves." in soup.get_text()
    assert groups(soup) == {
        "Conditions": ["Nerve pain", "Sciatica"],
        "Treatments": ["Exercise"],
    }


def test_a_topic_names_what_is_public_and_says_when_that_is_nothing(client, topic):
    article_on(topic, live=False)
    article_on(topic).view_restrictions.create(restriction_type="login")
    soup = soup_of(client, topic)
    assert groups(soup) == {}
    assert "There is nothing on this topic yet." in soup.get_text()


def test_an_article_knows_its_public_topics(topic, django_assert_num_queries):
    page = article_on(topic)
    draft = factories.TopicPageFactory(live=False)
    private = factories.TopicPageFactory()
    private.view_restrictions.create(restriction_type="login")
    page.topics.add(draft, private)
    page.save()
    page = ConditionPage.objects.get(pk=page.pk)
    with django_assert_num_queries(1):
        assert page.public_topics == [topic]


def test_a_draft_shows_the_topics_ticked_in_it(topic):
    draft = article_on(topic).get_latest_revision_as_object()
    other = factories.TopicPageFactory()
    draft.topics = [other, factories.TopicPageFactory(live=False)]
    assert draft.public_topics == [other]


def test_a_full_topic_costs_at_most_nine_queries(
    client, topic, django_assert_max_num_queries
):
    for factory in (factories.ConditionPageFactory, factories.TreatmentPageFactory):
        for _ in range(3):
            article_on(topic, factory)
    client.get(topic.url)
    with django_assert_max_num_queries(9):
        client.get(topic.url)


def test_editors_tick_topics_on_the_article(admin_client, topic):
    page = factories.ConditionPageFactory()
    edit = admin_client.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    soup = BeautifulSoup(edit.content, "html.parser")
    (box,) = soup.select("input[type=checkbox][name=topics]")
    assert box["value"] == str(topic.pk)
    assert "Nerves" in box.find_parent("label").get_text()


def test_a_topic_stands_below_the_front_page_only():
    assert TopicPage in HomePage.allowed_subpage_models()
    assert TopicPage.allowed_subpage_models() == []
    assert TopicPage not in ConditionPage.allowed_subpage_models()


def test_a_topic_can_be_previewed_before_it_is_saved():
    assert not TopicPage(title="New").conditions
