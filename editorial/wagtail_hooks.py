"""What the editorial room adds to Wagtail's admin."""

from django.templatetags.static import static
from django.urls import path, reverse_lazy
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import DismissibleMenuItem
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from . import known_titles, rich_text_handlers  # noqa: F401
from .dashboard import admin_hooks as dashboard_hooks  # noqa: F401
from .guide import guide, guide_picture
from .models import ClinicalReview, Clinician, PlainWord
from .publication import admin_hooks  # noqa: F401
from .reading_help import reading_help
from .reports import attention, links, reviews
from .reports.page_report import PageReportMenuItem
from .session_guard import session_guard, signed_in
from .sign_off import admin_hooks as sign_off_hooks  # noqa: F401


class ClinicianViewSet(SnippetViewSet):
    """The clinic's people, as a menu entry of their own, in an order made by hand."""

    model = Clinician
    icon = "user"
    add_to_admin_menu = True
    menu_order = 300
    list_display = ["name", "role", "register_number"]
    ordering = "sort_order"
    list_filter = ["register"]
    copy_view_enabled = False


class ClinicalReviewViewSet(SnippetViewSet):
    """Who reviewed which page, and when it is due again; due ones first."""

    model = ClinicalReview
    icon = "clipboard-list"
    menu_label = _("Clinical reviews")
    add_to_admin_menu = True
    menu_order = 310
    list_display = ["page_title", "reviewer_name", "reviewed_on", "next_due"]
    list_filter = ["reviewer", "reviewed_on", "next_due"]
    ordering = ["next_due"]
    search_fields = ["page_title", "page__title", "reviewer_name"]
    search_backend_name = None
    copy_view_enabled = False
    inspect_view_enabled = True
    inspect_view_fields = [
        "page_title",
        "page_address",
        "reviewer_name",
        "reviewer_role",
        "register",
        "register_number",
        "reviewed_on",
        "next_due",
        "evidence_checked",
    ]


class PlainWordViewSet(SnippetViewSet):
    """Hard words and what to write instead, for the reading help."""

    model = PlainWord
    icon = "openquote"
    menu_label = _("Plain words")
    add_to_admin_menu = True
    menu_order = 320
    list_display = ["term", "plain"]
    search_fields = ["term", "plain"]
    search_backend_name = None
    copy_view_enabled = False


@hooks.register("register_admin_urls")
def reading_help_url():
    """Where the page editor asks for advice on a text."""
    return [path("reading-help/", reading_help, name="reading_help")]


@hooks.register("insert_editor_js")
def reading_help_script():
    """What puts the advice into the checks panel."""
    return format_html(
        '<link rel="stylesheet" href="{}"><script type="module" src="{}"></script>',
        static("editorial/reading-help.css"),
        static("editorial/reading-help.js"),
    )


@hooks.register("insert_editor_js")
def editing_screen():
    """What counts errors inside blocks on the tabs too; how Wagtail's screen looks."""
    return format_html(
        '<link rel="stylesheet" href="{}"><script type="module" src="{}"></script>',
        static("editorial/editing-screen.css"),
        static("editorial/tab-errors.js"),
    )


@hooks.register("register_admin_urls")
def session_guard_url():
    """Where an editing screen asks whether its form would be taken."""
    return [path("signed-in/", signed_in, name="session_guard")]


hooks.register("insert_editor_js", session_guard)


@hooks.register("register_admin_urls")
def guide_addresses() -> list:
    """Where the editors' guide and its pictures are, for those who are signed in."""
    return [
        path("guide/", guide, name="editors_guide"),
        path("guide/<str:name>", guide_picture, name="editors_guide_picture"),
    ]


@hooks.register("register_help_menu_item")
def guide_item() -> DismissibleMenuItem:
    """Help → Editors' guide. It is counted as new until somebody opens it."""
    return DismissibleMenuItem(
        _("Editors’ guide"),
        reverse_lazy("editors_guide"),
        name="editors-guide",
        icon_name="help",
        order=900,
    )


register_snippet(ClinicianViewSet)
register_snippet(ClinicalReviewViewSet)
register_snippet(PlainWordViewSet)


@hooks.register("register_admin_urls")
def report_addresses() -> list:
    """Where the reports about pages are, whole and as what a filter replaces."""
    views = {
        "needs-attention": (
            attention.AttentionReportView,
            "editorial_attention_report",
        ),
        "links": (links.LinksReportView, "editorial_links_report"),
        "clinical-reviews": (reviews.ReviewsReportView, "editorial_reviews_report"),
    }
    addresses = []
    for name, (view, url_name) in views.items():
        addresses += [
            path(f"reports/{name}/", view.as_view(), name=url_name),
            path(
                f"reports/{name}/results/",
                view.as_view(results_only=True),
                name=f"{url_name}_results",
            ),
        ]
    return addresses


@hooks.register("register_reports_menu_item")
def links_report_item() -> PageReportMenuItem:
    """Reports → Links."""
    return PageReportMenuItem(
        _("Links"),
        "editorial_links_report",
        links.ACTIONS,
        icon_name="link",
        order=100,
    )


@hooks.register("register_reports_menu_item")
def reviews_report_item() -> PageReportMenuItem:
    """Reports → Clinical reviews."""
    return PageReportMenuItem(
        _("Clinical reviews"),
        "editorial_reviews_report",
        reviews.ACTIONS,
        icon_name="clipboard-list",
        order=110,
    )


@hooks.register("register_reports_menu_item")
def attention_report_item() -> PageReportMenuItem:
    """Reports → Needs attention."""
    return PageReportMenuItem(
        _("Needs attention"),
        "editorial_attention_report",
        attention.ACTIONS,
        icon_name="warning",
        order=90,
    )
