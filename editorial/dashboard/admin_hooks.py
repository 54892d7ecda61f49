"""What the dashboard and the reports' menu of Wagtail show, and what they do not."""

from django.http import HttpRequest
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.auth import user_has_any_page_permission
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.admin.views.home import (
    RecentEditsPanel,
    UserObjectsInWorkflowModerationPanel,
    WorkflowObjectsToModeratePanel,
)
from wagtail.utils.version import get_main_version

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


@hooks.register("register_help_menu_item")
def credit_wagtail() -> MenuItem:
    """Help → Made with Wagtail: its credit, since the admin bears the clinic’s name."""
    return MenuItem(
        _("Made with Wagtail %(version)s") % {"version": get_main_version()},
        "https://wagtail.org/",
        name="made-with-wagtail",
        icon_name="info-circle",
        attrs={"target": "_blank", "rel": "noreferrer"},
        order=2000,
    )


@hooks.register("construct_help_menu")
def hide_software_news(request: HttpRequest, items: list[MenuItem]) -> None:
    """The help menu without what Wagtail says on another website, of itself alone, and
    without a guide to pages for those who have none."""
    hidden = ["editor-guide", "whats-new-in-wagtail"]
    if not user_has_any_page_permission(request.user):
        hidden.append("editors-guide")
    items[:] = [item for item in items if not item.name.startswith(tuple(hidden))]
