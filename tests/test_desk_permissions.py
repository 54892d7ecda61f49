"""Who may do what at the desk, address by address."""

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from wagtail.models import GroupPagePermission

from submissions.models import Submission
from tests import factories

pytestmark = pytest.mark.django_db

LIST = "/admin/desk/"
REFUSED = (302, "/admin/")

VIEW = ("view_submission",)
EXPORT = (*VIEW, "export_submission")
DELETE = (*VIEW, "delete_submission")
# What a person without any of these may do, and so on.
ALLOWED = {
    (): set(),
    ("export_submission", "delete_submission", "change_submission"): set(),
    VIEW: {"list", "open"},
    (*VIEW, "change_submission"): {"list", "open"},
    EXPORT: {"list", "open", "csv", "xlsx", "log"},
    DELETE: {"list", "open", "delete"},
}


@pytest.fixture
def submission():
    return factories.SubmissionFactory()


def addresses(submission) -> dict[str, str]:
    return {
        "list": LIST,
        "open": f"{LIST}inspect/{submission.pk}/",
        "csv": f"{LIST}?export=csv",
        "xlsx": f"{LIST}?export=xlsx",
        "log": "/admin/desk-exports/",
        "delete": f"{LIST}delete/{submission.pk}/",
    }


@pytest.mark.parametrize(
    "action", ["list", "open", "csv", "xlsx", "log", "delete"], ids=str
)
@pytest.mark.parametrize("permissions", ALLOWED, ids="+".join)
def test_each_permission_opens_its_own_doors_only(
    client, submission, permissions, action
):
    client.force_login(factories.staff_member(*permissions))

    response = client.get(addresses(submission)[action])

    if action in ALLOWED[permissions]:
        assert response.status_code == 200
    else:
        assert (response.status_code, response.headers.get("Location")) == REFUSED


@pytest.mark.parametrize("action", ["list", "open", "csv", "xlsx", "log", "delete"])
def test_a_visitor_is_asked_to_log_in(client, submission, action):
    response = client.get(addresses(submission)[action])

    assert response.status_code == 302
    assert response.headers["Location"].startswith(reverse("wagtailadmin_login"))


@pytest.mark.parametrize("path", ["create/", "edit/{pk}/", "history/{pk}/"])
def test_nobody_creates_or_edits_what_a_patient_said(admin_client, submission, path):
    response = admin_client.get(LIST + path.format(pk=submission.pk))

    assert response.status_code == 404


@pytest.mark.parametrize("path", ["create/", "edit/1/", "delete/1/", "inspect/1/"])
def test_the_export_log_can_only_be_read(admin_client, submission, path):
    admin_client.get(f"{LIST}?export=csv")

    assert admin_client.get(f"/admin/desk-exports/{path}").status_code == 404


def test_who_may_not_delete_cannot_do_so_by_posting(client, submission):
    client.force_login(factories.staff_member(*EXPORT))

    client.post(f"{LIST}delete/{submission.pk}/")

    assert Submission.objects.filter(pk=submission.pk).exists()


def test_who_may_delete_deletes(client, submission):
    client.force_login(factories.staff_member(*DELETE))

    response = client.post(f"{LIST}delete/{submission.pk}/", follow=True)

    assert not Submission.objects.exists()
    assert submission.reference in response.content.decode()


def test_a_refusal_does_not_tell_which_submissions_there_are(client, submission):
    client.force_login(factories.staff_member())

    there = client.get(f"{LIST}inspect/{submission.pk}/")
    not_there = client.get(f"{LIST}inspect/{submission.pk + 1}/")

    assert there.status_code == not_there.status_code == 302


@pytest.mark.parametrize(
    ("permissions", "entries"),
    [
        ((), []),
        (VIEW, ["/admin/desk/"]),
        (EXPORT, ["/admin/desk/", "/admin/desk-exports/"]),
    ],
)
def test_the_menu_holds_the_desk_for_those_who_may_see_it(client, permissions, entries):
    client.force_login(factories.staff_member(*permissions))

    menu = client.get("/admin/").content.decode()

    assert [url for url in ("/admin/desk/", "/admin/desk-exports/") if url in menu] == (
        entries
    )


def editor_of_all_pages(*permissions):
    """Somebody who may change every page, forms included."""
    user = factories.staff_member(*permissions)
    group = user.groups.create(name="Editors of everything")
    GroupPagePermission.objects.create(
        group=group,
        page=factories.home_page(),
        permission=Permission.objects.get(
            codename="change_page", content_type__app_label="wagtailcore"
        ),
    )
    return user


STOCK_ADDRESSES = [
    "/admin/forms/",
    "/admin/forms/results/",
    "/admin/forms/submissions/{page}/",
    "/admin/forms/submissions/{page}/results/",
    "/admin/forms/submissions/{page}/delete/?selected-submissions={pk}",
    "/admin/forms/submissions/{page}/?export=csv",
]


@pytest.mark.parametrize("address", STOCK_ADDRESSES)
def test_wagtails_forms_screens_lead_to_the_desk(client, submission, address):
    client.force_login(editor_of_all_pages(*VIEW))
    address = address.format(page=submission.page_id, pk=submission.pk)

    response = client.get(address)

    query = f"?form={submission.form_slug}" if "submissions" in address else ""
    assert response.status_code == 302
    assert response.headers["Location"] == LIST + query


@pytest.mark.parametrize("address", STOCK_ADDRESSES)
def test_an_editor_who_is_no_feedback_staff_is_refused_there(
    client, submission, address
):
    client.force_login(editor_of_all_pages())
    address = address.format(page=submission.page_id, pk=submission.pk)

    response = client.get(address)

    assert (response.status_code, response.headers["Location"]) == REFUSED


def test_wagtails_own_deleting_is_out_of_reach(admin_client, submission):
    response = admin_client.post(
        f"/admin/forms/submissions/{submission.page_id}/delete/"
        f"?selected-submissions={submission.pk}"
    )

    assert response.status_code == 405
    assert Submission.objects.filter(pk=submission.pk).exists()


def test_wagtails_menu_item_for_forms_is_gone(admin_client, submission):
    assert "/admin/forms/" not in admin_client.get("/admin/").content.decode()


def test_a_form_that_is_no_more_is_not_found_there(admin_client):
    assert admin_client.get("/admin/forms/submissions/99999/").status_code == 404
