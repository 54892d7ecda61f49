"""Whether a form was sent from our own pages."""

from urllib.parse import urlsplit

from django.http import HttpRequest


def is_cross_site(request: HttpRequest) -> bool:
    """Whether another website made the browser send this request.

    Browsers say so in Sec-Fetch-Site; older ones in Origin. A browser that says
    neither is believed: no cookie is involved that could be misused.
    """
    site = request.headers.get("Sec-Fetch-Site")
    if site:
        return site not in ("same-origin", "none")
    origin = request.headers.get("Origin")
    if not origin:
        return False
    try:
        return bool(urlsplit(origin).netloc != request.get_host())
    except ValueError:
        # No address, such as “http://[”: not ours.
        return True
