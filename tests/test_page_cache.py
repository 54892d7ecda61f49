"""Public pages are made once, and again as soon as anything has changed anywhere.

PostgreSQL counts what is written to any database of the same server as a change: there,
run those that count how often a page is made while nobody else writes.
"""

import gzip
import threading

import pytest
import time_machine
from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.db import OperationalError, connection, connections, transaction
from django.test import RequestFactory
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageViewRestriction, Site

from articles.models import ConditionPage
from clinicsite.page_cache import cache as cache_module
from home.models import ClinicSettings
from tests import factories
from tests.asking_the_cache import page_cache

pytestmark = [
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.usefixtures("put_back_for_other_tests"),
]


@pytest.fixture
def cache():
    """The page cache in front of the site."""
    with page_cache() as asked:
        yield asked


@pytest.fixture
def article(db, client):
    """A public article with an author and a picture, which is cut to size."""
    article = factories.ConditionPageFactory(
        title="Sciatica",
        author=factories.ClinicianFactory(name="Dr Ada Wells"),
        hero_image=factories.ClinicImageFactory(description="A drawn line"),
    )
    client.get(article.url)
    return article


def publish_a_change(article):
    article.title = "Leg pain"
    article.save_revision().publish()


def unpublish(article):
    article.unpublish()


def delete(article):
    article.delete()


def rename(article):
    article.slug = "elsewhere"
    article.save_revision().publish()


def move(article):
    article.move(factories.home_page(), pos="last-child")


def rename_the_list_above(article):
    index = article.get_parent().specific
    index.slug = "a-to-z"
    index.save_revision().publish()


def close_to_the_public(article):
    PageViewRestriction.objects.create(
        page=article, restriction_type=PageViewRestriction.LOGIN
    )


def change_the_telephone(_article):
    clinic = ClinicSettings.for_site(Site.objects.get())
    clinic.phone = "01632 960 001"
    clinic.save()


def rename_the_author(article):
    article.author.name = "Dr Ada Miller"
    article.author.save()


def delete_the_picture(article):
    article.hero_image.delete()


def describe_the_picture(article):
    article.hero_image.description = "A line, drawn by hand"
    article.hero_image.save()


def add_a_page_to_the_menu(_article):
    factories.StandardPageFactory(title="Prices", show_in_menus=True)


def write_past_all_models(_article):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE wagtailcore_page SET title = 'Leg pain'")


def update_many_at_once(_article):
    Page.objects.update(title="Leg pain")


CHANGES = [
    publish_a_change,
    unpublish,
    delete,
    rename,
    move,
    rename_the_list_above,
    close_to_the_public,
    change_the_telephone,
    rename_the_author,
    delete_the_picture,
    describe_the_picture,
    add_a_page_to_the_menu,
    write_past_all_models,
    update_many_at_once,
]


def test_a_page_is_made_once_and_costs_no_query_then(
    cache, article, django_assert_num_queries
):
    first = cache.get(article.url)
    assert first.status == 200
    assert "Sciatica" in first.text
    with django_assert_num_queries(0):
        again = cache.get(article.url)
    assert again == first
    assert cache.made == 1


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_changes_is_seen_by_the_next_visitor(cache, client, article, change):
    before = cache.get(article.url)
    assert cache.cache.pages
    change(article)
    path = article.url if article.pk else "/conditions/sciatica/"
    after = cache.get(path)
    made_now = client.get(path)
    assert (after.status, after.body) == (made_now.status_code, made_now.content)
    assert (after.status, after.body) != (before.status, before.body)


def test_a_change_of_one_page_is_seen_on_all_others(cache, article):
    index = article.get_parent().url
    assert "Sciatica" in cache.get(index).text
    publish_a_change(article)
    assert "Sciatica" not in cache.get(index).text
    assert "Leg pain" in cache.get(index).text


def test_what_was_taken_back_is_never_seen(cache, article):
    before = cache.get(article.url)
    with transaction.atomic():
        article.title = "Leg pain"
        article.save()
        transaction.set_rollback(True)
    after = cache.get(article.url)
    assert (after.body, after.headers["ETag"]) == (before.body, before.headers["ETag"])


def test_a_change_while_a_page_is_made_is_not_missed(article):
    def change_behind(environ, start_response):
        answer = WSGIHandler()(environ, start_response)
        ConditionPage.objects.filter(pk=article.pk).update(title="Leg pain")
        return answer

    with page_cache(change_behind) as cache:
        assert "Sciatica" in cache.get(article.url).text
        cache.application = WSGIHandler()
        assert "Leg pain" in cache.get(article.url).text


def test_a_change_and_another_visitor_while_a_page_is_made_are_not_missed(
    cache, article
):
    def change_behind(environ, start_response):
        cache.application = WSGIHandler()
        answer = WSGIHandler()(environ, start_response)
        ConditionPage.objects.filter(pk=article.pk).update(title="Leg pain")
        assert "Leg pain" in cache.get("/site-map/").text
        return answer

    cache.application = change_behind
    assert "Sciatica" in cache.get(article.url).text
    assert "Leg pain" in cache.get(article.url).text


