"""Which flags an answer raises."""

import re
import unicodedata
from collections.abc import Iterable

from django.db import models
from django.utils.translation import gettext_lazy as _

from .patterns import DANGER, SELF_HARM, SIDE_EFFECT


class Flag(models.TextChoices):
    """What somebody must look at at once; in the order in which help is shown."""

    EMERGENCY = "emergency", _("Medical emergency")
    SELF_HARM = "self_harm", _("Self-harm or suicide")
    DANGER = "danger", _("Danger or abuse")
    SIDE_EFFECT = "side_effect", _("Side effect or reaction")


# Of these, none may wait among what is held as spam.
FLAGS_OF_DANGER = {Flag.EMERGENCY, Flag.SELF_HARM, Flag.DANGER}

EXPRESSIONS = {
    flag: re.compile("|".join(rf"\b(?:{pattern})\b" for pattern in patterns))
    for flag, patterns in (
        (Flag.SELF_HARM, SELF_HARM),
        (Flag.DANGER, DANGER),
        (Flag.SIDE_EFFECT, SIDE_EFFECT),
    )
}
APOSTROPHES = re.compile(r"['’‘ʼ`´]")
NO_WORD = re.compile(r"[\W_]+")


def plain_words(text: str) -> str:
    """The words in small letters with one space between them, without any signs:
    “I can’t” is “i cant”."""
    text = unicodedata.normalize("NFKC", text).casefold()
    # Invisible signs that are pasted along with words.
    text = "".join(sign for sign in text if unicodedata.category(sign) != "Cf")
    return NO_WORD.sub(" ", APOSTROPHES.sub("", text)).strip()


def find_flags(texts: Iterable[str]) -> list[str]:
    """The values of the flags that these texts raise, read one after the other: what
    begins in one answer may end in the next."""
    words = plain_words(" ".join(texts))
    return [
        flag.value
        for flag, expression in EXPRESSIONS.items()
        if expression.search(words)
    ]
