"""Invitations: made, printed once, used once, and never a refusal."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup

from editorial.clinic_time import clinic_today
from forms.invitations.codes import code_hash
from forms.invitations.sheet import make_sheet, print_invitation
from forms.models import Invitation, InvitationSheet
from submissions.models import Submission
from tests import factories
from tests.form_filling import filled

pytestmark = pytest.mark.django_db

MAKE = "/admin/make-invitations/"


@pytest.fixture
def form_page():
    return factories.FormPageFactory(slug="feedback")


@pytest.fixture
def code(form_page):
    """The code of an invitation that is good until tomorrow."""
    tomorrow = clinic_today() + timedelta(days=1)
    (code,) = make_sheet("0" * 32, form_page, 1, tomorrow, factories.UserFactory())
    return code


@pytest.fixture
def inviting(client):
    """A client of somebody who may invite."""
    client.force_login(factories.staff_member("view_submission", "change_submission"))
    return client


def come(client, code):
    """The form that the link leads to."""
    response = client.get(f"/v/{code}/", follow=True)
    return BeautifulSoup(response.content, "html.parser")


def answer(client, soup, why="The nurse was kind."):
    client.post("/feedback/", filled(soup, **{"Why?": why}))
    return Submission.objects.latest("pk")


def test_an_answer_through_an_invitation_is_from_a_verified_visit(client, code):
    soup = come(client, code)
    assert "your invitation" in soup.select_one(".invited").get_text()
    assert answer(client, soup).is_verified
    assert Invitation.objects.get().used_on == clinic_today()


@pytest.mark.parametrize("written", ["lower", "hyphens", "spaces", "no slash"])
def test_a_code_may_be_typed_as_people_type(client, code, written):
    typed = {
        "lower": f"{code.lower()}/",
        "hyphens": f"{code[:4]}-{code[4:8]}-{code[8:]}/",
        "spaces": f"{code[:6]} {code[6:]}/",
        "no slash": code,
    }[written]
    response = client.get(f"/v/{typed}", follow=True)
    soup = BeautifulSoup(response.content, "html.parser")
    assert "your invitation" in soup.select_one(".invited").get_text()


def test_a_used_invitation_opens_the_form_and_its_answer_counts_as_anybodys(
    client, code
):
    assert answer(client, come(client, code)).is_verified
    client.cookies.clear()
    soup = come(client, code)
    assert "used already" in soup.select_one(".invited").get_text()
    assert not answer(client, soup, "Something else").is_verified
    assert Submission.objects.that_count().count() == 2


def test_of_two_forms_opened_with_one_invitation_the_first_sent_is_verified(
    client, code
):
    first, second = come(client, code), come(client, code)
    assert answer(client, first, "One").is_verified
    assert not answer(client, second, "Two").is_verified


def test_an_expired_invitation_opens_the_form(client, code):
    InvitationSheet.objects.update(expires_at="2020-01-01T00:00Z")
    soup = come(client, code)
    assert "no longer good" in soup.select_one(".invited").get_text()
    assert not answer(client, soup).is_verified


@pytest.mark.parametrize("code", ["nonsense", "%00", "K7QM-4ZD2-9XWT", "é", "." * 40])
def test_an_unknown_code_opens_the_clinics_form(client, form_page, code):
    soup = come(client, code)
    assert "tell us here all the same" in soup.select_one(".invited").get_text()
    assert not answer(client, soup).is_verified


def test_looking_uses_nothing_up(client, code):
    for _ in range(3):
        come(client, code)
    assert Invitation.objects.get().is_usable


def test_a_patient_with_a_receipt_who_comes_again_with_an_invitation_gets_the_form(
    client, code
):
    answer(client, BeautifulSoup(client.get("/feedback/").content, "html.parser"))
    assert come(client, code).select("form.form")


def test_a_form_sent_again_after_an_error_still_is_from_the_visit(client, code):
    Submission.objects.all().delete()
    factories.FormPageFactory._meta.model.objects.get().form_fields.filter(
        field_type="multiline"
    ).update(required=True)
    response = client.post("/feedback/", filled(come(client, code), **{"Why?": ""}))
    soup = BeautifulSoup(response.content, "html.parser")
    assert "your invitation" in soup.select_one(".invited").get_text()
    assert answer(client, soup).is_verified


def test_a_form_that_is_gone_leads_to_another(client, code, form_page):
    form_page.delete()
    other = factories.FormPageFactory(slug="other")
    assert client.get(f"/v/{code}/").url.startswith(other.url)
    other.unpublish()
    assert client.get(f"/v/{code}/").url == "/"


@pytest.mark.parametrize("method", ["get", "head", "post", "put"])
def test_a_code_is_neither_logged_nor_kept_nor_passed_on(client, code, method, caplog):
    caplog.set_level("DEBUG")
    response = getattr(client, method)(f"/v/{code}/")
    client.get(response.url)
    assert response.status_code == 303
    assert code not in response.url
    assert "no-store" in response.headers["Cache-Control"]
    assert response.headers["Referrer-Policy"] == "no-referrer"
    logged = "".join(
        record.getMessage()
        for record in caplog.records
        if not record.name.startswith("django.db")
    )
    assert code not in logged


def test_the_qr_code_is_drawn_in_black_on_white_and_calls_no_other_host(form_page):
    invitation = print_invitation("K7QM4ZD29XWT", "https://clinic.example")
    assert (invitation.place, invitation.code) == (
        "clinic.example/v/",
        "K7QM-4ZD2-9XWT",
    )
    drawing = BeautifulSoup(invitation.qr_code, "html.parser").svg
    assert drawing.select_one("path[fill='#fff']")
    assert drawing.select_one("path[stroke='#000']")
    assert not drawing.select("[style], [href], script, image")
    assert "K7QM" not in invitation.qr_code


def test_only_a_hash_of_each_code_is_stored(code):
    stored = str(list(Invitation.objects.values())) + str(
        list(InvitationSheet.objects.values())
    )
    assert code not in stored
    assert Invitation.objects.get().code_hash == code_hash(code)


def test_an_invitation_outlives_a_new_secret_key(client, code, settings):
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another-key-that-is-long-enough-for-this-test-to-pass"
    assert answer(client, come(client, code)).is_verified


def make(inviting, form, **fields):
    soup = BeautifulSoup(inviting.get(MAKE).content, "html.parser")
    token = soup.select_one("[name=token]")["value"]
    last_day = clinic_today() + timedelta(days=7)
    data = {"token": token, "form_page": form.pk, "count": 3, "last_day": last_day}
    return data | fields, inviting.post(MAKE, data | fields)


def test_a_sheet_is_made_shown_once_and_listed(inviting, form_page):
    data, response = make(inviting, form_page)
    soup = BeautifulSoup(response.content, "html.parser")
    links = [link.get_text() for link in soup.select(".invitation__link")]
    assert len(set(links)) == len(soup.select(".invitation svg")) == 3
    assert "no-store" in response.headers["Cache-Control"]
    code = links[0].rpartition("/")[2]
    assert inviting.get(f"/v/{code}/").url.startswith(form_page.url)
    again = inviting.post(MAKE, data)
    assert again.status_code == 302
    assert Invitation.objects.count() == 3
    Invitation.objects.filter(pk=Invitation.objects.first().pk).update(
        used_on=clinic_today()
    )
    listed = inviting.get("/admin/desk-invitations/").content.decode()
    assert "1 of 3" in listed
    assert code not in listed


@pytest.mark.parametrize(
    "fields",
    [
        {"count": 0},
        {"count": 101},
        {"count": "x"},
        {"last_day": "2020-01-01"},
        {"last_day": "9999-12-31"},
        {"last_day": "x"},
        {"form_page": 999},
        {"form_page": "x"},
    ],
)
def test_a_sheet_that_makes_no_sense_is_asked_for_again(inviting, form_page, fields):
    _, response = make(inviting, form_page, **fields)
    assert response.status_code == 200
    assert "error" in response.content.decode()
    assert not Invitation.objects.exists()


@pytest.mark.parametrize("permissions", [(), ("view_submission",)])
def test_only_who_may_work_on_submissions_may_invite(client, permissions):
    client.force_login(factories.staff_member(*permissions))
    for address in (MAKE, "/admin/desk-invitations/"):
        assert client.get(address).status_code == 302
    assert client.post(MAKE, {}).status_code == 302
