"""The menu and the way back: what surrounds every page."""

from django import template

from home.navigation import navigation_of, pages_above

register = template.Library()


@register.inclusion_tag("includes/menu.html", takes_context=True)
def main_menu(context) -> dict:
    """The menu, with the current page, or the one above it, marked."""
    request, page = context["request"], context.get("page")
    here = page.url_path if page else ""
    return {
        "items": [
            {
                "title": item.title,
                "url": item.get_url(request),
                "is_current": here == item.url_path,
                "is_above": here.startswith(item.url_path),
            }
            for item in navigation_of(request, page).menu
        ]
    }


@register.inclusion_tag("includes/breadcrumbs.html", takes_context=True)
def breadcrumbs(context) -> dict:
    """The pages from the front page down to the one above the current page."""
    request, page = context["request"], context.get("page")
    if page is None:
        return {}
    above = pages_above(request, page)
    return {"items": [(item.title, item.get_url(request)) for item in above]}
