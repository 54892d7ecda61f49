"""Headers that every response carries."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.cache import add_never_cache_headers, has_vary_header

# Public pages: nothing that is not ours, nothing inline, no frame. There is no
# nonce, so a page is the same bytes for everybody and can be cached.
PUBLIC_POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "font-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}

# Wagtail 8's editor writes inline scripts and styles (choosers, date fields,
# inline panels), and shows previews in frames of the same site.
ADMIN_POLICY = PUBLIC_POLICY | {
    "script-src": "'self' 'unsafe-inline'",
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "frame-src": "'self'",
    "frame-ancestors": "'self'",
}

PERMISSIONS_POLICY = ", ".join(
    f"{feature}=()"
    for feature in (
        "accelerometer",
        "browsing-topics",
        "camera",
        "geolocation",
        "gyroscope",
        "magnetometer",
        "microphone",
        "payment",
        "usb",
    )
)


def header_value(policy: dict[str, str]) -> str:
    """A Content-Security-Policy header from directives and their sources."""
    return "; ".join(f"{name} {sources}" for name, sources in policy.items())


def is_admin(request: HttpRequest) -> bool:
    """Whether the request is for the part of the site that staff log in to."""
    admin: str = reverse("wagtailadmin_home")
    return f"{request.path}/".startswith(admin)


class SecurityHeadersMiddleware:
    """Adds the content security policy and its companions to each response."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response
        self.public_policy = header_value(PUBLIC_POLICY)
        self.admin_policy = header_value(ADMIN_POLICY)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers["Content-Security-Policy"] = (
            self.admin_policy if is_admin(request) else self.public_policy
        )
        # Wagtail does not say so of documents, nor where it refuses a password.
        if has_vary_header(response, "Cookie") and not response.has_header(
            "Cache-Control"
        ):
            add_never_cache_headers(response)
        response.headers["Permissions-Policy"] = PERMISSIONS_POLICY
        response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
        return response
