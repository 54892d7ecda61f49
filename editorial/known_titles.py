"""Titles that Wagtail's admin would show to anybody who may enter it: of drafts, of
private pages, documents and images."""

from collections.abc import Iterable

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.utils.decorators import method_decorator
from wagtail import hooks
from wagtail.admin.auth import require_admin_access
from wagtail.admin.views.chooser import ChosenMultipleView
from wagtail.documents.api.admin.views import DocumentsAdminAPIViewSet
from wagtail.images.api.admin.views import ImagesAdminAPIViewSet
from wagtail.models import Page
from wagtail.permissions import policy_registry
from wagtail.query import PageQuerySet

from .models import is_restricted

USE_OF_FILES = ["add", "change", "delete", "choose"]


def known_pages(user) -> PageQuerySet:
    """The pages whose titles the user may read: public ones, those that the user works
    on, and the root, which says nothing."""
    policy = policy_registry.get_by_type(Page)
    explorable = policy.explorable_instances(user).values("pk")
    is_public = Q(live=True) & ~Q(is_restricted())
    return Page.objects.filter(is_public | Q(pk__in=explorable) | Q(depth=1))


def require_known(user, page_ids: Iterable[int]) -> None:
    """Raise PermissionDenied if the user may not read the title of one of these."""
    wanted = set(page_ids)
    if known_pages(user).filter(pk__in=wanted).count() < len(wanted):
        raise PermissionDenied


@hooks.register("construct_page_chooser_queryset")
def choose_among_known(pages: PageQuerySet, request) -> PageQuerySet:
    """The chooser's list, of a page that may be known itself."""
    parent_id = request.resolver_match.kwargs.get("parent_page_id")
    if parent_id:
        require_known(request.user, [parent_id])
    return pages.filter(pk__in=known_pages(request.user).values("pk"))


@hooks.register("before_move_page")
def move_known_pages(request, page: Page, destination: Page) -> None:
    """Wagtail asks for the permission when the page is moved, not when it asks whether
    to. Raise PermissionDenied then, too."""
    require_known(request.user, [page.pk, destination.pk])


@method_decorator(require_admin_access, "dispatch")
class ChosenPagesView(ChosenMultipleView):
    """What the chooser does with several pages. In clinicsite.urls."""

    def get(self, request):
        """Raise PermissionDenied if the user may not read one of the titles."""
        page_ids = request.GET.getlist("id")
        require_known(
            request.user, [int(each) for each in page_ids if each.isdecimal()]
        )
        return super().get(request)


class UsableFiles:
    """The files that the user may work with."""

    def get_queryset(self):
        """As Wagtail's, whose are all that visitors of the website may see."""
        policy = policy_registry.get_by_type(self.model)
        usable = policy.instances_user_has_any_permission_for(
            self.request.user, USE_OF_FILES
        )
        return super().get_queryset().filter(pk__in=usable.values("pk"))


class UsableDocuments(UsableFiles, DocumentsAdminAPIViewSet):
    """Documents."""


class UsableImages(UsableFiles, ImagesAdminAPIViewSet):
    """Images."""


@hooks.register("construct_admin_api", order=100)
def replace_endpoints(router) -> None:
    """Put ours in the place of Wagtail's, which were registered before."""
    router.register_endpoint("documents", UsableDocuments)
    router.register_endpoint("images", UsableImages)
