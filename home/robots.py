"""What search engines may read: /robots.txt."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import override
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe
from wagtail.models import Site

# A leaflet found on its own lacks the page that says who reviewed it, and when.
DOCUMENTS = "documents/"


@require_safe
@cache_control(public=True, max_age=60 * 60)
def robots(request: HttpRequest) -> HttpResponse:
    """All may be read but admin, search results, documents; on a copy, nothing."""
    if settings.ROBOTS_NOINDEX:
        rules = ["Disallow: /"]
    else:
        # The empty search page may be found, what somebody looked for may not.
        shut = [reverse("wagtailadmin_home")]
        for code, _name in settings.LANGUAGES:
            with override(code):
                search = reverse("search")
            shut += [f"{search}?", search.replace("search/", DOCUMENTS)]
        root_url = Site.find_for_request(request).root_url
        rules = [f"Disallow: {path}" for path in shut]
        rules += ["", f"Sitemap: {root_url}{reverse('sitemap')}"]
    text = "\n".join(["User-agent: *", *rules, ""])
    return HttpResponse(text, content_type="text/plain; charset=utf-8")
