"""Problems as editors read them."""

from collections.abc import Sequence

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from .problem import Problem


def joined(problems: Sequence[Problem]) -> str:
    """All problems in one line. Each is made of whole sentences."""
    return " ".join(problem.message for problem in problems)


def listed(introduction: str, problems: Sequence[Problem]) -> SafeString:
    """An introduction over a list of the problems, as HTML for a message."""
    items = format_html_join("", "<li>{}</li>", ([each.message] for each in problems))
    return format_html("{}<ul>{}</ul>", introduction, items)
