"""What editors are told where a page may not become public; nothing typed is lost."""

import html
from datetime import timedelta

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from articles.models import ConditionPage, TreatmentPage
from editorial.models import PublicationSettings
from editorial.publication.schedule import hold_back
from tests import factories
from tests.publication import complete, incomplete, is_live, typed
from tests.signing_off import answers, approval_url, submit

pytestmark = pytest.mark.django_db

NO_SUMMARY = "The summary is missing"
NO_RISKS = "tells of benefits but not of risks"
PUBLISH = {"action-publish": "on"}


@pytest.fixture
def index(home_page):
    return factories.ConditionIndexPageFactory()


def add_url(parent, kind="conditionpage"):
    return reverse("wagtailadmin_pages:add", args=["articles", kind, parent.pk])


def edit_url(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def text(response) -> str:
    assert response.status_code == 200
    return html.unescape(response.content.decode())


def said(response) -> str:
    """What the next screen will say."""
    return " ".join(map(str, get_messages(response.wsgi_request)))


def assert_refused_with_all_typed(response):
    words = text(response)
    assert NO_SUMMARY in words
    assert NO_RISKS in words
    assert "Typed benefits." in words
    assert "Back pain" in words


@pytest.mark.parametrize("hours", [None, 24])
def test_a_new_page_is_refused_beside_its_fields(admin_client, index, hours):
    data = typed("benefits") | PUBLISH
    if hours:
        day = timezone.now() + timedelta(hours=hours)
        data["go_live_at"] = day.strftime("%Y-%m-%d %H:%M")
    response = admin_client.post(add_url(index), data)
    assert_refused_with_all_typed(response)
    form = response.context["form"]
    assert NO_SUMMARY in form.errors["summary"][0]
    (error,) = form.errors["sections"].as_data()
    assert list(error.block_errors) == [0]
    assert not ConditionPage.objects.exists()


def test_a_page_that_is_edited_is_refused_with_all_that_was_typed(admin_client, index):
    page = complete(incomplete())
    page.save_revision().publish()
    response = admin_client.post(edit_url(page), typed("benefits") | PUBLISH)
    assert_refused_with_all_typed(response)
    assert ConditionPage.objects.get().summary == "A condition."


def test_an_old_version_is_refused_when_it_is_restored_and_published(admin_client):
    page = incomplete()
    old = page.save_revision()
    complete(page).save_revision().publish()
    restore = reverse("wagtailadmin_pages:revisions_revert", args=[page.pk, old.pk])
    assert_refused_with_all_typed(
        admin_client.post(restore, typed("benefits") | PUBLISH)
    )
    assert ConditionPage.objects.get().summary == "A condition."


def test_a_draft_is_saved_with_whatever_is_missing(admin_client, index):
    response = admin_client.post(add_url(index), typed("benefits"))
    assert response.status_code == 302
    page = ConditionPage.objects.get()
    assert not page.live
    screen = text(admin_client.get(edit_url(page)))
    assert "Before this page can be published:" in screen
    assert NO_RISKS in screen


def test_a_whole_page_is_published_and_its_screen_says_nothing(admin_client, index):
    data = typed("benefits", "considerations", summary="Pain.") | PUBLISH
    response = admin_client.post(add_url(index), data)
    assert response.status_code == 302
    page = ConditionPage.objects.get()
    assert page.live
    assert "missing" not in said(response)
    assert "Before this page" not in text(admin_client.get(edit_url(page)))


def test_warnings_are_said_after_publishing_and_on_the_screen(admin_client, home_page):
    parent = factories.TreatmentIndexPageFactory()
    data = typed("definition", summary="A treatment.") | PUBLISH
    response = admin_client.post(add_url(parent, "treatmentpage"), data)
    page = TreatmentPage.objects.get()
    assert page.live
    for words in (said(response), text(admin_client.get(edit_url(page)))):
        for missing in ("other options", "guidelines", "references"):
            assert f"The {missing} are missing" in words


def test_a_stricter_setting_stops_a_treatment_beside_its_fields(
    admin_client, home_page
):
    PublicationSettings.objects.create(references="stop", alternatives="stop")
    parent = factories.TreatmentIndexPageFactory()
    data = typed("definition", summary="A treatment.") | PUBLISH
    response = admin_client.post(add_url(parent, "treatmentpage"), data)
    assert {"sections", "references"} == set(response.context["form"].errors)
    assert "The other options are missing" in text(response)
    assert not TreatmentPage.objects.exists()


@pytest.mark.parametrize("descendants", [False, True])
def test_publishing_many_publishes_what_passes_and_names_the_rest(
    admin_client, index, descendants
):
    stopped = incomplete(title="Not whole")
    passing = complete(incomplete())
    passing.save_revision()
    pages = [index] if descendants else [stopped, passing]
    address = (
        reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
        + "?next=/admin/&"
        + "&".join(f"id={page.pk}" for page in pages)
    )
    data = {"include_descendants": "on"} if descendants else {}
    response = admin_client.post(address, data)
    assert response.status_code == 302
    assert is_live(passing)
    assert not is_live(stopped)
    words = html.unescape(said(response))
    assert "“Not whole” was not published." in words
    assert NO_SUMMARY in words
    assert "published" in words.replace("was not published", "")


@pytest.fixture
def waiting(admin_client, admin_user, index):
    """A page that waits for approval and lacks something."""
    factories.ClinicianFactory(user=admin_user)
    return submit(incomplete(title="Back pain", slug="back-pain"))


def test_submitting_for_moderation_says_what_is_missing_and_goes_on(
    admin_client, index
):
    page = incomplete()
    data = typed("benefits") | {"action-submit": "on"}
    response = admin_client.post(edit_url(page), data)
    assert response.status_code == 302
    assert NO_RISKS in said(response)
    assert ConditionPage.objects.get().workflow_in_progress


@pytest.mark.parametrize("in_dialogue", [False, True])
def test_approval_on_the_dashboard_is_refused_and_the_page_still_waits(
    admin_client, waiting, in_dialogue
):
    headers = {"X-Requested-With": "XMLHttpRequest"} if in_dialogue else {}
    response = admin_client.post(
        approval_url(waiting), answers(waiting), headers=headers
    )
    if in_dialogue:
        assert response.json()["redirect"] == edit_url(waiting)
    else:
        assert response.url == edit_url(waiting)
    assert "“Back pain” was not published." in html.unescape(said(response))
    page = ConditionPage.objects.get()
    assert not page.live
    assert page.workflow_in_progress
    assert page.current_workflow_task_state.status == "in_progress"


def test_approval_on_the_editing_screen_is_refused_with_all_that_was_typed(
    admin_client, waiting
):
    data = typed("benefits") | {
        "action-workflow-action": "on",
        "workflow-action-name": "approve",
    }
    assert_refused_with_all_typed(admin_client.post(edit_url(waiting), data))
    assert ConditionPage.objects.get().workflow_in_progress
    data["workflow-action-name"] = "reject"
    assert admin_client.post(edit_url(waiting), data).status_code == 302
    assert not ConditionPage.objects.get().workflow_in_progress


def test_approval_of_a_whole_page_publishes_it(admin_client, waiting):
    complete(waiting).save_revision()
    admin_client.post(approval_url(waiting), answers(waiting))
    assert is_live(waiting)


def copy(client, page, parent, **data):
    """The answer to copying a page to /…/copy/."""
    address = reverse("wagtailadmin_pages:copy", args=[page.pk])
    values = {"new_title": "Copy", "new_slug": "copy", "new_parent_page": parent.pk}
    return client.post(address, values | data)


@pytest.fixture
def old_page(index):
    """A page that was public before the rules came."""
    page = incomplete(title="Old page")
    Page.objects.filter(pk=page.pk).update(live=True)
    return page


def test_a_copy_that_would_be_public_is_refused_and_a_draft_is_not(
    admin_client, index, old_page
):
    words = text(copy(admin_client, old_page, index, publish_copies="on"))
    assert "The copy of “Old page” cannot be published." in words
    assert NO_SUMMARY in words
    assert not Page.objects.filter(slug="copy")
    copy(admin_client, old_page, index)
    assert not Page.objects.get(slug="copy").live


def test_a_copy_with_the_pages_below_it_names_those_that_lack_something(
    admin_client, home_page, index, old_page
):
    options = {"publish_copies": "on", "copy_subpages": "on"}
    words = text(copy(admin_client, index, home_page, **options))
    assert "The copy of “Old page” cannot be published." in words


def test_an_alias_is_made_on_the_screen(admin_client, index, old_page):
    response = copy(admin_client, old_page, index, alias="on", publish_copies="on")
    assert response.status_code == 302
    assert Page.objects.get(slug="copy").live


def test_the_history_says_why_a_page_was_not_published(admin_client, waiting):
    hold_back(waiting.get_latest_revision(), ["The summary is missing."])
    history = reverse("wagtailadmin_pages:history", args=[waiting.pk])
    assert "Not published on schedule. The summary" in text(admin_client.get(history))
