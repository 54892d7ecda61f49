"""What search looks in, and what editors tell it."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, PageChooserPanel
from wagtail.models import Page


class SearchEntry(models.Model):
    """A page as search knows it. Written anew, with a new stamp, at each change.

    Only pages that are live have one. Whether a page is behind a login is asked at
    each search.
    """

    class Kind(models.TextChoices):
        """What patients can narrow a search to."""

        CONDITION = "conditions", _("Conditions")
        TREATMENT = "treatments", _("Treatments")
        OTHER = "pages", _("Other pages")

    page = models.OneToOneField(
        Page, primary_key=True, on_delete=models.CASCADE, related_name="search_entry"
    )
    kind = models.CharField(max_length=10, choices=Kind)
    title = models.TextField()
    names = models.TextField()  # Other names, one on each line.
    summary = models.TextField()
    text = models.TextField()  # All else in plain text.
    stamp = models.BigIntegerField()

    wagtail_reference_index_ignore = True

    class Meta:
        # Read at each search: without the texts, which fill the table.
        indexes = [models.Index(fields=["page", "stamp"], name="search_entry_stamp")]

    def __str__(self) -> str:
        return self.title


class SearchPosting(models.Model):
    """A word of an entry, and how much the entry is about it."""

    entry = models.ForeignKey(
        SearchEntry, on_delete=models.CASCADE, related_name="postings"
    )
    word = models.CharField(max_length=40)
    weight = models.PositiveSmallIntegerField()

    wagtail_reference_index_ignore = True

    class Meta:
        # Holds all that a search reads, so that it need not look into the table.
        indexes = [
            models.Index(fields=["word", "entry", "weight"], name="search_posting_word")
        ]

    def __str__(self) -> str:
        return self.word


class SynonymGroup(models.Model):
    """Words that patients use for the same thing."""

    words = models.CharField(
        _("words"),
        max_length=500,
        help_text=_(
            "Words or short phrases that mean the same, with commas between them, for "
            "example: painkiller, analgesic, pain relief. Used by the search on the "
            "public site: whoever looks for one also finds pages with the others. "
            "Patients do not see this list."
        ),
    )

    panels = [FieldPanel("words")]

    class Meta:
        ordering = ["words"]
        verbose_name = _("group of synonyms")
        verbose_name_plural = _("synonyms")

    def __str__(self) -> str:
        return self.words


class PromotedResult(models.Model):
    """A page that editors want found first for certain words."""

    phrases = models.CharField(
        _("searches"),
        max_length=500,
        help_text=_(
            "Words or short phrases with commas between them, for example: book, "
            "appointment, see a doctor. A search on the public site that holds all "
            "words of one of them shows the page first. Patients do not see this list."
        ),
    )
    page = models.ForeignKey(
        Page,
        verbose_name=_("page"),
        on_delete=models.CASCADE,
        related_name="+",
        help_text=_("The page that is shown first, as long as it is public."),
    )
    description = models.CharField(
        _("description"),
        max_length=200,
        blank=True,
        help_text=_(
            "Shown under the page’s title in the search results, in place of its "
            "summary. Say what the reader can do there."
        ),
    )

    panels = [
        FieldPanel("phrases"),
        PageChooserPanel("page"),
        FieldPanel("description"),
    ]

    class Meta:
        ordering = ["phrases"]
        verbose_name = _("promoted result")
        verbose_name_plural = _("promoted results")

    def __str__(self) -> str:
        return self.phrases
