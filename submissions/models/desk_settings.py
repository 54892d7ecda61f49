"""How soon the clinic answers, and by whose calendar."""

from typing import Any

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from submissions.clocks import Clock
from submissions.models.desk_policy import DeskPolicy

from .states import Kind


def days_field(name: Any, *, default: int | None, help_text: Any) -> models.Field:
    """A field for a number of working days, from 1 to 250; empty for no clock."""
    return models.PositiveSmallIntegerField(
        name,
        default=default,
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(250)],
        help_text=help_text,
    )


ACKNOWLEDGE_HELP = _(
    "Working days until the sender must have heard that you have it. Empty: no clock."
)
RESPOND_HELP = _("Working days until your answer must be out. Empty: no clock.")


@register_setting(icon="time")
class DeskSettings(BaseGenericSetting):
    """The clinic's clocks, for those who may configure the desk.

    Where the usual values come from: complaints, 3 and 20 working days, are what NHS
    contracts (Local Authority Social Services and NHS Complaints Regulations 2009,
    regulation 13) and Scotland ask for, and what clinics of the Independent Sector
    Complaints Adjudication Service promise. Requests about data: one month to answer
    (UK GDPR, article 12(3)); 30 days to acknowledge a complaint about data (Data (Use
    and Access) Act 2025, section 103), of which we leave some. No rule gives days for
    the rest. Each clinic answers for its own.
    """

    class Country(models.TextChoices):
        """Whose bank holidays are no working days, as the `holidays` library calls
        them."""

        ENGLAND = "ENG", _("England")
        WALES = "WLS", _("Wales")
        SCOTLAND = "SCT", _("Scotland")
        NORTHERN_IRELAND = "NIR", _("Northern Ireland")

    country = models.CharField(
        _("bank holidays of"),
        max_length=3,
        choices=Country,
        default=Country.ENGLAND,
        help_text=_("Bank holidays, Saturdays and Sundays are no working days."),
    )
    complaint_acknowledge = days_field(
        _("complaints: acknowledge"), default=3, help_text=ACKNOWLEDGE_HELP
    )
    complaint_respond = days_field(
        _("complaints: answer"), default=20, help_text=RESPOND_HELP
    )
    data_request_acknowledge = days_field(
        _("data requests: acknowledge"),
        default=10,
        help_text=_(
            "Working days until the sender must have heard that you have it. The law "
            "gives 30 days for a complaint about data. Empty: no clock."
        ),
    )
    data_request_respond = days_field(
        _("data requests: answer"),
        default=20,
        help_text=_(
            "Working days until your answer must be out. The law gives one month. "
            "Empty: no clock."
        ),
    )
    safety_acknowledge = days_field(
        _("safety concerns: acknowledge"), default=1, help_text=ACKNOWLEDGE_HELP
    )
    safety_respond = days_field(
        _("safety concerns: answer"), default=5, help_text=RESPOND_HELP
    )
    enquiry_acknowledge = days_field(
        _("enquiries: acknowledge"), default=None, help_text=ACKNOWLEDGE_HELP
    )
    enquiry_respond = days_field(
        _("enquiries: answer"), default=2, help_text=RESPOND_HELP
    )
    feedback_acknowledge = days_field(
        _("feedback: acknowledge"), default=None, help_text=ACKNOWLEDGE_HELP
    )
    feedback_respond = days_field(
        _("feedback: answer"), default=None, help_text=RESPOND_HELP
    )
    reply_to = models.EmailField(
        _("answers to your replies go to"),
        blank=True,
        help_text=_(
            "The mailbox that gets what patients answer to a reply from the desk. "
            "Empty: the e-mail asks them not to answer it."
        ),
    )

    panels = [
        HelpPanel(
            content=_(
                "The clock starts on the day something comes in; the first working "
                "day after it is day 1. When you change a number here, the due dates "
                "of all that is open change at once."
            )
        ),
        FieldPanel("country"),
        *(
            MultiFieldPanel(
                [
                    FieldPanel(f"{kind.value}_acknowledge"),
                    FieldPanel(f"{kind.value}_respond"),
                ],
                heading=kind.label,
            )
            for kind in (
                Kind.COMPLAINT,
                Kind.DATA_REQUEST,
                Kind.SAFETY,
                Kind.ENQUIRY,
                Kind.FEEDBACK,
            )
        ),
        MultiFieldPanel([FieldPanel("reply_to")], heading=_("Replies by e-mail")),
    ]

    class Meta:
        verbose_name = _("feedback desk settings")
        # Who may configure the desk may change them: see desk_policy.
        default_permissions = ()

    def __str__(self) -> str:
        return str(_("Feedback desk settings"))

    @classmethod
    def get_permission_policy(cls) -> DeskPolicy:
        """The desk's own."""
        return DeskPolicy(cls)

    def clock(self, kind: str) -> Clock:
        """How many working days this kind (a value of `Kind`) leaves."""
        return Clock(
            getattr(self, f"{kind}_acknowledge"), getattr(self, f"{kind}_respond")
        )
