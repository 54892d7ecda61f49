"""Editors try a form for real, and what they send does not count."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.urls import reverse

from submissions.models import Submission
from tests import factories
from tests.form_filling import filled, open_form

pytestmark = pytest.mark.django_db


@pytest.fixture
def page():
    """A form."""
    return factories.FormPageFactory(slug="feedback")


@pytest.fixture
def editor(client):
    """A client of somebody of the group "Editors"."""
    group = Group.objects.get(name="Editors")
    client.force_login(factories.UserFactory(groups=[group]))
    return client


def trial(page):
    """Where this form is tried."""
    return reverse("forms_trial", args=[page.pk])


def open_trial(client, page):
    """The form on trial, as soup."""
    return BeautifulSoup(client.get(trial(page)).content, "html.parser")


def send_test(client, page):
    """A test submission."""
    data = filled(open_trial(client, page), **{"Why?": "only trying"})
    response = client.post(trial(page), data, follow=True)
    assert "marked as a test" in response.content.decode()
    return Submission.objects.get()


def test_what_an_editor_tries_is_marked_and_thanked_for(editor, page):
    submission = send_test(editor, page)
    assert submission.is_test
    assert submission.answers[1] == ("Why?", "only trying")


def test_a_trial_asks_what_the_draft_asks(editor, page):
    question = page.form_fields.get(label="Why?")
    question.label = "Why, in the draft?"
    page.form_fields = [question]
    page.save_revision()
    assert "Why, in the draft?" in open_trial(editor, page).get_text()
    assert "Why, in the draft?" not in open_form(editor, page).get_text()


def test_the_desk_leaves_tests_out_until_asked_and_lets_them_be_deleted(
    editor, client, page, capsysbinary
):
    submission = send_test(editor, page)
    group = Group.objects.get(name="Feedback staff")
    staff = factories.UserFactory(groups=[group])
    client.force_login(staff)
    reference = submission.reference.encode()
    listed = {
        query: submission.reference
        in client.get(f"/admin/desk/{query}").content.decode()
        for query in ("", "?tests=only", "?q=trying", "?tests=nonsense")
    }
    assert listed == {
        "": False,
        "?tests=only": True,
        "?q=trying": False,
        "?tests=nonsense": False,
    }
    call_command("export_submissions")
    assert reference not in capsysbinary.readouterr().out
    opened = client.get(f"/admin/desk/inspect/{submission.pk}/").content.decode()
    assert "This is a test" in opened
    assert "1 new" not in client.get("/admin/").content.decode()
    client.force_login(factories.staff_member("view_submission", "delete_submission"))
    client.post(f"/admin/desk/delete/{submission.pk}/")
    assert not Submission.objects.exists()


def test_a_patients_form_cannot_be_made_a_test_nor_a_test_a_patients(editor, page):
    patients = filled(open_form(editor, page), **{"Why?": "real"})
    test = filled(open_trial(editor, page), **{"Why?": "test"})
    for address, data in ((page.url, test), (trial(page), patients)):
        response = editor.post(address, data | {"is_test": "1"})
        assert response.status_code == 200
        assert "error-summary" in response.content.decode()
    editor.post(page.url + "?is_test=1", patients | {"is_test": "1"})
    assert not Submission.objects.get().is_test


def test_only_those_who_may_edit_the_form_can_try_it(client, page):
    assert client.get(trial(page)).status_code == 302
    client.force_login(factories.staff_member("view_submission"))
    assert client.get(trial(page)).status_code in (302, 403)
    assert client.post(trial(page), {}).status_code in (302, 403)


def test_what_is_sent_from_the_preview_is_a_test(editor, page):
    page.save_revision()
    address = reverse("wagtailadmin_pages:view_draft", args=[page.pk])
    soup = BeautifulSoup(editor.get(address).content, "html.parser")
    assert soup.select_one("form.form")["action"] == trial(page)
    editor.post(trial(page), filled(soup, **{"Why?": "previewed"}))
    assert Submission.objects.get().is_test


def test_the_editing_screen_has_a_button_to_try_the_form(editor, page):
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert trial(page) in editor.get(edit).content.decode()
    other = reverse("wagtailadmin_pages:edit", args=[factories.home_page().pk])
    assert "Try this form" not in editor.get(other).content.decode()
