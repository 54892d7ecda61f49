"""What the reader began and did not publish."""

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, WorkflowState

from editorial.page_permissions import changeable_pages, may_any

from .panel import SHOWN, DashboardPanel, Found, Link, Row


def draft_state(page: Page) -> str:
    """How far the page, read with its workflow states, has come."""
    workflow_state = page.current_workflow_state
    if workflow_state is None:
        return _now("Public, with changes to publish") if page.live else _now("Draft")
    if workflow_state.status == WorkflowState.STATUS_NEEDS_CHANGES:
        return _now("Changes were asked for")
    return _now("Waits for approval")


class DraftsPanel(DashboardPanel):
    """Pages that the reader edited last and that hold unpublished changes."""

    name = "my_drafts"
    order = 110
    heading = _("My drafts")
    title_heading = _("Page")
    notes_heading = _("State")
    when_heading = _("Edited")
    nothing = _(
        "You have no unpublished changes. Pages that you save without publishing "
        "are listed here, so that you find them again."
    )

    def is_shown(self) -> bool:
        """To those who write pages."""
        return may_any(self.user, "add", "change")

    def find(self) -> Found:
        """The drafts, newest first."""
        drafts = changeable_pages(self.user).filter(
            has_unpublished_changes=True,
            latest_revision__user=self.user,
            alias_of=None,
        )
        newest = drafts.order_by("-latest_revision_created_at", "-pk")
        rows = [
            Row(
                title=page.get_admin_display_title(),
                url=reverse("wagtailadmin_pages:edit", args=[page.pk]),
                notes=[draft_state(page)],
                moment=page.latest_revision_created_at,
            )
            for page in newest.prefetch_workflow_states()[:SHOWN]
        ]
        return Found(rows, drafts.count())

    def foot(self, more: int) -> Link | None:
        """To the page list, if not all are shown."""
        if not more:
            return None
        query = urlencode({"edited_by": self.user.pk})
        return Link(
            _("All pages that you edited"),
            f"{reverse('wagtailadmin_explore_root')}?{query}",
        )
