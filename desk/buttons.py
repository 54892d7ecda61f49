"""The desk's buttons."""

from django.utils.translation import gettext as _

from desk.modeladmin import DeclaredButtons


class DeskButtons(DeclaredButtons):
    """In the list, the reference opens the submission; there it can be deleted."""

    def get_buttons_for_obj(self, obj, exclude=None, **kwargs):
        """None in the list's rows; on the opened one, what the user may do."""
        if "inspect" not in (exclude or []):
            return []
        return super().get_buttons_for_obj(obj, exclude, **kwargs)

    def get_primary_button(self, obj):
        """The link on the reference."""
        button = super().get_primary_button(obj)
        title = _("Open %(reference)s") % {"reference": obj.reference}
        return button and button | {"title": title}
