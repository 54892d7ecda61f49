"""Whom e-mails come from: the clinic by name, not a bare address."""

from email.utils import formataddr, parseaddr

from django.conf import settings
from django.core.mail import get_connection
from django.core.mail.backends.base import BaseEmailBackend
from wagtail.contrib.settings.context_processors import SettingProxy
from wagtail.models import Site


def sender(clinic_name: str, address: str = "") -> str:
    """The From header. A name that the operator gave in DEFAULT_FROM_EMAIL stays."""
    name, address = parseaddr(address or settings.DEFAULT_FROM_EMAIL)
    return formataddr((name or " ".join(clinic_name.split()), address))


class ClinicMailBackend(BaseEmailBackend):
    """Names the clinic as the sender of every e-mail, also of Django's and Wagtail's
    own; DELIVERY_BACKEND then delivers them."""

    def __init__(self, fail_silently: bool = False, **options):
        super().__init__(fail_silently)
        self.delivery = get_connection(
            settings.DELIVERY_BACKEND, fail_silently, **options
        )

    def open(self):
        return self.delivery.open()

    def close(self):
        self.delivery.close()

    def send_messages(self, email_messages):
        site = Site.objects.filter(is_default_site=True).first()
        if site:
            name = SettingProxy(site)["home"]["ClinicSettings"].name
            for message in email_messages:
                message.from_email = sender(name, message.from_email)
        return self.delivery.send_messages(email_messages)
