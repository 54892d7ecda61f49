"""Which flags an answer raises."""

from collections.abc import Iterable
from pathlib import Path

from submissions.models.flags import Flag

from .grammar import Grammar

# Of these, none may wait among what is held as spam.
FLAGS_OF_DANGER = {Flag.EMERGENCY, Flag.SELF_HARM, Flag.DANGER}

HERE = Path(__file__).parent
GRAMMAR = Grammar(HERE / "words.txt", HERE / "rules.txt")


def find_flags(texts: Iterable[str]) -> list[str]:
    """The values of the flags that these texts raise, read one after the other: what
    begins in one answer may end in the next."""
    raised = {flag for rule in GRAMMAR.find("\n".join(texts)) for flag in rule.flags}
    return [flag.value for flag in Flag if flag.value in raised]
