"""Who may sign a page off: nobody their own work, and only who is here."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from articles.models import ConditionPage
from editorial.models import ClinicalReview
from editorial.sign_off.refusals import SignOffRefusedError
from tests import factories
from tests.publication import is_live
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


@pytest.mark.parametrize("has_clinician", [True, False])
def test_only_clinicians_sign_off(client, waiting, doctor, has_clinician):
    if not has_clinician:
        doctor.clinician.delete()
        doctor.refresh_from_db()
    client.force_login(doctor)
    words = client.get(edit_url(waiting)).content.decode()
    assert ('data-workflow-action-name="approve"' in words) == has_clinician
    assert ("Your account does not say which clinician" in words) != has_clinician
    assert 'data-workflow-action-name="reject"' in words
    asked = client.post(approval_url(waiting), answers(waiting))
    assert is_live(waiting) == has_clinician
    assert asked.status_code == 302


def test_who_is_on_no_register_signs_nothing_off(client, waiting, doctor):
    doctor.clinician.register = doctor.clinician.register_number = ""
    doctor.clinician.save()
    client.force_login(doctor)
    words = client.get(edit_url(waiting)).content.decode()
    assert 'data-workflow-action-name="approve"' not in words
    client.post(approval_url(waiting), answers(waiting))
    assert not is_live(waiting)


def written_by(user):
    return submit(factories.ConditionPageFactory(live=False), editor=user)


def of_author(user):
    return submit(factories.ConditionPageFactory(live=False, author=user.clinician))


def newly_of_author(user):
    page = factories.ConditionPageFactory()
    page.save_revision().publish()
    page.author = user.clinician
    return submit(page)


def changed_by(user):
    page = submit(factories.ConditionPageFactory(live=False))
    page.summary = "In the reviewer's words."
    page.save_revision(user=user)
    return page


def requested_by(user):
    page = submit(factories.ConditionPageFactory(live=False), editor=user)
    page.summary = "Written by another."
    page.save_revision(user=factories.UserFactory())
    return page


def saved_again_by_another(user):
    page = submit(factories.ConditionPageFactory(live=False))
    page.summary = "Mine."
    page.save_revision(user=user)
    page.save_revision(user=factories.UserFactory())
    return page


def closed(user):
    user.is_active = False
    user.save()
    return submit(factories.ConditionPageFactory(live=False))


@pytest.mark.parametrize(
    ("make_page", "reason"),
    [
        (written_by, "You wrote the newest version"),
        (of_author, "You are the author"),
        (newly_of_author, "You are the author"),
        (changed_by, "You wrote the newest version"),
        (saved_again_by_another, "You wrote the newest version"),
        (requested_by, "You submitted this page"),
        (closed, "Your account is closed"),
    ],
)
def test_nobody_signs_off_their_own_work_or_after_leaving(make_page, reason, doctor):
    page = make_page(doctor)
    page = ConditionPage.objects.get(pk=page.pk)
    task = page.current_workflow_task
    assert [name for name, *_ in task.get_actions(page, doctor)] == ["reject"]
    with pytest.raises(SignOffRefusedError, match=reason):
        approve(page, doctor)
    assert not ClinicalReview.objects.exists()
    other = reviewer()
    assert "approve" in [name for name, *_ in task.get_actions(page, other)]


def test_a_reviewer_whose_screen_saved_the_page_as_it_was_may_approve(waiting, doctor):
    waiting.slug = "elsewhere"
    waiting.save_revision(user=doctor)
    approve(waiting, doctor)
    assert ConditionPage.objects.get().edited_since_review is None


def test_an_editor_who_is_no_reviewer_is_offered_nothing(waiting):
    editor = factories.UserFactory(groups=[Group.objects.get(name="Editors")])
    factories.ClinicianFactory(user=editor)
    assert waiting.current_workflow_task.get_actions(waiting, editor) == []


@pytest.mark.parametrize(
    ("role", "may_link"), [("Site managers", True), ("Editors", False)]
)
def test_only_site_managers_say_whose_account_is_a_clinician_s(client, role, may_link):
    clinician = factories.ClinicianFactory()
    client.force_login(factories.UserFactory(groups=[Group.objects.get(name=role)]))
    edit = reverse("wagtailsnippets_editorial_clinician:edit", args=[clinician.pk])
    assert ('name="user"' in client.get(edit).content.decode()) == may_link
