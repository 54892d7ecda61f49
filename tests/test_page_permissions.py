"""Who may delete, take down and make pages, and where the page list begins."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.models import Page

from home.models import ClinicSettings, HomePage, StandardPage
from tests import factories

pytestmark = pytest.mark.django_db

ROLES = [("Editors", False), ("Clinical reviewers", False), ("Site managers", True)]


def somebody(role):
    return factories.UserFactory(groups=[Group.objects.get(name=role)])


def bulk(action, *pages):
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
    return f"{address}?" + "&".join(f"id={page.pk}" for page in pages)


def delete_alone(client, page):
    client.post(reverse("wagtailadmin_pages:delete", args=[page.pk]))


def delete_in_bulk(client, page):
    client.post(bulk("delete", page))


@pytest.mark.parametrize("delete", [delete_alone, delete_in_bulk])
@pytest.mark.parametrize(("role", "may"), ROLES)
@pytest.mark.parametrize("taken_down", [False, True])
def test_what_was_public_is_deleted_by_managers_alone(
    client, delete, role, may, taken_down
):
    page = factories.StandardPageFactory()
    page.save_revision().publish()
    if taken_down:
        Page.objects.get(pk=page.pk).unpublish()
    client.force_login(somebody(role))
    delete(client, page)
    assert Page.objects.filter(pk=page.pk).exists() != may


@pytest.mark.parametrize(("role", "may"), ROLES)
@pytest.mark.parametrize("taken_down", [False, True])
def test_a_page_above_what_was_public_is_not_deleted_either(
    client, role, may, taken_down
):
    index = factories.ConditionIndexPageFactory(live=False)
    page = factories.ConditionPageFactory(parent=index)
    if taken_down:
        page.save_revision().publish()
        Page.objects.get(pk=page.pk).unpublish()
    # Wagtail's bulk action asks so of pages with others below them.
    permissions = index.permissions_for_user(somebody(role))
    assert permissions.can_delete(ignore_bulk=True) == may
    client.force_login(somebody(role))
    delete_in_bulk(client, index)
    assert Page.objects.filter(pk=index.pk).exists() != may


def test_an_editor_deletes_a_draft(client):
    draft = factories.StandardPageFactory(live=False)
    client.force_login(somebody("Editors"))
    delete_alone(client, draft)
    assert not Page.objects.filter(pk=draft.pk).exists()


@pytest.mark.parametrize(("role", "may"), ROLES)
@pytest.mark.parametrize("setting", ["feedback_form", "complaints_page"])
def test_what_the_settings_name_is_taken_down_by_managers_alone(
    client, site, role, may, setting
):
    page, other = factories.FormPageFactory(), factories.StandardPageFactory()
    if setting == "complaints_page":
        page, other = other, page
    settings = ClinicSettings.for_site(site)
    setattr(settings, setting, page)
    settings.save()
    client.force_login(somebody(role))
    client.post(bulk("unpublish", page, other))
    client.post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]))
    assert Page.objects.get(pk=page.pk).live != may
    client.post(reverse("wagtailadmin_pages:unpublish", args=[other.pk]))
    assert not Page.objects.get(pk=other.pk).live


@pytest.mark.parametrize("role", ["Editors", "Site managers"])
def test_the_page_list_begins_at_the_front_page(client, home_page, role):
    client.force_login(somebody(role))
    front = reverse("wagtailadmin_explore", args=[home_page.pk])
    response = client.get(reverse("wagtailadmin_explore_root"), follow=True)
    assert response.redirect_chain[-1][0] == front
    assert "Root" not in response.text


def test_administrators_and_sites_in_several_languages_see_the_root(
    client, admin_client, welsh
):
    address = reverse("wagtailadmin_explore_root")
    assert admin_client.get(address).status_code == 200
    client.force_login(somebody("Editors"))
    assert client.get(address).status_code == 200


def test_nothing_is_made_at_the_root(admin_client):
    root = Page.get_first_root_node()
    page = factories.StandardPageFactory()
    assert HomePage.can_exist_under(root)
    assert not StandardPage.can_create_at(root)
    assert not page.can_move_to(root)
    copy = reverse("wagtailadmin_pages:copy", args=[page.pk])
    admin_client.post(
        copy, {"new_title": "a", "new_slug": "a", "new_parent_page": root.pk}
    )
    admin_client.post(
        reverse("wagtailadmin_pages:move", args=[page.pk]), {"new_parent_page": root.pk}
    )
    assert root.get_children().count() == 1


def test_publishing_the_front_page_leads_to_the_pages_below_it(admin_client, home_page):
    address = reverse("wagtailadmin_pages:edit", args=[home_page.pk])
    form = admin_client.get(address).context["form"]
    data = {
        name: value
        for name, value in ((bound.html_name, bound.value()) for bound in form)
        if isinstance(value, str)
    }
    data |= {"body-count": 0, "comments-TOTAL_FORMS": 0, "comments-INITIAL_FORMS": 0}
    response = admin_client.post(address, data | {"action-publish": "1"})
    assert response.url == reverse("wagtailadmin_explore", args=[home_page.pk])
    response = admin_client.post(address, data)
    assert response.url == address
