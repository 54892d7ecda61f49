"""What the page editor's form asks of reviews: small corrections and approvals."""

import json
from typing import Any

from django.utils.translation import gettext as _
from wagtail.models import COMMENTS_RELATION_NAME

from editorial.clinical_content import clinical_content, says_the_same
from editorial.models.clinical_review_task import ClinicalReviewTask
from editorial.sign_off.form import SignOffForm
from editorial.sign_off.refusals import refusals


class ReviewFormMixin:
    """Takes the editor's word for a small correction; holds an approval to its rules.

    Wagtail asks a reviewer in a dialogue and takes the answers from there unasked.
    Here they are asked again, while the screen can still show what is wrong.
    """

    @property
    def small_correction(self) -> bool:
        """Whether the editor ticked it. The footer shows it (small_correction.html).

        As a field of the form, Wagtail would show it among the page's own fields too.
        """
        return "small_correction" in self.data

    def _post_clean(self) -> None:
        """Also say what stands against an approval."""
        # Only now does the page hold what was typed.
        super()._post_clean()
        if "action-workflow-action" in self.data:
            for message in self.approval_problems():
                self.add_error(None, message)

    def save(self, commit: bool = True) -> Any:
        """Hand the word on to the version that is saved next."""
        self.instance.is_small_correction = self.small_correction
        return super().save(commit)

    def approval_problems(self) -> list[str]:
        """Why what the workflow's button asks for cannot be done; none if it can."""
        task = self.instance.current_workflow_task
        if task is None:
            return [_("This page does not wait for approval any more. Open it again.")]
        answers = self.workflow_answers()
        if answers is None:
            return [_("Your answers did not arrive. Press the button again.")]
        if self.data.get("workflow-action-name") == "approve" and isinstance(
            task, ClinicalReviewTask
        ):
            return self.sign_off_problems(answers)
        return []

    def sign_off_problems(self, answers: dict[str, Any]) -> list[str]:
        """Why the page, as this screen shows it, cannot be signed off."""
        problems = refusals(self.instance, self.for_user)
        if problems:
            return problems
        if self.changes_what_is_read():
            return [
                _(
                    "You changed the page: nobody can approve their own words. Save it "
                    "as a draft for another clinical reviewer, or open the page again "
                    "and approve it as it was."
                )
            ]
        if not self.shows_newest_version():
            return [
                _(
                    "The page was changed while you were reading. Open it again, and "
                    "read the newest version."
                )
            ]
        return SignOffForm(answers, page=self.instance).messages

    def workflow_answers(self) -> dict[str, Any] | None:
        """What was answered in the dialogue; None if it is damaged."""
        try:
            answers = json.loads(self.data.get("workflow-action-extra-data", "{}"))
        except ValueError:
            return None
        return answers if isinstance(answers, dict) else None

    def changes_what_is_read(self) -> bool:
        """Whether something was typed about health.

        Wagtail's own answer is no help: its text editor stores the same text in
        another way, and it saves that by itself.
        """
        newest = self.instance.get_latest_revision_as_object()
        if clinical_content(self.instance) != clinical_content(newest):
            return True
        left_out = {COMMENTS_RELATION_NAME, *self.instance.not_clinical}
        return any(
            formset.has_changed()
            for name, formset in self.formsets.items()
            if name not in left_out
        )

    def shows_newest_version(self) -> bool:
        """Whether the screen was opened on what would be published."""
        loaded = self.data.get("loaded_revision_id", "")
        if not loaded.isdecimal() or len(loaded) > 9:
            return not loaded
        return says_the_same(self.instance, int(loaded))
