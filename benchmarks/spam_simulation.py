"""Programs and people at one form, over two days, on a clock of its own."""

import heapq
from collections import Counter, defaultdict
from collections.abc import Callable
from itertools import count
from random import Random

import time_machine
from wagtail.models import Page

from benchmarks.spam_browser import Browser
from benchmarks.spam_senders import BOTS, PEOPLE, POSTS_EACH, Script
from benchmarks.spam_texts import Texts
from forms.models import FormField, FormPage
from submissions.models import Submission

START = 1_780_000_000
TWO_DAYS = 2 * 24 * 60 * 60
HOUR = 60 * 60
WARD_SIZE, FAMILY_SIZE = 40, 5
WARD, FAMILY_NETWORK = "198.51.100.7", "2001:db8:7:{:x}00::1"


def make_form() -> FormPage:
    """A public form: a rating, a name, and a text that must be written."""
    form = FormPage(title="Feedback", slug="feedback-measured")
    # The front page that the migrations made.
    Page.objects.get(depth=2).add_child(instance=form)
    for field_type in ("rating", "singleline", "multiline"):
        FormField.objects.create(
            page=form,
            label=field_type,
            field_type=field_type,
            required=field_type == "rating",
        )
    return form


class Simulation:
    """`share` of the 5,000 posts and 200 people, in an order that `seed` decides."""

    def __init__(self, seed: int, share: float = 1.0, pieces: str = "held_out"):
        self.random = Random(seed)
        self.texts = Texts(self.random, pieces)
        self.share = share
        self.bots: dict[str, Counter] = defaultdict(Counter)
        self.people: dict[str, Counter] = defaultdict(Counter)
        self.form = make_form()
        self.order = count()
        self.queue: list[tuple[float, int, Script]] = []
        self.stored: list[tuple[int, Counter]] = []

    def run(self) -> None:
        """Let everybody come, each step at its time."""
        self.invite_bots()
        self.invite_people()
        with time_machine.travel(START, tick=False) as clock:
            while self.queue:
                moment, _, script = heapq.heappop(self.queue)
                clock.move_to(START + moment)
                pause = next(script, None)
                if pause is not None:
                    self.plan(script, moment + pause)
        self.count_held_later()

    def count_held_later(self) -> None:
        """What was held when its flood was known does not stand in the list."""
        held = set(Submission.objects.filter(is_held=True).values_list("pk", flat=True))
        for submission, counter in self.stored:
            if submission in held:
                counter.subtract(["stored"])
                counter.update(["held later"])

    def plan(self, script: Script, moment: float) -> None:
        """Take the script's next step then, in seconds from the start."""
        heapq.heappush(self.queue, (moment, next(self.order), script))

    def invite(
        self, kind: Callable, outcomes: dict[str, Counter], address: str, moment: float
    ) -> None:
        """One sender of this kind, who begins then."""
        counter = outcomes[kind.__name__]

        def note(outcome: str, submission: int) -> None:
            counter.update([outcome])
            if outcome == "stored":
                self.stored.append((submission, counter))

        browser = Browser(self.form, address, note)
        self.plan(kind(browser, self.texts, self.random), moment)

    def invite_bots(self) -> None:
        """All programs. Half of each kind come within three hours, from few networks if
        they are fillers and posters, else from one each."""
        for kind, posts in BOTS.items():
            senders = round(posts * self.share / POSTS_EACH.get(kind, 1))
            for _ in range(senders):
                within = self.random.choice([3 * HOUR, TWO_DAYS])
                self.invite(
                    kind, self.bots, self.some_address(), self.random.uniform(0, within)
                )

    def invite_people(self) -> None:
        """All people: a ward within an hour, families, and each from a home."""
        kinds = [
            kind
            for kind, number in PEOPLE.items()
            for _ in range(round(number * self.share))
        ]
        self.random.shuffle(kinds)
        for position, kind in enumerate(kinds):
            if position < WARD_SIZE * self.share:
                address, moment = WARD, HOUR + self.random.uniform(0, HOUR)
            elif position < 2 * WARD_SIZE * self.share:
                address = FAMILY_NETWORK.format(position // FAMILY_SIZE)
                moment = HOUR + self.random.uniform(0, HOUR)
            else:
                address = self.some_address()
                moment = self.random.uniform(0, TWO_DAYS)
            self.invite(kind, self.people, address, moment)

    def some_address(self) -> str:
        """An address anywhere."""
        parts = [self.random.randint(1, 223), *self.random.choices(range(1, 255), k=3)]
        return ".".join(map(str, parts))

    @property
    def bot_posts(self) -> int:
        """How many posts programs made."""
        return sum(outcomes.total() for outcomes in self.bots.values())

    @property
    def bots_held(self) -> int:
        """How many of these were held."""
        return sum(
            outcomes["held"] + outcomes["held later"] for outcomes in self.bots.values()
        )

    @property
    def bots_let_through(self) -> int:
        """How many stand in the list of staff."""
        return sum(outcomes["stored"] for outcomes in self.bots.values())

    @property
    def bots_not_stored(self) -> int:
        """How many left nothing behind."""
        return self.bot_posts - self.bots_held - self.bots_let_through

    @property
    def person_count(self) -> int:
        """How many people there are."""
        return sum(round(number * self.share) for number in PEOPLE.values())

    @property
    def people_wronged(self) -> int:
        """How many posts of people were held, or turned away."""
        wrong = ("held", "held later", "refused")
        return sum(
            outcomes[outcome] for outcomes in self.people.values() for outcome in wrong
        )
