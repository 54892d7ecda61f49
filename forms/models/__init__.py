"""Form pages, their questions, what patients sent, and the log of exports."""

from .addition import SubmissionAddition
from .casework import ClockPause, Note
from .desk_settings import DeskSettings
from .erasure import ErasedReference, Erasure
from .export import Export, ExportLogError
from .export_job import ExportJob
from .form_field import FormField
from .form_grant import FormGrant
from .form_page import FormPage
from .help_texts import HelpTexts
from .invitation import Invitation, InvitationSheet
from .legal_hold import LegalHold
from .notice_version import NoticeVersion
from .notification import Notification
from .question_list import IdentifyingQuestion, QuestionList
from .questions_asked import Answer, Question
from .rating import Rating
from .reply import Reply, ReplyTemplate
from .retention_rule import RetentionRule, RetentionRun
from .saved_filter import SavedFilter
from .submission import Submission
from .withdrawal_code import WithdrawalCode

__all__ = [
    "Answer",
    "ClockPause",
    "DeskSettings",
    "ErasedReference",
    "Erasure",
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
    "LegalHold",
    "Note",
    "NoticeVersion",
    "Notification",
    "Question",
    "QuestionList",
    "Rating",
    "Reply",
    "ReplyTemplate",
    "RetentionRule",
    "RetentionRun",
    "SavedFilter",
    "Submission",
    "SubmissionAddition",
    "WithdrawalCode",
]
