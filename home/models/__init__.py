"""The front page, plain pages, locations and the clinic's facts."""

from .clinic_settings import ClinicSettings
from .home_page import HomePage
from .location_page import LocationPage
from .search import PromotedResult, SearchEntry, SearchPosting, SynonymGroup
from .standard_page import StandardPage

__all__ = [
    "ClinicSettings",
    "HomePage",
    "LocationPage",
    "PromotedResult",
    "SearchEntry",
    "SearchPosting",
    "StandardPage",
    "SynonymGroup",
]
