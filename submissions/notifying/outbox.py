"""What is to be mailed about a submission, written down with it."""

from django.conf import settings
from django.utils import timezone

from submissions.models.notification import Notification
from submissions.models.submission import Submission

from .addresses import patient_address
from .form_mail import FormMail
from .tasks import enqueue
from .timing import next_digest


def write_notifications(page: FormMail, submission: Submission) -> None:
    """Write each e-mail down, with the task that sends it.

    Belongs into the transaction that stores the submission: the tasks lie in the same
    database, so that all of it is there, or nothing. Tests of a form tell nobody, nor
    does what is held, until staff release it.
    """
    if submission.is_test or submission.is_held:
        return
    tell_staff(page, submission)
    if page.acknowledges and patient_address(submission):
        write(submission, Notification.Purpose.ACKNOWLEDGEMENT)


def tell_staff(page: FormMail, submission: Submission) -> None:
    """The e-mails to staff about it, or about what was added to it. Words of danger
    wait for no daily e-mail."""
    purpose, due = Notification.Purpose.STAFF, timezone.now()
    waits = page.staff_notice == page.StaffNotice.DAILY
    if waits and not submission.needs_attention:
        purpose = Notification.Purpose.DIGEST
        due = next_digest(due, settings.DIGEST_HOUR)
    for address in page.staff_to_tell:
        write(submission, purpose, recipient=address, due_at=due, next_attempt_at=due)


def write(submission: Submission, purpose: str, **fields) -> Notification:
    """Write one e-mail down, with its task."""
    notification = Notification.objects.create(
        submission=submission, purpose=purpose, **fields
    )
    enqueue(notification)
    return notification
