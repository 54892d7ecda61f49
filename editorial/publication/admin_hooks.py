"""What the rules of publication add to Wagtail's admin."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin import messages
from wagtail.log_actions import LogFormatter
from wagtail.models import Page

from .bulk_action import PublishWhatPasses
from .findings import find
from .schedule import NOT_PUBLISHED
from .wording import listed

# The buttons that publish a page or hand it on.
ACTIONS = {
    "action-publish",
    "action-submit",
    "action-restart-workflow",
    "action-workflow-action",
}

# After Wagtail's own, in whose place it comes.
hooks.register("register_bulk_action", PublishWhatPasses, order=1)


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
def say_what_is_missing(request: HttpRequest, page: Page) -> None:
    """Tell the editor what is missing on what was just published or handed on."""
    if not ACTIONS.intersection(request.POST):
        return
    stopping, warnings = find(page)
    if stopping:
        introduction = _("Before this page can be published:")
        messages.warning(request, listed(introduction, stopping))
    if warnings:
        introduction = _("The page can be published, but this is missing:")
        if "action-publish" in request.POST:
            introduction = _("Something is missing on the page that you published:")
        messages.warning(request, listed(introduction, warnings))
    if "action-publish" in request.POST and page.live and page.edited_since_review:
        message = _(
            "The page now tells patients that it was edited since its clinical review. "
            "Submit it for review to have the changes read."
        )
        messages.warning(request, message)


@hooks.register("after_edit_page", order=100)
def stay_at_the_front_page(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Lead from the front page to the list of those below it, as there is none above.

    After all that others have to say.
    """
    is_done = ACTIONS.intersection(request.POST) and not request.POST.get("next")
    if page.depth == 2 and is_done:
        return redirect("wagtailadmin_explore", page.pk)
    return None


@hooks.register("register_log_actions")
def register_log_actions(actions) -> None:
    """Let a page's history say why it was not published on its day."""

    @actions.register_action(NOT_PUBLISHED)
    class NotPublishedFormatter(LogFormatter):
        """Says all the reasons."""

        label = gettext_lazy("Not published on schedule")

        def format_message(self, log_entry) -> str:
            """The reasons as they were then."""
            return _("Not published on schedule. %(reasons)s") % {
                "reasons": " ".join(log_entry.data.get("reasons", []))
            }
