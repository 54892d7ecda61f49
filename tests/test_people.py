"""The clinic's people: a list, a profile each, and their addresses."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from editorial.models import Clinician
from tests import factories

pytestmark = pytest.mark.django_db


def soup_of(client, path):
    """The page at `path` as a patient gets it."""
    return BeautifulSoup(client.get(path).content, "html.parser")


@pytest.fixture
def ada():
    """A clinician with a portrait and a biography."""
    return factories.ClinicianFactory(
        name="Dr Ada Wells",
        register_number="7654321",
        biography="Ada listens.",
        photograph=factories.ClinicImageFactory(description="Ada at her desk."),
    )


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Dr Ada Wells", "ada-wells"),
        ("Professor Sir Nadia Okonedo-Pryce", "nadia-okonedo-pryce"),
        ("Drew Miss", "drew-miss"),
        ("Zoë O’Hara", "zoe-ohara"),
        ("Dr", "clinician"),
        ("李小龍", "clinician"),
        ("A" * 120, "a" * 75),
    ],
)
def test_an_address_is_made_from_the_name_without_title(name, slug):
    assert factories.ClinicianFactory(name=name).slug == slug


def test_namesakes_get_numbers_and_an_address_stays_when_the_name_changes():
    first, second, third = factories.ClinicianFactory.create_batch(3, name="Ann Lee")
    assert [c.slug for c in (first, second, third)] == [
        "ann-lee",
        "ann-lee-2",
        "ann-lee-3",
    ]
    first.name = "Ann Lee-Jones"
    first.save()
    assert first.slug == "ann-lee"
    first.slug = ""
    first.save()
    assert first.slug == "ann-lee-jones"


def test_an_address_that_is_taken_is_refused_in_plain_words(admin_client, ada):
    response = admin_client.post(
        reverse(Clinician.snippet_viewset.get_url_name("add")),
        {
            "name": "Other",
            "role": "Nurse",
            "register": "nmc",
            "register_number": "1",
            "slug": "ada-wells",
        },
    )
    assert "Somebody else’s page has this address." in response.content.decode()
    assert Clinician.objects.count() == 1


def person(**values) -> dict:
    """What the form of a person sends: a receptionist, if nothing else is said."""
    empty = {"register": "", "other_register": "", "register_number": "", "slug": ""}
    return empty | {"name": "Ann Lee", "role": "Receptionist"} | values


@pytest.mark.parametrize(
    ("values", "wrong"),
    [
        ({}, set()),
        ({"register": "gosc", "register_number": "1234"}, set()),
        ({"register": "gosc"}, {"register_number"}),
        ({"register_number": "1234"}, {"register"}),
        ({"register": "other", "register_number": "1234"}, {"other_register"}),
        (
            {"register": "gcc", "register_number": "12", "other_register": "CNHC"},
            {"register"},
        ),
    ],
)
def test_somebody_has_a_whole_registration_or_none(admin_client, values, wrong):
    url = reverse(Clinician.snippet_viewset.get_url_name("add"))
    response = admin_client.post(url, person(**values))
    assert Clinician.objects.count() == (0 if wrong else 1)
    assert (set(response.context["form"].errors) if wrong else set()) == wrong


def test_a_profile_without_a_register_tells_of_none(client):
    factories.ClinicianFactory(
        name="Ann Lee", role="Receptionist", register="", register_number=""
    )
    profile = soup_of(client, "/people/ann-lee/").main
    assert "Receptionist" in profile.get_text()
    assert not profile.select_one(".profile__registration")
    assert soup_of(client, "/people/").select_one(".people li p:last-child").get_text(
        strip=True
    ) == ("Receptionist")


def test_a_register_that_is_not_in_the_list_is_named_without_a_link(client):
    factories.ClinicianFactory(
        name="Ann Lee",
        register="other",
        other_register="Natural Healthcare Council (CNHC)",
        register_number="<12>",
    )
    registration = soup_of(client, "/people/ann-lee/").select_one(
        ".profile__registration"
    )
    assert "Natural Healthcare Council (CNHC)" in registration.get_text()
    assert "CNHC <12>" in registration.get_text()
    assert not registration.a


def test_people_are_in_the_order_that_was_made_by_hand(client, admin_client):
    people = [factories.ClinicianFactory(name=name) for name in ("Ann", "Ben", "Cas")]
    url = reverse(
        Clinician.snippet_viewset.get_url_name("reorder"), args=[people[2].pk]
    )
    admin_client.post(f"{url}?position=0")
    names = [
        h.get_text(strip=True) for h in soup_of(client, "/people/").select(".people h2")
    ]
    assert names == ["Cas", "Ann", "Ben"]


def test_the_list_names_everybody_with_role_and_register(client, ada):
    factories.ClinicianFactory(name="Ben Other")
    soup = soup_of(client, "/people/")
    assert [h.get_text(strip=True) for h in soup.select(".people h2")] == [
        "Dr Ada Wells",
        "Ben Other",
    ]
    card = soup.select(".people li")[0]
    assert card.find("a", string="Dr Ada Wells")["href"] == "/people/ada-wells/"
    assert "Consultant in pain medicine" in card.get_text()
    assert card.find("a", href=ada.register_url).get_text() == "GMC 7654321"
    assert card.img["alt"] == "Ada at her desk."


def test_the_first_faces_in_the_list_come_at_once_and_the_others_when_needed(client):
    for _ in range(6):
        factories.ClinicianFactory(photograph=factories.ClinicImageFactory())
    faces = soup_of(client, "/people/").select("img.portrait")
    assert [face.get("loading") for face in faces] == [None] * 4 + ["lazy"] * 2


def test_an_empty_list_says_so(client):
    assert "Nobody is listed here yet." in soup_of(client, "/people/").get_text()


def test_a_profile_says_who_it_is_and_what_they_wrote(client, ada):
    factories.ConditionPageFactory(title="Sciatica", author=ada)
    factories.TreatmentPageFactory(title="Exercise", author=ada)
    factories.TreatmentPageFactory(title="Draft", author=ada, live=False)
    private = factories.ConditionPageFactory(title="Private", author=ada)
    private.view_restrictions.create(restriction_type="login")
    factories.ConditionPageFactory(title="By another")
    soup = soup_of(client, ada.get_absolute_url())
    assert soup.h1.get_text() == "Dr Ada Wells"
    assert "Dr Ada Wells – " in soup.title.get_text()
    text = soup.main.get_text()
    assert "Consultant in pain medicine" in text
    assert "General Medical Council (GMC)" in text
    assert "Ada listens." in text
    titles = [link.get_text() for link in soup.select(".profile__articles a")]
    assert titles == ["Sciatica", "Exercise"]


def test_the_front_page_leads_to_profiles(client, ada):
    assert soup_of(client, "/").select_one(".people h3 a[href='/people/ada-wells/']")


def test_a_profile_shows_the_way_back(client, ada):
    links = soup_of(client, ada.get_absolute_url()).select(".breadcrumbs a")
    assert [(link.get_text(), link["href"]) for link in links] == [
        ("Home", "/"),
        ("Our people", "/people/"),
    ]
    links = soup_of(client, "/people/").select(".breadcrumbs a")
    assert [link["href"] for link in links] == ["/"]


def test_a_profile_that_is_not_there_is_a_missing_page(client, ada):
    response = client.get("/people/ada-wellz/")
    assert response.status_code == 404
    assert "Page not found" in response.content.decode()


@pytest.mark.parametrize("path", ["/people/", "/people/ada-wells/"])
def test_people_cost_at_most_nine_queries(
    client, ada, path, django_assert_max_num_queries
):
    for factory in (factories.ConditionPageFactory, factories.TreatmentPageFactory):
        factory.create_batch(2, author=ada)
    factories.ClinicianFactory(photograph=factories.ClinicImageFactory())
    client.get(path)
    with django_assert_max_num_queries(9):
        client.get(path)
