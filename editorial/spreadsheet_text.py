"""Text that spreadsheets show, and never run."""

import re

# What spreadsheets take for the start of a formula, wide forms included, whatever
# unseen characters stand before it (OWASP, "CSV Injection").
FORMULA_START = re.compile(
    r"[\s\x00-\x1f\u200b-\u200f\u2060\ufeff]*[=+\-@＝＋－＠]|[\t\r\n\x00]"
)


def formula_safe(text: str) -> str:
    """The text as no spreadsheet takes it for a formula.

    A leading apostrophe is what spreadsheets themselves mark text with.
    """
    return f"'{text}" if FORMULA_START.match(text) else text
