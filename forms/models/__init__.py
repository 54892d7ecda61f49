"""Form pages, their questions, what patients sent, and the log of exports."""

from .export import Export
from .form_field import FormField
from .form_page import FormPage
from .submission import Rating, Submission

__all__ = ["Export", "FormField", "FormPage", "Rating", "Submission"]
