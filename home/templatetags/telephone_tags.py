"""Telephone numbers that patients can tap, wherever editors wrote them."""

import re

from django import template
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

from home.telephone import telephone_link

register = template.Library()

# A tag, or what is between tags.
PART = re.compile(r"<[^>]*>|[^<]+|<")
NUMBER = re.compile(
    r"(?<![\w.,:/+-])(?:\+44[ \d()]{9,16}\d|0\d(?:[ -]?\d){8,9}|116 ?123|999|111|112)"
    r"(?![\w%£]|[.,:/-]\d)"
)
# 999, 111 and 112 are also just numbers: these words before them make them telephones.
CALLING = re.compile(
    r"\b(?:call|calls|calling|ring|ringing|phone|phoning|dial|dialling|telephone|nhs|on|"
    r"or|emergency|emergencies|then)\W*$",
    re.IGNORECASE,
)


@register.filter
def telephone_links(value: str) -> SafeString:
    """The text or HTML with each telephone number as a link that dials it; numbers that
    are in a link already stay."""
    parts = []
    before = ""
    links_open = 0
    for part in PART.findall(conditional_escape(value)):
        if part.startswith("<"):
            name = part[1:].lower()
            links_open += name.startswith("a ") - name.startswith("/a>")
            parts.append(part)
        else:
            parts.append(part if links_open else linked(part, before))
            before = (before + part)[-40:]
    return mark_safe("".join(parts))  # noqa: S308 (nothing but links is added)


def linked(text: str, before: str) -> str:
    """The text between two tags with its numbers as links; `before` leads to it."""

    def link(match: re.Match) -> str:
        number = match[0]
        is_short = len(number) == 3
        if is_short and not CALLING.search(before + text[: match.start()]):
            return number
        return f'<a href="{telephone_link(number)}">{number}</a>'

    return NUMBER.sub(link, text)
