"""Filters that are saved, states above the list, and what is done to many at once."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group, Permission
from django.utils import timezone
from wagtail.models import ModelLogEntry

from desk.counting import MOST, count_text, counts
from desk.models import SavedFilter
from desk.saved_filters import declared_only
from submissions.models import FormGrant, Submission
from tests import factories

pytestmark = pytest.mark.django_db

LIST = "/admin/desk/"
ACT = "/admin/desk-act/"


@pytest.fixture
def colleague(client):
    """Somebody who may view and answer, logged in."""
    user = factories.staff_member("view_submission", "change_submission")
    client.force_login(user)
    return user


def of_one_form(form_page, *codenames):
    """Somebody who may do this with what came by this form only."""
    user = factories.staff_member()
    group = Group.objects.create(name=f"Staff of {form_page.pk}")
    user.groups.add(group)
    for codename in codenames:
        permission = Permission.objects.get(
            codename=codename, content_type__app_label="submissions"
        )
        FormGrant.objects.create(
            group=group, form_key=form_page.translation_key, permission=permission
        )
    return user


def sent(**fields) -> Submission:
    if page := fields.get("page"):
        fields.setdefault("form_key", page.translation_key)
    return factories.SubmissionFactory(**fields)


def shown(client, **query) -> list[str]:
    return [row.reference for row in client.get(LIST, query).context["object_list"]]


def act(client, action, *rows, **more):
    data = {"action": action, "chosen": [row.pk for row in rows], **more}
    response = client.post(ACT, data, follow=True)
    assert response.status_code == 200
    return " ".join(str(each) for each in response.context["messages"])


def test_what_is_to_do_comes_urgent_then_overdue_then_newest(client, colleague):
    now = timezone.now()
    old = sent(submit_time=now - timedelta(days=9))
    new = sent()
    late = sent(due_at=now - timedelta(days=1), submit_time=now - timedelta(days=5))
    later = sent(due_at=now - timedelta(days=2), submit_time=now - timedelta(days=3))
    urgent = sent(flags=["danger"], needs_attention=True)
    sent(status="closed")
    order = [urgent, later, late, new, old]
    assert shown(client) == [each.reference for each in order]
    assert shown(client, state="overdue") == [later.reference, late.reference]


def test_each_state_has_a_link_with_its_count(client, colleague):
    first = sent(due_at=timezone.now() - timedelta(days=1))
    sent(status="closed")
    sent(is_held=True)
    sent(is_test=True)
    sent(duplicate_of=first)
    sent(withdrawn_at=timezone.now())
    links = {link.name: link for link in client.get(LIST).context["state_links"]}
    assert {name: link.count for name, link in links.items() if link.count != "0"} == {
        "todo": "1",
        "overdue": "1",
        "all": "",
        "new": "1",
        "closed": "1",
        "held": "1",
        "duplicate": "1",
        "test": "1",
        "withdrawn": "1",
    }
    for name in ("closed", "held", "duplicate", "test", "withdrawn"):
        (reference,) = shown(client, state=name)
        assert Submission.objects.get(reference=reference).state == name
    assert [link.name for link in links.values() if link.is_current] == ["todo"]


@pytest.mark.parametrize(
    ("old", "state"),
    [
        ("status=closed", "closed"),
        ("tests=only", "test"),
        ("held=only", "held"),
        ("put_aside=duplicates", "duplicate"),
        ("put_aside=withdrawn", "withdrawn"),
    ],
)
def test_old_addresses_still_lead_there(client, colleague, old, state):
    response = client.get(f"{LIST}?{old}")
    assert response.context["view"].state == state


def test_counting_stops_where_nobody_wants_to_know_more(monkeypatch):
    monkeypatch.setattr("desk.counting.MOST", 2)
    factories.SubmissionFactory.create_batch(4)
    rows = Submission.objects.all()
    assert counts({"all": rows, "none": rows.none()}) == {"all": 3, "none": 0}
    assert count_text(3) == "2 or more"


def test_no_more_than_ten_thousand_are_leafed_through(client, colleague, monkeypatch):
    monkeypatch.setattr("desk.paging.MOST", 100)
    page = factories.FormPageFactory()
    factories.SubmissionFactory.create_batch(120, page=page)
    response = client.get(LIST, {"p": "2"})
    assert response.context["paginator"].num_pages == 2
    assert len(response.context["object_list"]) == 50
    assert "Filters, or another order, lead to the others" in response.content.decode()
    assert MOST == 10_000


def test_owners_can_be_filtered_by(client, colleague):
    other = factories.UserFactory(first_name="Ada", last_name="Hughes")
    mine, theirs, free = sent(owner=colleague), sent(owner=other), sent()
    assert shown(client, owner="me") == [mine.reference]
    assert shown(client, owner=other.pk) == [theirs.reference]
    assert shown(client, owner="none") == [free.reference]
    assert "Ada Hughes" in client.get(LIST).content.decode()


def test_only_ones_own_form_is_seen_counted_offered_and_found(client):
    mine, other = factories.FormPageFactory(), factories.FormPageFactory(title="Secret")
    article = factories.ConditionPageFactory(title="Hidden article")
    owner = factories.UserFactory(first_name="Hidden", last_name="Owner")
    row = sent(page=mine)
    sent(page=other, about_page=article, about_title="Hidden article", owner=owner)
    client.force_login(of_one_form(mine, "view_submission"))
    response = client.get(LIST, {"q": "nurse"})
    assert [each.reference for each in response.context["object_list"]] == [
        row.reference
    ]
    counted = {link.name: link.count for link in response.context["state_links"]}
    assert counted["new"] == counted["todo"] == "1"
    for hidden in ("Secret", "Hidden article", "Hidden Owner"):
        assert hidden not in response.content.decode()


def test_a_filter_is_saved_without_what_was_searched_for(client, colleague):
    query = "kind=complaint&q=patient+words&nonsense=1&status=closed&p=3"
    client.post("/admin/desk-filters/save/", {"name": "Mine", "query": query})
    saved = SavedFilter.objects.get()
    assert saved.query == "kind=complaint&state=closed"
    assert "patient" not in str(vars(saved))
    page = client.get(LIST).content.decode()
    assert "?kind=complaint&amp;state=closed" in page
    assert declared_only("q=words") == ""


def test_saving_again_replaces_and_odd_filters_are_refused(client, colleague):
    for query in ("kind=complaint", "kind=enquiry", "kind=x"):
        client.post("/admin/desk-filters/save/", {"name": "Mine", "query": query})
    client.post("/admin/desk-filters/save/", {"name": "", "query": "kind=enquiry"})
    assert SavedFilter.objects.get().query == "kind=enquiry"


def test_a_saved_filter_is_ones_own(client, colleague):
    other = SavedFilter.objects.create(
        user=factories.UserFactory(), name="Theirs", query=""
    )
    own = SavedFilter.objects.create(user=colleague, name="Own", query="")
    assert "Theirs" not in client.get(LIST).content.decode()
    assert client.post(f"/admin/desk-filters/remove/{other.pk}/").status_code == 404
    client.post(f"/admin/desk-filters/remove/{own.pk}/")
    assert list(SavedFilter.objects.all()) == [other]


@pytest.mark.parametrize(
    ("action", "changed", "logged_as"),
    [
        ("triaged", ("status", "triaged"), "forms.status"),
        ("in_progress", ("status", "in_progress"), "forms.status"),
        ("closed", ("status", "closed"), "forms.status"),
        ("hold", ("is_held", True), "forms.hold"),
        ("dealt_with", ("needs_attention", False), "forms.dealt_with"),
    ],
)
def test_many_are_changed_at_once_and_logged(
    client, colleague, action, changed, logged_as
):
    field, value = changed
    flagged = {"needs_attention": True, "flags": ["danger"]}
    fields = flagged if action == "dealt_with" else {}
    rows = [sent(**fields) for _ in range(3)]
    said = act(client, action, *rows[:2])
    assert "2 submissions" in said
    for row in rows:
        row.refresh_from_db()
    assert [getattr(row, field) == value for row in rows] == [True, True, False]
    assert ModelLogEntry.objects.filter(action=logged_as).count() == 2
    if action == "closed":
        assert rows[0].closed_at


def test_taking_makes_it_ones_own(client, colleague):
    row = sent()
    act(client, "take", row)
    row.refresh_from_db()
    assert row.owner == colleague


def test_what_was_not_changed_is_named_with_the_reason(client, colleague):
    done, held = sent(status="closed"), sent(is_held=True)
    said = act(client, "closed", done, held)
    assert f"{done.reference} (it was so already)" in said
    assert f"{held.reference} (It was put aside" in said
    assert not ModelLogEntry.objects.filter(action="forms.status").exists()


def test_the_form_of_others_stays_as_it_is_and_is_not_named(client):
    mine, other = factories.FormPageFactory(), factories.FormPageFactory()
    own, foreign = sent(page=mine), sent(page=other)
    client.force_login(of_one_form(mine, "view_submission", "change_submission"))
    said = act(client, "closed", own, foreign)
    foreign.refresh_from_db()
    assert foreign.status == "new"
    assert foreign.reference not in said
    assert f"#{foreign.pk}" in said


def test_who_may_only_view_changes_nothing_and_sees_no_boxes(client):
    row = sent()
    client.force_login(factories.staff_member("view_submission"))
    assert 'name="chosen"' not in client.get(LIST).content.decode()
    client.post(ACT, {"action": "closed", "chosen": [row.pk]})
    row.refresh_from_db()
    assert row.status == "new"


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"action": "erase", "chosen": "1"},
        {"action": "closed", "chosen": ["x", "²", "-1", "9" * 30]},
        {"action": "closed", "chosen": "1", "query": "a=%0d%0aSet-Cookie:x=1"},
        {"action": "closed", "chosen": "999999", "query": "\r\nx"},
    ],
)
def test_odd_requests_are_no_error(client, colleague, data):
    sent()
    assert client.post(ACT, data).status_code == 302
    assert client.get(ACT).status_code == 405
