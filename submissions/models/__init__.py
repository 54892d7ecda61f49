"""What patients sent, what staff did with it, and the logs."""

from .addition import SubmissionAddition
from .casework import ClockPause, Note
from .desk_settings import DeskSettings
from .erasure import ErasedReference, Erasure
from .export import Export, ExportLogError
from .export_job import ExportJob
from .form_grant import FormGrant
from .legal_hold import LegalHold
from .notification import Notification
from .question_list import IdentifyingQuestion, QuestionList
from .questions_asked import Answer, Question
from .rating import Rating
from .reply import Reply, ReplyTemplate
from .retention_rule import RetentionRule, RetentionRun
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
    "FormGrant",
    "IdentifyingQuestion",
    "LegalHold",
    "Note",
    "Notification",
    "Question",
    "QuestionList",
    "Rating",
    "Reply",
    "ReplyTemplate",
    "RetentionRule",
    "RetentionRun",
    "Submission",
    "SubmissionAddition",
    "WithdrawalCode",
]
