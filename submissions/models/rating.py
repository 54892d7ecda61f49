"""The scale on which patients rate."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Rating(models.IntegerChoices):
    """The answers of the NHS Friends and Family Test."""

    VERY_GOOD = 5, _("Very good")
    GOOD = 4, _("Good")
    NEITHER = 3, _("Neither good nor poor")
    POOR = 2, _("Poor")
    VERY_POOR = 1, _("Very poor")
    DONT_KNOW = 0, _("Don’t know")
