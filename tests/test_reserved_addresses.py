"""No page goes where the website itself answers."""

import pytest
from django.core.exceptions import ValidationError
from django.test import override_settings
from django.urls import reverse
from wagtail.models import Page
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from editorial.reserved_addresses import reserved_slugs
from tests import factories

pytestmark = pytest.mark.django_db

OWN = [
    *("admin", "brand", "documents", "media", "people", "search", "site-map"),
    *("static", "withdraw", "_util"),
]


def test_the_sites_own_addresses_are_reserved():
    assert set(OWN) <= reserved_slugs()
    assert all(name and "<" not in name for name in reserved_slugs())


@override_settings(STATIC_URL="https://files.example/assets/", MEDIA_URL="/pics/x/")
def test_folders_of_files_are_reserved_wherever_they_lie():
    assert {"assets", "pics"} <= reserved_slugs()


@pytest.mark.parametrize("slug", OWN)
def test_a_page_right_below_the_front_page_cannot_have_such_an_address(slug):
    with pytest.raises(ValidationError) as caught:
        factories.StandardPageFactory(slug=slug)
    (message,) = caught.value.message_dict["slug"]
    assert f"uses /{slug}/" in message
    assert f"{slug}-page" in message


def test_elsewhere_and_in_part_the_words_are_free():
    assert factories.ConditionPageFactory(slug="search").pk
    assert factories.StandardPageFactory(slug="search-page").pk
    assert factories.StandardPageFactory(slug="administration").pk


@pytest.mark.parametrize("action", [{}, {"action-publish": "on"}])
def test_the_editor_says_so_beside_the_slug(admin_client, home_page, action):
    for model, fields in (
        ("home.standardpage", {"body": {"count": 0}}),
        (
            "forms.formpage",
            {
                **{"introduction": "null", "privacy_notice": "null"},
                **{"thank_you_text": "null", "thank_you_title": "Thanks"},
                **{"form_fields": inline_formset([]), "button_text": "Send"},
                **{"panel_title": "Tell us", "panel_question": "How?"},
                "kind": "feedback",
            },
        ),
    ):
        add = reverse("wagtailadmin_pages:add", args=[*model.split("."), home_page.pk])
        values = {"title": "Us", "slug": "people", "comments": inline_formset([])}
        response = admin_client.post(add, nested_form_data(values | fields) | action)
        assert response.status_code == 200
        assert response.content.decode().count("nobody could open this page") == 1
    assert not Page.objects.filter(slug="people")


def test_an_old_page_says_so_once_when_it_is_changed(admin_client):
    page = factories.StandardPageFactory()
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    values = {"title": "Us", "slug": "people", "body": streamfield([])}
    data = nested_form_data(values | {"comments": inline_formset([])})
    text = admin_client.post(edit, data).content.decode()
    assert text.count("nobody could open this page there") == 1


def test_a_copy_cannot_go_there(admin_client, home_page):
    page = factories.StandardPageFactory()
    copy = reverse("wagtailadmin_pages:copy", args=[page.pk])
    data = {"new_title": "Us", "new_slug": "people", "publish_copies": "on"}
    response = admin_client.post(copy, data | {"new_parent_page": home_page.pk})
    assert "nobody could open this page there" in response.content.decode()
    assert not Page.objects.filter(slug="people")


def test_a_slug_made_from_the_title_goes_elsewhere():
    assert factories.StandardPageFactory(title="Search", slug="").slug == "search-page"
