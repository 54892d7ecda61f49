"""What staff do about one submission: status, owner, clock, kind."""

from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from wagtail.log_actions import registry as log_registry

from editorial.clinic_time import clinic_day
from submissions.casework.changing_kind import change_kind
from submissions.casework.errors import CaseworkError, ChangedMeanwhileError
from submissions.casework.notes import write_note
from submissions.casework.owning import colleagues, give
from submissions.casework.pausing import pause, resume
from submissions.casework.transitions import FOLLOWS, change_status, may_follow
from submissions.models import ClockPause, DeskSettings, FormGrant, Note, Submission
from submissions.models.states import Status
from tests import factories
from tests.form_filling import filled, open_form

pytestmark = pytest.mark.django_db

FRIDAY = datetime(2026, 11, 20, 10, tzinfo=UTC)
ANSWER = ("view_submission", "change_submission")


@pytest.fixture
def user():
    return factories.staff_member(*ANSWER)


def case(**fields) -> Submission:
    """A complaint of a Friday, as it is stored: with the date on which it is due."""
    ours = {"kind": "complaint", "submit_time": FRIDAY}
    submission = factories.SubmissionFactory(**ours | fields)
    call_command("set_due_dates", verbosity=0)
    return Submission.objects.get(pk=submission.pk)


def due_day(submission) -> str:
    """The clinic's day on which it is due; empty if it never is."""
    submission.refresh_from_db()
    return submission.due_at and clinic_day(submission.due_at).isoformat()


def history(submission) -> list[str]:
    """The log in words, the oldest first."""
    logged = log_registry.get_logs_for_instance(submission)
    return [str(entry.message) for entry in logged.order_by("pk")]


@pytest.mark.parametrize("before", Status)
@pytest.mark.parametrize("after", Status)
def test_only_what_may_follow_follows(user, before, after):
    submission = factories.SubmissionFactory(status=before)
    if after in FOLLOWS[before]:
        assert change_status(submission, after, user).status == after
        assert len(history(submission)) == 1
    else:
        with pytest.raises(CaseworkError, match="cannot follow"):
            change_status(submission, after, user)
        assert Submission.objects.get().status == before
        assert not history(submission)


def test_nothing_becomes_new_again_and_steps_may_be_left_out():
    assert all(Status.NEW not in after for after in FOLLOWS.values())
    assert set(FOLLOWS[Status.NEW]) == set(Status) - {Status.NEW}


def test_an_answer_acknowledges_as_well_and_ends_the_clock(user):
    submission = change_status(case(), "responded", user)
    assert submission.acknowledged_at == submission.responded_at is not None
    assert submission.due_at is None
    assert submission.closed_at is None


def test_the_log_says_from_which_status_to_which(user):
    submission = change_status(case(), "triaged", user)
    assert history(submission) == ["Status: from “New” to “Triaged”"]


def test_of_two_at_once_the_second_learns_that_it_was_changed(user):
    submission = case()
    change_status(submission, "triaged", user, seen="new")
    with pytest.raises(ChangedMeanwhileError, match="“Triaged” now"):
        change_status(submission, "closed", user, seen="new")
    assert Submission.objects.get().status == "triaged"


def test_the_first_clock_is_to_acknowledge_the_second_to_answer(user):
    submission = case()
    assert due_day(submission) == "2026-11-25"
    change_status(submission, "acknowledged", user)
    assert due_day(submission) == "2026-12-18"


def test_being_at_work_on_it_does_not_acknowledge(user):
    submission = case()
    change_status(submission, "in_progress", user)
    assert due_day(submission) == "2026-11-25"


@pytest.mark.parametrize(
    ("kind", "due"),
    [
        ("complaint", "2026-11-25"),
        ("data_request", "2026-12-04"),
        ("safety", "2026-11-23"),
        ("enquiry", "2026-11-24"),
        ("feedback", None),
    ],
)
def test_each_kind_has_its_clock(kind, due):
    assert due_day(case(kind=kind)) == due


def test_what_is_taken_up_again_must_be_answered_again(user):
    submission = change_status(case(), "responded", user)
    monday = datetime(2026, 12, 7, 10, tzinfo=UTC)
    submission = change_status(submission, "in_progress", user, at=monday)
    assert submission.responded_at is None
    assert due_day(submission) == "2027-01-07"


