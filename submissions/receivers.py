"""What follows when the desk's settings change."""

from django.db.models.signals import post_save
from django.dispatch import receiver

from .casework.due_dates import set_all_due
from .models import DeskSettings


@receiver(post_save, sender=DeskSettings)
def follow_new_clocks(instance: DeskSettings, created: bool, **_kwargs) -> None:
    """What is open is due by the clinic's new clocks."""
    if not created:
        set_all_due(instance)
