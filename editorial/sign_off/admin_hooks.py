"""What signing off adds to Wagtail's admin."""

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin import messages
from wagtail.log_actions import LogFormatter
from wagtail.models import AbstractGroupApprovalTask, Page

from editorial.models import ClinicalReviewTask
from editorial.review_upkeep import SMALL_CORRECTION

from .refusals import refusals


@hooks.register("before_edit_page")
def say_why_there_is_no_approve(request: HttpRequest, page: Page) -> None:
    """Tell a reviewer who cannot approve this page why, and what to do."""
    is_screen = request.method == "GET" and "_w_hydrate_create_view" not in request.GET
    task = page.current_workflow_task if is_screen else None
    if not isinstance(task, ClinicalReviewTask):
        return
    # As Wagtail offers it to the groups, before we ask who it is.
    if not AbstractGroupApprovalTask.get_actions(task, page, request.user):
        return
    for reason in refusals(page, request.user):
        words = {"reason": reason}
        messages.warning(request, _("You cannot approve this page. %(reason)s") % words)


@hooks.register("register_log_actions")
def register_log_actions(actions) -> None:
    """Let a page's history tell of small corrections."""

    @actions.register_action(SMALL_CORRECTION)
    class SmallCorrectionFormatter(LogFormatter):
        """Says whose word it is that the review still holds."""

        label = gettext_lazy("Small correction")

        def format_message(self, log_entry) -> str:
            """The user's name stands beside it."""
            return _(
                "Small correction: nothing about health has changed. The clinical "
                "review still holds."
            )
