"""Accounts of members of staff. Nobody can give an account more than they have."""

from typing import Any

from django.contrib.auth.models import Group, Permission
from django.core.exceptions import PermissionDenied
from wagtail.models import GroupCollectionPermission, GroupPagePermission
from wagtail.users.views.bulk_actions.user_bulk_action import UserBulkAction
from wagtail.users.views.users import CreateView, EditView, UserViewSet

from submissions.models import FormGrant
from submissions.permissions import for_all_forms, granted_forms

# Permissions on a part of a tree: the model, and where the part is.
IN_TREES = ((GroupPagePermission, "page"), (GroupCollectionPermission, "collection"))


def can_assign(user: Any, group: Group) -> bool:
    """Whether the user has every permission that the group gives."""
    if user.is_superuser:
        return True
    own = Permission.objects.filter(group__user=user)
    return (
        not group.permissions.exclude(pk__in=own).exists()
        and all(in_trees(user, group, *each) for each in IN_TREES)
        and all(
            for_all_forms(user, grant.permission.codename)
            or grant.form_key in granted_forms(user, grant.permission.codename)
            for grant in FormGrant.objects.filter(group=group)
        )
    )


def in_trees(user: Any, group: Group, model: type, place: str) -> bool:
    """Whether the user may, on the same part of the tree or a larger one, do all that
    the group may."""
    fields = ("permission_id", f"{place}__path")
    own = model.objects.filter(group__user=user).values_list(*fields)
    return all(
        any(may == permission and path.startswith(part) for may, part in own)
        for permission, path in model.objects.filter(group=group).values_list(*fields)
    )


def can_manage(user: Any, account: Any) -> bool:
    """Whether the account has nothing that the user lacks: who changes its address or
    password could use it."""
    return user.is_superuser or not (
        account.is_superuser
        or account.user_permissions.exists()
        or not all(can_assign(user, group) for group in account.groups.all())
    )


class OwnPermissionsOnly:
    """A form for an account that offers no more than the user has."""

    def get_form(self, form_class=None):
        form = super().get_form(form_class)
        user = self.request.user
        if not user.is_superuser:
            form.fields.pop("is_superuser", None)
            form.fields["groups"].queryset = Group.objects.filter(
                pk__in=[
                    each.pk for each in Group.objects.all() if can_assign(user, each)
                ]
            )
        return form


class StaffCreateView(OwnPermissionsOnly, CreateView):
    """A new account."""


class StaffEditView(OwnPermissionsOnly, EditView):
    """An account that the user may manage."""

    def dispatch(self, request, *args, **kwargs):
        if not can_manage(request.user, self.object):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class StaffViewSet(UserViewSet):
    """Wagtail's accounts, but nobody gives more than they have."""

    add_view_class = StaffCreateView
    edit_view_class = StaffEditView


def check_bulk_action(request, _action_type, accounts, action) -> None:
    """Hold bulk actions on accounts to the same rule; for `before_bulk_action`."""
    if not isinstance(action, UserBulkAction):
        return
    role = action.cleaned_form.cleaned_data.get("role")
    if not (
        all(can_manage(request.user, account) for account in accounts)
        and (role is None or can_assign(request.user, role))
    ):
        raise PermissionDenied
