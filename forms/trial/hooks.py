"""How editors find the trial: an address, and a button on the form's screens."""

from django.urls import path, reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.widgets.button import Button

from forms.models import FormPage

from .views import try_form


@hooks.register("register_admin_urls")
def trial_address():
    """Where a form is tried."""
    return [path("forms/<int:page_id>/try/", try_form, name="forms_trial")]


@hooks.register("register_page_header_buttons")
def trial_button(page, user, view_name, next_url=None):
    """“Try this form”, for those who may edit it."""
    if isinstance(page.specific_deferred, FormPage) and page.pk:
        if page.permissions_for_user(user).can_edit():
            yield Button(
                _("Try this form"),
                reverse("forms_trial", args=[page.pk]),
                icon_name="view",
                priority=12,
            )
