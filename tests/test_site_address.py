"""The default site has the address that the settings name."""

import pytest
from django.core.management import call_command
from wagtail.models import Site

from home.models import HomePage

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("address", "root_url"),
    [
        ("https://clinic.example", "https://clinic.example"),
        ("http://localhost:8001", "http://localhost:8001"),
        ("http://clinic.example", "http://clinic.example"),
    ],
)
def test_each_migration_takes_up_the_address(settings, address, root_url):
    settings.SITE_URL = address
    call_command("migrate", verbosity=0)
    assert Site.objects.get().root_url == root_url
    assert HomePage.objects.get().full_url == f"{root_url}/"


def test_other_sites_keep_their_own_address_and_none_is_needed(settings):
    site = Site.objects.get()
    other = Site.objects.create(hostname="old.example", root_page=site.root_page)
    settings.SITE_URL = "https://clinic.example"
    site.delete()
    call_command("migrate", verbosity=0)
    other.refresh_from_db()
    assert other.hostname == "old.example"


def test_a_database_that_is_emptied_has_no_address(settings):
    call_command("flush", interactive=False, verbosity=0)
    assert not Site.objects.exists()
