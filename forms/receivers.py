"""What follows from a form's being published, and from new clocks."""

from django.db.models.signals import post_save
from django.dispatch import receiver
from wagtail.signals import page_published

from forms.casework.due_dates import set_all_due
from forms.models import DeskSettings, FormPage
from forms.serving.notices import notices_of


@receiver(page_published, sender=FormPage)
def name_versions(instance: FormPage, **_kwargs) -> None:
    """A notice's new wording is called after the day on which it became public, not
    after that of its first answer."""
    notices_of(instance)


@receiver(post_save, sender=DeskSettings)
def follow_new_clocks(instance: DeskSettings, created: bool, **_kwargs) -> None:
    """What is open is due by the clinic's new clocks."""
    if not created:
        set_all_due(instance)
