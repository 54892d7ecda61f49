"""Who a form tells by e-mail, and how."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from .addresses import check_staff_addresses, staff_addresses


class FormMail(models.Model):
    """What a form page says of its e-mails."""

    class StaffNotice(models.TextChoices):
        """When staff are told."""

        AT_ONCE = "at_once", _("At once, for each form sent")
        DAILY = "daily", _("Once a day: how many came")

    staff_addresses = models.TextField(
        _("tell these members of staff"),
        blank=True,
        validators=[check_staff_addresses],
        help_text=_(
            "E-mail addresses, one on each line. They get a link to the feedback desk, "
            "never what the patient wrote. Empty: nobody is told by e-mail."
        ),
    )
    staff_notice = models.CharField(
        _("when to tell them"),
        max_length=7,
        choices=StaffNotice,
        default=StaffNotice.AT_ONCE,
        help_text=_("One e-mail for each form that is sent, or one a day for all."),
    )
    acknowledges = models.BooleanField(
        _("thank the patient by e-mail"),
        default=False,
        help_text=_(
            "If the form asks for an e-mail address and the patient gives one: the "
            "reference, your words about what happens next, and the clinic’s telephone "
            "number. It can be read by whoever reads the patient’s e-mail."
        ),
    )

    staff_panels = (FieldPanel("staff_addresses"), FieldPanel("staff_notice"))

    class Meta:
        abstract = True

    @property
    def staff_to_tell(self) -> list[str]:
        """The addresses of staff."""
        return staff_addresses(self.staff_addresses)

    @property
    def sends_mail(self) -> bool:
        """Whether it sends any."""
        return bool(self.staff_to_tell) or self.acknowledges
