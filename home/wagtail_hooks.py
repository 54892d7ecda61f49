"""What the home room adds to Wagtail's admin."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from editorial.dashboard.panel import show

from .first_steps import FirstStepsPanel
from .models import PromotedResult, SynonymGroup
from .staff_accounts import check_bulk_action


class SynonymViewSet(SnippetViewSet):
    """The groups of synonyms."""

    model = SynonymGroup
    icon = "list-ul"
    menu_label = _("Synonyms")
    list_display = ["words"]
    copy_view_enabled = False


class PromotedResultViewSet(SnippetViewSet):
    """The promoted results."""

    model = PromotedResult
    icon = "pick"
    menu_label = _("Promoted results")
    list_display = ["phrases", "page"]
    copy_view_enabled = False


class SiteSearchViewSetGroup(SnippetViewSetGroup):
    """What editors tell the public site's search."""

    items = (SynonymViewSet, PromotedResultViewSet)
    menu_icon = "search"
    menu_label = _("Site search")
    menu_order = 310


register_snippet(SiteSearchViewSetGroup)


hooks.register("before_bulk_action", check_bulk_action)


@hooks.register("construct_homepage_panels")
def first_steps_panel(request, panels):
    """What is still to be done at a new clinic."""
    show(panels, [FirstStepsPanel(request.user)])