MONDAY = datetime(2026, 12, 7, 10, tzinfo=UTC)


def reopened(user, **fields) -> Submission:
    """Closed on the Friday, and taken up again on a Monday two weeks later."""
    submission = change_status(case(**fields), "closed", user, at=FRIDAY)
    return change_status(submission, "in_progress", user, at=MONDAY)


def test_what_is_taken_up_again_need_not_be_acknowledged_again(user):
    submission = reopened(user)
    assert submission.acknowledged_at is None
    assert due_day(submission) == "2027-01-07"


@pytest.mark.parametrize("done", ["responded", "closed"])
def test_taken_up_again_it_keeps_when_it_came_and_was_acknowledged(user, done):
    submission = change_status(case(), "acknowledged", user, at=FRIDAY)
    submission = change_status(submission, done, user, at=FRIDAY + timedelta(days=3))
    submission = change_status(submission, "in_progress", user, at=MONDAY)
    assert submission.submit_time == submission.acknowledged_at == FRIDAY
    assert submission.reopened_at == MONDAY
    assert (submission.responded_at, submission.closed_at) == (None, None)
    later = MONDAY + timedelta(days=1)
    submission = change_status(submission, "responded", user, at=later)
    assert (submission.acknowledged_at, submission.responded_at) == (FRIDAY, later)
    assert submission.reopened_at == MONDAY


def test_taken_up_twice_the_second_time_counts(user):
    submission = change_status(reopened(user), "responded", user, at=MONDAY)
    later = MONDAY + timedelta(days=1)
    change_status(submission, "in_progress", user, at=later)
    assert due_day(submission) == "2027-01-08"


def test_closing_what_was_answered_keeps_when_that_was(user):
    submission = change_status(case(), "responded", user, at=FRIDAY)
    submission = change_status(submission, "closed", user, at=MONDAY)
    assert (submission.responded_at, submission.closed_at) == (FRIDAY, MONDAY)


def test_a_pause_from_before_it_was_taken_up_again_is_not_added(user):
    submission = reopened(user)
    ClockPause.objects.create(
        submission=submission, began_at=FRIDAY, ended_at=FRIDAY + timedelta(days=7)
    )
    call_command("set_due_dates", verbosity=0)
    assert due_day(submission) == "2027-01-07"


def test_another_kind_keeps_the_day_on_which_it_was_taken_up_again(user):
    submission = reopened(user)
    change_kind(submission, "enquiry", "It is a question", user)
    assert due_day(submission) == "2026-12-09"


def test_another_kind_keeps_that_it_was_acknowledged_and_its_pauses(user):
    submission = change_status(case(kind="feedback"), "acknowledged", user)
    ClockPause.objects.create(
        submission=submission, began_at=FRIDAY, ended_at=FRIDAY + timedelta(days=4)
    )
    change_kind(submission, "complaint", "She asks us to look into it", user)
    assert due_day(submission) == "2026-12-22"


def test_another_kind_leaves_a_paused_clock_paused(user):
    submission = case()
    pause(submission, "patient", "", user)
    change_kind(submission, "enquiry", "It is a question", user)
    assert due_day(submission) is None


def test_a_pause_ended_by_the_work_stays_ended(user):
    submission = case()
    pause(submission, "patient", "", user)
    change_status(submission, "closed", user)
    change_status(submission, "in_progress", user, at=MONDAY)
    assert due_day(submission) == "2027-01-07"


def test_it_is_acknowledged_once_also_when_work_has_begun(user):
    submission = change_status(case(), "in_progress", user)
    assert "acknowledged" in may_follow(submission)
    submission = change_status(submission, "acknowledged", user, at=MONDAY)
    assert due_day(submission) == "2026-12-18"
    submission = change_status(submission, "in_progress", user)
    with pytest.raises(CaseworkError, match="cannot follow"):
        change_status(submission, "acknowledged", user)


def test_a_pause_stops_the_clock_and_its_working_days_are_added(user):
    submission = case()
    pause(submission, "patient", "", user)
    assert due_day(submission) is None
    resume(submission, user)
    # As if it had been from Friday to Tuesday: two working days.
    ClockPause.objects.update(began_at=FRIDAY, ended_at=FRIDAY + timedelta(days=4))
    call_command("set_due_dates", verbosity=0)
    assert due_day(submission) == "2026-11-27"
    assert history(submission) == [
        "Clock paused: We wait for the patient",
        "Clock resumed",
    ]


