"""Making a sheet of invitations. The codes are known here, once, and never again."""

from datetime import date
from typing import NamedTuple

import segno
from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from editorial.clinic_time import day_ends
from forms.models import FormPage, Invitation, InvitationSheet

from .codes import code_hash, new_code, written

MOST_INVITATIONS = 100


class PrintedInvitation(NamedTuple):
    """One invitation as it is printed: its link, in two parts as people type it, and
    the whole link as a QR code."""

    place: str
    code: str
    qr_code: SafeString


def make_sheet(
    token: str,
    form_page: FormPage,
    count: int,
    last_day: date,
    user: AbstractBaseUser,
) -> list[str]:
    """Make `count` invitations, good up to and on `last_day`. Returns their codes; none
    if this token made a sheet before."""
    codes = [new_code() for _ in range(count)]
    with transaction.atomic():
        sheet, created = InvitationSheet.objects.get_or_create(
            token=token,
            defaults={
                "form_page": form_page,
                "form_title": form_page.title,
                "expires_at": day_ends(last_day),
                "made_by": user,
            },
        )
        if not created:
            return []
        Invitation.objects.bulk_create(
            Invitation(sheet=sheet, code_hash=code_hash(code)) for code in codes
        )
    return codes


def print_invitation(code: str, site_address: str) -> PrintedInvitation:
    """What is printed of this code, on the site at this address."""
    typed = written(code)
    link = f"{site_address}{reverse('invitation', args=[typed])}"
    # Level Q reads with a quarter of it torn or stained.
    drawing = segno.make(link, error="q", micro=False).svg_inline(
        border=4,
        omitsize=True,
        dark="#000",
        light="#fff",
        svgclass=None,
        lineclass=None,
    )
    place = link.removesuffix(typed).partition("://")[2]
    return PrintedInvitation(place, typed, mark_safe(drawing))  # noqa: S308
