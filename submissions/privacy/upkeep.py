"""What the worker does for privacy beside sending e-mails: retention once a day, codes
when somebody asks for one, and scrubbing after each erasure."""

from datetime import date, datetime

from django.db.models import Max
from django.utils import timezone

from editorial.clinic_time import clinic_today
from submissions.models.erasure import Erasure
from submissions.models.retention_rule import RetentionRun

from .codes import forget_codes, mail_codes
from .retention import apply_rules
from .scrubbing import scrub


class Upkeep:
    """Remembers what is done, so that a round with nothing to do costs two queries."""

    def __init__(self) -> None:
        self.retention_day: date | None = None
        # What was erased before we began may lie in the files yet.
        self.scrubbed_up_to: int = -1

    def run(self) -> None:
        """One round. Not within a transaction."""
        mail_codes()
        if self.retention_day != clinic_today():
            forget_codes()
            apply_retention_today(timezone.now())
            self.retention_day = clinic_today()
        newest = Erasure.objects.aggregate(newest=Max("pk"))["newest"] or 0
        if newest != self.scrubbed_up_to and scrub():
            self.scrubbed_up_to = newest


def apply_retention_today(now: datetime) -> None:
    """Erase what is due, unless another worker has done it today."""
    run, is_ours = RetentionRun.objects.get_or_create(day=clinic_today())
    if not is_ours and run.finished_at:
        return
    outcome = apply_rules(now)
    run.erased += outcome.erased
    run.kept_back = outcome.kept_back
    run.finished_at = timezone.now()
    run.save()
