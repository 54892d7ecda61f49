"""The links of live pages are found and checked; one bad day breaks none."""

from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from editorial.links import checking
from editorial.links.anchors import anchors
from editorial.links.page_links import links_of
from editorial.links.visit import Status
from editorial.models import LinkCheck
from tests import factories

pytestmark = pytest.mark.django_db


class FakeVisitor:
    """Finds at each address what the test says, and works elsewhere."""

    has_reached = True

    def __init__(self, **statuses):
        self.statuses = statuses
        self.visited = []

    def now(self):
        return 0.0

    def visit(self, url):
        self.visited.append(url)
        return self.statuses.get(url.rsplit("/", 1)[-1], Status.WORKS)


def article_with(html, **values):
    """An article with this rich text."""
    text = {"type": "text", "value": html}
    section = {"heading": "What is it?", "body": [text]}
    return factories.ConditionPageFactory(
        sections=[{"type": "definition", "value": section}], **values
    )


def link_to(name):
    return f'<p><a href="https://a.example/{name}">Words of {name}</a></p>'


def run(visitor, limit=100):
    return checking.check_links(visitor, limit, seconds=60)


def a_day_later():
    """Let the last checks have been yesterday's."""
    for check in LinkCheck.objects.all():
        check.checked_at -= timedelta(days=1)
        if check.failing_since:
            check.failing_since -= timedelta(days=1)
        check.save()


def test_links_are_read_with_their_words_however_badly_formed():
    html = '<a href="/a">One <b>two</b>\n three<a linktype="page" id=4>four'
    assert [(each.attributes, each.words) for each in anchors(html)] == [
        ({"href": "/a"}, "One two three"),
        ({"linktype": "page", "id": "4"}, "four"),
    ]


def test_links_of_a_page_are_found_in_text_buttons_and_lists():
    action = {"text": "Ask us", "page": None, "url": "https://b.example/"}
    page = factories.StandardPageFactory(
        body=[
            {"type": "text", "value": link_to("one")},
            {"type": "call_to_action", "value": action},
            {"type": "inset_text", "value": {"text": link_to("two")}},
        ]
    )
    found = {link.address: link.words for link in links_of(page)}
    assert found == {
        "https://a.example/one": "Words of one",
        "https://a.example/two": "Words of two",
        "https://b.example/": "Ask us",
    }


def test_links_in_sections_tell_where_they_are():
    links = list(links_of(article_with(link_to("one"))))
    assert [link.place for link in links] == ["Sections → Definition"]


def test_only_addresses_on_live_pages_are_checked():
    article_with(link_to("live") + '<a href="mailto:a@a.example">Mail</a>')
    article_with(link_to("draft"), live=False)
    visitor = FakeVisitor()
    assert run(visitor).checked == 1
    assert visitor.visited == ["https://a.example/live"]


def test_an_address_is_checked_once_a_day_and_those_left_come_next():
    article_with(link_to("a") + link_to("b#part") + link_to("b") + link_to("c"))
    first, second, third = FakeVisitor(), FakeVisitor(), FakeVisitor()
    assert run(first, limit=2).left == 1
    assert run(second, limit=2).left == 0
    assert run(third).checked == 0
    visited = first.visited + second.visited
    assert sorted(visited) == [f"https://a.example/{name}" for name in "abc"]


def test_a_link_is_broken_after_failing_on_two_days_and_whole_after_one_success():
    article_with(link_to("gone"))
    run(FakeVisitor(gone=Status.MISSING))
    assert not LinkCheck.objects.get().is_broken
    a_day_later()
    run(FakeVisitor(gone=Status.SERVER_ERROR))
    assert LinkCheck.objects.get().is_broken
    a_day_later()
    run(FakeVisitor())
    assert LinkCheck.objects.get().failing_since is None


def test_a_website_that_shuts_machines_out_never_counts_as_broken():
    article_with(link_to("shut"))
    for _day in range(2):
        run(FakeVisitor(shut=Status.UNCLEAR))
        a_day_later()
    assert not LinkCheck.objects.get().is_broken


def test_an_address_on_no_page_any_more_is_forgotten():
    page = article_with(link_to("gone"))
    run(FakeVisitor())
    page.unpublish()
    run(FakeVisitor())
    assert not LinkCheck.objects.exists()


def test_without_a_network_nothing_is_noted():
    article_with(link_to("a") + link_to("b"))
    visitor = FakeVisitor(a=Status.NO_SUCH_WEBSITE, b=Status.NO_ANSWER)
    visitor.has_reached = False
    assert not run(visitor).is_online
    assert not LinkCheck.objects.exists()


def test_an_address_that_is_too_long_is_counted_and_not_checked():
    article_with(link_to("a" * LinkCheck.MAX_LENGTH))
    visitor = FakeVisitor()
    assert run(visitor).too_long == 1
    assert visitor.visited == []


def test_the_command_fails_in_plain_words_without_a_network(monkeypatch):
    article_with(link_to("a"))

    def no_network(*args, **kwargs):
        raise OSError

    monkeypatch.setattr("socket.getaddrinfo", no_network)
    with pytest.raises(CommandError, match="no way to the internet"):
        call_command("check_links")
    assert not LinkCheck.objects.exists()


def test_the_command_without_links_has_nothing_to_do(capsys):
    call_command("check_links")
    assert "Checked 0 links" in capsys.readouterr().out


def test_the_time_of_day_makes_no_second_day():
    check = LinkCheck(url="https://a.example/")
    morning = timezone.now().replace(hour=1)
    check.record(Status.MISSING, morning)
    check.record(Status.MISSING, morning.replace(hour=20))
    assert not check.is_broken
