"""What follows from a form's being published."""

from django.dispatch import receiver
from wagtail.signals import page_published

from forms.models import FormPage
from forms.serving.notices import notices_of


@receiver(page_published, sender=FormPage)
def name_versions(instance: FormPage, **_kwargs) -> None:
    """A notice's new wording is called after the day on which it became public, not
    after that of its first answer."""
    notices_of(instance)
