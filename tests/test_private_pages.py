"""Pages and documents behind a password or a login: open to those with the right, in
every language, and named to nobody else."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import Resolver404, URLPattern, get_resolver, resolve, reverse
from django.utils.regex_helper import normalize
from django.utils.translation import override
from wagtail.log_actions import log
from wagtail.models import Collection

from home.models import ClinicSettings
from tests import factories
from tests.translating import translated

pytestmark = pytest.mark.django_db

PASSWORD = "open sesame"
SECRET = "Hidden waiting list"
LANGUAGES = ["", "/cy"]


@pytest.fixture(params=LANGUAGES, ids=["English", "Welsh"])
def prefix(request, welsh):
    """What addresses begin with in each language."""
    return request.param


@pytest.fixture
def page(prefix, welsh):
    """A page of this language."""
    page = factories.StandardPageFactory(title=SECRET, slug="for-some")
    if prefix:
        page = translated(page, welsh, slug="i-rai")
    return page


@pytest.fixture(params=["page", "document"])
def door(request, prefix):
    """Restrictions, and the address that they stand before."""
    if request.param == "page":
        page = request.getfixturevalue("page")
        return page.view_restrictions, page.url
    collection = Collection.get_first_root_node().add_child(name="For some")
    document = factories.ClinicDocumentFactory(collection=collection, title=SECRET)
    with override("cy" if prefix else "en-gb"):
        return collection.view_restrictions, document.url


def soup_of(response):
    return BeautifulSoup(response.content, "html.parser")


def send(client, response, **typed):
    """Fill in the page's own form and send it, as a browser does."""
    form = soup_of(response).select_one("main form")
    values = {field["name"]: field.get("value", "") for field in form.select("input")}
    address = form.get("action") or response.request["PATH_INFO"]
    return client.post(address, values | typed, follow=True)


def assert_opened(response, address):
    """What stands behind the door, for its reader alone."""
    assert response.request["PATH_INFO"] == address
    assert response.streaming or SECRET in soup_of(response).h1
    assert "private" in response.headers["Cache-Control"]


def assert_is_ours(response, language):
    """One of the site's own pages, of nobody's alone, without a word of the secret."""
    assert {"private", "no-store"} <= set(
        response.headers["Cache-Control"].replace(" ", "").split(",")
    )
    soup = soup_of(response)
    assert soup.html["lang"] == language
    assert soup.select_one("header.site-header, .site-footer")
    assert soup.select_one("meta[name=robots]")["content"] == "noindex"
    for field in soup.select("main form input:not([type=hidden])"):
        assert soup.select_one(f"label[for={field['id']}]")
    assert SECRET not in str(soup)


@pytest.fixture
def browser():
    """A client that checks as strictly as Django does outside tests."""
    return Client(enforce_csrf_checks=True)


@pytest.fixture
def language(prefix):
    return "cy" if prefix else "en-GB"


def test_the_right_password_opens_and_a_wrong_one_does_not(
    browser, door, prefix, language
):
    restrictions, address = door
    restrictions.create(restriction_type="password", password=PASSWORD)
    assert address.startswith(f"{prefix}/")
    asked = browser.get(address)
    assert_is_ours(asked, language)
    refused = send(browser, asked, password="guessed")
    assert_is_ours(refused, language)
    assert soup_of(refused).select_one("[role=alert]")
    assert soup_of(refused).title.text.strip().startswith("Error:")
    opened = send(browser, refused, password=PASSWORD)
    assert_opened(opened, address)


@pytest.mark.parametrize("kind", ["login", "groups"])
def test_a_login_opens_to_those_with_the_right(browser, door, language, kind):
    restrictions, address = door
    restriction = restrictions.create(restriction_type=kind)
    member = factories.UserFactory()
    if kind == "groups":
        group = member.groups.create(name="Members")
        restriction.groups.add(group)
        browser.force_login(factories.UserFactory())
    asked = browser.get(address, follow=True)
    assert_is_ours(asked, language)
    refused = send(browser, asked, username=member.username, password="guessed")
    assert_is_ours(refused, language)
    assert soup_of(refused).select_one("[role=alert]")
    name = {"username": member.username, "password": "a-long-password"}
    opened = send(browser, refused, **name)
    assert_opened(opened, address)


