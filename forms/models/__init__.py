"""Form pages, their questions, and what patients sent."""

from .form_page import FormField, FormPage
from .submission import Rating, Submission

__all__ = ["FormField", "FormPage", "Rating", "Submission"]
