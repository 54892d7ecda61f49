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
    return [path("try-form/<int:page_id>/", try_form, name="forms_trial")]


@hooks.register("register_page_header_buttons")
def trial_button(page, user, **_kwargs):
    """“Try this form”, for those who may edit it."""
    is_form = issubclass(page.specific_class or type(page), FormPage)
    if is_form and page.pk and page.permissions_for_user(user).can_edit():
        yield Button(
            _("Try this form"),
            reverse("forms_trial", args=[page.pk]),
            icon_name="view",
            priority=12,
        )
