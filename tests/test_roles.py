"""What each role of a new clinic may and may not do in the admin."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from tests import factories

pytestmark = pytest.mark.django_db

OPEN, SHUT = 200, 302

MATRIX = {
    "Editors": {
        "page editor": OPEN,
        "new page": OPEN,
        "images": OPEN,
        "documents": OPEN,
        "clinicians": OPEN,
        "submissions": SHUT,
        "settings": SHUT,
        "redirects": SHUT,
        "users": SHUT,
    },
    "Clinical reviewers": {
        "page editor": OPEN,
        "new page": SHUT,
        "images": SHUT,
        "documents": SHUT,
        "clinicians": OPEN,
        "submissions": SHUT,
        "settings": SHUT,
        "redirects": SHUT,
        "users": SHUT,
    },
    "Feedback staff": {
        "page editor": SHUT,
        "new page": SHUT,
        "images": SHUT,
        "documents": SHUT,
        "clinicians": SHUT,
        "submissions": OPEN,
        "settings": SHUT,
        "redirects": SHUT,
        "users": SHUT,
    },
    "Site managers": {
        "page editor": OPEN,
        "new page": OPEN,
        "images": OPEN,
        "documents": OPEN,
        "clinicians": OPEN,
        "submissions": SHUT,
        "settings": OPEN,
        "redirects": OPEN,
        "users": SHUT,
    },
}


def admin_url(screen, home_page, site):
    """Where a screen of the matrix is."""
    return {
        "page editor": reverse("wagtailadmin_pages:edit", args=[home_page.pk]),
        "new page": reverse(
            "wagtailadmin_pages:add", args=["home", "standardpage", home_page.pk]
        ),
        "images": reverse("wagtailimages:index"),
        "documents": reverse("wagtaildocs:index"),
        "clinicians": reverse("wagtailsnippets_editorial_clinician:list"),
        "submissions": reverse("desk_modeladmin_index"),
        "settings": reverse(
            "wagtailsettings:edit", args=["home", "clinicsettings", site.pk]
        ),
        "redirects": reverse("wagtailredirects:index"),
        "users": reverse("wagtailusers_users:index"),
    }[screen]


@pytest.mark.parametrize("role", MATRIX)
def test_a_role_opens_its_own_screens_and_no_others(client, home_page, site, role):
    user = factories.UserFactory(groups=[Group.objects.get(name=role)])
    client.force_login(user)
    seen = {
        screen: client.get(admin_url(screen, home_page, site)).status_code
        for screen in MATRIX[role]
    }
    assert seen == MATRIX[role]


def test_a_new_clinic_has_no_other_groups():
    names = set(Group.objects.values_list("name", flat=True))
    assert names == set(MATRIX)
