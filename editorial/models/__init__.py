"""The base of every page, and the people who answer for what it says."""

from editorial.publication.settings import PublicationSettings

from .clinic_page import ClinicPage
from .clinical_review import ClinicalReview
from .clinician import Clinician
from .visibility import is_restricted, public_pages

__all__ = [
    "ClinicPage",
    "ClinicalReview",
    "Clinician",
    "PublicationSettings",
    "is_restricted",
    "public_pages",
]
