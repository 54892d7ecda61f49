"""The base of every page, and the people who answer for what it says."""

from editorial.publication.settings import PublicationSettings

from .clinic_page import ClinicPage
from .clinical_review import ClinicalReview
from .clinical_review_task import ClinicalReviewTask, ClinicalReviewTaskState
from .clinician import Clinician
from .content_audit import ContentAudit
from .link_check import LinkCheck
from .plain_word import PlainWord
from .removed_address import RemovedAddress
from .review_reminder import ReviewReminder
from .small_correction import SmallCorrection
from .visibility import is_restricted, public_pages

__all__ = [
    "ClinicPage",
    "ClinicalReview",
    "ClinicalReviewTask",
    "ClinicalReviewTaskState",
    "Clinician",
    "ContentAudit",
    "LinkCheck",
    "PlainWord",
    "PublicationSettings",
    "RemovedAddress",
    "ReviewReminder",
    "SmallCorrection",
    "is_restricted",
    "public_pages",
]
