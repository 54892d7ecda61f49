"""E-mails that should have been sent and were not, for who looks after the site."""

from datetime import timedelta

from django.db.models import Count, Min, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from editorial.dashboard.panel import DashboardPanel, Found, Row
from submissions.models import Notification
from submissions.notifying.error_words import why

# A mail server may be away for a moment without anybody having to know.
SOON = timedelta(minutes=15)


class WaitingMailPanel(DashboardPanel):
    """How many e-mails wait, since when, and why. Only shown if there are any."""

    name = "waiting_mail"
    order = 80
    heading = _("E-mails that could not be sent")
    title_heading = _("How many")
    notes_heading = _("Why")
    when_heading = _("Since")
    nothing = _("All e-mails were sent.")

    def is_shown(self) -> bool:
        """To those who may change settings, when something waits."""
        return (
            self.user.has_perm("home.change_clinicsettings")
            and (waiting() | given_up()).exists()
        )

    def find(self) -> Found:
        """A line for each reason, in two queries."""
        rows = [
            Row(
                title=ngettext(
                    "%(count)d e-mail waits", "%(count)d e-mails wait", count
                )
                % {"count": count},
                url="",
                # Nothing is tried again if nothing tries.
                notes=[
                    why(error),
                    *([_("It is tried again by itself.")] if error else []),
                ],
                moment=oldest,
            )
            for error, count, oldest in by_error(waiting())
        ] + [
            Row(
                title=ngettext(
                    "%(count)d e-mail was given up",
                    "%(count)d e-mails were given up",
                    count,
                )
                % {"count": count},
                url="",
                notes=[why(error), _("What patients sent is at the feedback desk.")],
                moment=oldest,
            )
            for error, count, oldest in by_error(given_up())
        ]
        return Found(rows, len(rows))


def waiting() -> QuerySet:
    """What should have been sent by now, and is still tried."""
    return Notification.objects.unsent().filter(due_at__lt=timezone.now() - SOON)


def given_up() -> QuerySet:
    """What staff were not told. A patient's mistyped address needs nobody's help."""
    to_patients = [
        Notification.Purpose.ACKNOWLEDGEMENT,
        Notification.Purpose.CODE,
    ]
    return Notification.objects.given_up().exclude(purpose__in=to_patients)


def by_error(notifications: QuerySet) -> list[tuple]:
    """Class of error, how many, and since when; the oldest first."""
    return list(
        notifications.values_list("last_error")
        .annotate(count=Count("pk"), oldest=Min("due_at"))
        .order_by("oldest")
    )
