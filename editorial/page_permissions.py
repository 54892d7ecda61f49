"""What a member of staff may do with pages."""

from wagtail.models import Page
from wagtail.permissions import policy_registry
from wagtail.query import PageQuerySet


def may_any(user, *actions: str) -> bool:
    """Whether the user may do one of these with any page."""
    policy = policy_registry.get_by_type(Page)
    return policy.user_has_any_permission(user, actions)


def changeable_pages(user) -> PageQuerySet:
    """The pages, public or not, that the user may change."""
    policy = policy_registry.get_by_type(Page)
    return policy.instances_user_has_permission_for(user, "change")


def changeable_public_pages(user) -> PageQuerySet:
    """The public pages that the user may change; an alias is no page here."""
    return changeable_pages(user).live().filter(alias_of=None)
