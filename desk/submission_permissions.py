"""Who may do what with submissions, for the list and what it leads to."""

from typing import Any

from desk.modeladmin import SeparatePermissions
from submissions.permissions import ERASE, EXPORT, VIEW, may, may_somewhere


class SubmissionPermissions(SeparatePermissions):
    """As given for all forms, or for single ones."""

    def user_can_list(self, user: Any) -> bool:
        """Those who may view what came by one form at least."""
        return may_somewhere(user, VIEW)

    def user_can_inspect_obj(self, user: Any, obj) -> bool:
        """Those who may view this one."""
        return self.inspect_view_enabled and may(user, obj, VIEW)

    def user_can_export(self, user: Any) -> bool:
        """Those who may view and export what came by one form at least."""
        return may_somewhere(user, VIEW, EXPORT)

    def user_can_delete_obj(self, user: Any, obj) -> bool:
        """Those who may view and delete this one."""
        return may(user, obj, VIEW, ERASE)
