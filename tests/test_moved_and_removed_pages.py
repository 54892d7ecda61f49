"""Links to a page go on working when it moves; when it is gone, they are told."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group
from django.test import TestCase
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


def test_a_list_that_came_back_leaves_no_circles_below_it(client, article, rename):
    index = article.get_parent().specific
    rename(index, "all")
    rename(index, "conditions")
    article.refresh_from_db()
    article.unpublish()
    assert "taken down" in missing_page(client, "/conditions/sciatica/").h1.text
    response = client.get("/all/", follow=True)
    assert response.redirect_chain == [("/conditions/", 301)]


@pytest.fixture(params=["draft", "private"])
def secret(request, article):
    """An article that is not for everybody, with a public one's neighbours."""
    page = factories.ConditionPageFactory(slug="one", live=request.param != "draft")
    if request.param == "private":
        page.view_restrictions.create(restriction_type="login")
    return page


def assert_nothing_is_told(client, *paths):
    for path in paths:
        response = client.get(path, follow=True)
        assert (response.status_code, len(response.redirect_chain)) == (404, 0)


def test_the_new_address_of_what_is_not_public_is_told_to_nobody(
    client, secret, rename, home_page
):
    secret.slug = "two"
    secret.save()
    assert_nothing_is_told(client, "/conditions/one/")
    if secret.live:
        rename(secret, "three")
    move(secret, factories.StandardPageFactory(slug="elsewhere"))
    assert_nothing_is_told(client, "/conditions/one/", "/conditions/two/")
    assert not Redirect.objects.exists()


def test_a_draft_that_is_published_under_another_slug_was_nowhere_before(
    client, article, rename
):
    draft = factories.ConditionPageFactory(slug="one", live=False)
    rename(draft, "two")
    assert client.get("/conditions/two/").status_code == 200
    assert_nothing_is_told(client, "/conditions/one/")


def test_live_pages_below_a_draft_are_found_at_their_old_address(client, rename):
    draft = factories.StandardPageFactory(slug="one", live=False)
    below = factories.StandardPageFactory(slug="below", parent=draft)
    draft.slug = "two"
    with TestCase.captureOnCommitCallbacks(execute=True):
        draft.save()
    assert client.get("/one/below/", follow=True).redirect_chain == [
        ("/two/below/", 301)
    ]
    assert below.title
    assert_nothing_is_told(client, "/one/")


def test_what_leaves_a_private_section_was_public_nowhere_before(client, article):
    section = article.get_parent().specific
    section.view_restrictions.create(restriction_type="login")
    move(article, factories.home_page())
    assert client.get("/sciatica/").status_code == 200
    assert not Redirect.objects.exists()


def test_an_old_address_tells_nobody_where_its_page_is_kept_from_them(
    client, article, rename
):
    rename(article, "leg-pain")
    article.refresh_from_db()
    restriction = article.view_restrictions.create(restriction_type="login")
    assert_nothing_is_told(client, "/conditions/sciatica/")
    client.force_login(factories.UserFactory())
    response = client.get("/conditions/sciatica/", follow=True)
    assert response.redirect_chain == [("/conditions/leg-pain/", 301)]
    client.logout()
    restriction.delete()
    article.unpublish()
    article.slug = "under-another-name"
    with TestCase.captureOnCommitCallbacks(execute=True):
        article.save()
    assert_nothing_is_told(client, "/conditions/sciatica/", "/conditions/leg-pain/")
    article.save_revision().publish()
    for slug in ("sciatica", "leg-pain"):
        response = client.get(f"/conditions/{slug}/", follow=True)
        assert response.redirect_chain[-1][0] == "/conditions/under-another-name/"


@pytest.mark.parametrize("path", ["/conditions/sciatica/", "/conditions/sciatica"])
@pytest.mark.parametrize("is_by_hand", [True, False])
def test_a_page_wins_over_a_redirect_from_its_address(
    client, article, rename, path, is_by_hand
):
    if is_by_hand:
        Redirect.objects.create(old_path="/conditions/sciatica", redirect_link="/a/")
    else:
        rename(article, "leg-pain")
        assert client.get(path, follow=True).redirect_chain[-1][1] == 301
        factories.ConditionPageFactory(slug="sciatica")
    response = client.get(path, follow=True)
    assert response.status_code == 200
    assert response.request["PATH_INFO"] == "/conditions/sciatica/"


def test_no_browser_keeps_a_redirect(client, article, rename):
    rename(article, "leg-pain")
    response = client.get("/conditions/sciatica/")
    assert response.status_code == 301
    assert "no-cache" in response["Cache-Control"]


def test_a_redirect_set_by_hand_stays_when_a_page_leaves_its_address(
    client, article, rename
):
    Redirect.objects.create(old_path="/conditions/sciatica", redirect_link="/a/")
    rename(article, "leg-pain")
    assert client.get("/conditions/sciatica/")["Location"] == "/a/"


def test_a_redirect_set_by_hand_may_lead_to_a_login(client, article):
    Redirect.objects.create(old_path="/members", redirect_page=article)
    article.view_restrictions.create(restriction_type="login")
    assert client.get("/members/")["Location"] == article.url
    article.unpublish()
    assert_nothing_is_told(client, "/members/")


def test_a_redirect_to_itself_is_none(client):
    Redirect.objects.create(old_path="/round", redirect_link="/round/")
    assert_nothing_is_told(client, "/round/")


def test_a_very_long_address_is_renamed_without_an_error(client, rename):
    pages = [factories.StandardPageFactory(slug="a" * 200)]
    pages.append(factories.StandardPageFactory(slug="b" * 200, parent=pages[0]))
    rename(pages[0], "short")
    assert client.get(f"/short/{'b' * 200}/").status_code == 200
    assert client.get(f"/{'a' * 200}/").status_code == 301


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("/back pain", "/back%20pain"),
        ("/back pain", "/back%20pain/"),
        ("/back%20pain/", "/back%20pain"),
        ("back pain.html", "/back%20pain.html"),
        ("https://testserver/back pain", "/back%20pain"),
        ("/Back-Pain", "/back-pain/"),
        ("/back-pain", "/BACK-PAIN"),
        ("/céfn", "/c%C3%A9fn/"),
        ("/c%c3%a9fn", "/c%C3%A9fn"),
        ("/page.asp?id=1&name=back pain", "/page.asp?name=back%20pain&id=1"),
        ("/page.asp", "/page.asp?id=2"),
    ],
)
def test_a_redirect_is_found_however_its_address_was_typed(
    admin_client, client, typed, asked
):
    data = {"old_path": typed, "is_permanent": "on", "redirect_link": "http://a.test/"}
    admin_client.post(reverse("wagtailredirects:add"), data)
    response = client.get(asked, follow=True)
    assert response.redirect_chain[-1] == ("http://a.test/", 301)


def test_the_redirect_that_fits_best_is_followed(client):
    for old_path, goal in [("/Flu", "/1/"), ("/flu", "/2/"), ("/flu?page=2", "/3/")]:
        Redirect.objects.create(old_path=old_path, redirect_link=goal)
    assert client.get("/flu/")["Location"] == "/2/"
    assert client.get("/Flu/")["Location"] == "/1/"
    assert client.get("/flu/?page=2")["Location"] == "/3/"
    assert client.get("/%00/").status_code == 404


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
