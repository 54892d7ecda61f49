"""What keeps a page from the public, in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from typing import Any

from django.core.exceptions import ValidationError


@dataclass(frozen=True)
class Problem:
    """One thing that is missing: what, what to do about it, and where.

    `message` holds nothing of the page's own text, for it goes into e-mails and logs.
    `field` is the form's field; `position` that of the section in it, from 0, if it
    is a stream. A section that moves is still the same problem.
    """

    message: str
    field: str = ""
    position: int | None = dataclass_field(default=None, compare=False)


class PublicationStoppedError(ValidationError):
    """The page may not become public. `problems` are all reasons, `page` is the page.

    It can be caught wherever Wagtail and this project expect a ValidationError.
    """

    def __init__(self, page: Any, problems: Sequence[Problem]):
        super().__init__([problem.message for problem in problems])
        self.page = page
        self.problems = list(problems)
