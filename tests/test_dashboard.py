"""What staff see on logging in: what waits for them, and nothing of others."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group
from django.core import mail
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupPagePermission, Page, Workflow

from desk.new_feedback import NewFeedbackPanel
from editorial.attention import Kind, pages_in_need
from editorial.clinic_time import clinic_today
from editorial.content_audit import audit_page, audit_pages, live_pages
from editorial.links.broken import broken_links
from editorial.models import ContentAudit, LinkCheck
from tests import factories
from tests.signing_off import approval_url, reviewer, submit

pytestmark = pytest.mark.django_db

DEAD = "https://gone.example/"
HARD = "Interdisciplinary rehabilitation necessitates individualised consideration. "
EDITORS = "Editors"


def text(html):
    """The sections of an article, as stored: one, with this text."""
    body = [{"type": "text", "value": html}]
    return [{"type": "definition", "value": {"heading": "What", "body": body}}]


def sign_in(client, role=EDITORS):
    user = factories.UserFactory(groups=[Group.objects.get(name=role)])
    client.force_login(user)
    return user


def panels(client):
    """What each of our panels shows, by its name."""
    shown = {}
    for panel in client.get(reverse("wagtailadmin_home")).context["panels"]:
        if hasattr(panel, "find"):
            shown[panel.name] = panel.find()
    return shown


def titles(found):
    return [row.title for row in found.rows]


def reasons(*pages):
    keys = [page.pk for page in pages]
    found = pages_in_need(Page.objects.filter(pk__in=keys))
    return {each.page.title: list(each.reasons) for each in found}


def test_my_drafts_are_mine_newest_first(client):
    user = sign_in(client)
    for title, editor in (("Old", user), ("Other", factories.UserFactory())):
        factories.StandardPageFactory(title=title).save_revision(user=editor)
    new = factories.StandardPageFactory(title="New", live=False)
    new.save_revision(user=user)
    factories.StandardPageFactory().save_revision(user=user).publish()
    drafts = panels(client)["my_drafts"]
    assert titles(drafts) == ["New", "Old"]
    assert [list(row.notes) for row in drafts.rows] == [
        ["Draft"],
        ["Public, with changes to publish"],
    ]
    assert drafts.rows[0].url == reverse("wagtailadmin_pages:edit", args=[new.pk])


def test_a_page_sent_for_review_waits_for_reviewers_alone(client):
    page = factories.StandardPageFactory(title="Sent")
    editor = sign_in(client)
    page.save_revision(user=editor)
    Workflow.objects.get().start(page, editor)
    shown = panels(client)
    assert list(shown["my_drafts"].rows[0].notes) == ["Waiting for review"]
    assert "awaiting_review" not in shown
    sign_in(client, "Clinical reviewers")
    waiting = panels(client)["awaiting_review"]
    assert titles(waiting) == ["Sent"]
    assert list(waiting.rows[0].notes) == [editor.username]


def test_a_page_sent_back_stands_first_with_the_reason(client):
    doctor = reviewer()
    author = sign_in(client)
    page = submit(factories.ConditionPageFactory(title="Sent", live=False), author)
    factories.StandardPageFactory(title="Newer").save_revision(user=author)
    client.force_login(doctor)
    address = approval_url(page).replace("approve", "reject")
    client.post(address, {"comment": "Say how often."})
    # As the editing screen does when the button in it is pressed.
    page.save_revision(user=doctor)
    client.force_login(author)
    drafts = panels(client)["my_drafts"]
    assert titles(drafts) == ["Sent", "Newer"]
    assert any(doctor.username in note for note in drafts.rows[0].notes)
    assert "“Say how often.”" in drafts.rows[0].notes
    letter = mail.outbox[-1]
    assert letter.to == [author.email]
    assert "Say how often." in letter.body
    assert "reject" not in (letter.subject + letter.body).lower()
    sign_in(client)
    assert not panels(client)["my_drafts"].rows


@pytest.mark.parametrize(
    ("live", "note"), [(False, "Scheduled"), (True, "Public, changes scheduled")]
)
def test_a_scheduled_page_is_no_mere_draft(client, live, note):
    user = sign_in(client)
    page = factories.StandardPageFactory(live=live)
    if live:
        page.save_revision().publish()
        page = Page.objects.get(pk=page.pk).specific
    page.go_live_at = timezone.now() + timedelta(days=1)
    page.save_revision(user=user).publish()
    assert list(panels(client)["my_drafts"].rows[0].notes) == [note]


def test_reviews_are_listed_from_overdue_to_due_in_60_days(client):
    sign_in(client)
    for days in (60, -1, 61):
        page = factories.ConditionPageFactory(title=f"In {days}")
        due = clinic_today() + timedelta(days=days)
        factories.ClinicalReviewFactory(page=page)
        page.clinical_reviews.update(next_due=due)
    assert titles(panels(client)["reviews_due"]) == ["In -1", "In 60"]


def test_a_page_is_listed_once_with_all_its_reasons():
    image = factories.ClinicImageFactory(description="")
    page = factories.ConditionPageFactory(
        title="Bad", hero_image=image, sections=text(f"<p>{HARD * 40}</p>")
    )
    audit_page(page)
    assert reasons(page) == {
        "Bad": [Kind.NO_ALTERNATIVE_TEXT, Kind.HARD_TO_READ, Kind.NEVER_REVIEWED]
    }
    image.description = "A back."
    image.save()
    factories.ClinicalReviewFactory(page=page)
    assert reasons(page) == {"Bad": [Kind.HARD_TO_READ]}


@pytest.mark.parametrize(
    ("values", "is_named"),
    [
        ({"alt_text": ""}, True),
        ({"alt_text": "Told"}, False),
        ({"alt_text": "", "decorative": True}, False),
    ],
)
def test_a_picture_in_the_text_needs_words_unless_it_is_decorative(values, is_named):
    image = factories.ClinicImageFactory(description="")
    body = [factories.picture_block(image, **values)]
    section = {"type": "definition", "value": {"heading": "What", "body": body}}
    page = factories.ConditionPageFactory(title="Pictured", sections=[section])
    audit_page(page)
    assert (Kind.NO_ALTERNATIVE_TEXT in reasons(page)["Pictured"]) == is_named


def test_as_many_links_are_broken_as_the_report_on_links_names():
    goal = factories.StandardPageFactory()
    gone = factories.StandardPageFactory()
    link = f'<a linktype="page" id="{goal.pk}">a</a>'
    html = f'<p>{link} {link} <a linktype="page" id="{gone.pk}">b</a> '
    html += f'<a href="{DEAD}#top">c</a> <a href="https://well.example/">d</a></p>'
    page = factories.ConditionPageFactory(title="Linked", sections=text(html))
    audit_page(page)
    assert Kind.BROKEN_LINKS not in reasons(page)["Linked"]
    goal.unpublish()
    gone.delete()
    LinkCheck.objects.create(
        url=DEAD,
        status=LinkCheck.Status.MISSING,
        checked_at=timezone.now(),
        failing_since=clinic_today() - timedelta(days=2),
    )
    found = pages_in_need(Page.objects.filter(pk=page.pk))[0]
    assert found.reasons[Kind.BROKEN_LINKS] == "4 broken links"
    assert len(broken_links(Page.objects.filter(pk=page.pk))) == 4


def test_a_page_in_another_language_has_no_reading_age(welsh):
    body = text(f"<p>{HARD * 40}</p>")
    english = factories.ConditionPageFactory(sections=body)
    assert audit_page(english).reading_age > 11
    english.locale = welsh
    assert audit_page(english).reading_age is None


def test_publishing_reads_a_page_again(django_capture_on_commit_callbacks):
    page = factories.ConditionPageFactory(sections=text(f"<p>{HARD * 40}</p>"))
    with django_capture_on_commit_callbacks(execute=True):
        page.save_revision().publish()
    hard = ContentAudit.objects.get(page=page).reading_age
    page.sections = text("<p>" + "The cat sat on the mat. " * 40 + "</p>")
    with django_capture_on_commit_callbacks(execute=True):
        page.save_revision().publish()
    assert ContentAudit.objects.get(page=page).reading_age < hard


def test_the_command_reads_what_was_not_read_since_it_was_published(capsys):
    call_command("audit_pages")
    assert ContentAudit.objects.count() == live_pages().count()
    capsys.readouterr()
    factories.StandardPageFactory().save_revision().publish()
    call_command("audit_pages")
    call_command("audit_pages")
    assert capsys.readouterr().out == "Pages read: 1.\nPages read: 0.\n"


def test_ten_pages_are_named_and_the_report_has_the_rest(client):
    sign_in(client)
    for number in range(12):
        factories.ConditionPageFactory(title=f"Page {number:02}")
    attention = panels(client)["needs_attention"]
    assert len(attention.rows) == 10
    assert b"and 2 more" in client.get(reverse("wagtailadmin_home")).content
    report = client.get(reverse("editorial_attention_report"))
    assert len(report.context["object_list"]) == attention.total == 12
    by_reason = {"reason": Kind.BROKEN_LINKS.value}
    none = client.get(reverse("editorial_attention_report"), by_reason)
    assert len(none.context["object_list"]) == 0


def test_only_pages_that_the_reader_may_change_are_named(client, home_page):
    user = sign_in(client)
    mine = factories.ConditionPageFactory(title="Mine")
    factories.ConditionPageFactory(title="Not mine").save_revision(user=user)
    GroupPagePermission.objects.filter(group__name=EDITORS).update(page=mine)
    shown = panels(client)
    assert titles(shown["needs_attention"]) == ["Mine"]
    assert titles(shown["my_drafts"]) == []


def test_what_waits_at_the_desk_is_counted_for_those_who_may_read_it(client):
    past = timezone.now() - timedelta(days=9)
    sign_in(client)
    assert "new_feedback" not in panels(client)
    user = sign_in(client, "Feedback staff")
    assert not any(row.is_urgent for row in panels(client)["new_feedback"].rows)
    flagged = {"flags": ["danger"], "needs_attention": True}
    factories.SubmissionFactory(status="closed", **flagged)
    factories.SubmissionFactory(is_held=True, **flagged)
    factories.SubmissionFactory(kind="complaint", status="triaged", due_at=past)
    for status in ("new", "in_progress", "closed"):
        factories.SubmissionFactory(status=status, owner=user)
    shown = panels(client)
    assert list(shown) == ["new_feedback"]
    rows = shown["new_feedback"].rows
    assert [row.notes for row in rows] == [["2"], ["1"], ["1"], ["2"]]
    assert [row.is_urgent for row in rows] == [True, False, False, False]
    for row in rows:
        listed = client.get(row.url).context["object_list"]
        assert [str(len(listed))] == row.notes, row.title
    page = client.get("/admin/").content
    assert b"The nurse was kind" not in page
    urgent = BeautifulSoup(page, "html.parser").select_one(".urgent-label")
    assert urgent["href"] == rows[0].url


def test_the_desk_costs_the_dashboard_one_query(client, django_assert_num_queries):
    user = factories.staff_member("view_submission")
    panel = NewFeedbackPanel(user)
    assert panel.is_shown()
    with django_assert_num_queries(1):
        panel.find()


def test_a_new_clinic_is_told_its_first_steps_until_they_are_done(client, site):
    sign_in(client, "Feedback staff")
    assert "first_steps" not in panels(client)
    sign_in(client, "Site managers")
    steps = panels(client)["first_steps"].rows
    assert len(steps) == 3
    for step in steps:
        assert client.get(step.url).status_code == 200
    assert b"You have no unpublished changes" in client.get("/admin/").content
    factories.ConditionPageFactory()
    factories.ClinicianFactory()
    assert len(panels(client)["first_steps"].rows) == 1
    sign_in(client)
    assert "first_steps" not in panels(client)


def test_the_dashboard_costs_no_more_queries_with_more_pages(client):
    user = factories.UserFactory(is_superuser=True, is_staff=True)
    client.force_login(user)

    def add_pages(number):
        for _ in range(number):
            page = factories.ConditionPageFactory()
            page.save_revision(user=user)
            sent = factories.StandardPageFactory()
            sent.save_revision(user=user)
            Workflow.objects.get().start(sent, user)
            factories.ClinicalReviewFactory(page=sent, next_due=clinic_today())
            factories.SubmissionFactory()
        audit_pages(live_pages())

    def count():
        with CaptureQueriesContext(connection) as queries:
            client.get(reverse("wagtailadmin_home"))
        return len(queries)

    add_pages(2)
    count()
    few = count()
    add_pages(6)
    assert count() <= few
