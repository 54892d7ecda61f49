"""What somebody must look at at once."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Flag(models.TextChoices):
    """What somebody must look at at once; in the order in which help is shown."""

    EMERGENCY = "emergency", _("Medical emergency")
    SELF_HARM = "self_harm", _("Self-harm or suicide")
    DANGER = "danger", _("Danger or abuse")
    SIDE_EFFECT = "side_effect", _("Side effect or reaction")