class Answered(list):
    """An answer's body that notes whether it was closed."""

    is_closed = False

    def close(self):
        self.is_closed = True


FOR_EVERYBODY = {"Cache-Control": "public, no-cache", "Vary": "Accept-Encoding"}


@pytest.mark.parametrize(
    ("status", "headers", "is_kept"),
    [
        ("200 OK", FOR_EVERYBODY, True),
        ("200 OK", FOR_EVERYBODY | {"Set-Cookie": "a=b"}, False),
        ("200 OK", FOR_EVERYBODY | {"Vary": "Accept-Encoding, Cookie"}, False),
        ("200 OK", FOR_EVERYBODY | {"Vary": "*"}, False),
        ("200 OK", FOR_EVERYBODY | {"Cache-Control": "public, max-age=60"}, False),
        ("200 OK", FOR_EVERYBODY | {"Cache-Control": "no-cache"}, False),
        ("200 OK", FOR_EVERYBODY | {"Cache-Control": "public,no-cache,private"}, False),
        ("404 Not Found", FOR_EVERYBODY, False),
        ("301 Moved Permanently", FOR_EVERYBODY, False),
    ],
)
def test_only_a_page_that_says_so_in_every_header_is_kept(status, headers, is_kept):
    body = Answered([b"a page"])

    def answer(_environ, start_response):
        start_response(status, list(headers.items()))
        return body

    with page_cache(answer) as cache:
        assert cache.get("/").body == b"a page"
        assert body.is_closed
        cache.get("/")
        assert cache.made == (1 if is_kept else 2)


@pytest.mark.parametrize(
    "otherwise",
    [
        {"wsgi.url_scheme": "https"},
        {"HTTP_X_FORWARDED_PROTO": "https"},
        {"HTTP_HOST": "localhost"},
        {"SCRIPT_NAME": "/clinic"},
        {"PATH_INFO": "/other/"},
        {"HTTP_ACCEPT_ENCODING": "gzip"},
        {"HTTP_COOKIE": f"{settings.SESSION_COOKIE_NAME}=a"},
        {"REQUEST_METHOD": "POST"},
    ],
)
def test_whatever_makes_another_page_is_asked_for_anew(otherwise):
    def answer(_environ, start_response):
        start_response("200 OK", list(FOR_EVERYBODY.items()))
        return [b"a page"]

    with page_cache(answer) as cache:
        cache.get("/")
        environ = RequestFactory().get("/").environ | otherwise
        list(cache.cache(environ, lambda *_: None))
        assert cache.made == 2


def test_a_change_by_another_process_is_seen(cache, article):
    """A connection of another thread stands for it: to the cache they are alike."""

    def change():
        ConditionPage.objects.filter(pk=article.pk).update(title="Leg pain")
        connections.close_all()

    cache.get(article.url)
    other = threading.Thread(target=change)
    other.start()
    other.join()
    assert "Leg pain" in cache.get(article.url).text


def test_nothing_is_older_than_ten_minutes(cache, article):
    for moment, made in [("10:00:00", 1), ("10:09:59", 1), ("10:10:00", 2)]:
        with time_machine.travel(f"2026-05-03 {moment}", tick=False):
            cache.get(article.url)
        assert cache.made == made


def test_every_kind_of_page_that_is_only_read_is_kept(cache, article, client):
    clinician = article.author
    pages = [
        factories.home_page(),
        article,
        article.get_parent(),
        factories.TreatmentPageFactory(),
        factories.LocationPageFactory(),
        factories.StandardPageFactory(),
        factories.TopicPageFactory(),
    ]
    paths = ["/people/", clinician.get_absolute_url(), "/site-map/"]
    paths += [page.url for page in pages]
    for path in paths:
        kept = cache.get(path)
        assert kept.status == 200, path
        assert "ETag" in kept.headers, path
        asked_otherwise = client.get(
            f"{path}?q=a&page=2&p=2&kind=condition&letter=s&about=1&rating=4&sent=A",
            headers={"cookie": "csrftoken=a; messages=b; django_language=cy"},
        )
        assert asked_otherwise.content == kept.body, path


def test_what_is_for_one_patient_is_never_kept(cache):
    form = factories.FormPageFactory()
    closed = factories.StandardPageFactory()
    close_to_the_public(closed)
    paths = [
        form.url,
        f"{form.url}?sent=ABC",
        "/search/?q=pain",
        "/search/",
        "/withdraw/",
        "/v/abc/",
        "/nowhere/",
        closed.url,
        "/admin/login/",
    ]
    for path in paths:
        cache.get(path)
        cache.get(path)
    assert cache.made == 2 * len(paths)
    assert not cache.cache.pages


