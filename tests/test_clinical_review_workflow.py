"""From an editor through a clinical reviewer to the public, on Wagtail's workflow."""

import json
from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.core import mail
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupApprovalTask, Task, TaskState, Workflow, WorkflowTask

from articles.models import ConditionPage, TreatmentPage
from editorial.clinic_time import clinic_today
from editorial.models import (
    ClinicalReview,
    ClinicalReviewTask,
    Clinician,
    PublicationSettings,
)
from editorial.review_interval import months_after
from editorial.sign_off.refusals import SignOffRefusedError
from tests import factories
from tests.publication import incomplete, is_live, typed
from tests.signing_off import answers, approval_url, approve, reviewer, submit

pytestmark = pytest.mark.django_db


@pytest.fixture
def doctor():
    return reviewer(name="Dr Ada Wells")


@pytest.fixture
def waiting():
    """A page that an editor submitted."""
    return submit(factories.ConditionPageFactory(live=False, title="Back pain"))


def edit_url(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def dialogue(client, page):
    """The form that the dialogue shows."""
    return client.get(approval_url(page)).json()["html"]


def state_of(page):
    return ConditionPage.objects.get(pk=page.pk).current_workflow_task_state


def add_last_step(group="Editors"):
    """Let this group approve after the clinical reviewers."""
    task = GroupApprovalTask.objects.create(name="Last look")
    task.groups.add(Group.objects.get(name=group))
    WorkflowTask.objects.create(
        workflow=Workflow.objects.get(), task=task, sort_order=9
    )


def test_a_clinic_starts_with_the_step_of_our_own_for_its_reviewers():
    task = Workflow.objects.get().tasks.get().specific
    assert isinstance(task, ClinicalReviewTask)
    assert [group.name for group in task.groups.all()] == ["Clinical reviewers"]
    assert not GroupApprovalTask.objects.exists()
    assert Task.objects.count() == 1


def test_approving_publishes_and_records_the_very_version_that_was_read(
    client, waiting, doctor
):
    approve(waiting, doctor, comment="Well written.")
    page = ConditionPage.objects.get()
    review = page.latest_review
    assert page.live
    assert review.revision_id == page.live_revision_id == page.latest_revision_id
    assert (review.reviewer, review.reviewer_name) == (doctor.clinician, "Dr Ada Wells")
    assert review.reviewed_on == clinic_today()
    assert review.next_due == clinic_today() + timedelta(days=200)
    assert review.evidence_checked
    assert page.edited_since_review is None
    assert "Reviewed by Dr Ada Wells" in client.get(page.url).content.decode()
    assert TaskState.objects.get().comment == "Well written."


def test_reviewers_are_mailed_that_a_page_waits(
    doctor, django_capture_on_commit_callbacks
):
    factories.UserFactory()
    with django_capture_on_commit_callbacks(execute=True):
        page = submit(factories.ConditionPageFactory(title="Back pain"))
    assert [m.subject for m in mail.outbox] == ["For your clinical review: Back pain"]
    message = mail.outbox[0]
    assert message.to == [doctor.email]
    assert edit_url(page) in message.body


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ({"evidence_checked": False}, "Check the evidence first"),
        ({"next_due": clinic_today().isoformat()}, "must be after this one"),
        ({"next_due": "soon"}, "This is no date"),
        ({"revision": 0}, "changed while you were reading"),
        ({"revision": 10**30}, "less than or equal"),
        ({"revision": None}, "Fill this in"),
    ],
)
def test_an_approval_without_good_answers_changes_nothing(
    waiting, doctor, wrong, reason
):
    with pytest.raises(SignOffRefusedError, match=reason):
        approve(waiting, doctor, **wrong)
    assert not is_live(waiting)
    assert state_of(waiting).status == "in_progress"
    assert not ClinicalReview.objects.exists()


def test_an_approval_that_the_rules_stop_leaves_nothing_half_done(client, doctor):
    page = submit(incomplete(title="Not whole"))
    client.force_login(doctor)
    response = client.post(approval_url(page), answers(page), follow=True)
    assert "was not published." in response.content.decode()
    assert not is_live(page)
    assert not ClinicalReview.objects.exists()
    state = state_of(page)
    assert (state.status, state.reviewer) == ("in_progress", None)


def test_the_dialogue_is_prefilled_by_the_type_of_page(client, doctor):
    client.force_login(doctor)
    condition = submit(factories.ConditionPageFactory(live=False))
    treatment = submit(factories.TreatmentPageFactory(live=False))
    assert months_after(clinic_today(), 36).isoformat() in dialogue(client, condition)
    assert months_after(clinic_today(), 12).isoformat() in dialogue(client, treatment)
    PublicationSettings.objects.update(treatment_review_months=6)
    assert months_after(clinic_today(), 6).isoformat() in dialogue(client, treatment)


