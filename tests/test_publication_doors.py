"""Every way in which code makes a page public asks for the same."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Page, PageLogEntry, Revision

from articles.models import ConditionIndexPage, ConditionPage
from editorial.models import PublicationSettings
from editorial.publication import PublicationStoppedError
from tests import factories
from tests.publication import complete, incomplete, is_live

pytestmark = pytest.mark.django_db


def live_but_incomplete() -> ConditionPage:
    """A page that was public before the rules came."""
    page = incomplete()
    Page.objects.filter(pk=page.pk).update(live=True)
    return ConditionPage.objects.get(pk=page.pk)


def scheduled(page, user=None) -> Revision:
    """The page's revision, approved while no rule stood against it, and due now."""
    page.go_live_at = timezone.now() - timedelta(minutes=1)
    revision = page.save_revision(user=user)
    revision.approved_go_live_at = page.go_live_at
    revision.save()
    return revision


def test_publishing_a_revision_asks(home_page):
    page = incomplete()
    with pytest.raises(PublicationStoppedError):
        page.save_revision().publish()
    assert not is_live(page)
    complete(page).save_revision().publish()
    assert is_live(page)


def test_scheduling_a_revision_asks():
    page = incomplete(go_live_at=timezone.now() + timedelta(days=1))
    with pytest.raises(PublicationStoppedError):
        page.save_revision().publish()
    assert not Revision.objects.filter(approved_go_live_at__isnull=False)


@pytest.mark.parametrize("clean", [True, False])
def test_saving_a_page_as_live_asks(clean):
    page = incomplete()
    page.live = True
    with pytest.raises(PublicationStoppedError):
        page.save(clean=clean)
    with pytest.raises(PublicationStoppedError):
        page.save(update_fields=["live"])
    assert not is_live(page)


def test_saving_it_as_a_plain_wagtail_page_asks():
    page = Page.objects.get(pk=incomplete().pk)
    page.live = True
    with pytest.raises(PublicationStoppedError):
        page.save()
    assert not is_live(page)


def test_adding_a_page_that_is_live_asks(home_page):
    with pytest.raises(PublicationStoppedError):
        incomplete(live=True)
    assert not ConditionPage.objects.exists()


def test_an_unpublished_page_is_asked_before_it_is_published_again():
    page = live_but_incomplete()
    page.unpublish()
    with pytest.raises(PublicationStoppedError):
        page.save_revision().publish()


def test_an_old_version_is_asked_when_it_is_published():
    page = incomplete()
    old = page.save_revision()
    complete(page).save_revision().publish()
    with pytest.raises(PublicationStoppedError):
        old.publish()
    assert ConditionPage.objects.get().summary == "A condition."


def test_a_page_that_is_public_stays_so_when_a_rule_comes_later():
    page = live_but_incomplete()
    page.title = "Pain"
    page.save()
    page.save_revision(clean=False)
    page.slug = "pain"
    page.move(ConditionIndexPage.objects.get(), pos="first-child")
    assert is_live(page)
    page = ConditionPage.objects.get()
    page.unpublish()
    assert not is_live(page)


def test_a_public_page_cannot_lose_what_it_had():
    page = complete(incomplete())
    page.save_revision().publish()
    page = ConditionPage.objects.get()
    page.summary = ""
    with pytest.raises(PublicationStoppedError) as caught:
        page.save()
    assert [problem.field for problem in caught.value.problems] == ["summary"]


def test_a_draft_beside_the_public_page_may_lack_anything():
    page = complete(incomplete())
    page.save_revision().publish()
    page = ConditionPage.objects.get()
    page.summary = ""
    page.save_revision()
    assert ConditionPage.objects.get().summary == "A condition."


def test_a_copy_is_asked_when_it_would_be_live():
    page = live_but_incomplete()
    with pytest.raises(PublicationStoppedError):
        page.copy(update_attrs={"slug": "copy"})
    assert not page.copy(update_attrs={"slug": "copy"}, keep_live=False).live


def test_an_alias_is_as_public_as_its_page():
    page = live_but_incomplete()
    alias = page.create_alias(update_slug="alias")
    assert is_live(alias)
    complete(page).save_revision().publish()
    alias.refresh_from_db()
    assert (alias.live, alias.summary) == (True, "A condition.")


def test_an_alias_of_a_draft_cannot_be_live_alone():
    alias = incomplete().create_alias(update_slug="alias")
    alias.live = True
    with pytest.raises(PublicationStoppedError):
        alias.save()


def test_an_alias_that_becomes_a_page_stays_public_as_it_is():
    alias = live_but_incomplete().create_alias(update_slug="alias")
    alias.alias_of_id = None
    alias.save(update_fields=["alias_of_id"], clean=False)
    assert is_live(alias)


def test_the_schedule_publishes_what_passes_and_leaves_the_rest_a_draft():
    editor = factories.UserFactory(email="editor@clinic.example")
    owner = factories.UserFactory(email="owner@clinic.example")
    stopped = incomplete(owner=owner, title="A secret cure")
    passing = complete(incomplete())
    scheduled(stopped, editor)
    scheduled(passing)
    call_command("publish_scheduled")
    assert is_live(passing)
    assert not is_live(stopped)
    assert not Revision.objects.filter(approved_go_live_at__isnull=False)
    assert {mail.to[0] for mail in mail.outbox} == {editor.email, owner.email}
    words = mail.outbox[0].subject + mail.outbox[0].body
    assert f"http://testserver/admin/pages/{stopped.pk}/edit/" in words
    assert "The summary is missing" in words
    assert "secret" not in words
    assert "Written." not in words
    entry = PageLogEntry.objects.get(action="editorial.not_published_on_schedule")
    assert entry.page_id == stopped.pk
    assert "The summary is missing" in str(entry.message)
    call_command("publish_scheduled")
    assert len(mail.outbox) == 2


def test_a_page_that_is_public_stays_as_it_was_when_its_schedule_is_stopped():
    page = complete(incomplete())
    page.save_revision().publish()
    page = ConditionPage.objects.get()
    page.summary = ""
    scheduled(page)
    call_command("publish_scheduled")
    page = ConditionPage.objects.get()
    assert (page.live, page.summary) == (True, "A condition.")
    assert not page.approved_schedule


def test_a_mail_server_that_fails_stops_no_schedule(monkeypatch):
    def fail(self):
        raise ConnectionRefusedError

    monkeypatch.setattr("django.core.mail.EmailMessage.send", fail)
    scheduled(incomplete(owner=factories.UserFactory()))
    passing = complete(incomplete())
    scheduled(passing)
    call_command("publish_scheduled")
    assert is_live(passing)


def test_a_dry_run_of_the_schedule_changes_nothing(capsys):
    scheduled(complete(incomplete()))
    call_command("publish_scheduled", dryrun=True)
    assert not ConditionPage.objects.get().live


def test_an_import_stays_a_draft_until_the_clinic_only_warns(tmp_path, capsys):
    factories.ConditionIndexPageFactory()
    path = tmp_path / "pain.txt"
    path.write_text("Back pain\n\nWhat is it?\n\nPain in the lower back.\n")
    call_command("import_article", str(path), "--publish", "--type=condition")
    output = capsys.readouterr()
    assert "summary" in (output.out + output.err).lower()
    page = ConditionPage.objects.get()
    assert not page.live
    PublicationSettings.objects.create(summary="warn")
    page.get_latest_revision().publish()
    assert is_live(page)
