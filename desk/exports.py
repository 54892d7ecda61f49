"""The log of exports, for those who may export."""

from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail_modeladmin.helpers import PermissionHelper

from desk.modeladmin import HardenedModelAdmin, SeparatePermissions
from submissions.models import Export
from submissions.moments import moment_text


class ExportLogPermissions(SeparatePermissions):
    """Those who may export submissions may read who did."""

    def user_can_list(self, user) -> bool:
        """Those who may view and export submissions."""
        return user.has_perms(
            ["submissions.view_submission", "submissions.export_submission"]
        )

    def user_can_export(self, user) -> bool:
        """Nobody: the log stays here."""
        return False


class ExportAdmin(HardenedModelAdmin):
    """Who exported what, and when. To be read only."""

    model = Export
    base_url_path = "desk-exports"
    menu_label = _("Export log")
    menu_item_name = "export-log"
    menu_icon = "history"
    permission_helper_class: type[PermissionHelper] = ExportLogPermissions
    index_view_extra_css = ["desk/desk.css", "desk/desk-export.css"]
    list_display = [
        "exported",
        "exported_by",
        "file_format",
        "filters",
        "row_count",
        "identity",
        "outcome",
        "fingerprint",
    ]

    def exported(self, export: Export) -> str:
        """When it was exported."""
        return moment_text(export.created_at)

    exported.short_description = _("exported")
    exported.admin_order_field = "created_at"

    def identity(self, export: Export) -> str:
        """Why it holds who somebody is; a dash if it does not."""
        if not export.with_identity:
            return "–"
        return gettext("Yes: %(reason)s") % {"reason": export.reason}

    identity.short_description = _("with identity")
    identity.admin_order_field = "with_identity"

    def fingerprint(self, export: Export) -> str:
        """The SHA-256 of the whole file."""
        if not export.sha256:
            return "–"
        return format_html('<code class="desk-fingerprint">{}</code>', export.sha256)

    fingerprint.short_description = _("SHA-256")
