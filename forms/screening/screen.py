"""The judgement on one answer, before it is stored."""

import logging
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from django.core.cache import caches

from forms.builder.free_texts import Asked, free_texts
from forms.builder.patient_form import PatientForm
from submissions.screening_signals import HELD_FROM, HELD_FROM_IN_DANGER, score

from .buckets import NETWORK, NETWORK_FLOOD, SITE
from .content import content_signals
from .fields import field_signals
from .floods import hold_the_first
from .network import daily_digest, network_of
from .repetition import Prints, prints_of, remember, repetition_signals
from .speed import speed_signals
from .trap import trap_signals

if TYPE_CHECKING:
    from forms.visit import Visit

logger = logging.getLogger(__name__)

SITE_KEY = "bucket:site"


class Verdict(NamedTuple):
    """The names of the signals found, the network's bucket, if it is known, and the
    digests of the texts."""

    signals: tuple[str, ...] = ()
    network_key: str = ""
    prints: Prints = Prints()

    def fields(self, *, in_danger: bool) -> dict:
        """What the submission keeps: of an answer that is not held, nothing."""
        limit = HELD_FROM_IN_DANGER if in_danger else HELD_FROM
        is_held = score(self.signals) >= limit
        return {
            "is_held": is_held,
            "held_because": list(self.signals) if is_held else [],
        }

    def follow_up(self, submission_id: int) -> None:
        """It was stored: note it, or hold the first ones of its flood."""
        if self.prints.is_empty:
            return
        cache = caches["screening"]
        try:
            if "often_repeated" in self.signals:
                hold_the_first(cache, self.prints)
            else:
                remember(cache, self.prints, submission_id)
        except Exception as error:  # see traffic_signals
            logger.warning("A flood was not seen to: %s", type(error).__name__)

    def give_back(self) -> None:
        """It was stored already: nothing counts twice."""
        cache = caches["screening"]
        try:
            SITE.give_back(cache, SITE_KEY)
            if self.network_key:
                NETWORK.give_back(cache, self.network_key)
        except Exception as error:  # see traffic_signals
            logger.warning("The screening cache failed: %s", type(error).__name__)


def screen(
    visit: "Visit", questions: Sequence[Asked], form: PatientForm, served_at: float
) -> Verdict:
    """What speaks for a program in a form of these questions. An editor's trial is not
    screened.

    Not within a transaction: the cache may lie in the same database.
    """
    if visit.is_test:
        return Verdict()
    texts = free_texts(questions, form.cleaned_data)
    signals = [
        *trap_signals(form.data, served_at),
        *speed_signals(texts, served_at, time.time()),
        *content_signals(texts),
        *field_signals(questions, form.cleaned_data, form.data),
    ]
    traffic, network_key, prints = traffic_signals(network_of(visit.request), texts)
    return Verdict((*signals, *traffic), network_key, prints)


def traffic_signals(
    network: str, texts: Sequence[str]
) -> tuple[list[str], str, Prints]:
    """What the answers that came before tell of this one, its network's bucket, and the
    digests of its texts.

    Without a cache, nothing: whatever is wrong there, the answer must be stored.
    """
    cache = caches["screening"]
    now = time.time()
    found: list[str] = []
    key = ""
    prints = Prints()
    try:
        if SITE.take(cache, SITE_KEY, now) < 0:
            found.append("busy_site")
        if network:
            key = f"bucket:{daily_digest(cache, network)}"
            left = NETWORK.take(cache, key, now)
            if left < NETWORK_FLOOD:
                found.append("network_flood")
            elif left < 0:
                found.append("busy_network")
        prints = prints_of(cache, texts)
        found += repetition_signals(cache, prints)
    except Exception as error:  # a cache of any kind, broken in any way
        logger.warning("The screening cache failed: %s", type(error).__name__)
    return found, key, prints
