"""What a clinic's server must have before forms can tell anybody anything."""

from django.conf import settings
from django.core import checks
from django.db import DatabaseError

from forms.models import FormPage

LOCAL = {"localhost", "127.0.0.1", "::1"}


def titles_of_forms_that_mail() -> list[str]:
    """The public forms that want to send e-mails; none if the tables are not there."""
    try:
        return [
            f"“{page.title}”" for page in FormPage.objects.live() if page.sends_mail
        ]
    except DatabaseError:
        return []


@checks.register(deploy=True)
def check_mail(**_) -> list:
    """Forms that send e-mails need a mail server, and a safe way to it."""
    if not settings.MAIL_IS_CONFIGURED:
        titles = titles_of_forms_that_mail()
        if not titles:
            return []
        return [
            checks.Error(
                f"EMAIL_URL is not set, but these forms send e-mails: "
                f"{', '.join(titles)}.",
                hint="Set EMAIL_URL=smtp+tls://user:password@mail.example:587",
                id="forms.E001",
            )
        ]
    is_safe = getattr(settings, "EMAIL_USE_TLS", False) or getattr(
        settings, "EMAIL_USE_SSL", False
    )
    if is_safe or settings.EMAIL_HOST in LOCAL or not uses_smtp():
        return []
    return [
        checks.Warning(
            "E-mails, and the mail server’s password, cross the network in clear.",
            hint="Begin EMAIL_URL with smtp+tls:// or smtp+ssl://",
            id="forms.W001",
        )
    ]


def uses_smtp() -> bool:
    """Whether mail goes to a mail server."""
    return settings.EMAIL_BACKEND == "django.core.mail.backends.smtp.EmailBackend"
