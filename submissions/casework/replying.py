"""E-mails from staff to patients: the clinic's own words, sent once."""

from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.settings.context_processors import SettingProxy
from wagtail.models import Site

from editorial.clinic_time import clinic_time
from submissions.models import Notification, Reply, Submission
from submissions.notifying.addresses import patient_address
from submissions.notifying.outbox import write

from .errors import CaseworkError
from .history import record
from .locking import locked
from .transitions import change_status, may_follow

NO_ADDRESS = _("The patient gave no e-mail address to write to.")


def placeholder_values(submission: Submission) -> dict[str, str]:
    """What each placeholder stands for. None of it is a patient's words."""
    page = submission.page.specific if submission.page else None
    site = (page and page.get_site()) or Site.objects.get(is_default_site=True)
    clinic = SettingProxy(site)["home"]["ClinicSettings"]
    return {
        "reference": submission.reference,
        "form": " ".join(submission.form_title.split()),
        "received": date_format(clinic_time(submission.submit_time), "j F Y"),
        "clinic": clinic.name,
        "phone": clinic.phone,
    }


def send_reply(
    submission: Submission,
    user: Any,
    *,
    subject: str,
    body: str,
    token: str,
    template_name: str = "",
    marks: str = "",
) -> bool:
    """Write it down, with the task that mails it; whether it is new: sent again under
    its token, it goes out once. `marks` is the status that it brings about, if any; a
    colleague may have done so meanwhile.

    Raises CaseworkError if there is no address to send it to.
    """
    with locked(submission) as now:
        if Reply.objects.filter(token=token).exists():
            return False
        if not patient_address(now):
            raise CaseworkError(NO_ADDRESS)
        reply = Reply.objects.create(
            submission=now,
            author=user,
            subject=subject,
            body=body,
            token=token,
            template_name=template_name,
        )
        reply.notification = write(now, Notification.Purpose.REPLY)
        reply.save(update_fields=["notification"])
        record(now, "reply", user, template=template_name)
        if marks in may_follow(now):
            change_status(now, marks, user)
    return True
