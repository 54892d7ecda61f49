"""What the editorial room adds to Wagtail's admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from .models import ClinicalReview, Clinician
from .publication import admin_hooks  # noqa: F401


class ClinicianViewSet(SnippetViewSet):
    """Clinicians, as a menu entry of their own."""

    model = Clinician
    icon = "user"
    add_to_admin_menu = True
    menu_order = 300
    list_display = ["name", "role", "register_number"]
    list_filter = ["register"]
    copy_view_enabled = False


class ClinicalReviewViewSet(SnippetViewSet):
    """Who reviewed which page, and when it is due again; due ones first."""

    model = ClinicalReview
    icon = "clipboard-list"
    menu_label = _("Clinical reviews")
    add_to_admin_menu = True
    menu_order = 310
    list_display = ["page", "reviewer_name", "reviewed_on", "next_due"]
    list_filter = ["reviewer", "reviewed_on", "next_due"]
    ordering = ["next_due"]
    search_fields = ["page__title", "reviewer_name"]
    search_backend_name = None
    copy_view_enabled = False
    inspect_view_enabled = True
    inspect_view_fields = [
        "page",
        "reviewer_name",
        "reviewer_role",
        "register",
        "register_number",
        "reviewed_on",
        "next_due",
        "evidence_checked",
    ]

    def get_queryset(self, request):
        """The reviews with their pages, in one query."""
        return ClinicalReview.objects.select_related("page")


register_snippet(ClinicianViewSet)
register_snippet(ClinicalReviewViewSet)
