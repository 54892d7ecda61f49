"""The menu and the way back: what surrounds every page."""

from django import template
from wagtail.models import Site

register = template.Library()


@register.inclusion_tag("includes/menu.html", takes_context=True)
def main_menu(context) -> dict:
    """The pages right below the front page that editors put in the menu."""
    request = context["request"]
    current = context.get("page")
    root = Site.find_for_request(request).root_page
    return {
        "request": request,
        "items": [
            {
                "title": page.title,
                "url": page.get_url(request),
                "is_current": bool(current) and current.url_path == page.url_path,
                "is_ancestor": bool(current)
                and current.url_path.startswith(page.url_path),
            }
            for page in root.get_children().live().in_menu()
        ],
    }


@register.inclusion_tag("includes/breadcrumbs.html", takes_context=True)
def breadcrumbs(context) -> dict:
    """The pages between the front page and the current one, the front page first."""
    page = context.get("page")
    if page is None or page.depth <= 2:
        return {}
    request = context["request"]
    return {
        "items": [
            (
                ancestor.title if ancestor.depth > 2 else "Home",
                ancestor.get_url(request),
            )
            for ancestor in page.get_ancestors().filter(depth__gte=2)
        ]
    }
