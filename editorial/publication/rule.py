"""The base of every rule of publication."""

from abc import ABC, abstractmethod
from typing import Any

from .problem import Problem
from .settings import Weight


class PublicationRule(ABC):
    """Something that must be there before a page becomes public.

    A page type names the rules it must keep in `publication_rules`.
    """

    # The field of PublicationSettings that says how much the rule weighs; without one,
    # `weight` does.
    setting = ""
    weight: Any = Weight.STOP

    @abstractmethod
    def problems(self, page: Any) -> list[Problem]:
        """What is missing on this page, as it stands in memory."""
