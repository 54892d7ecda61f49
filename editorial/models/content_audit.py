"""What was read off a page when it was published last."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page


class ContentAudit(models.Model):
    """What lists of pages need to know of a public page's text without reading it.

    Only what the page itself says is kept; whether a link leads anywhere and whether
    an image has a description may change without it, and is asked when it is shown.
    """

    page = models.OneToOneField(
        Page,
        primary_key=True,
        on_delete=models.CASCADE,
        related_name="content_audit",
        verbose_name=_("page"),
    )
    # Patients then see an error in place of the page.
    can_be_shown = models.BooleanField(_("can be shown"), default=True)
    # As the page had it then: tells whether it was published since.
    published_at = models.DateTimeField(_("text published on"), null=True)
    reading_age = models.PositiveSmallIntegerField(
        _("reading age"),
        null=True,
        help_text=_("In years. None for short texts, and for languages not English."),
    )
    # Of images in running text, which have their alternative text on the page.
    undescribed_pictures = models.PositiveSmallIntegerField(
        _("pictures in the text without alternative text"), default=0
    )
    # Of images in fields, whose alternative text is the image's description.
    image_ids = models.JSONField(_("keys of images"), default=list)
    # Each as often as the page links to it.
    linked_page_ids = models.JSONField(_("keys of pages linked to"), default=list)
    addresses = models.JSONField(_("addresses linked to"), default=list)

    class Meta:
        verbose_name = _("content audit")
        default_permissions = ()

    def __str__(self) -> str:
        return _("Audit of page %(page)s") % {"page": self.page_id}