def test_a_password_page_asked_for_by_its_own_address_leads_to_the_page(browser, page):
    restriction = page.view_restrictions.create(
        restriction_type="password", password=PASSWORD
    )
    own = reverse(
        "wagtailcore_authenticate_with_password", args=[restriction.pk, page.pk]
    )
    opened = send(browser, browser.get(own), password=PASSWORD)
    assert opened.request["PATH_INFO"] == page.url


def test_a_login_that_asks_for_no_page_leads_to_the_front_page(browser, home_page):
    member = factories.UserFactory()
    name = {"username": member.username, "password": "a-long-password"}
    for query in ("", "?next=//elsewhere.example/"):
        asked = browser.get(reverse("wagtailcore_login") + query)
        opened = send(browser, asked, **name)
        assert opened.request["PATH_INFO"] == "/"
        browser.logout()


@pytest.mark.parametrize("via_alias", [False, True])
def test_nothing_public_names_what_is_private(client, site, welsh, via_alias):
    hidden = [
        factories.ConditionPageFactory(title=SECRET, show_in_menus=True),
        factories.StandardPageFactory(title=SECRET, slug="one", show_in_menus=True),
        factories.FormPageFactory(title=SECRET, slug="two"),
        factories.StandardPageFactory(title=SECRET, slug="three"),
    ]
    clinic = ClinicSettings.for_site(site)
    clinic.enquiry_form = clinic.feedback_form = hidden[2]
    clinic.privacy_page = hidden[3]
    shown = factories.ConditionPageFactory(title="Open")
    translated(shown.get_parent().specific, welsh)
    welsh_shown = translated(shown, welsh, title="Agored", slug="agored")
    clinic.save()
    for page in hidden:
        if via_alias:
            page.create_alias(update_slug=f"{page.slug}-alias")
        page.view_restrictions.create(restriction_type="login")
    welsh_shown.view_restrictions.create(restriction_type="login")
    public = [
        *("/", "/conditions/", "/site-map/", "/people/", "/search/?q=hidden+waiting"),
        *("/search/", "/feed/", "/sitemap.xml", "/nowhere/", "/cy/", shown.url),
        *("/cy/site-map/", "/cy/search/?q=open", "/for-som/"),
    ]
    for address in public:
        text = client.get(address).content.decode()
        assert SECRET not in text, address
        assert "/agored/" not in text, address
        for page in hidden:
            assert page.url not in text, address


def test_the_readers_of_a_private_page_find_its_translation(client, welsh):
    page = factories.StandardPageFactory()
    copy = translated(page, welsh, slug="i-rai")
    for each in (page, copy):
        each.view_restrictions.create(restriction_type="login")
    client.force_login(factories.UserFactory())
    (link,) = soup_of(client.get(page.url)).select(".languages a")
    assert link["href"] == copy.url


# --- No address hides another ------------------------------------------------

SAMPLES = ["1", "a", "a/", "0a1b2c", "00000000-0000-0000-0000-000000000001"]
# For arguments that take few values.
CHOSEN = {"name": "release", "year": "2026", "number": "05"}
# Wagtail's screens in whose place ours are.
REPLACED = (
    "admin/ forms/ ",
    "admin/ choose-page/chosen-multiple/",
    "admin/ reports/ site-history/",
)


def leaves(patterns, before=()):
    """Each view's pattern, with the patterns that lead to it."""
    for each in patterns:
        way = (*before, each.pattern)
        if isinstance(each, URLPattern):
            yield each, way
        else:
            yield from leaves(each.url_patterns, way)


