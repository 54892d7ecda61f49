"""What the clinic says of itself on every page, in the language of the page."""

import html

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.contrib.settings.views import get_setting_edit_handler
from wagtail.test.utils.form_data import (
    nested_form_data,
    querydict_from_html,
    rich_text,
    streamfield,
)

from home.models import ClinicSettings
from tests import factories
from tests.translating import translated

pytestmark = pytest.mark.django_db


def soup_of(client, path):
    """The page at `path` as a patient gets it."""
    return BeautifulSoup(client.get(path).content, "html.parser")


@pytest.fixture
def sciatica(welsh):
    """An article in English and in Welsh."""
    english = factories.ConditionPageFactory(title="Sciatica")
    translated(english.get_parent().specific, welsh)
    return english, translated(english, welsh, title="Clunwst")


@pytest.fixture
def settings_screen(site):
    """The address of the clinic's settings in the admin, drawn for the languages that
    are switched on."""
    get_setting_edit_handler.cache_clear()
    yield reverse("wagtailsettings:edit", args=["home", "clinicsettings", site.pk])
    get_setting_edit_handler.cache_clear()


def words_in(language, **words):
    """The clinic's words in another language, as its settings store them."""
    return {"type": "words", "value": {"language": language} | words}


def test_the_clinic_speaks_the_language_of_the_page(client, site, sciatica):
    _english, welsh_page = sciatica
    ClinicSettings.objects.create(
        site=site,
        name="The Clinic",
        strapline="Help with pain",
        emergency_text="<p>Call 999.</p>",
        regulator="Inspectorate",
        other_languages=[
            words_in("fr", name="La clinique"),
            words_in(
                "cy",
                name="Y Clinig",
                strapline="Help gyda phoen",
                emergency_text="<p>Ffoniwch 999.</p>",
                regulator="Arolygiaeth",
            ),
        ],
    )
    for path, name, strapline, urgent, regulator in [
        ("/", "The Clinic", "Help with pain", "Call 999.", "Inspectorate"),
        ("/cy/", "Y Clinig", "Help gyda phoen", "Ffoniwch 999.", "Arolygiaeth"),
    ]:
        soup = soup_of(client, path)
        assert soup.title.get_text().endswith(name)
        assert soup.select_one("footer p + p").get_text(strip=True) == strapline
        assert soup.select_one(".urgent-help p").get_text() == urgent
        assert regulator in soup.footer.get_text()
        assert f'"name": "{name}"' in str(soup.find("script"))
    next_steps = soup_of(client, welsh_page.url).select_one(".next-steps")
    assert "Ffoniwch 999." in next_steps.get_text()
    assert ClinicSettings.for_site(site).name == "The Clinic"


def test_words_that_nobody_translated_say_their_language(client, site, sciatica):
    english, welsh_page = sciatica
    clinic = ClinicSettings.objects.create(
        site=site, strapline="Help with pain", emergency_text="<p>Call 999.</p>"
    )
    for path in ("/cy/", welsh_page.url):
        soup = soup_of(client, path)
        for words in ("Call 999.", "Help with pain"):
            element = next(p for p in soup("p") if words in p.get_text())
            spoken = element if element.get("lang") else element.find_parent(lang=True)
            assert spoken["lang"] == "en-GB"
        headings = soup.select(".urgent-help h2, .next-steps li[lang] h3")
        assert {heading["lang"] for heading in headings} == {"cy"}
    assert not soup_of(client, english.url).select("[lang='cy']:not([hreflang])")
    clinic.other_languages = [words_in("cy", emergency_text="<p>Ffoniwch 999.</p>")]
    clinic.save()
    soup = soup_of(client, "/cy/")
    assert "lang" not in soup.select_one(".urgent-help").attrs


def test_a_manager_writes_the_words_of_each_language_once(
    admin_client, client, site, welsh, settings_screen
):
    form = BeautifulSoup(admin_client.get(settings_screen).content, "html.parser")
    data = querydict_from_html(str(form.select_one("form[method=POST]")))
    welsh_words = {
        **{"language": "cy", "name": "Y Clinig", "strapline": "", "regulator": ""},
        **{"emergency_text": rich_text("<p>Ffoniwch 999.</p>")},
        "regulator_rating": "",
    }
    twice = nested_form_data(
        {
            "menu_items": streamfield([]),
            "other_languages": streamfield([("words", welsh_words)] * 2),
        }
    )
    data.update(twice | {"emergency_text": rich_text("")})
    refused = admin_client.post(settings_screen, data)
    assert refused.status_code == 200
    assert "This language is there already" in html.unescape(refused.content.decode())
    data["other_languages-1-deleted"] = "1"
    assert admin_client.post(settings_screen, data).status_code == 302
    assert soup_of(client, "/cy/").select_one(".urgent-help p").string == (
        "Ffoniwch 999."
    )


def test_with_one_language_the_settings_ask_for_no_other(
    admin_client, site, settings_screen
):
    form = BeautifulSoup(admin_client.get(settings_screen).content, "html.parser")
    assert "other languages" not in form.get_text()
    data = querydict_from_html(str(form.select_one("form[method=POST]")))
    data.update(nested_form_data({"menu_items": streamfield([])}))
    data["emergency_text"] = rich_text("")
    data["name"] = "Renamed"
    assert admin_client.post(settings_screen, data).status_code == 302
    assert ClinicSettings.for_site(site).name == "Renamed"
