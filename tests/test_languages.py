"""A second language: its pages stand beside the English ones, under a prefix."""

import pytest
from bs4 import BeautifulSoup
from django.template import engines
from django.urls import reverse
from django.utils import translation

from articles.models import ConditionTreatment
from articles.models.article import RelatedPage
from editorial.reserved_addresses import reserved_slugs
from home.models import ClinicSettings
from tests import factories
from tests.translating import switch_on, translated

pytestmark = pytest.mark.django_db


def soup_of(client, path, **headers):
    """The page at `path` as a patient gets it."""
    return BeautifulSoup(client.get(path, **headers).content, "html.parser")


def titles(soup, selector):
    """The words of the links that `selector` finds."""
    return [link.get_text(strip=True) for link in soup.select(selector)]


def drawn(client, page, tag):
    """What a tag draws on a page."""
    template = engines["django"].from_string(f"{{% load navigation_tags %}}{tag}")
    request = client.get(page.url).wsgi_request
    return BeautifulSoup(template.render({"page": page}, request), "html.parser")


@pytest.fixture
def conditions(welsh):
    """The list of conditions in English and in Welsh."""
    english = factories.ConditionIndexPageFactory()
    return english, translated(english, welsh, title="Cyflyrau")


@pytest.fixture
def sciatica(welsh, conditions):
    """One article in English and in Welsh."""
    english = factories.ConditionPageFactory(title="Sciatica", slug="sciatica")
    return english, translated(english, welsh, title="Clunwst")


def test_the_address_alone_says_the_language(client, welsh):
    for path, language in (("/", "en-GB"), ("/cy/", "cy"), ("/cy/search/", "cy")):
        soup = soup_of(client, path, HTTP_ACCEPT_LANGUAGE="fr")
        assert (soup.html["lang"], soup.html["dir"]) == (language, "ltr")
    assert soup_of(client, "/cy/").h1.get_text() == "Croeso"
    assert soup_of(client, "/").h1.get_text() == "Help with long-term pain"


def test_a_page_is_the_same_bytes_for_everybody(client, sciatica):
    for page in sciatica:
        plain = client.get(page.url)
        other = client.get(
            page.url, HTTP_ACCEPT_LANGUAGE="cy", HTTP_COOKIE="django_language=cy"
        )
        assert plain.content == other.content
        for response in (plain, other):
            assert not response.cookies
            vary = response.headers.get("Vary", "").lower()
            assert "cookie" not in vary
            assert "language" not in vary


def test_a_language_written_from_right_to_left_says_so(client, settings, home_page):
    switch_on(settings, "ar", "العربية")
    soup = soup_of(client, "/ar/")
    assert (soup.html["lang"], soup.html["dir"]) == ("ar", "rtl")


def test_menu_and_lists_hold_the_pages_of_their_own_language(client, sciatica):
    factories.ConditionPageFactory(title="English only")
    expected = {
        "/": ["Conditions", "English only", "Sciatica"],
        "/cy/": ["Cyflyrau", "Clunwst"],
    }
    for path, (index, *articles) in expected.items():
        soup = soup_of(client, path)
        assert titles(soup, ".menu a") == [index]
        assert titles(soup, ".split .page-list a") == articles
        soup = soup_of(client, f"{path}conditions/")
        assert titles(soup, ".letter .page-list a") == articles


def test_the_way_back_stays_in_the_language(client, sciatica):
    soup = soup_of(client, "/cy/conditions/sciatica/")
    assert soup.h1.get_text() == "Clunwst"
    ways = [(link.get_text(), link["href"]) for link in soup.select(".breadcrumbs a")]
    assert ways == [("Hafan", "/cy/"), ("Cyflyrau", "/cy/conditions/")]
    assert soup.select_one(".site-name")["href"] == "/cy/"
    assert soup.select_one(".site-search")["action"] == "/cy/search/"
    soup = soup_of(client, "/conditions/sciatica/")
    assert soup.select_one(".site-name")["href"] == "/"


def test_search_finds_pages_of_its_own_language(client, sciatica):
    for path, words, other in (
        ("/search/", "Sciatica", "Clunwst"),
        ("/cy/search/", "Clunwst", "Sciatica"),
    ):
        assert words in soup_of(client, f"{path}?q={words}").main.get_text()
        found = titles(soup_of(client, f"{path}?q={other}"), ".page-list a")
        assert found == []


def test_an_article_names_the_translations_of_what_its_original_names(client, welsh):
    english_index = factories.TreatmentIndexPageFactory()
    translated(english_index, welsh)
    condition = factories.ConditionPageFactory(title="Sciatica")
    translated(condition.get_parent().specific, welsh)
    known, unknown = (factories.TreatmentPageFactory() for _ in range(2))
    for treatment in (known, unknown):
        ConditionTreatment.objects.create(condition=condition, treatment=treatment)
        RelatedPage.objects.create(article=condition, page=treatment)
    welsh_treatment = translated(known, welsh, title="Triniaeth")
    welsh_condition = translated(condition, welsh, title="Clunwst")

    assert condition.treatments == [known, unknown]
    assert welsh_condition.treatments == [welsh_treatment]
    assert [page.title for page in welsh_condition.related_pages] == ["Triniaeth"]
    assert known.conditions == [condition]
    assert welsh_treatment.conditions == [welsh_condition]


