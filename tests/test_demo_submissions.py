"""What invented patients sent: spread, mixed, and as the forms would store it."""

import json
import re

import pytest
from django.contrib.auth import get_user_model
from django.utils import timezone

from home.demo import clinic, letters
from home.models import LocationPage
from submissions.models import Rating, Submission
from tests.demo_clinic import loaded_demo


@pytest.fixture(scope="module")
def first_run(django_db_setup, django_db_blocker, tmp_path_factory):
    """What the first loading said; the demo stays until the module's last test."""
    folder = tmp_path_factory.mktemp("data")
    with django_db_blocker.unblock(), loaded_demo(folder, large_pictures=False) as said:
        yield said


@pytest.fixture(autouse=True)
def demo(first_run, db):
    """The demo as it was loaded; what a test changes is undone after it."""
    return first_run


def test_telephone_numbers_are_from_the_range_kept_for_drama():
    texts = [clinic.PHONE, *LocationPage.objects.values_list("phone", flat=True)]
    texts += [letter.phone.replace("+44 ", "0") for letter in letters.ENQUIRIES]
    for text in filter(None, texts):
        assert re.fullmatch(r"01632 960\d{3}", text)


def test_mail_addresses_belong_to_nobody():
    addresses = {clinic.EMAIL}
    addresses |= {letter.email for letter in [*letters.FEEDBACK, *letters.ENQUIRIES]}
    addresses |= set(get_user_model().objects.values_list("email", flat=True))
    for address in filter(None, addresses):
        assert address.endswith((".example", "@example.org"))


def test_submissions_are_spread_over_three_months():
    times = Submission.objects.order_by("submit_time").values_list(
        "submit_time", flat=True
    )
    assert 80 <= (times.last() - times.first()).days <= 93
    assert times.last() < timezone.now()


def test_submissions_differ_in_rating_status_kind_and_page():
    feedback = Submission.objects.filter(form_slug="feedback")
    assert set(feedback.values_list("rating", flat=True)) == set(Rating.values)
    statuses = Submission.objects.values_list("status", flat=True)
    assert set(statuses) == set(Submission.Status.values)
    kinds = Submission.objects.values_list("kind", flat=True)
    assert set(kinds) == set(Submission.Kind.values)
    about = feedback.exclude(about_page=None)
    assert 6 <= about.count() < feedback.count()
    for submission in about:
        assert submission.about_title == submission.about_page.title
        assert submission.about_url == submission.about_page.full_url


def test_submissions_keep_the_questions_as_they_were_asked():
    for submission in Submission.objects.select_related("page"):
        form_page = submission.page.specific
        assert [question.name for question in submission.questions] == [
            field.clean_name for field in form_page.get_form_fields()
        ]
        assert set(submission.form_data) == {
            question.name for question in submission.questions
        }
        assert submission.notice_version == form_page.notice_version != ""
        assert len(submission.answers) == len(submission.questions)


def test_what_was_sent_would_pass_the_form():
    for submission in Submission.objects.select_related("page"):
        form_page = submission.page.specific
        form_class = form_page.get_form_class()
        form = form_class(submission.form_data, page=form_page)
        assert form.is_valid(), (submission.pk, form.errors)


def test_some_texts_are_awkward():
    texts = " ".join(json.dumps(s.form_data) for s in Submission.objects.all())
    values = [
        value
        for submission in Submission.objects.all()
        for value in submission.form_data.values()
        if isinstance(value, str)
    ]
    assert any(value.startswith("=") for value in values)
    assert any(value.startswith("-") for value in values)
    assert any("\n" in value for value in values)
    assert any(ord(letter) > 0xFFFF for value in values for letter in value)
    assert "<b>" in texts