def sample_addresses(way):
    """Addresses that these patterns may answer, one after the other."""
    found = ["/"]
    for pattern in way:
        steps = [
            form % (dict.fromkeys(names, sample) | CHOSEN)
            for form, names in normalize(pattern.regex.pattern)
            for sample in (SAMPLES if names else [""])
        ]
        found = [start + step for start in found for step in steps]
    return found


def is_reached(view, way):
    """Whether an address leads to this very view."""
    for address in sample_addresses(way):
        try:
            match = resolve(address)
        except Resolver404:
            continue
        if match.func is view.callback and match.url_name == view.name:
            return True
    return False


@pytest.mark.parametrize("code", ["en-gb", "cy"])
def test_no_view_is_hidden_by_an_address_before_it(welsh, code):
    with override(code):
        views = list(leaves(get_resolver().url_patterns))
        hidden = [
            " ".join(map(str, way)) for view, way in views if not is_reached(view, way)
        ]
    assert len(views) > 300
    assert [each for each in hidden if not each.startswith(REPLACED)] == []


# --- In the admin ------------------------------------------------------------


@pytest.fixture
def secrets():
    """What stands behind a login, by the addresses that would show it."""
    page = factories.StandardPageFactory(title=SECRET)
    draft = factories.StandardPageFactory(title=SECRET, slug="draft", live=False)
    page.view_restrictions.create(restriction_type="login")
    collection = Collection.get_first_root_node().add_child(name="For some")
    collection.view_restrictions.create(restriction_type="login")
    document = factories.ClinicDocumentFactory(title=SECRET, collection=collection)
    image = factories.ClinicImageFactory(title=SECRET, collection=collection)
    home = factories.home_page()
    return [
        "/admin/api/main/documents/",
        f"/admin/api/main/documents/{document.pk}/",
        "/admin/api/main/images/",
        f"/admin/api/main/images/{image.pk}/",
        f"/admin/api/main/pages/?child_of={home.pk}",
        f"/admin/choose-page/{home.pk}/",
        f"/admin/choose-page/search/?q={SECRET}",
        *(
            address
            for pk in (page.pk, draft.pk)
            for address in (
                f"/admin/choose-page/{pk}/",
                f"/admin/choose-page/chosen-multiple/?id={pk}",
                f"/admin/pages/{pk}/move/{home.pk}/confirm/",
                f"/admin/pages/{home.pk}/move/{pk}/confirm/",
                f"/admin/api/main/pages/{pk}/",
            )
        ),
    ]


def test_staff_without_a_right_to_pages_and_files_read_no_title_of_them(
    client, secrets
):
    client.force_login(factories.staff_member("view_submission"))
    public = factories.StandardPageFactory(title="A public page")
    for address in secrets:
        assert SECRET not in client.get(address).text, address
    shown = f"/admin/choose-page/{public.get_parent().pk}/"
    assert public.title in client.get(shown).text


def test_editors_read_the_titles_of_what_they_work_on(client, secrets):
    editors = [Group.objects.get(name="Editors")]
    client.force_login(factories.UserFactory(groups=editors))
    for address in secrets:
        if not address.startswith("/admin/choose-page/") or "search" in address:
            assert SECRET in client.get(address).text, address


@pytest.mark.parametrize(
    ("permission", "is_shown"),
    [("view_submission", True), ("export_submission", False)],
)
def test_site_history_names_submissions_to_those_who_may_view_them(
    client, permission, is_shown
):
    submission = factories.SubmissionFactory()
    log(instance=submission, action="forms.hold")
    client.force_login(factories.staff_member(permission))
    for name in ("site_history", "site_history_results"):
        address = reverse(f"wagtailadmin_reports:{name}")
        for query in ("", "?export=csv"):
            response = client.get(address + query)
            content = b"".join(response) if response.streaming else response.content
            assert (submission.reference.encode() in content) is is_shown
