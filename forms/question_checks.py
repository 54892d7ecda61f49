"""What keeps an editor's questions from being asked, in plain words."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from editorial.publication import Problem, PublicationRule
from editorial.publication.settings import Weight
from editorial.rich_text import plain_text
from forms.builder.answers import CHOICE_TYPES, known_answers, split_choices
from forms.builder.free_texts import FREE_TEXT_TYPES


class QuestionProblem(NamedTuple):
    """What is wrong with a field of the question at a position."""

    position: int
    field: str
    message: str


class NoticeRule(PublicationRule):
    """Who is asked about themselves is told who reads it, and how long it is kept: UK
    GDPR, article 13."""

    weight = Weight.WARN

    def problems(self, page: Any) -> list[Problem]:
        """Questions that patients answer with what says who they are, or in words of
        their own, without a notice."""
        asks = any(
            question.says_who or question.field_type in FREE_TEXT_TYPES
            for question in page.get_form_fields()
        )
        if not asks or plain_text(page.privacy_notice):
            return []
        message = _(
            "The form asks patients about themselves, and its privacy notice is empty. "
            "Write who reads the answers, and how long they are kept."
        )
        return [Problem(message, "privacy_notice")]


def find_problems(questions: Sequence[Any]) -> list[QuestionProblem]:
    """Everything that is wrong with these questions, given in their order."""
    problems = []
    earlier: dict[str, Any] = {}
    labels = {question.clean_name: question.label for question in questions}
    for position, question in enumerate(questions):
        found = [
            *own_problems(question),
            *condition_problems(question, earlier, labels),
        ]
        problems += [QuestionProblem(position, *problem) for problem in found]
        if question.is_question:
            earlier[question.clean_name] = question
    return problems


def own_problems(question: Any) -> Iterator[tuple[str, str]]:
    """Field and message of what is wrong with a question by itself."""
    if not can_be_seen(question.label):
        yield "label", _("Write words that patients can see.")
    if question.field_type in CHOICE_TYPES and not split_choices(question.choices):
        yield "choices", _("Write the answers to choose from, one on each line.")
    if question.field_type == "consent" and not plain_text(question.text):
        yield "text", _("Write what patients agree to.")
    if question.makes_complaint and question.field_type != "checkbox":
        yield (
            "makes_complaint",
            _("Only a single box to tick can make it a complaint."),
        )


def condition_problems(
    question: Any, earlier: Mapping[str, Any], labels: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """Field and message of what is wrong with what a question depends on."""
    name = question.shown_if_question
    if not name:
        return
    deciding = earlier.get(name)
    if deciding is None:
        yield "shown_if_question", problem_with_place(labels.get(name))
        return
    known = known_answers(deciding)
    if not known:
        yield (
            "shown_if_question",
            _(
                "“%(question)s” is answered in the patient’s own words. Choose a "
                "question whose answers are to be chosen from."
            )
            % {"question": deciding.label},
        )
        return
    wanted = [line.strip() for line in question.shown_if_answers.splitlines()]
    wanted = [line for line in wanted if line]
    if not wanted:
        yield "shown_if_answers", _("Choose the answers for which it is shown.")
    unknown = [answer for answer in wanted if answer not in dict(known)]
    if unknown:
        yield (
            "shown_if_answers",
            _("“%(answer)s” is no answer to “%(question)s”. Its answers: %(answers)s.")
            % {
                "answer": "”, “".join(unknown),
                "question": deciding.label,
                "answers": ", ".join(label for _value, label in known),
            },
        )


def problem_with_place(label: str | None) -> str:
    """What is wrong if the question depended on does not stand above."""
    if label is None:
        return _("The question that this depends on is gone. Choose another.")
    return _(
        "This depends on “%(question)s”, which stands below it. Move that question up, "
        "or choose another."
    ) % {"question": label}


def can_be_seen(label: str) -> bool:
    """Whether a label has a letter, a digit or a sign: not only what leaves no mark."""
    return any(unicodedata.category(sign)[0] in "LNPS" for sign in label)
