"""Pages that are published, and taken down, at their time."""

import os
import time
from datetime import timedelta

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.management.commands.db_worker import Worker
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.models import Page, Revision

from articles.models import ConditionPage
from desk.worker import MailWorker
from editorial.publication import PublicationStoppedError, schedule
from tests import factories
from tests.mailing import run_worker
from tests.publication import complete, incomplete, is_live, typed
from tests.signing_off import approve, reviewer, submit
from tests.test_dashboard import panels, sign_in
from tests.test_publication_doors import scheduled

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
def ran(tmp_path, monkeypatch):
    """Where it is noted that the schedule ran."""
    path = tmp_path / "ran"
    monkeypatch.setattr(schedule, "RAN", path)
    return path


def expired(**values) -> ConditionPage:
    """A page whose time to be taken down has passed, and which was."""
    page = complete(incomplete())
    page.expire_at = timezone.now() - HOUR
    for name, value in values.items():
        setattr(page, name, value)
    page.save()
    page.save_revision()
    return ConditionPage.objects.get(pk=page.pk)


def test_the_worker_publishes_and_takes_down_what_is_due():
    due, over = complete(incomplete()), factories.StandardPageFactory()
    Page.objects.filter(pk=over.pk).update(expire_at=timezone.now() - HOUR)
    scheduled(due)
    run_worker()
    assert (is_live(due), is_live(over)) == (True, False)


@pytest.mark.parametrize(("seconds", "looks_again"), [(5, False), (45, True)])
def test_the_worker_looks_twice_a_minute(monkeypatch, seconds, looks_again):
    tasks = MailWorker().tasks
    tasks.run_schedule()
    page = complete(incomplete())
    scheduled(page)
    now = time.monotonic() + seconds
    monkeypatch.setattr("desk.worker.time.monotonic", lambda: now)
    tasks.run_schedule()
    assert is_live(page) == looks_again


def test_the_worker_looks_also_between_two_slow_mails(monkeypatch):
    monkeypatch.setattr(Worker, "run_task", lambda *_: None)
    page = complete(incomplete())
    scheduled(page)
    MailWorker().tasks.run_task(None)
    assert is_live(page)


@pytest.mark.parametrize("broken", ["publish", "unpublish"])
def test_a_page_that_fails_stops_neither_the_rest_nor_the_worker(monkeypatch, broken):
    def fail(self, *args, **kwargs):
        if self.pk == bad.pk:
            raise RuntimeError
        return whole(self, *args, **kwargs)

    whole = getattr(Page, broken)
    monkeypatch.setattr(Page, broken, fail)
    if broken == "publish":
        bad, good = complete(incomplete()), complete(incomplete())
        scheduled(bad)
        scheduled(good)
    else:
        bad, good = factories.StandardPageFactory(), factories.StandardPageFactory()
        Page.objects.filter(pk__in=[bad.pk, good.pk]).update(
            expire_at=timezone.now() - HOUR
        )
    run_worker()
    assert is_live(good) == (broken == "publish")
    assert is_live(bad) != (broken == "publish")


def test_what_was_to_be_taken_down_by_now_is_not_published():
    owner = factories.UserFactory()
    page = complete(incomplete(owner=owner))
    page.expire_at = timezone.now() - timedelta(seconds=30)
    scheduled(page)
    schedule.run_schedule()
    assert not is_live(page)
    assert not Revision.objects.filter(approved_go_live_at__isnull=False)
    assert [each.to for each in mail.outbox] == [[owner.email]]


def by_code(page, client):
    page.get_latest_revision().publish()


def by_the_api(page, client):
    PublishPageRevisionAction(page.get_latest_revision()).execute()


def by_saving(page, client):
    page.live = True
    page.save()


def in_bulk(page, client):
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    client.post(f"{address}?id={page.pk}")


def in_the_editor(page, client):
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    times = {"go_live_at": "", "expire_at": local(page.expire_at)}
    data = typed(slug=page.slug, summary="A condition.", **times)
    client.post(address, data | {"action-publish": "1"})


def by_a_workflow(page, client):
    approve(submit(page), reviewer())


def local(moment) -> str:
    return timezone.localtime(moment).strftime("%Y-%m-%d %H:%M")


@pytest.mark.parametrize(
    "publish", [by_code, by_the_api, by_saving, in_bulk, in_the_editor, by_a_workflow]
)
def test_what_is_published_after_its_expiry_stays(admin_client, publish):
    page = expired()
    publish(page, admin_client)
    schedule.run_schedule()
    page = ConditionPage.objects.get(pk=page.pk)
    assert (page.live, page.expire_at) == (True, None)
    assert (
        page.get_latest_revision_as_object().expire_at is None or not page.live_revision
    )


def test_an_expiry_that_nobody_saw_to_yet_holds_when_the_page_is_saved():
    page = complete(incomplete())
    page.save_revision().publish()
    Page.objects.filter(pk=page.pk).update(expire_at=timezone.now() - HOUR)
    page = ConditionPage.objects.get(pk=page.pk)
    page.title = "Renamed"
    page.save()
    schedule.run_schedule()
    assert not is_live(page)


@pytest.mark.parametrize(("touched", "is_saved"), [(False, True), (True, False)])
def test_a_draft_past_its_expiry_is_saved_unless_the_date_is_touched(
    admin_client, touched, is_saved
):
    page = expired()
    expiry = page.expire_at - HOUR if touched else page.expire_at
    times = {"go_live_at": "", "expire_at": local(expiry)}
    data = typed(slug=page.slug, title="Typed", **times)
    admin_client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), data)
    newest = ConditionPage.objects.get().get_latest_revision_as_object()
    assert (newest.title == "Typed") == is_saved


@pytest.mark.parametrize(("minutes", "warns"), [(None, True), (20, True), (2, False)])
def test_the_dashboard_tells_when_the_schedule_ran(client, ran, minutes, warns):
    if minutes is not None:
        ran.touch()
        then = time.time() - minutes * 60
        os.utime(ran, (then, then))
    sign_in(client)
    shown = panels(client)
    row = shown["schedule"].rows[0]
    assert (len(row.notes) > 1) == warns
    assert (row.moment is None) == (minutes is None)
    names = [name for name in shown if name in {"schedule", "my_drafts"}]
    assert (names[0] == "schedule") == warns
    sign_in(client, "Feedback staff")
    assert "schedule" not in panels(client)


@pytest.mark.parametrize("by_form", [True, False])
def test_a_public_page_is_never_taken_down_until_its_change_is_due(
    admin_client, by_form
):
    page = complete(incomplete())
    page.live = True
    page.save()
    later = timezone.now() + HOUR
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    if by_form:
        times = {"go_live_at": local(later), "expire_at": "", "action-publish": "1"}
        data = typed(slug=page.slug, summary="A condition.", **times)
        assert admin_client.post(address, data).context["form"].errors
    else:
        page.go_live_at = later
        with pytest.raises(PublicationStoppedError):
            page.save_revision().publish()
    assert is_live(page)
