"""Finding public pages by the words that patients type."""

from .results import Answer, Result, search_pages

__all__ = ["Answer", "Result", "search_pages"]
