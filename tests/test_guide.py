"""The editors' guide in the admin: whole, with its pictures, for those signed in."""

import re

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group
from django.urls import reverse

from editorial.guide import GUIDE, PICTURES, read_guide
from tests import factories
from tests.browser.editor_screenshots import VIEWS

PICTURE = re.compile(r"!\[([^\]]*)\]\(images/editors/([^)]+)\)")
LARGEST_PICTURE = 60_000


@pytest.fixture
def sign_in(client, db):
    """Signs a member of the group in."""

    def sign_in(group: str):
        user = factories.UserFactory(groups=[Group.objects.get(name=group)])
        client.force_login(user)
        return client

    return sign_in


def shown(client) -> BeautifulSoup:
    return BeautifulSoup(client.get(reverse("editors_guide")).content, "html.parser")


def test_the_help_menu_leads_to_our_guide_in_place_of_wagtails(sign_in):
    menu = sign_in("Editors").get(reverse("wagtailadmin_home")).content.decode()
    assert reverse("editors_guide") in menu
    assert "editor-guide" not in menu


def test_who_writes_no_pages_is_offered_no_guide_to_them(sign_in):
    menu = sign_in("Feedback staff").get(reverse("wagtailadmin_home")).content.decode()
    assert reverse("editors_guide") not in menu


def test_the_guide_lists_its_chapters_which_lead_to_their_headings(sign_in):
    soup = shown(sign_in("Editors"))
    links = soup.select(".guide__contents a")
    headings = soup.select(".guide__text h2")
    assert len(links) > 5
    assert [link["href"] for link in links] == [f"#{each['id']}" for each in headings]
    assert [link.text for link in links] == [each.text for each in headings]


def test_each_picture_of_the_guide_is_there_and_is_described(sign_in):
    client = sign_in("Editors")
    pictures = shown(client).select(".guide__text img")
    assert pictures
    for picture in pictures:
        assert picture["alt"]
        assert client.get(picture["src"])["Content-Type"] == "image/png"


@pytest.mark.parametrize("name", ["none.png", "editors.md", ".png", "..%5Ceditors.md"])
def test_what_is_no_picture_of_the_guide_is_not_found(sign_in, name):
    address = reverse("editors_guide") + name
    assert sign_in("Editors").get(address).status_code == 404


@pytest.mark.django_db
def test_the_guide_is_for_those_who_are_signed_in(client):
    picture = reverse("editors_guide_picture", args=["dashboard.png"])
    for address in (reverse("editors_guide"), picture):
        assert client.get(address)["Location"].startswith("/admin/login/")


def test_html_in_a_guide_is_shown_and_not_obeyed():
    _, html = read_guide("# Title\n\n## One\n\nText <script>alert(1)</script>\n")
    assert "<script>" not in html
    assert "Title" not in html


def test_the_pictures_of_the_guide_are_those_that_the_command_takes():
    named = [name for _, name in PICTURE.findall(GUIDE.read_text())]
    assert sorted(named) == sorted(f"{view.name}.png" for view in VIEWS)
    assert sorted(named) == sorted(path.name for path in PICTURES.iterdir())


def test_the_pictures_of_the_guide_are_few_and_small():
    assert len(VIEWS) <= 12
    assert all(path.stat().st_size <= LARGEST_PICTURE for path in PICTURES.iterdir())
