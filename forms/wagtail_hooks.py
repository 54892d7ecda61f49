"""What the forms room adds to Wagtail's admin: the feedback desk."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail_modeladmin.options import ModelAdminGroup, modeladmin_register

from editorial.dashboard.panel import show

from . import builder_screen  # noqa: F401
from .casework import history  # noqa: F401
from .desk import (
    bulk_actions,
    decisions,  # noqa: F401
    export_screen,
    figures,
    front_door,
    invitations,
    not_duplicate,
    saved_filters,
)
from .desk.access import VIEW, for_all_forms, granted_forms
from .desk.casework import (
    reply_screen,
    template_screens,  # noqa: F401
)
from .desk.exports import ExportAdmin
from .desk.form_grants import FormGrantsPanel
from .desk.invitations import InvitationAdmin
from .desk.new_feedback import NewFeedbackPanel
from .desk.privacy.hooks import PrivacyMenuItem
from .desk.submissions import SubmissionAdmin
from .desk.waiting_mail import WaitingMailPanel
from .trial import hooks as trial_hooks  # noqa: F401


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
            figures.FiguresMenuItem(order=len(items) + 1),
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
        *figures.urlpatterns,
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
