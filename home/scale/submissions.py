"""Invented submissions as rows, one after the other, the oldest first."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import accumulate
from random import Random
from uuid import UUID

from wagtail.models import Page

from forms.models import FormPage
from submissions.models import Rating, Submission, SubmissionAddition
from submissions.models.submission import REFERENCE_ALPHABET

from . import texts
from .casework import casework

TOKEN_PREFIX = "scale-"
# A step that visits every number of eight letters once.
STEP = 97_123_456_789
RATINGS = ((5, 48), (4, 24), (3, 11), (2, 7), (1, 6), (0, 4))
FLAGS = (("side_effect", 0.01), ("self_harm", 0.002), ("danger", 0.001))
# Why a row does not count, and how often.
ASIDE = (("held", 0.04), ("duplicate", 0.015), ("withdrawn", 0.01), ("test", 0.005))
VERIFIED, ADDED, ABOUT_PAGE, SAFETY = 0.06, 0.02, 0.7, 0.004
ANSWERED = 0.85
# Most feedback, few complaints, whatever forms there are.
KIND_WEIGHTS = {"feedback": 70, "enquiry": 22, "complaint": 4, "data_request": 2}


def reference(number: int, seed: int) -> str:
    """The reference of this number: never the same twice."""
    place = ((number + 1) * STEP + seed * 7_919) % 26**8
    letters = []
    for _ in range(8):
        place, letter = divmod(place, 26)
        letters.append(REFERENCE_ALPHABET[letter])
    return "".join(letters[:4]) + "-" + "".join(letters[4:])


class FormOfRows:
    """What each row of one form has in common."""

    def __init__(self, page: FormPage):
        fields = [
            (each.clean_name, each.label, each.field_type, each.choices)
            for each in page.get_form_fields()
        ]
        self.kind = page.kind
        self.fields = [(name, kind, choices) for name, _, kind, choices in fields]
        self.values = {
            "page_id": page.pk,
            "form_title": page.title,
            "form_slug": page.slug,
            "form_key": UUID(str(page.translation_key)),
            "questions_asked": [[name, label, kind] for name, label, kind, _ in fields],
            "notice_version": "1",
        }

    def answers(self, rating: int | None, random: Random) -> dict:
        """An answer to each question."""
        return {
            name: answer(kind, choices, rating, random)
            for name, kind, choices in self.fields
        }

    @property
    def asks_for_rating(self) -> bool:
        """Whether a rating is among its questions."""
        return any(kind == "rating" for _, kind, _ in self.fields)


def answer(field_type: str, choices: str, rating: int | None, random: Random):
    """What is stored as the answer to a question of this type."""
    makers = {
        "rating": lambda: rating,
        "multiline": lambda: texts.text(random) if random.random() < ANSWERED else "",
        "singleline": lambda: texts.name(random),
        "email": lambda: f"person{random.randrange(10**6)}@example.org",
        "checkbox": lambda: random.random() < 0.5,
        "consent": lambda: True,
        "radio": lambda: random.choice(choices.splitlines() or [""]),
        "dropdown": lambda: random.choice(choices.splitlines() or [""]),
    }
    return makers.get(field_type, str)()


class SubmissionRows:
    """Makes rows, each with a number of its own. The same seed makes the same rows."""

    def __init__(
        self,
        forms: list[FormPage],
        about: list[Page],
        owner_ids: list[int],
        seed: int,
    ):
        self.forms = [FormOfRows(page) for page in forms]
        self.form_weights = [
            KIND_WEIGHTS.get(each.kind, 1)
            / sum(other.kind == each.kind for other in self.forms)
            for each in self.forms
        ]
        self.about = [(page.pk, page.title, page.full_url or "") for page in about]
        # A few articles are read by most.
        self.about_weights = list(accumulate(1 / (n + 1) for n in range(len(about))))
        self.owner_ids = owner_ids
        self.seed = seed
        self.random = Random(f"rows {seed}")  # noqa: S311 - no secret
        self.previous: Submission | None = None

    def make(
        self, received: list[datetime], now: datetime, first_pk: int, first: int
    ) -> Iterator[tuple[Submission, list[SubmissionAddition]]]:
        """A submission for each moment, with what was added to it."""
        for place, moment in enumerate(received):
            number = first + place
            row = self.row(moment, now, number)
            row.pk = first_pk + place
            yield row, self.additions(row)
            self.previous = row

    def row(self, received: datetime, now: datetime, number: int) -> Submission:
        """One submission."""
        random = self.random
        form = random.choices(self.forms, self.form_weights)[0]
        kind = form.kind
        if random.random() < SAFETY:
            kind = Submission.Kind.SAFETY
        rating = None
        if form.asks_for_rating and random.random() < 0.97:
            values, weights = zip(*RATINGS, strict=True)
            rating = Rating(random.choices(values, weights)[0])
        row = Submission(
            reference=reference(number, self.seed),
            token=f"{TOKEN_PREFIX}{self.seed}-{number}",
            kind=kind,
            rating=rating,
            submit_time=received,
            form_data=form.answers(rating, random),
            is_verified=random.random() < VERIFIED,
            **casework(kind, received, now, self.owner_ids, random),
            **self.about_values(),
            **form.values,
        )
        self.put_aside(row, now)
        self.flag(row)
        return row

    def about_values(self) -> dict:
        """The page it is about, for most."""
        if not self.about or self.random.random() > ABOUT_PAGE:
            return {}
        pk, title, url = self.random.choices(
            self.about, cum_weights=self.about_weights
        )[0]
        return {"about_page_id": pk, "about_title": title, "about_url": url}

    def put_aside(self, row: Submission, now: datetime) -> None:
        """Hold it, or what else keeps a row from counting, now and then."""
        names, shares = zip(*ASIDE, strict=True)
        why = self.random.choices([*names, ""], [*shares, 1 - sum(shares)])[0]
        if not why:
            return
        row.status, row.owner_id, row.due_at = Submission.Status.NEW, None, None
        row.acknowledged_at = row.responded_at = row.closed_at = None
        if why == "held":
            row.is_held, row.held_because = True, ["links", "many_sales_words"]
            row.form_data |= self.written(row, self.random.choice(texts.SPAM))
        elif why == "test":
            row.is_test = True
        elif why == "withdrawn":
            days = timedelta(days=self.random.randrange(1, 40))
            row.withdrawn_at = min(row.submit_time + days, now)
            if not row.is_kept_when_withdrawn:
                row.form_data, row.rating = {}, None
        elif self.previous and self.previous.form_data:
            copied = self.previous
            for name in (
                "page_id",
                "form_title",
                "form_slug",
                "form_key",
                "rating",
                "questions_asked",
                "form_data",
                "kind",
                "about_page_id",
                "about_title",
                "about_url",
            ):
                setattr(row, name, getattr(copied, name))
            row.duplicate_of_id = copied.pk

    def flag(self, row: Submission) -> None:
        """Words of danger in a few; somebody has dealt with what is not open."""
        if row.is_test or row.is_held or not row.form_data:
            return
        for flag, share in FLAGS:
            if self.random.random() < share:
                row.flags = [flag]
                row.form_data = row.form_data | self.written(row, texts.DANGER[flag])
                row.needs_attention = row.status == Submission.Status.NEW
                return

    @staticmethod
    def written(row: Submission, words: str) -> dict:
        """These words as the answer to the row's first free text."""
        for name, _label, kind in row.questions_asked:
            if kind == "multiline":
                return {name: words}
        return {}

    def additions(self, row: Submission) -> list[SubmissionAddition]:
        """What was added later, to a few."""
        if not row.form_data or self.random.random() > ADDED:
            return []
        return [
            SubmissionAddition(
                submission_id=row.pk,
                token=f"{row.token}-a",
                text=texts.text(self.random),
                received_at=row.submit_time + timedelta(hours=3),
            )
        ]
