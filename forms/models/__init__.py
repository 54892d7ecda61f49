"""Form pages, their questions and notices, and invitations."""

from .form_field import FormField
from .form_page import FormPage
from .help_texts import HelpTexts
from .invitation import Invitation, InvitationSheet
from .notice_version import NoticeVersion

__all__ = [
    "FormField",
    "FormPage",
    "HelpTexts",
    "Invitation",
    "InvitationSheet",
    "NoticeVersion",
]