def on_screen(page, **values):
    """What the editing screen sends when its dialogue was answered."""
    return typed("definition", summary="Pain in the back.") | {
        "action-workflow-action": "true",
        "workflow-action-name": "approve",
        "workflow-action-extra-data": json.dumps(answers(page)),
        **values,
    }


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({}, "You changed the page"),
        ({"workflow-action-extra-data": "{"}, "Your answers did not arrive"),
        ({"workflow-action-extra-data": "[]"}, "Your answers did not arrive"),
    ],
)
def test_the_screen_refuses_words_of_the_reviewer_and_keeps_them(
    client, waiting, doctor, values, reason
):
    client.force_login(doctor)
    response = client.post(edit_url(waiting), on_screen(waiting, **values))
    words = response.content.decode()
    assert reason in words
    assert "Pain in the back." in words
    assert state_of(waiting).status == "in_progress"
    assert state_of(waiting).revision.user != doctor


def test_a_press_on_approve_after_somebody_else_did_saves_nothing(client, waiting):
    page = waiting
    data = on_screen(page)
    approve(page, reviewer())
    late = reviewer()
    client.force_login(late)
    words = client.post(edit_url(page), data).content.decode()
    assert "does not wait for approval any more" in words
    assert ConditionPage.objects.get().latest_review.reviewer != late.clinician


def test_with_a_step_to_follow_the_record_waits_for_publication(waiting, doctor):
    add_last_step()
    approve(waiting, doctor)
    assert not is_live(waiting)
    assert not ClinicalReview.objects.exists()
    state_of(waiting).approve(user=factories.UserFactory(is_superuser=True))
    page = ConditionPage.objects.get()
    assert page.live
    assert page.latest_review.reviewer == doctor.clinician
    assert page.edited_since_review is None


def test_what_a_later_step_changes_is_not_reviewed(waiting, doctor):
    read = waiting.latest_revision_id
    add_last_step()
    approve(waiting, doctor)
    page = ConditionPage.objects.get()
    page.summary = "It heals."
    page.save_revision()
    state_of(page).approve(user=factories.UserFactory(is_superuser=True))
    page = ConditionPage.objects.get()
    assert page.summary == "It heals."
    assert page.latest_review.revision_id == read
    assert page.edited_since_review


def test_a_page_with_a_day_for_publication_shows_its_review_from_then_on(
    doctor, monkeypatch
):
    tomorrow = timezone.now() + timedelta(days=1)
    page = submit(factories.ConditionPageFactory(live=False, go_live_at=tomorrow))
    approve(page, doctor)
    assert not ClinicalReview.objects.exists()
    revision = ConditionPage.objects.get().scheduled_revision
    today = clinic_today()
    monkeypatch.setattr(
        "wagtail.actions.publish_revision.timezone.now", lambda: tomorrow
    )
    revision.publish(log_action="wagtail.publish.scheduled")
    page = ConditionPage.objects.get()
    assert page.live
    assert page.latest_review.reviewed_on == today
    assert page.edited_since_review is None


def test_nobody_vouches_any_more_for_a_reviewer_who_was_deleted_meanwhile(
    doctor, monkeypatch
):
    tomorrow = timezone.now() + timedelta(days=1)
    page = submit(factories.ConditionPageFactory(live=False, go_live_at=tomorrow))
    approve(page, doctor)
    Clinician.objects.get(user=doctor).delete()
    revision = ConditionPage.objects.get().scheduled_revision
    monkeypatch.setattr(
        "wagtail.actions.publish_revision.timezone.now", lambda: tomorrow
    )
    revision.publish(log_action="wagtail.publish.scheduled")
    page = ConditionPage.objects.get()
    assert page.live
    assert page.latest_review is None


def test_a_workflow_that_was_cancelled_leaves_no_review(waiting, doctor):
    add_last_step()
    approve(waiting, doctor)
    page = ConditionPage.objects.get()
    page.latest_revision.publish()
    assert ConditionPage.objects.get().live
    assert not ClinicalReview.objects.exists()


def test_a_reviewer_asks_for_changes_and_gets_the_new_version(client, waiting, doctor):
    client.force_login(doctor)
    state = state_of(waiting)
    state.task.specific.on_action(state, doctor, "reject", comment="Why?", x=1)
    page = ConditionPage.objects.get()
    assert page.current_workflow_state.status == "needs_changes"
    page.summary = "Because."
    page.save_revision(user=factories.UserFactory())
    page.current_workflow_state.resume(factories.UserFactory())
    approve(page, doctor)
    assert ConditionPage.objects.get().summary == "Because."
    assert ConditionPage.objects.get().edited_since_review is None


def test_by_hand_the_usual_time_is_the_type_s_own(client, doctor):
    client.force_login(doctor)
    page = factories.TreatmentPageFactory()
    page.save_revision().publish()
    form = {
        "page": page.pk,
        "reviewer": factories.ClinicianFactory().pk,
        "reviewed_on": clinic_today().isoformat(),
        "next_due": "",
        "evidence_checked": "on",
    }
    add = reverse("wagtailsnippets_editorial_clinicalreview:add")
    assert client.post(add, form).status_code == 302
    review = TreatmentPage.objects.get().latest_review
    assert review.next_due == months_after(clinic_today(), 12)
