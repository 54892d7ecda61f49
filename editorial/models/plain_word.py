"""Hard words, and what to write for patients instead."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel


class PlainWord(models.Model):
    """A hard word or phrase with its plain alternative, as editors keep them."""

    term = models.CharField(
        _("hard word"),
        max_length=60,
        unique=True,
        help_text=_(
            "A word or short phrase in small letters, for example: analgesic. Plurals "
            "and verb endings are found too. Capitals make no difference."
        ),
    )
    plain = models.CharField(
        _("write instead"),
        max_length=120,
        help_text=_(
            "What patients understand. Several with commas between them, for example: "
            "painkiller, pain relief. Where one of them stands in the same sentence, "
            "the hard word counts as explained."
        ),
    )

    panels = [FieldPanel("term"), FieldPanel("plain")]

    class Meta:
        ordering = ["term"]
        verbose_name = _("plain word")
        verbose_name_plural = _("plain words")

    def __str__(self) -> str:
        return self.term

    def clean(self) -> None:
        """Keep the term in small letters, so that each stands once."""
        super().clean()
        self.term = " ".join(self.term.lower().split())
