"""Every list of questions that was ever asked, so that exports need not look for them
in all submissions."""

import json
from collections.abc import Iterable

from django.db import models


class QuestionList(models.Model):
    """What a form asked at some time: as `Submission.questions_asked`. Two patients who
    answer a changed form at once may leave the same list twice."""

    form_key = models.UUIDField(null=True, db_index=True, editable=False)
    questions = models.JSONField(editable=False)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        """The form, and how many questions."""
        return f"{self.form_key}: {len(self.questions)}"

    @classmethod
    def remember(cls, submissions: Iterable) -> None:
        """Write down what these were asked, where it is not known yet."""
        asked = {
            (each.form_key, json.dumps(each.questions_asked)) for each in submissions
        }
        for form_key, questions in sorted(asked, key=str):
            known = {"form_key": form_key, "questions": json.loads(questions)}
            if not cls.objects.filter(**known).exists():
                cls.objects.create(**known)


class IdentifyingQuestion(models.Model):
    """A question whose answers say who somebody is.

    Stays when the question is removed from its form: the answers stay as well.
    """

    form_key = models.UUIDField(editable=False)
    name = models.CharField(max_length=255, editable=False)

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["form_key", "name"], name="one_identifying_question"
            )
        ]

    def __str__(self) -> str:
        """The question's name."""
        return self.name
