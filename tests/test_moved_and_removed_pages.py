"""Links to a page go on working when it moves; when it is gone, they are told."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect

from editorial.models import RemovedAddress
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def rename(django_capture_on_commit_callbacks):
    """Gives a page another slug, as an editor does; Wagtail then looks after links."""

    def give_slug(page, slug):
        page = type(page).objects.get(pk=page.pk)
        page.slug = slug
        with django_capture_on_commit_callbacks(execute=True):
            page.save_revision().publish()

    return give_slug


def move(page, parent):
    """Move a page as the admin does: both are read anew."""
    page = type(page).objects.get(pk=page.pk)
    page.move(type(parent).objects.get(pk=parent.pk), pos="last-child")


@pytest.fixture
def article(home_page):
    return factories.ConditionPageFactory(slug="sciatica", title="Sciatica")


def missing_page(client, path):
    """The main part of what stands where no page does."""
    response = client.get(path)
    assert response.status_code == 404
    return BeautifulSoup(response.content, "html.parser").main


def test_a_page_with_a_new_slug_is_found_at_the_old_address(client, article, rename):
    rename(article, "leg-pain")
    response = client.get("/conditions/sciatica/?page=2")
    assert response.status_code == 301
    assert response["Location"] == "/conditions/leg-pain/"


def test_pages_below_a_page_with_a_new_slug_are_found_too(client, article, rename):
    rename(article.get_parent().specific, "all-conditions")
    response = client.get("/conditions/sciatica/", follow=True)
    assert response.redirect_chain == [("/all-conditions/sciatica/", 301)]
    assert response.status_code == 200


def test_a_page_that_moved_is_found_with_what_is_below_it(client, article, home_page):
    section = factories.StandardPageFactory(slug="pain", parent=home_page)
    move(article.get_parent().specific, section)
    response = client.get("/conditions/sciatica/", follow=True)
    assert response.redirect_chain == [("/pain/conditions/sciatica/", 301)]
    assert response.status_code == 200


def test_a_page_renamed_twice_is_found_in_one_step(client, article, rename):
    rename(article, "leg-pain")
    rename(article, "nerve-root-pain")
    for old in ("/conditions/sciatica/", "/conditions/leg-pain/"):
        response = client.get(old, follow=True)
        assert response.redirect_chain == [("/conditions/nerve-root-pain/", 301)]


def test_a_page_that_came_back_and_is_taken_down_sends_nobody_in_circles(
    client, article, rename
):
    rename(article, "leg-pain")
    rename(article, "sciatica")
    article.refresh_from_db()
    article.unpublish()
    assert "taken down" in missing_page(client, "/conditions/sciatica/").h1.text
    response = client.get("/conditions/leg-pain/")
    assert response["Location"] == "/conditions/sciatica/"


def test_a_list_that_came_back_leaves_no_circles_below_it(article, rename):
    index = article.get_parent().specific
    rename(index, "all")
    rename(index, "conditions")
    old_paths = set(Redirect.objects.values_list("old_path", flat=True))
    assert old_paths == {"/all", "/all/sciatica"}


@pytest.mark.parametrize("remove", ["unpublish", "delete"])
def test_a_removed_page_says_so_and_offers_its_list(client, article, remove):
    getattr(article, remove)()
    main = missing_page(client, "/conditions/sciatica/")
    assert main.h1.text == "This page was taken down"
    assert main.select_one(".lead a")["href"] == "/conditions/"


def test_what_was_deleted_with_the_page_above_says_so_too(client, article):
    article.get_parent().specific.delete()
    main = missing_page(client, "/conditions/sciatica/")
    assert main.h1.text == "This page was taken down"
    assert main.select_one(".lead a") is None


def test_a_page_published_again_is_simply_there(client, article):
    article.unpublish()
    article.save_revision().publish()
    assert client.get("/conditions/sciatica/").status_code == 200


def test_a_page_that_was_never_public_is_not_told_of(client, article):
    draft = factories.ConditionPageFactory(slug="secret", live=False)
    draft.delete()
    article.view_restrictions.create(restriction_type="login")
    article.unpublish()
    for slug in ("secret", "sciatica"):
        main = missing_page(client, f"/conditions/{slug}/")
        assert main.h1.text == "Page not found"


def test_a_redirect_set_by_hand_leads_on_from_a_removed_page(client, article):
    article.delete()
    Redirect.objects.create(
        old_path="/conditions/sciatica", redirect_link="/elsewhere/"
    )
    assert client.get("/conditions/sciatica/")["Location"] == "/elsewhere/"


def test_removing_a_page_twice_or_at_a_long_address_is_no_error(article, settings):
    article.unpublish()
    article.save_revision().publish()
    article.unpublish()
    assert RemovedAddress.objects.count() == 1
    long = factories.StandardPageFactory(slug="a" * RemovedAddress.MAX_LENGTH)
    long.unpublish()
    assert RemovedAddress.objects.count() == 1


@pytest.mark.parametrize("action", ["delete", "unpublish"])
def test_removing_a_page_warns_of_what_links_to_it(client, article, action):
    text = f'<a linktype="page" id="{article.pk}">Sciatica</a>'
    factories.StandardPageFactory(body=[{"type": "text", "value": text}])
    manager = factories.UserFactory(groups=[Group.objects.get(name="Site managers")])
    client.force_login(manager)
    url = reverse(f"wagtailadmin_pages:{action}", args=[article.pk])
    html = client.get(url).content.decode()
    assert "referenced 1 time." in html
    assert reverse("wagtailadmin_pages:usage", args=[article.pk]) in html
