"""How long a form was open before it was sent. Slow is never suspicious."""

from collections.abc import Iterable

QUICKEST = 3.0
SHORT_TEXT = 20


def speed_signals(texts: Iterable[str], served_at: float, now: float) -> list[str]:
    """Whether the texts cannot have been typed since the form was first served.

    Times are seconds since 1970; `served_at` is 0 if it is not known. Ticks and a word
    or two may be quick: a link in an article chooses the first answer beforehand.
    """
    typed = sum(len(text) for text in texts)
    if served_at and typed >= SHORT_TEXT and now - served_at < QUICKEST:
        return ["too_quick"]
    return []
