"""Where these screens are, and their entry in the menu."""

from django.http import HttpRequest
from django.urls import path, re_path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.sidebar import LinkMenuItem

from . import holds, log, people, retention
from .tabs import tabs_for

# What every database can hold.
NUMBER = r"[0-9]{1,18}"


class PrivacyMenuItem(MenuItem):
    """Leads to the first of these screens that the user may open."""

    def __init__(self, order: int):
        super().__init__(
            _("Privacy"), "", name="privacy", icon_name="lock", order=order
        )

    def is_shown(self, request: HttpRequest) -> bool:
        """To those who may open one."""
        return bool(tabs_for(request.user))

    def render_component(self, request: HttpRequest) -> LinkMenuItem:
        """The entry with that address. All requests share this item: it stays as it
        is."""
        first = tabs_for(request.user)[0]
        return LinkMenuItem(
            self.name, self.label, reverse(first.url_name), icon_name=self.icon_name
        )


@hooks.register("register_admin_urls")
def privacy_addresses():
    """All of them."""
    return [
        path("privacy/", people.people, name="forms_privacy"),
        path("privacy/erase/", people.erase_chosen, name="forms_privacy_erase"),
        path("privacy/access/", people.give_access, name="forms_privacy_access"),
        path("privacy/holds/", holds.legal_holds, name="forms_legal_holds"),
        re_path(
            rf"^privacy/holds/(?P<hold_id>{NUMBER})/end/$",
            holds.end_hold,
            name="forms_end_hold",
        ),
        path("privacy/retention/", retention.retention, name="forms_retention"),
        path(
            "privacy/retention/add/",
            retention.edit_rule,
            name="forms_retention_rule_add",
        ),
        re_path(
            rf"^privacy/retention/(?P<rule_id>{NUMBER})/$",
            retention.edit_rule,
            name="forms_retention_rule",
        ),
        re_path(
            rf"^privacy/retention/(?P<rule_id>{NUMBER})/confirm/$",
            retention.confirm_rule,
            name="forms_retention_rule_confirm",
        ),
        re_path(
            rf"^privacy/retention/(?P<rule_id>{NUMBER})/delete/$",
            retention.delete_rule,
            name="forms_retention_rule_delete",
        ),
        path("privacy/log/", log.erasure_log, name="forms_erasure_log"),
    ]
