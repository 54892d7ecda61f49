"""Structured data as text that may stand in a page."""

import json
from typing import Any

from django.utils.safestring import SafeString, mark_safe

# Nothing that an editor typed can end the script element, or a line in it.
ESCAPES = {ord(sign): f"\\u{ord(sign):04X}" for sign in "<>&\u2028\u2029"}


def json_ld(nodes: list[dict[str, Any]]) -> SafeString:
    """These things as one JSON-LD document, to put inside a script element."""
    document = {"@context": "https://schema.org", "@graph": nodes}
    text = json.dumps(document, ensure_ascii=False).translate(ESCAPES)
    return mark_safe(text)  # noqa: S308 - escaped in the line above
