"""Codes that prove by e-mail that somebody may withdraw what was sent.

Whoever asks, one row is written, whether or not anything was found; the worker mails
the code afterwards. So no answer, and no time that it takes, tells what is held.
"""

from datetime import timedelta

from django.core import signing
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.crypto import constant_time_compare

from submissions.code_digits import digits
from submissions.models.notification import Notification
from submissions.models.submission import Submission
from submissions.models.withdrawal_code import GOOD_FOR, WithdrawalCode
from submissions.notifying.addresses import patient_address
from submissions.notifying.outbox import write

from .addresses import same_address

TOKEN_SALT = "forms.withdrawal"
# For one submission in a day: nobody can use the page to pester somebody, or to guess.
MOST_A_DAY = 3


def ask_for_code(reference: str, address: str) -> WithdrawalCode:
    """Write down that a code is asked for; mailed only if the submission with this
    reference gives this address."""
    return WithdrawalCode.objects.create(submission=find(reference, address))


def find(reference: str, address: str) -> Submission | None:
    """The submission that may be withdrawn with this address; None if there is none,
    or if enough codes were mailed about it today."""
    found = Submission.objects.filter(
        reference=reference, is_test=False, erased_at=None
    ).first()
    recent = WithdrawalCode.objects.filter(
        submission__reference=reference,
        asked_at__gt=timezone.now() - timedelta(days=1),
    ).count()
    if found is None or recent >= MOST_A_DAY:
        return None
    return found if same_address(patient_address(found), address) else None


def mail_codes() -> None:
    """Write down the e-mails for the codes that were asked for."""
    waiting = WithdrawalCode.objects.usable().filter(notification=None)
    for code in waiting.exclude(submission=None).select_related("submission"):
        with transaction.atomic():
            ours = WithdrawalCode.objects.select_for_update().filter(
                pk=code.pk, notification=None
            )
            if ours.exists():
                purpose = Notification.Purpose.CODE
                ours.update(notification=write(code.submission, purpose))


def forget_codes() -> None:
    """Delete what was asked for more than two days ago."""
    WithdrawalCode.objects.filter(
        asked_at__lt=timezone.now() - timedelta(days=2)
    ).delete()


def use_code(code_id: int, typed: str) -> Submission | None:
    """The submission, if this is the code; each try counts, and a code is good once."""
    if (
        not WithdrawalCode.objects.usable()
        .filter(pk=code_id)
        .update(tries=F("tries") + 1)
    ):
        return None
    code = WithdrawalCode.objects.select_related("submission").get(pk=code_id)
    is_right = constant_time_compare(
        digits(code.number), "".join(filter(str.isalnum, typed))
    )
    if not is_right or code.submission is None:
        return None
    used = WithdrawalCode.objects.filter(pk=code_id, used_at=None)
    return code.submission if used.update(used_at=timezone.now()) else None


def sign(step: str, key: int) -> str:
    """A token for a form of this page: which step it is, and a number."""
    return str(signing.dumps([step, key], salt=TOKEN_SALT))


def read(step: str, signed: str) -> int:
    """The number in a token for this step. Raises django.core.signing.BadSignature if
    it was forged, is for another step, or is older than codes may be."""
    signed_step, key = signing.loads(signed, salt=TOKEN_SALT, max_age=GOOD_FOR)
    if signed_step != step:
        raise signing.BadSignature
    return int(key)
