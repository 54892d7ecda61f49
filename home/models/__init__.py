"""The front page, plain pages, locations and the clinic's facts."""

from .clinic_settings import ClinicSettings
from .home_page import HomePage
from .location_page import LocationPage
from .standard_page import StandardPage

__all__ = ["ClinicSettings", "HomePage", "LocationPage", "StandardPage"]
