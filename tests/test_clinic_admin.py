"""The admin is the clinic's own: it bears its name, and names Wagtail once."""

import pytest
from django.core import mail
from django.urls import reverse

from assets.templatetags.picture_tags import clinic_picture
from home.models import ClinicSettings
from tests import factories

pytestmark = pytest.mark.django_db

NAME = "Bow & Aller Clinic"


@pytest.fixture
def clinic():
    """The clinic's settings, with a name that must be escaped in HTML alone."""
    clinic = ClinicSettings.for_site(factories.home_page().get_site())
    clinic.name = NAME
    clinic.logo = factories.ClinicImageFactory()
    clinic.save()
    return clinic


def page(client, address: str) -> str:
    return client.get(address).content.decode()


@pytest.mark.parametrize(
    "name", ["wagtailadmin_login", "wagtailadmin_password_reset", "wagtailadmin_home"]
)
def test_each_screen_bears_the_clinics_name_in_its_title(
    clinic, client, admin_client, name
):
    visitor = admin_client if name == "wagtailadmin_home" else client
    html = page(visitor, reverse(name))
    title = html.partition("<title>")[2].partition("</title>")[0]
    assert title.endswith("Bow &amp; Aller Clinic")


def test_the_logo_is_on_the_login_and_in_the_sidebar(clinic, client, admin_client):
    logo = clinic_picture(clinic.logo, "logo", alt="")
    for visitor, view in ((client, "login"), (admin_client, "home")):
        assert logo in page(visitor, reverse(f"wagtailadmin_{view}"))


def test_wagtail_is_named_in_the_help_menu_and_no_guide_of_its_own_is_offered(
    clinic, admin_client, client
):
    dashboard = page(admin_client, reverse("wagtailadmin_home"))
    assert "made-with-wagtail" in dashboard
    assert "guide.wagtail.org" not in dashboard
    assert "Wagtail" not in page(client, reverse("wagtailadmin_login"))
    missing = page(admin_client, "/admin/nothing-here/")
    assert "Wagtail" not in missing


def test_the_e_mail_about_a_password_names_the_clinic(clinic, client):
    user = factories.UserFactory(email="ann@example.org")
    client.post(reverse("wagtailadmin_password_reset"), {"email": user.email})
    (message,) = mail.outbox
    assert NAME in message.subject
    assert NAME in message.body
    assert user.username in message.body
