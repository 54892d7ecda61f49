"""Form pages, their questions, what patients sent, and the log of exports."""

from .export import Export
from .form_page import FormField, FormPage
from .submission import Rating, Submission

__all__ = ["Export", "FormField", "FormPage", "Rating", "Submission"]