def test_a_clock_is_paused_once_and_resumed_once(user):
    submission = case()
    pause(submission, "patient", "", user)
    with pytest.raises(ChangedMeanwhileError):
        pause(submission, "patient", "", user)
    resume(submission, user)
    with pytest.raises(ChangedMeanwhileError):
        resume(submission, user)
    assert ClockPause.objects.count() == 1


def test_a_pause_ends_with_the_work(user):
    submission = case()
    pause(submission, "patient", "", user)
    change_status(submission, "closed", user)
    assert ClockPause.objects.get().ended_at
    with pytest.raises(CaseworkError):
        pause(submission, "patient", "", user)


def test_another_kind_brings_its_clock_and_its_reason(user):
    submission = case(kind="feedback")
    change_kind(submission, "complaint", "She asks us to look into it", user)
    assert due_day(submission) == "2026-11-25"
    assert history(submission) == [
        "Kind: from “Feedback” to “Complaint”, because: She asks us to look into it"
    ]


def test_new_clocks_hold_for_all_that_is_open(django_assert_max_num_queries):
    open_ones = [case(), case()]
    answered = case(status="responded")
    desk = DeskSettings.load()
    desk.complaint_acknowledge = 5
    with django_assert_max_num_queries(8):
        desk.save()
    assert {due_day(each) for each in open_ones} == {"2026-11-27"}
    assert due_day(answered) is None
    desk.country = "SCT"
    desk.complaint_acknowledge = 6
    desk.save()
    # 30 November is Saint Andrew's Day.
    assert due_day(open_ones[0]) == "2026-12-01"


def test_it_is_given_to_those_who_may_answer_it_only(user):
    submission = case(form_key="5cd1d7c0-6c0e-4a3c-9b5c-3a2f6f6f0a11")
    reader = factories.staff_member("view_submission")
    group = Group.objects.create(name="One form")
    for codename in ANSWER:
        FormGrant.objects.create(
            group=group,
            form_key=submission.form_key,
            permission=Permission.objects.get(codename=codename),
        )
    colleague = factories.UserFactory(groups=[group])
    gone = factories.staff_member(*ANSWER)
    gone.is_active = False
    gone.save()
    assert set(colleagues(submission)) == {user, colleague}
    assert colleague not in colleagues(case())
    give(submission, colleague, user, seen=None)
    with pytest.raises(ChangedMeanwhileError, match=colleague.username):
        give(submission, user, user, seen=None)
    with pytest.raises(CaseworkError, match="may not answer"):
        give(submission, reader, user, seen=colleague.pk)
    give(submission, None, colleague, seen=colleague.pk)
    assert history(submission) == [
        f"Given to {colleague.username}",
        "Given back: nobody has it",
    ]


def test_a_note_sent_twice_is_kept_once_and_its_words_stay_out_of_the_log(user):
    submission = case()
    assert write_note(submission, "Secret words", "a" * 32, user)
    assert not write_note(submission, "Secret words", "a" * 32, user)
    assert Note.objects.count() == 1
    assert history(submission) == ["Note written"]


@pytest.mark.parametrize("fields", [{"is_held": True}, {"is_test": True}])
def test_nobody_works_on_what_does_not_count(user, fields):
    with pytest.raises(ChangedMeanwhileError, match="put aside"):
        change_status(factories.SubmissionFactory(**fields), "triaged", user)


def complaint_form():
    """A form for feedback with a rating and a box that makes it a complaint."""
    page = factories.FormPageFactory(
        questions=[("How was it?", "rating"), ("A complaint?", "checkbox")]
    )
    page.form_fields.filter(field_type="checkbox").update(makes_complaint=True)
    return page


@pytest.mark.parametrize(
    ("answers", "kind"),
    [
        ({"A complaint?": "on", "How was it?": "5"}, "complaint"),
        ({"How was it?": "1"}, "feedback"),
    ],
)
def test_the_patients_tick_makes_a_complaint_and_the_rating_does_not(
    client, answers, kind
):
    page = complaint_form()
    data = filled(open_form(client, page), **answers)
    assert client.post(page.url, data).status_code == 303
    submission = Submission.objects.get()
    assert submission.kind == kind
    assert bool(submission.due_at) is (kind == "complaint")
