"""The address of the website, which Wagtail keeps with its site."""

from urllib.parse import urlsplit

from django.conf import settings
from wagtail.models import Site

PORTS = {"http": 80, "https": 443}


def follow_site_url() -> None:
    """Give the default site the address in SITE_URL.

    Whole addresses are made of it: canonical ones, those in the site map, in e-mails
    and in exports. Other sites of the same installation keep their own.
    """
    site = Site.objects.filter(is_default_site=True).first()
    if site is None:
        return
    address = urlsplit(settings.SITE_URL)
    wanted = (address.hostname, address.port or PORTS[address.scheme])
    if (site.hostname, site.port) != wanted:
        site.hostname, site.port = wanted
        site.save()
