"""The table of what makes an answer suspicious: points, and words for staff.

Two kinds of signals. A *circumstance* can be anybody's: a password manager fills in
every field, a ward shares one address. Circumstances together count for at most
`MOST_FOR_CIRCUMSTANCES`, so that they never hold an answer without *evidence* from what
was sent, or how.
"""

from collections.abc import Iterable
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

HELD_FROM = 6
# Words of danger are held only when nothing speaks for a person.
HELD_FROM_IN_DANGER = 12
MOST_FOR_CIRCUMSTANCES = 3


class Signal(NamedTuple):
    """What speaks for a program: its name as stored, its points, and why, in words that
    blame nobody."""

    name: str
    points: int
    words: Promise
    is_circumstance: bool = False


TABLE = [
    Signal(
        "trap_filled",
        4,
        _(
            "A field that people do not see was filled in. Password managers do that "
            "too."
        ),
        is_circumstance=True,
    ),
    Signal(
        "busy_network",
        2,
        _("Many answers came from the same network within an hour."),
        is_circumstance=True,
    ),
    Signal(
        "busy_site",
        1,
        _("Far more answers than usual came within an hour."),
        is_circumstance=True,
    ),
    Signal(
        "other_alphabet",
        2,
        _("It is written in an alphabet that this website does not use."),
        is_circumstance=True,
    ),
    Signal(
        "trap_copied",
        6,
        _("A field that people do not see got the same text as another."),
    ),
    Signal("trap_missing", 5, _("It was not sent the way a browser sends a form.")),
    Signal("too_quick", 3, _("It was sent sooner than anybody can type it.")),
    Signal("network_flood", 6, _("A flood of answers comes from the same network.")),
    Signal("link", 4, _("It has a link to a website that patients seldom name.")),
    Signal(
        "link_in_account",
        1,
        _("It has a link that patients seldom name, and tells of care."),
    ),
    Signal("links", 6, _("It has links to websites that patients seldom name.")),
    Signal("little_but_link", 2, _("It has hardly any words besides a link.")),
    Signal("link_markup", 6, _("It has links written in code, as programs do.")),
    Signal("sales_words", 1, _("It has a word that is usual in advertisements.")),
    Signal("many_sales_words", 6, _("It reads like an advertisement.")),
    Signal("link_as_name", 6, _("A link or an advertisement stands in for a name.")),
    Signal("disguised_words", 3, _("Letters of another alphabet hide in its words.")),
    Signal("some_gibberish", 3, _("Some of it is letters that make no words.")),
    Signal("gibberish", 6, _("Most of it is letters that make no words.")),
    Signal("same_answers", 3, _("Different questions got the same answer.")),
    Signal("repeated", 3, _("Nearly the same text came several times today.")),
    Signal("often_repeated", 6, _("Nearly the same text came many times today.")),
]
SIGNALS = {signal.name: signal for signal in TABLE}


def score(names: Iterable[str]) -> int:
    """The points of these signals together."""
    signals = [SIGNALS[name] for name in names]
    circumstances = sum(each.points for each in signals if each.is_circumstance)
    evidence = sum(each.points for each in signals if not each.is_circumstance)
    return min(circumstances, MOST_FOR_CIRCUMSTANCES) + evidence


def in_words(names: Iterable[str]) -> list[Promise]:
    """Why it is held, for staff; names that are no longer known are left out."""
    return [SIGNALS[name].words for name in names if name in SIGNALS]
