"""From an editor's questions to the form that patients fill in."""

from .builder import LONG_TEXT_MAX_LENGTH, ClinicFormBuilder

__all__ = ["LONG_TEXT_MAX_LENGTH", "ClinicFormBuilder"]
