"""What the reader began and did not publish."""

from django.db.models import Case, Q, Value, When
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.admin.templatetags.wagtailadmin_tags import user_display_name
from wagtail.models import Page, WorkflowState

from editorial.page_permissions import changeable_pages, may_any

from .panel import SHOWN, DashboardPanel, Found, Link, Row


def draft_notes(page: Page, sent_back: WorkflowState | None) -> list[str]:
    """How far the page, read with its states, has come; why it was sent back."""
    if sent_back:
        task_state = sent_back.current_task_state
        reviewer = task_state.finished_by
        note = _now("Changes requested")
        if reviewer:
            note = _now("Changes requested by %(name)s") % {
                "name": user_display_name(reviewer)
            }
        return [note, *([f"“{task_state.comment}”"] if task_state.comment else [])]
    if page.approved_schedule:
        return [_now("Public, changes scheduled") if page.live else _now("Scheduled")]
    if page.current_workflow_state:
        return [_now("Waiting for review")]
    return [_now("Public, with changes to publish") if page.live else _now("Draft")]


class DraftsPanel(DashboardPanel):
    """Pages with unpublished changes that the reader edited last, or had reviewed.

    Asking for changes saves the page: the reviewer then is who edited it last.
    """

    name = "my_drafts"
    order = 110
    heading = _("My drafts")
    title_heading = _("Page")
    notes_heading = _("Status")
    when_heading = _("Edited")
    nothing = _(
        "You have no unpublished changes. Pages that you save without publishing "
        "are listed here, so that you find them again."
    )

    def is_shown(self) -> bool:
        """To those who write pages."""
        return may_any(self.user, "add", "change")

    def find(self) -> Found:
        """The drafts: what was sent back, then the newest."""
        states = WorkflowState.objects.filter(status=WorkflowState.STATUS_NEEDS_CHANGES)
        states = states.select_related("current_task_state__finished_by")
        sent_back = {state.object_id: state for state in states}
        mine = [
            key
            for key, each in sent_back.items()
            if each.requested_by_id == self.user.pk
        ]
        drafts = changeable_pages(self.user).filter(
            Q(latest_revision__user=self.user) | Q(pk__in=mine),
            has_unpublished_changes=True,
            alias_of=None,
        )
        first = Case(When(pk__in=mine, then=Value(0)), default=Value(1))
        ordered = drafts.order_by(first, "-latest_revision_created_at", "-pk")
        rows = [
            Row(
                title=page.get_admin_display_title(),
                url=reverse("wagtailadmin_pages:edit", args=[page.pk]),
                notes=draft_notes(page, sent_back.get(str(page.pk))),
                moment=page.latest_revision_created_at,
            )
            for page in ordered.annotate_approved_schedule().prefetch_workflow_states()[
                :SHOWN
            ]
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
