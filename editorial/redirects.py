"""Redirects from old addresses, where no page is."""

from urllib.parse import unquote

from django.db.models import Q
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.cache import patch_cache_control
from wagtail.contrib.redirects.middleware import RedirectMiddleware
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site

from .models import RemovedAddress


class PublicRedirectMiddleware(RedirectMiddleware):
    """Wagtail's, but it tells nobody of drafts and private pages."""

    def process_response(
        self, request: HttpRequest, response: HttpResponse
    ) -> HttpResponse:
        """In place of a 404, the redirect that is set for the address."""
        if response.status_code != 404:
            return response
        redirect = find_redirect(request)
        if redirect is None or not may_follow(redirect, request):
            return response
        answer = HttpResponseRedirect(redirect.link)
        if redirect.is_permanent:
            answer.status_code = 301
        # A browser that kept it would never see a page that is made there later.
        patch_cache_control(answer, no_cache=True)
        return answer


def find_redirect(request: HttpRequest) -> Redirect | None:
    """The redirect from the address asked for, whatever its capitals; one for the very
    query first. Editors type a blank where browsers ask for %20."""
    asked = Redirect.normalise_path(request.get_full_path())
    paths = [asked, unquote(asked)]
    paths += [path.partition("?")[0] for path in paths]
    # PostgreSQL takes no such text.
    if "\0" in paths[1]:
        return None
    matching = Q()
    for path in paths:
        matching |= Q(old_path__iexact=path)
    site = Site.find_for_request(request)
    found = Redirect.get_for_site(site).filter(matching).select_related("redirect_page")
    return min(
        found,
        key=lambda redirect: (
            "?" not in redirect.old_path,
            redirect.old_path not in paths,
            redirect.site_id is None,
        ),
        default=None,
    )


def may_follow(redirect: Redirect, request: HttpRequest) -> bool:
    """Whether the visitor may know where it leads, and it leads on."""
    address, page = redirect.link, redirect.redirect_page
    if not address or Redirect.normalise_path(address) == redirect.old_path:
        return False
    if page is None:
        return True
    if not page.live:
        # Where it was public, its visitors are told that it was taken down.
        return RemovedAddress.objects.filter(url_path=page.url_path).exists()
    # What editors set by hand may lead to a login.
    return not redirect.automatically_created or all(
        restriction.accept_request(request)
        for restriction in page.specific_deferred.get_view_restrictions()
    )
