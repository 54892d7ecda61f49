"""Form pages, their questions, what patients sent, and the log of exports."""

from .addition import SubmissionAddition
from .casework import ClockPause, Note
from .desk_settings import DeskSettings
from .export import Export, ExportLogError
from .export_job import ExportJob
from .form_field import FormField
from .form_grant import FormGrant
from .form_page import FormPage
from .help_texts import HelpTexts
from .invitation import Invitation, InvitationSheet
from .notice_version import NoticeVersion
from .notification import Notification
from .question_list import IdentifyingQuestion, QuestionList
from .questions_asked import Answer, Question
from .rating import Rating
from .reply import Reply, ReplyTemplate
from .saved_filter import SavedFilter
from .submission import Submission

__all__ = [
    "Answer",
    "ClockPause",
    "DeskSettings",
    "Export",
    "ExportJob",
    "ExportLogError",
    "FormField",
    "FormGrant",
    "FormPage",
    "HelpTexts",
    "IdentifyingQuestion",
    "Invitation",
    "InvitationSheet",
    "Note",
    "NoticeVersion",
    "Notification",
    "Question",
    "QuestionList",
    "Rating",
    "Reply",
    "ReplyTemplate",
    "SavedFilter",
    "Submission",
    "SubmissionAddition",
]
