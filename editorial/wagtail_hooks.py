"""What the editorial room adds to Wagtail's admin."""

from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from .models import Clinician


class ClinicianViewSet(SnippetViewSet):
    """Clinicians, as a menu entry of their own."""

    model = Clinician
    icon = "user"
    add_to_admin_menu = True
    menu_order = 300
    list_display = ["name", "role", "register_number"]
    list_filter = ["register"]
    copy_view_enabled = False


register_snippet(ClinicianViewSet)
