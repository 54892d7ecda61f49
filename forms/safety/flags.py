"""Which flags an answer raises."""

from collections.abc import Iterable
from pathlib import Path

from django.db import models
from django.utils.translation import gettext_lazy as _

from .grammar import Grammar


class Flag(models.TextChoices):
    """What somebody must look at at once; in the order in which help is shown."""

    EMERGENCY = "emergency", _("Medical emergency")
    SELF_HARM = "self_harm", _("Self-harm or suicide")
    DANGER = "danger", _("Danger or abuse")
    SIDE_EFFECT = "side_effect", _("Side effect or reaction")


# Of these, none may wait among what is held as spam.
FLAGS_OF_DANGER = {Flag.EMERGENCY, Flag.SELF_HARM, Flag.DANGER}

HERE = Path(__file__).parent
GRAMMAR = Grammar(HERE / "words.txt", HERE / "rules.txt")


def find_flags(texts: Iterable[str]) -> list[str]:
    """The values of the flags that these texts raise, read one after the other: what
    begins in one answer may end in the next."""
    raised = {flag for rule in GRAMMAR.find("\n".join(texts)) for flag in rule.flags}
    return [flag.value for flag in Flag if flag.value in raised]
