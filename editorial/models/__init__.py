"""The base of every page, and the people who answer for what it says."""

from .clinic_page import ClinicPage
from .clinical_review import ClinicalReview
from .clinician import Clinician
from .visibility import is_restricted, public_pages

__all__ = [
    "ClinicPage",
    "ClinicalReview",
    "Clinician",
    "is_restricted",
    "public_pages",
]
