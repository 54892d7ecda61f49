"""What a member of staff may do with pages."""

from collections.abc import Iterator

from django.apps import apps
from django.db.models import ForeignKey, Q
from wagtail.contrib.settings.models import AbstractSetting
from wagtail.models import Page, PagePermissionTester
from wagtail.permission_policies.pages import PagePermissionPolicy
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


class ClinicPagePolicy(PagePermissionPolicy):
    """Wagtail's, without the root of the tree where it has one page below it.

    Several languages have a front page each, which only the root holds together.
    """

    def explorable_root_instance(self, user):
        """Where the page list begins for this user, or None."""
        page = super().explorable_root_instance(user)
        if page and page.is_root() and page.numchild == 1 and not user.is_superuser:
            page = page.get_first_child()
            setattr(user, self._explorable_root_instance_cache_name, page)
        return page


class ClinicPagePermissions(PagePermissionTester):
    """Lets site managers alone, who may delete whole parts of the site, delete what has
    been public, and take down what the clinic's settings name."""

    @property
    def is_manager(self) -> bool:
        """Whether the user answers for what is public here."""
        return self.user.is_superuser or "bulk_delete" in self.permissions

    def can_delete(self, ignore_bulk=False) -> bool:
        """As Wagtail has it, but for pages that have been public."""
        if not super().can_delete(ignore_bulk):
            return False
        return self.is_manager or not self.has_been_public()

    def can_unpublish(self) -> bool:
        """As Wagtail has it, but for pages that a setting names."""
        if not super().can_unpublish():
            return False
        return self.is_manager or self.page.pk not in pages_in_settings(self.user)

    def has_been_public(self) -> bool:
        """Whether this page, or one below it, is or was public."""
        if self.page.is_leaf():
            return self.page.live or self.page.first_published_at is not None
        pages = self.page.get_descendants(inclusive=True)
        return pages.filter(Q(live=True) | ~Q(first_published_at=None)).exists()


def pages_in_settings(user) -> set[int]:
    """The keys of the pages that settings name. Asked once in the user's request."""
    if not hasattr(user, "_pages_in_settings"):
        user._pages_in_settings = {
            key
            for field in page_fields_of_settings()
            for key in field.model.objects.values_list(field.attname, flat=True)
        }
    return user._pages_in_settings


def page_fields_of_settings() -> Iterator[ForeignKey]:
    """The fields of settings that name a page."""
    for model in apps.get_models():
        if issubclass(model, AbstractSetting):
            for field in model._meta.fields:
                if isinstance(field, ForeignKey) and issubclass(
                    field.related_model, Page
                ):
                    yield field
