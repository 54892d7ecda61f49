"""The step of a workflow at which a clinician reads a page and vouches for it."""

from collections.abc import Callable
from typing import Any

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from wagtail.models import AbstractGroupApprovalTask, Page, TaskState

from editorial.publication import Problem
from editorial.sign_off.form import SignOffForm
from editorial.sign_off.refusals import SignOffRefusedError, clinician_of, refusals

from .clinical_review import ClinicalReview
from .clinician import Clinician


class ClinicalReviewTaskState(TaskState):
    """One page's stay at the step. Once approved, it holds what was signed off.

    The record itself is made when the page is published: at once if this is the
    workflow's last step (editorial.review_upkeep).
    """

    reviewer = models.ForeignKey(
        Clinician,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("reviewer"),
    )
    next_due = models.DateField(_("next review due"), null=True, blank=True)
    review = models.OneToOneField(
        ClinicalReview,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="signed_off_at",
        verbose_name=_("clinical review"),
    )

    exclude_fields_in_copy = ["review"]

    class Meta:
        verbose_name = _("clinical review task state")

    @transaction.atomic
    def approve(self, user=None, update=True, comment="", **signed) -> TaskState:
        """Sign off as this user; `signed` are the other fields of SignOffForm.

        Raises SignOffRefusedError, and changes nothing, if they may not or if the
        form is not filled in; PublicationStoppedError if the page may not be published.
        """
        # Nobody can save another version until this one is published.
        Page.objects.select_for_update().get(pk=self.workflow_state.object_id)
        page = Page.objects.get(pk=self.workflow_state.object_id).specific
        form = SignOffForm({**signed, "comment": comment}, page=page)
        messages = refusals(page, user) + form.messages
        if messages:
            raise SignOffRefusedError(page, [Problem(str(each)) for each in messages])
        # What is published: the form made sure that it says what was read.
        self.revision_id = page.latest_revision_id
        self.next_due = form.cleaned_data["next_due"]
        self.reviewer = clinician_of(user)
        return super().approve(user, update, form.cleaned_data["comment"])


class ClinicalReviewTask(AbstractGroupApprovalTask):
    """Members of the groups sign pages off. Nobody does so for their own work."""

    task_state_class = ClinicalReviewTaskState

    # The page whose actions were asked for last.
    page: Page | None = None

    class Meta:
        verbose_name = _("Clinical review task")
        verbose_name_plural = _("Clinical review tasks")

    @classmethod
    def get_description(cls) -> str:
        """What Wagtail says of the type where tasks are made."""
        return _(
            "Clinicians in the chosen groups read the page, check its evidence and "
            "sign it off. Nobody can sign off their own work."
        )

    def get_actions(self, obj, user) -> list[tuple[str, str, bool]]:
        """“Request changes” for the groups; “Approve” for those who may sign off."""
        if not super().get_actions(obj, user):
            return []
        self.page = obj.specific
        actions = [("reject", _("Request changes"), True)]
        if not refusals(self.page, user):
            actions.append(("approve", _("Approve"), True))
        return actions

    def get_form_for_action(self, action: str) -> Callable[..., Any]:
        """The form of the dialogue."""
        if action == "approve":
            return self.sign_off_form
        return super().get_form_for_action(action)

    def sign_off_form(self, data=None) -> SignOffForm:
        """The form for the page at hand.

        Wagtail makes it without saying for which page, but asks the same task for its
        actions on the page first.
        """
        return SignOffForm(data, page=self.page)

    def on_action(self, task_state, user, action_name, **kwargs) -> None:
        """Approve or reject. What else a browser may have sent along is left out."""
        names = {"comment"}
        if action_name == "approve":
            names |= SignOffForm.base_fields.keys()
        known = {name: kwargs[name] for name in names & kwargs.keys()}
        super().on_action(task_state, user, action_name, **known)
