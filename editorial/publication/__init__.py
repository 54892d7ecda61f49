"""What must hold before a page becomes public, and what happens where it does not."""

from .findings import Findings, find, stop_unless_publishable
from .problem import Problem, PublicationStoppedError
from .rule import PublicationRule

__all__ = [
    "Findings",
    "Problem",
    "PublicationRule",
    "PublicationStoppedError",
    "find",
    "stop_unless_publishable",
]
