"""What staff write to a patient, and the texts that they begin with."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from submissions.placeholders import check_placeholders

from .casework import staff_field
from .notification import Notification
from .submission import Submission

PLACEHOLDERS_HELP = _(
    "You can use {reference}, {form}, {received}, {clinic} and {phone}: each is filled "
    "in by itself."
)


class ReplyTemplate(models.Model):
    """A text to begin a reply with."""

    name = models.CharField(
        _("name"),
        max_length=80,
        unique=True,
        help_text=_("What staff choose it by. Patients do not see it."),
    )
    subject = models.CharField(
        _("subject"),
        max_length=150,
        validators=[check_placeholders],
        help_text=_(
            "The e-mail’s subject, for example: Your complaint {reference}. Say "
            "nothing here about anybody’s health: others may see it."
        ),
    )
    body = models.TextField(
        _("text"), validators=[check_placeholders], help_text=PLACEHOLDERS_HELP
    )

    panels = [FieldPanel("name"), FieldPanel("subject"), FieldPanel("body")]

    class Meta:
        ordering = ["name"]
        verbose_name = _("reply template")
        verbose_name_plural = _("reply templates")
        # Who may configure the desk may change them: see desk_policy.
        default_permissions = ()

    def __str__(self) -> str:
        return self.name


class Reply(models.Model):
    """An e-mail from a member of staff to the patient.

    Its address is not kept: it is the patient's own answer, read when it is mailed, so
    that none is left when the answer is erased. `token` is the number of the form as
    it was served: sent again, it goes out once.
    """

    submission = models.ForeignKey(
        Submission, on_delete=models.CASCADE, related_name="replies"
    )
    author = staff_field(_("author"))
    subject = models.CharField(_("subject"), max_length=150)
    body = models.TextField(_("text"))
    # As it was called then; empty without one.
    template_name = models.CharField(max_length=80, blank=True)
    token = models.CharField(max_length=32, unique=True, editable=False)
    written_at = models.DateTimeField(default=timezone.now, editable=False)
    sent_at = models.DateTimeField(null=True, editable=False)
    notification = models.OneToOneField(
        Notification,
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="reply",
    )

    class Meta:
        verbose_name = _("reply")
        verbose_name_plural = _("replies")
        ordering = ["written_at", "pk"]
        # These go with the submission's.
        default_permissions = ()

    def __str__(self) -> str:
        """Which submission it belongs to; never its words."""
        return self.submission.reference

    @property
    def state(self) -> str:
        """How far it is, a value of `Notification.State`. Notifications are forgotten
        a month after they were sent or given up."""
        if self.sent_at:
            return Notification.State.SENT
        if self.notification:
            return self.notification.state
        return Notification.State.GIVEN_UP
