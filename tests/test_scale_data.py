"""Invented submissions in great numbers: believable, and never made by mistake."""

from collections import Counter

import pytest
from django.core.management import CommandError, call_command

from forms.models import FormPage
from home.demo.submissions import stable_token
from submissions.models import Submission, SubmissionAddition
from tests import factories

pytestmark = pytest.mark.django_db

UNTIL = "2026-05-03"


def make(count: int, *more: str) -> None:
    call_command(
        "make_scale_data",
        f"--submissions={count}",
        "--articles=3",
        f"--until={UNTIL}",
        *more,
        verbosity=0,
    )


def test_rows_are_believable():
    make(1_500)
    rows = Submission.objects.all()
    assert rows.count() == 1_500
    assert FormPage.objects.count() >= 4
    states = Counter(rows.values_list("state", flat=True))
    assert set(states) == set(Submission.State.values)
    assert states["closed"] > 1_000
    kinds = Counter(rows.values_list("kind", flat=True))
    assert set(kinds) == set(Submission.Kind.values)
    assert kinds["feedback"] > kinds["enquiry"] > kinds["complaint"]
    lengths = sorted(
        len(str(data)) for data in rows.values_list("form_data", flat=True)
    )
    assert lengths[-1] > 5 * lengths[len(lengths) // 2]
    times = list(rows.order_by("pk").values_list("submit_time", flat=True))
    assert times == sorted(times)
    assert 1_700 < (times[-1] - times[0]).days < 1_830
    assert {1, 2, 3, 4, 5} <= {moment.isoweekday() for moment in times}
    for wanted in (
        rows.exclude(owner=None),
        rows.exclude(due_at=None),
        rows.exclude(flags=[]),
        rows.filter(is_verified=True),
        rows.exclude(about_page=None),
        SubmissionAddition.objects.all(),
        rows.matching("nurse"),
    ):
        assert wanted.exists()


def test_the_same_seed_makes_the_same_rows_and_another_others():
    def texts():
        return list(Submission.objects.order_by("pk").values_list("form_data"))

    make(50)
    first = texts()
    Submission.objects.all().delete()
    make(50)
    assert texts() == first
    Submission.objects.all().delete()
    make(50, "--seed=2")
    assert texts() != first


def test_a_second_run_adds_and_patients_can_go_on_sending():
    make(20)
    make(20)
    assert Submission.objects.count() == 40
    factories.SubmissionFactory()
    assert Submission.objects.count() == 41


def test_a_site_with_real_submissions_is_left_alone():
    factories.SubmissionFactory()
    with pytest.raises(CommandError, match="what patients sent"):
        make(10)
    assert Submission.objects.count() == 1
    make(10, "--really")
    assert Submission.objects.count() == 11


def test_the_demo_and_tests_are_no_real_submissions():
    factories.SubmissionFactory(token=stable_token("feedback", 0))
    factories.SubmissionFactory(is_test=True)
    make(10)
    assert Submission.objects.count() == 12


def test_no_number_of_submissions_is_refused():
    with pytest.raises(CommandError):
        make(0)