def test_the_clinics_own_pages_lead_to_their_translations(client, site, sciatica):
    english, welsh_page = sciatica
    form = factories.FormPageFactory(title="Feedback", slug="feedback")
    privacy = factories.StandardPageFactory(title="Privacy", slug="privacy")
    ClinicSettings.objects.create(site=site, feedback_form=form, privacy_page=privacy)
    translated(form, welsh_page.locale, title="Adborth", panel_title="Dywedwch")

    soup = soup_of(client, welsh_page.url)
    assert soup.select_one(".feedback-panel h2").get_text() == "Dywedwch"
    answer = soup.select_one(".feedback-panel a")["href"]
    assert answer.startswith(f"/cy/feedback/?about={welsh_page.pk}")
    # Without a translation, the English page is better than none.
    assert soup.select_one("footer a[href='/privacy/']")
    soup = soup_of(client, english.url)
    assert soup.select_one(".feedback-panel a")["href"].startswith("/feedback/")
    assert ClinicSettings.for_site(site).feedback_form == form


def test_the_button_of_the_front_page_stays_in_the_language(client, welsh, home_page):
    contact = factories.StandardPageFactory(slug="contact")
    for page in type(home_page).objects.all():
        page.action_text, page.action_page = "Contact us", contact
        page.save()
    assert soup_of(client, "/cy/").select_one(".hero a")["href"] == "/contact/"
    translated(contact, welsh)
    assert soup_of(client, "/cy/").select_one(".hero a")["href"] == "/cy/contact/"
    assert soup_of(client, "/").select_one(".hero a")["href"] == "/contact/"


def test_a_page_links_to_its_other_languages_and_only_to_public_ones(client, sciatica):
    english, welsh_page = sciatica
    (link,) = drawn(client, english, "{% language_links %}").select("nav a")
    assert (link["href"], link["lang"], link["hreflang"], link.get_text()) == (
        *("/cy/conditions/sciatica/", "cy", "cy", "Cymraeg"),
    )
    (link,) = drawn(client, welsh_page, "{% language_links %}").select("nav a")
    assert (link["href"], link["lang"]) == ("/conditions/sciatica/", "en-GB")
    alternates = drawn(client, welsh_page, "{% language_alternates %}").select("link")
    assert [(each["hreflang"], each["href"]) for each in alternates] == [
        ("en-GB", english.full_url),
        ("cy", welsh_page.full_url),
    ]

    welsh_page.unpublish()
    for tag in ("{% language_links %}", "{% language_alternates %}"):
        assert drawn(client, english, tag).find() is None


def test_the_sitemap_and_the_card_tell_machines_of_each_language(client, sciatica):
    english, welsh_page = sciatica
    card = soup_of(client, welsh_page.url).select_one("[property='og:locale']")
    assert card["content"] == "cy"
    front_page = welsh_page.get_parent().get_parent().specific
    for is_public in (True, False):
        sitemap = client.get("/sitemap.xml").content.decode()
        assert f"<loc>{english.full_url}</loc>" in sitemap
        assert (f"<loc>{welsh_page.full_url}</loc>" in sitemap) is is_public
        front_page.unpublish()


def test_a_language_is_not_public_before_its_front_page_is(client, sciatica):
    english, welsh_page = sciatica
    welsh_page.get_parent().get_parent().specific.unpublish()
    for path in ("/cy/", "/cy/conditions/sciatica/"):
        soup = soup_of(client, path)
        assert soup.h1.get_text() == "Page not found"
        assert soup.select_one(".site-name")["href"] == "/"
    assert drawn(client, english, "{% language_links %}").find() is None


def test_with_one_language_there_is_no_other_address(client, home_page):
    assert client.get("/cy/").status_code == 404
    assert client.get("/en-gb/").status_code == 404
    assert drawn(client, home_page, "{% language_links %}").find() is None


@pytest.mark.parametrize("language", ["cy", "en", "fr"])
def test_the_admins_language_changes_no_address(language, sciatica):
    with translation.override(language):
        assert [page.url for page in sciatica] == [
            "/conditions/sciatica/",
            "/cy/conditions/sciatica/",
        ]
        prefix = "/cy" if language == "cy" else ""
        assert reverse("search") == f"{prefix}/search/"


def test_the_second_language_costs_few_queries_more(
    client, sciatica, django_assert_max_num_queries
):
    for page, most in zip(sciatica, (9, 12), strict=True):
        client.get(page.url)
        with django_assert_max_num_queries(most):
            client.get(page.url)


def test_a_topic_lists_the_articles_of_its_own_language(sciatica):
    english, welsh_page = sciatica
    topic = factories.TopicPageFactory()
    for page in sciatica:
        page.topics.add(topic)
        page.save()
    welsh_topic = translated(topic, welsh_page.locale)
    assert list(topic.conditions) == [english]
    assert list(welsh_topic.conditions) == [welsh_page]
    assert [page.pk for page in welsh_page.public_topics] == [welsh_topic.pk]


def test_no_page_can_hide_behind_the_prefix_of_a_language(welsh, home_page):
    with translation.override("cy"):
        assert {"cy", "search", "people"} <= reserved_slugs()