def test_two_patients_get_forms_with_tokens_of_their_own(cache):
    form = factories.FormPageFactory()
    assert cache.get(form.url).body != cache.get(form.url).body


def test_staff_are_answered_by_django_and_fill_nothing(cache, article, client):
    client.force_login(factories.staff_member())
    cookie = f"{settings.SESSION_COOKIE_NAME}={client.session.session_key}"
    for_staff = cache.get(article.url, cookie=cookie)
    assert not cache.cache.pages
    cache.get(article.url, cookie=cookie)
    assert cache.made == 2
    assert cache.get(article.url).body == for_staff.body


def test_neither_queries_nor_cookies_nor_strange_headers_make_another_page(
    cache, article
):
    plain = cache.get(article.url)
    made = cache.made
    for number in range(50):
        answer = cache.get(
            f"{article.url}?utm_source=mail{number}&fbclid={number}",
            cookie=f"_ga={number}; seen={number}",
            x_forwarded_host=f"evil{number}.example",
            x_original_url=f"/admin/{number}",
            accept_language=f"cy;q=0.{number}",
            user_agent=f"Phone {number}",
        )
        assert answer.body == plain.body
    assert cache.made == made


def test_another_host_is_another_page_and_an_unknown_one_is_refused(cache, article):
    cache.get(article.url)
    assert cache.get(article.url, host="evil.example").status == 400
    assert cache.get(article.url, host="localhost").status == 200
    assert cache.made == 3


def test_a_browser_that_has_the_page_is_told_so(cache, article):
    first = cache.get(article.url, accept_encoding="gzip")
    tag = first.headers["ETag"]
    known = cache.get(
        article.url, accept_encoding="gzip", if_none_match=f'"other", W/{tag}'
    )
    assert (known.status, known.body) == (304, b"")
    assert "Content-Length" not in known.headers
    assert known.headers["ETag"] == tag
    assert known.headers["Content-Security-Policy"]
    publish_a_change(article)
    changed = cache.get(article.url, accept_encoding="gzip", if_none_match=tag)
    assert changed.status == 200
    assert "Leg pain" in gzip.decompress(changed.body).decode()


def test_a_page_made_anew_without_a_change_has_the_same_tag(cache, article):
    tag = cache.get(article.url, accept_encoding="gzip").headers["ETag"]
    factories.UserFactory()
    assert cache.get(article.url, accept_encoding="gzip").headers["ETag"] == tag
    assert cache.made == 2


def test_a_browser_that_takes_no_gzip_gets_none(cache, article):
    compressed = cache.get(article.url, accept_encoding="br, gzip")
    plain = cache.get(article.url)
    assert compressed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(compressed.body) == plain.body
    assert plain.headers["Vary"] == compressed.headers["Vary"] == "Accept-Encoding"
    assert compressed.headers["ETag"] != plain.headers["ETag"]


def test_head_gets_the_headers_of_the_page(cache, article):
    page = cache.get(article.url)
    head = cache.get(article.url, method="HEAD")
    assert (head.status, head.headers, head.body) == (200, page.headers, b"")
    assert cache.made == 1


def test_what_is_sent_goes_to_django(cache, article):
    cache.get(article.url)
    cache.get(article.url, method="POST")
    cache.get(article.url, method="POST")
    assert cache.made == 3


def test_maintenance_closes_what_is_kept_too(cache, article):
    cache.get(article.url)
    switch = settings.DATA_DIR / "maintenance"
    switch.touch()
    try:
        assert cache.get(article.url).status == 503
    finally:
        switch.unlink()
    assert cache.get(article.url).status == 200
    assert cache.made == 2


def test_without_a_database_nothing_is_kept_and_it_recovers(
    cache, article, monkeypatch
):
    cache.get(article.url)
    state = cache.cache.database

    def refuse(*_):
        raise OperationalError("the server closed the connection")

    with state.connection.execute_wrapper(refuse):
        cache.get(article.url)
    assert cache.made == 2
    # What was committed meanwhile was not seen on the connection that broke.
    cache.get(article.url)
    cache.get(article.url)
    assert cache.made == 3


def test_pages_take_no_more_room_than_they_may(cache, article, monkeypatch):
    size = len(cache.get(article.url).body)
    monkeypatch.setattr(cache_module, "MOST_BYTES", 2 * size)
    for _ in range(3):
        cache.get(factories.ConditionPageFactory().url)
    for page in ConditionPage.objects.all():
        cache.get(page.url)
    held = sum(len(page.body) for page in cache.cache.pages.values())
    assert held == cache.cache.size <= 2 * size


def test_a_redirect_made_for_an_address_is_seen(cache, article):
    assert cache.get("/old/").status == 404
    Redirect.objects.create(old_path="/old", redirect_page=article)
    assert cache.get("/old/").status == 301
