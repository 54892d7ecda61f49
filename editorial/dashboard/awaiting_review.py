"""Pages that wait for the reader's approval."""

from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.admin.templatetags.wagtailadmin_tags import user_display_name
from wagtail.models import GroupApprovalTask, Page, TaskState

from editorial.models import ClinicalReviewTask

from .panel import SHOWN, DashboardPanel, Found, Link, Row


class AwaitingReviewPanel(DashboardPanel):
    """In place of Wagtail's, which asks the database anew for each page."""

    name = "awaiting_review"
    order = 100
    heading = _("Waiting for your review")
    title_heading = _("Page")
    notes_heading = _("Sent by")
    when_heading = _("Sent")
    nothing = _(
        "Nothing is waiting for you. Pages that are sent for review are listed here."
    )

    def is_shown(self) -> bool:
        """To those who are asked to approve."""
        if self.user.is_superuser:
            return True
        mine = {"active": True, "groups__in": self.user.groups.all()}
        return any(
            task_type.objects.filter(**mine).exists()
            for task_type in (ClinicalReviewTask, GroupApprovalTask)
        )

    def find(self) -> Found:
        """The pages, those that have waited longest first."""
        waiting = TaskState.objects.reviewable_by(self.user).filter(
            revision__base_content_type=ContentType.objects.get_for_model(Page)
        )
        oldest = waiting.select_related("revision__user").order_by("started_at", "pk")
        states = list(oldest[:SHOWN])
        pages = Page.objects.in_bulk({int(s.revision.object_id) for s in states})
        rows = [self.row(s, pages[int(s.revision.object_id)]) for s in states]
        return Found(rows, waiting.count())

    def row(self, state: TaskState, page: Page) -> Row:
        """One page, with what was changed if it is public already."""
        sender = state.revision.user
        changes = None
        if page.live and page.live_revision_id:
            address = reverse(
                "wagtailadmin_pages:revisions_compare",
                args=[page.pk, "live", state.revision_id],
            )
            changes = Link(_now("What was changed"), address)
        return Row(
            title=state.revision.object_str,
            url=reverse("wagtailadmin_pages:edit", args=[page.pk]),
            notes=[user_display_name(sender)] if sender else [],
            moment=state.started_at,
            link=changes,
        )

    def foot(self, more: int) -> Link | None:
        """To Wagtail's report of all that is under way."""
        if not more:
            return None
        return Link(_("All pages in review"), reverse("wagtailadmin_reports:workflow"))
