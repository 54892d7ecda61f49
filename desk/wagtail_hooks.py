"""What the desk adds to Wagtail's admin."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail_modeladmin.options import ModelAdminGroup, modeladmin_register

from editorial.dashboard.panel import show
from submissions.casework import history  # noqa: F401
from submissions.permissions import VIEW, for_all_forms, granted_forms

from . import (  # noqa: F401
    bulk_actions,
    decisions,
    export_screen,
    figures_screen,
    front_door,
    invitations,
    not_duplicate,
    saved_filters,
)
from .casework import reply_screen, template_screens  # noqa: F401
from .exports import ExportAdmin
from .form_grants import FormGrantsPanel
from .invitations import InvitationAdmin
from .new_feedback import NewFeedbackPanel
from .privacy.hooks import PrivacyMenuItem
from .submissions import SubmissionAdmin
from .waiting_mail import WaitingMailPanel


class FeedbackDesk(ModelAdminGroup):
    """The desk's entry in the menu."""

    menu_label = _("Feedback desk")
    menu_item_name = "feedback-desk"
    menu_icon = "mail"
    menu_order = 150
    items = (SubmissionAdmin, InvitationAdmin, ExportAdmin)

    def get_submenu_items(self):
        """The screens, the figures, and what erasure and access need."""
        items = super().get_submenu_items()
        return [
            *items,
            figures_screen.FiguresMenuItem(order=len(items) + 1),
            PrivacyMenuItem(order=len(items) + 2),
        ]


modeladmin_register(FeedbackDesk)


# Before Wagtail's own, which have the same addresses.
@hooks.register("register_admin_urls", order=-1)
def lead_forms_screens_to_desk():
    """Wagtail's Forms screens, with the desk in their place."""
    return front_door.urlpatterns


@hooks.register("register_admin_urls")
def desk_addresses():
    """What the desk does besides listing."""
    return [
        *invitations.urlpatterns,
        *not_duplicate.urlpatterns,
        *reply_screen.urlpatterns,
        *export_screen.urlpatterns,
        *saved_filters.urlpatterns,
        *bulk_actions.urlpatterns,
        *figures_screen.urlpatterns,
    ]


@hooks.register("construct_main_menu")
def hide_forms_menu_item(_request, menu_items):
    """The menu without Wagtail's "Forms"."""
    menu_items[:] = [item for item in menu_items if item.name != "forms"]


@hooks.register("filter_form_submissions_for_user")
def keep_submissions_to_those_who_may_view_them(user, form_pages):
    """The forms whose submissions Wagtail itself may show this user."""
    if for_all_forms(user, VIEW):
        return form_pages
    return form_pages.filter(translation_key__in=granted_forms(user, VIEW))


@hooks.register("register_group_permission_panel")
def permissions_for_single_forms():
    """What a group may do with what came by one form."""
    return FormGrantsPanel


@hooks.register("construct_homepage_panels")
def feedback_panels(request, panels):
    """What is new at the desk, and what nobody could be told of."""
    show(panels, [WaitingMailPanel(request.user), NewFeedbackPanel(request.user)])
