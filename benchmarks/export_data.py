"""Answers to export: ours, and the same in the table of Wagtail's own forms."""

import random
import secrets
from datetime import timedelta

from django.core.management import call_command
from django.utils import timezone
from wagtail.contrib.forms.models import FormSubmission

from forms.models import FormField, FormPage
from home.models import HomePage
from submissions.models import Rating, Submission

QUESTIONS = [
    ("q_rating", "How was your experience?", "rating"),
    ("q_why", "Please tell us why", "multiline"),
    ("q_helped", "What helped?", "checkboxes"),
    ("q_visits", "How many visits before?", "number"),
    ("q_name", "Your name", "singleline"),
    ("q_mail", "E-mail", "email"),
]
CHOICES = ["Explanation", "Exercise", "Medicine", "Somebody listened"]
TEXT = (
    "the nurse was kind and took time to explain what would happen next but waiting "
    "room was cold pain has been better since injection doctor listened & “thank you”"
)
WORDS = TEXT.split()
BATCH = 5_000


def make_data(count: int) -> None:
    """Migrate an empty database, and fill it with so many answers, each twice."""
    call_command("migrate", verbosity=0)
    home = HomePage.objects.earliest("path")
    page = home.add_child(instance=FormPage(title="Feedback", slug="feedback"))
    for name, label, kind in QUESTIONS:
        FormField.objects.create(
            page=page,
            clean_name=name,
            label=label,
            field_type=kind,
            choices="\n".join(CHOICES) if kind == "checkboxes" else "",
        )
    chance = random.Random(5)
    now = timezone.now()
    for start in range(0, count, BATCH):
        ours, stock = [], []
        for number in range(start, min(start + BATCH, count)):
            answers = make_answers(chance, number)
            moment = now - timedelta(minutes=count - number)
            ours.append(
                Submission(
                    page_id=page.pk,
                    form_title=page.title,
                    form_slug=page.slug,
                    form_key=page.translation_key,
                    token=secrets.token_hex(16),
                    # Among a million, chance would make two alike.
                    reference=f"{number:09d}",
                    rating=answers["q_rating"],
                    questions_asked=[list(question) for question in QUESTIONS],
                    form_data=answers,
                    submit_time=moment,
                    notice_version="2026-11",
                )
            )
            in_words = str(Rating(answers["q_rating"]).label)
            stock.append(
                FormSubmission(
                    page_id=page.pk,
                    submit_time=moment,
                    form_data=answers | {"q_rating": in_words},
                )
            )
        Submission.objects.bulk_create(ours)
        FormSubmission.objects.bulk_create(stock)


def make_answers(chance: random.Random, number: int) -> dict:
    """What one patient answers: about thirty words."""
    return {
        "q_rating": chance.randint(0, 5),
        "q_why": " ".join(chance.choices(WORDS, k=chance.randint(5, 60))),
        "q_helped": chance.sample(CHOICES, chance.randint(0, 3)),
        "q_visits": str(chance.randint(0, 30)),
        "q_name": f"Patient Number {number}",
        "q_mail": f"patient{number}@example.org",
    }
