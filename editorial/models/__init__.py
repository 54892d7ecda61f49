"""The base of every page, and the people who answer for what it says."""

from .clinic_page import ClinicPage
from .clinical_review import ClinicalReview
from .clinician import Clinician

__all__ = ["ClinicPage", "ClinicalReview", "Clinician"]
