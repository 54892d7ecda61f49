"""Form pages, their questions, what patients sent, and the log of exports."""

from .addition import SubmissionAddition
from .export import Export
from .form_field import FormField
from .form_grant import FormGrant
from .form_page import FormPage
from .help_texts import HelpTexts
from .invitation import Invitation, InvitationSheet
from .notice_version import NoticeVersion
from .notification import Notification
from .questions_asked import Answer, Question
from .rating import Rating
from .submission import Submission

__all__ = [
    "Answer",
    "Export",
    "FormField",
    "FormGrant",
    "FormPage",
    "HelpTexts",
    "Invitation",
    "InvitationSheet",
    "NoticeVersion",
    "Notification",
    "Question",
    "Rating",
    "Submission",
    "SubmissionAddition",
]
