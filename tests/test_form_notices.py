"""Consents and privacy notices: what was agreed to stays, in its own version."""

import pytest
import time_machine

from forms.models import NoticeVersion
from submissions.models import Submission
from tests import factories
from tests.form_filling import filled, open_form

pytestmark = pytest.mark.django_db

AGREE = "I agree"


@pytest.fixture
def page():
    """A form with a privacy notice and a consent."""
    page = factories.FormPageFactory(
        questions=[(AGREE, "consent")], privacy_notice="<p>Our nurse reads it.</p>"
    )
    page.form_fields.update(text="<p>You may write to my <b>doctor</b>.</p>")
    return page


def agree(client, page):
    """The submission of somebody who ticks the box."""
    client.post(page.url, filled(open_form(client, page), **{AGREE: "on"}))
    return Submission.objects.latest("pk")


def test_the_notice_and_its_version_are_stored_with_the_answer(client, page, staff):
    with time_machine.travel("2026-05-03 10:00"):
        submission = agree(client, page)
        (question,) = submission.questions
        assert question.notice == "You may write to my doctor."
        assert question.notice_version == submission.notice_version == "2026-05-03"
        assert submission.answers == [(AGREE, "Yes, to version 2026-05-03")]
        page.form_fields.all().delete()
        opened = staff.get(f"/admin/desk/inspect/{submission.pk}/").content.decode()
    assert "You may write to my doctor." in opened


def test_changed_words_are_a_new_version_and_old_words_the_old_one(client, page):
    old = page.form_fields.get().text
    with time_machine.travel("2026-05-03 10:00", tick=False) as traveller:
        first = agree(client, page)
        page.form_fields.update(text="<p>You may write to anybody.</p>")
        second = agree(client, page)
        traveller.shift(24 * 60 * 60)
        page.form_fields.update(text="<p>You may write to nobody.</p>")
        third = agree(client, page)
        page.form_fields.update(text=old)
        fourth = agree(client, page)
    versions = [each.questions[0].notice_version for each in (first, second, third)]
    assert versions == ["2026-05-03", "2026-05-03.2", "2026-05-04"]
    assert fourth.questions[0].notice_version == "2026-05-03"
    assert first.questions[0].notice == "You may write to my doctor."


def test_markup_alone_is_no_new_version(client, page):
    agree(client, page)
    page.form_fields.update(
        text='<p data-block-key="x1">You may write to my doctor.</p>'
    )
    agree(client, page)
    assert NoticeVersion.objects.exclude(question_name="").count() == 1


def test_publishing_names_the_versions_after_its_day(page):
    with time_machine.travel("2026-05-03 10:00"):
        page.save_revision().publish()
    versions = NoticeVersion.objects.values_list("version", flat=True)
    assert list(versions) == ["2026-05-03", "2026-05-03"]


def test_a_notice_changed_meanwhile_is_shown_before_it_is_agreed_to(client, page):
    data = filled(open_form(client, page), **{AGREE: "on"})
    page.form_fields.update(text="<p>You may write to anybody.</p>")
    response = client.post(page.url, data)
    assert "We changed this form while you were writing" in response.content.decode()
    assert not Submission.objects.exists()


def test_versions_outlive_the_form(client, page):
    agree(client, page)
    page.delete()
    assert NoticeVersion.objects.filter(page=None).count() == 2
