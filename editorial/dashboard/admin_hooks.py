"""What the dashboard and the reports' menu of Wagtail show, and what they do not."""

from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.auth import user_has_any_page_permission
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.admin.views.home import (
    RecentEditsPanel,
    UserObjectsInWorkflowModerationPanel,
    WorkflowObjectsToModeratePanel,
)

from .awaiting_review import AwaitingReviewPanel
from .drafts import DraftsPanel
from .page_lists import AttentionPanel, ReviewsDuePanel
from .panel import show
from .schedule import SchedulePanel

OURS = (
    AwaitingReviewPanel,
    DraftsPanel,
    ReviewsDuePanel,
    AttentionPanel,
    SchedulePanel,
)
# What ours say already.
WAGTAILS = (
    RecentEditsPanel,
    UserObjectsInWorkflowModerationPanel,
    WorkflowObjectsToModeratePanel,
)
# About the software rather than about pages: for those who look after it.
TECHNICAL_REPORTS = {"page-types-usage", "workflow-tasks"}


@hooks.register("construct_homepage_panels")
def editorial_panels(request: HttpRequest, panels: list[Component]) -> None:
    """Our panels in place of those of Wagtail that say the same."""
    panels[:] = [panel for panel in panels if not isinstance(panel, WAGTAILS)]
    show(panels, (panel(request.user) for panel in OURS))


@hooks.register("construct_reports_menu")
def hide_technical_reports(request: HttpRequest, items: list[MenuItem]) -> None:
    """The reports' menu without what only administrators read."""
    if not request.user.is_superuser:
        items[:] = [item for item in items if item.name not in TECHNICAL_REPORTS]


@hooks.register("construct_help_menu")
def hide_software_news(request: HttpRequest, items: list[MenuItem]) -> None:
    """The help menu without news for administrators, or a guide to pages for others.

    Wagtail's own guide is on another website, and ours says what holds here.
    """
    hidden = ["editor-guide"]
    if not request.user.is_superuser:
        hidden.append("whats-new-in-wagtail")
    if not user_has_any_page_permission(request.user):
        hidden.append("editors-guide")
    items[:] = [item for item in items if not item.name.startswith(tuple(hidden))]
