"""Pages that wait for a clinical reviewer, and the reviewer's answers."""

from datetime import timedelta

from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.models import Page, Workflow

from editorial.clinic_time import clinic_today
from tests import factories


def reviewer(**clinician):
    """A user of the group, who is a clinician."""
    group = Group.objects.get(name="Clinical reviewers")
    user = factories.UserFactory(groups=[group])
    factories.ClinicianFactory(user=user, **clinician)
    return user


def submit(page, editor=None) -> Page:
    """The page, with a version of this editor that waits for approval."""
    editor = editor or factories.UserFactory()
    page.save_revision(user=editor)
    page = type(page).objects.get(pk=page.pk)
    Workflow.objects.get().start(page, editor)
    return type(page).objects.get(pk=page.pk)


def answers(page, **values) -> dict:
    """What a reviewer answers who has read the newest version."""
    return {
        "evidence_checked": True,
        "next_due": (clinic_today() + timedelta(days=200)).isoformat(),
        "comment": "",
        "revision": Page.objects.get(pk=page.pk).latest_revision_id,
    } | values


def approve(page, user, **values) -> None:
    """Approve as Wagtail's screens do."""
    page = type(page).objects.get(pk=page.pk)
    state = page.current_workflow_task_state
    state.task.specific.on_action(state, user, "approve", **answers(page, **values))


def approval_url(page) -> str:
    """Where the dashboard's dialogue sends the answers."""
    state = page.current_workflow_task_state
    return reverse(
        "wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.pk]
    )
