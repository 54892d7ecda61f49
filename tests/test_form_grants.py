"""What a group may do with what came by single forms."""

import uuid

import pytest
from django.contrib.auth.models import Group, Permission
from django.urls import reverse

from desk.form_grants import FormGrantsPanel
from submissions.models import FormGrant, Submission
from submissions.permissions import ANSWER, ERASE, VIEW, may, may_somewhere, rows_for
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def group():
    return Group.objects.create(name="Pain nurses")


@pytest.fixture
def nurse(group):
    return factories.UserFactory(groups=[group])


@pytest.fixture
def forms_with_answers():
    """Two forms with a submission each."""
    pages = factories.FormPageFactory(), factories.FormPageFactory()
    return [
        factories.SubmissionFactory(page=page, form_key=page.translation_key)
        for page in pages
    ]


def give(group, form_key, *codenames):
    for codename in codenames:
        permission = Permission.objects.get(codename=codename)
        FormGrant.objects.create(group=group, form_key=form_key, permission=permission)


def test_a_grant_holds_for_its_form_alone(group, nurse, forms_with_answers):
    own, foreign = forms_with_answers
    give(group, own.form_key, VIEW)
    assert list(rows_for(nurse, VIEW)) == [own]
    assert may(nurse, own, VIEW)
    assert not may(nurse, foreign, VIEW)
    assert may_somewhere(nurse, VIEW)


def test_permissions_add_up_within_one_form_only(group, nurse, forms_with_answers):
    own, foreign = forms_with_answers
    give(group, own.form_key, VIEW)
    give(group, foreign.form_key, ANSWER)
    assert not may_somewhere(nurse, VIEW, ANSWER)
    assert list(rows_for(nurse, VIEW, ANSWER)) == []
    # What is given for all forms counts with what is given for one.
    group.permissions.add(Permission.objects.get(codename=VIEW))
    nurse = type(nurse).objects.get(pk=nurse.pk)
    assert list(rows_for(nurse, VIEW, ANSWER)) == [foreign]


def test_nobody_without_a_grant_sees_anything(nurse, forms_with_answers):
    assert list(rows_for(nurse, VIEW)) == []
    assert not may_somewhere(nurse, VIEW)


def test_a_grant_of_an_account_that_was_closed_is_worth_nothing(
    group, nurse, forms_with_answers
):
    own, _foreign = forms_with_answers
    give(group, own.form_key, VIEW)
    nurse.is_active = False
    nurse.save()
    assert not may_somewhere(nurse, VIEW)


def test_an_answer_without_a_form_key_is_for_those_who_see_all(group, nurse):
    old = factories.SubmissionFactory(form_key=None)
    give(group, uuid.uuid4(), VIEW)
    assert not may(nurse, old, VIEW)


def test_the_screen_of_a_group_gives_and_takes_back(
    group, admin_client, forms_with_answers
):
    own, foreign = forms_with_answers
    give(group, foreign.form_key, VIEW, ERASE)
    address = reverse("wagtailusers_groups:edit", args=[group.pk])
    page = admin_client.get(address)
    assert "Feedback desk: single forms" in page.text
    sent = {"name": group.name}
    for prefix in ("page", "collection", "image", "document"):
        for each in ("TOTAL", "INITIAL", "MIN_NUM", "MAX_NUM"):
            sent[f"{prefix}_permissions-{each}_FORMS"] = 0
    sent |= {
        "collection_management_permissions-TOTAL_FORMS": 0,
        "collection_management_permissions-INITIAL_FORMS": 0,
        f"form_grants-{own.form_key}:{ANSWER}": "on",
        f"form_grants-{foreign.form_key}:{VIEW}": "on",
    }
    response = admin_client.post(address, sent)
    assert response.status_code == 302
    given = FormGrant.objects.values_list("form_key", "permission__codename")
    assert set(given) == {(own.form_key, ANSWER), (foreign.form_key, VIEW)}


def test_forms_that_are_gone_can_still_be_given(forms_with_answers):
    own, _foreign = forms_with_answers
    own.page.delete()
    panel = FormGrantsPanel()
    assert f"{own.form_title} (form removed)" in [row.title for row in panel.rows]
    assert Submission.objects.get(pk=own.pk).page is None
