"""The desk's list of invitation sheets, and the making and printing of one."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods
from wagtail_modeladmin.helpers import PermissionHelper

from desk.modeladmin import HardenedModelAdmin, SeparatePermissions
from editorial.clinic_time import clinic_day
from forms.invitations.sheet import make_sheet, print_invitation
from forms.models import InvitationSheet
from submissions.moments import moment_text

from .invitation_form import InvitationForm


def may_invite(user) -> bool:
    """Those who may see submissions and work on them."""
    return user.has_perms(
        ["submissions.view_submission", "submissions.change_submission"]
    )


class InvitationPermissions(SeparatePermissions):
    """Those who may invite see the sheets."""

    def user_can_list(self, user) -> bool:
        """Those who may invite."""
        return may_invite(user)

    def user_can_export(self, user) -> bool:
        """Nobody: there is nothing to work on."""
        return False


class InvitationAdmin(HardenedModelAdmin):
    """The sheets that were made, and how many of their links were used."""

    model = InvitationSheet
    base_url_path = "desk-invitations"
    menu_label = _("Invitations")
    menu_item_name = "invitations"
    menu_icon = "mail"
    permission_helper_class: type[PermissionHelper] = InvitationPermissions
    index_template_name = "desk/invitations.html"
    list_display = ["made", "form_title", "used", "good_until", "made_by"]
    list_select_related = ["made_by"]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """The sheets with how many invitations they had, and how many were used."""
        return (
            super()
            .get_queryset(request)
            .annotate(
                invitation_count=Count("invitations"),
                used_count=Count("invitations__used_on"),
            )
        )

    def made(self, sheet: InvitationSheet) -> str:
        """When it was made."""
        return moment_text(sheet.made_at)

    made.short_description = _("made")
    made.admin_order_field = "made_at"

    def used(self, sheet: InvitationSheet) -> str:
        """How many of its links were used."""
        numbers = {"used": sheet.used_count, "all": sheet.invitation_count}
        return gettext("%(used)d of %(all)d") % numbers

    used.short_description = _("used")

    def good_until(self, sheet: InvitationSheet) -> str:
        """The last day."""
        return last_day_text(sheet)

    good_until.short_description = _("good until")
    good_until.admin_order_field = "expires_at"


def last_day_text(sheet: InvitationSheet) -> str:
    """The last day on which its links are good."""
    # It expires with the first moment of the day after.
    return date_format(clinic_day(sheet.expires_at - sheet.expires_at.resolution))


# The codes stand in this answer only: no browser may keep it.
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def make_invitations(request: HttpRequest) -> HttpResponse:
    """Ask for a sheet; make it, and show it to be printed."""
    if not may_invite(request.user):
        raise PermissionDenied
    form = InvitationForm(request.POST or None)
    if not form.is_valid():
        context = {"form": form, "list_address": reverse(LIST)}
        return render(request, "desk/make_invitations.html", context)
    chosen = form.cleaned_data
    codes = make_sheet(user=request.user, **chosen)
    if not codes:
        messages.warning(
            request,
            gettext(
                "This sheet was made and shown already. Its links cannot be shown "
                "again: if it was not printed, make another."
            ),
        )
        return redirect(LIST)
    site_address = chosen["form_page"].get_site().root_url
    context = {
        "invitations": [print_invitation(code, site_address) for code in codes],
        "last_day": date_format(chosen["last_day"], "j F Y"),
        "list_address": reverse(LIST),
    }
    return render(request, "desk/invitation_sheet.html", context)


LIST = "desk-invitations_modeladmin_index"
urlpatterns = [
    path("make-invitations/", make_invitations, name="forms_make_invitations"),
]
