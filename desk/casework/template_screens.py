"""Where those who may configure the desk keep the templates of replies."""

from django.utils.translation import gettext_lazy as _
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from submissions.models import ReplyTemplate
from submissions.models.desk_policy import DeskPolicy


class ReplyTemplateViewSet(SnippetViewSet):
    """The templates, in the settings menu."""

    model = ReplyTemplate
    icon = "mail"
    menu_label = _("Reply templates")
    add_to_settings_menu = True
    menu_order = 710
    list_display = ["name", "subject"]
    copy_view_enabled = True


register_permission_policy(ReplyTemplate, DeskPolicy(ReplyTemplate))
register_snippet(ReplyTemplateViewSet)
