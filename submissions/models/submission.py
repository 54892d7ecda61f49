"""What patients sent."""

import json
import secrets

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.forms.models import AbstractFormSubmission
from wagtail.models import Page

from submissions.models.flags import Flag
from submissions.screening_signals import in_words

from .desk_indexes import DESK_INDEXES
from .question_list import QuestionList
from .questions_asked import Answer, Question
from .rating import Rating
from .search_text import fold_answers
from .states import (
    NEVER_PUT_ASIDE,
    PUT_ASIDE_STATES,
    Kind,
    State,
    Status,
    row_is_flagged,
    row_is_open,
    state_of_row,
)
from .submission_queryset import SubmissionQuerySet

# Without letters and digits that look or sound alike, and without vowels, so
# that a reference can be written down, read out, and never spells a word.
REFERENCE_ALPHABET = "23456789BCDFGHJKMNPQRTVWXZ"


def new_reference() -> str:
    """A public reference such as "K7QM-4ZD2": short, and not to be guessed."""
    letters = [secrets.choice(REFERENCE_ALPHABET) for _ in range(8)]
    return "".join(letters[:4]) + "-" + "".join(letters[4:])


class Submission(AbstractFormSubmission):
    """One form as a patient sent it.

    It stands on its own: deleting the form, a question or the page it is about
    takes nothing away. `token` is the number of the form as it was served; sending
    the same form again finds the same submission.
    """

    Status = Status
    State = State
    Kind = Kind
    NEVER_PUT_ASIDE = NEVER_PUT_ASIDE

    reference = models.CharField(
        max_length=9, unique=True, default=new_reference, editable=False
    )
    token = models.CharField(max_length=32, unique=True, editable=False)
    kind = models.CharField(max_length=12, choices=Kind, default=Kind.FEEDBACK)
    status = models.CharField(max_length=12, choices=Status, default=Status.NEW)

    # The form: gone forms leave their title and slug behind.
    page = models.ForeignKey(
        Page,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("form"),
    )
    form_title = models.CharField(max_length=255)
    form_slug = models.CharField(max_length=255, db_index=True)
    # The same for a form and its translations, another for a copy of it: with a
    # question's name it says which question was asked. Older submissions have none.
    form_key = models.UUIDField(null=True, editable=False)

    # The page it is about, likewise. Empty if it is about the clinic as a whole.
    about_page = models.ForeignKey(
        Page,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("about page"),
    )
    about_title = models.CharField(max_length=255, blank=True)
    about_url = models.CharField(max_length=2000, blank=True)

    # [[name, label, field type], …] in the order in which they were asked; those of
    # consents go on with the notice's version and the notice.
    questions_asked = models.JSONField(default=list)
    # What the patient wrote, for the desk's search; see `search_text.fold_answers`.
    search_text = models.TextField(blank=True, editable=False)
    # Names of the questions that another answer made needless.
    not_asked = models.JSONField(default=list, editable=False)
    rating = models.PositiveSmallIntegerField(choices=Rating, null=True, blank=True)
    notice_version = models.CharField(max_length=20, blank=True)
    submit_time = models.DateTimeField(
        _("received"), default=timezone.now, editable=False
    )
    is_test = models.BooleanField(_("test"), default=False, editable=False)
    # Answered through an invitation that staff handed out at a visit.
    is_verified = models.BooleanField(
        _("from a verified visit"), default=False, editable=False
    )
    # Nearly the same was sent shortly before.
    duplicate_of = models.ForeignKey(
        "self",
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="duplicates",
        verbose_name=_("duplicate of"),
    )
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, editable=False)
    # When its words went; see submissions.privacy.erasing.
    erased_at = models.DateTimeField(_("erased"), null=True, editable=False)

    # Probably from a program, and why: names of submissions.screening_signals. Why
    # stays when staff release it.
    is_held = models.BooleanField(_("held as spam"), default=False, editable=False)
    held_because = models.JSONField(default=list, editable=False)
    # Values of Flag; `needs_attention` until a member of staff has dealt with it.
    flags = models.JSONField(default=list, editable=False)
    needs_attention = models.BooleanField(
        _("to be read at once"), default=False, editable=False
    )

    # Who of the staff sees to it.
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("owner"),
    )
    # When an answer is due by the clinic's clock; empty while the clock stands still,
    # when it was answered, and for what asks for no answer.
    due_at = models.DateTimeField(_("due"), null=True, editable=False)
    acknowledged_at = models.DateTimeField(_("acknowledged"), null=True, editable=False)
    responded_at = models.DateTimeField(_("responded"), null=True, editable=False)
    closed_at = models.DateTimeField(_("closed"), null=True, editable=False)
    # When staff last took it up again after they had answered or closed it.
    reopened_at = models.DateTimeField(_("reopened"), null=True, editable=False)

    # Where it stands, all told: made by the database, so that it is never out of step.
    state = models.GeneratedField(
        expression=state_of_row(),
        output_field=models.CharField(max_length=12, choices=State),
        db_persist=True,
    )
    is_open = models.GeneratedField(
        expression=row_is_open(),
        output_field=models.BooleanField(),
        db_persist=True,
    )

    # So that those few are found without a look at all others.
    is_flagged = models.GeneratedField(
        expression=row_is_flagged(),
        output_field=models.BooleanField(),
        db_persist=True,
    )

    objects = SubmissionQuerySet.as_manager()

    class Meta:
        verbose_name = _("submission")
        verbose_name_plural = _("submissions")
        ordering = ["-submit_time", "-pk"]
        # Nobody adds one but the patient. Each of these is given on its own, for all
        # forms or for one: see submissions.permissions.
        default_permissions = ()
        permissions = [
            ("view_submission", "Can read submissions"),
            ("change_submission", "Can answer submissions"),
            ("export_submission", "Can export submissions without identity"),
            ("export_identity_submission", "Can export submissions with identity"),
            ("delete_submission", "Can erase submissions"),
            ("configure_desk", "Can configure the desk"),
        ]
        indexes = DESK_INDEXES

    def __str__(self) -> str:
        """The reference: what a patient wrote has no place in titles and logs."""
        return self.reference

    def save(self, *args, **kwargs) -> None:
        """Keep what the desk's search and the export's columns are made from in step
        with the answers."""
        is_new = self._state.adding
        if kwargs.get("update_fields") is None:
            added = [] if is_new else self.additions.values_list("text", flat=True)
            self.search_text = fold_answers(self.form_data, added)
        super().save(*args, **kwargs)
        if is_new:
            QuestionList.remember([self])

    @property
    def is_kept_when_withdrawn(self) -> bool:
        """Whether its kind keeps its words when the patient withdraws it."""
        return self.kind in self.NEVER_PUT_ASIDE

    @property
    def is_put_aside(self) -> bool:
        """Whether it does not count, so that nobody works on it."""
        return self.state in PUT_ASIDE_STATES

    @property
    def is_erased(self) -> bool:
        """Whether its words are gone."""
        return self.erased_at is not None

    @property
    def status_text(self) -> str:
        """Where it stands, in words."""
        return str(State(self.state).label)

    @property
    def flag_labels(self) -> list[str]:
        """What it was flagged for, in words."""
        return [str(flag.label) for flag in Flag if flag.value in self.flags]

    @property
    def reasons_held(self) -> list:
        """Why it was held, in words."""
        return in_words(self.held_because)

    @property
    def questions(self) -> list[Question]:
        """The questions as they stood."""
        return [Question(*question) for question in self.questions_asked]

    def has_answers(self, answers: dict) -> bool:
        """Whether these are its answers, by question's name, as a form gives them."""
        return json.loads(json.dumps(answers, cls=DjangoJSONEncoder)) == self.form_data

    @property
    def answers(self) -> list[tuple[str, str]]:
        """Each question's label with its answer as text, in the order asked."""
        return [
            (question.label, self.answer_text(question)) for question in self.questions
        ]

    @property
    def answers_as_asked(self) -> list[Answer]:
        """Each question as it stood with its answer, in the order asked."""
        return [
            Answer(
                question,
                self.answer_text(question),
                question.name not in self.not_asked,
            )
            for question in self.questions
        ]

    def answer_text(self, question: Question) -> str:
        """The answer to this question as text; empty if there is none."""
        return question.text_of(self.form_data.get(question.name))
