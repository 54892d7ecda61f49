"""What the head of every page says to machines."""

from django import template
from django.conf import settings
from django.utils.translation import get_language, to_locale
from wagtail.models import Site

from home.metadata.json_ld import json_ld
from home.metadata.social_card import social_card
from home.metadata.structured_data import page_nodes
from home.models import ClinicSettings

register = template.Library()


@register.inclusion_tag("includes/metadata.html", takes_context=True)
def page_metadata(context) -> dict:
    """Description, canonical address, card and structured data of the current page.

    A view beside the page tree that wants to be found gives a `description` in its
    context. What gives none (search results, a missing page) and what is one person's
    alone (the thanks for a form) has nothing but the word that it is not to be
    listed. A page that was never saved has no address yet, and says nothing.
    """
    request, page = context["request"], context.get("page")
    description = context.get("description", "")
    listed = bool(page or description) and "form_submission" not in context
    said = {
        "robots": "" if listed and not settings.ROBOTS_NOINDEX else "noindex",
        "clinic": ClinicSettings.for_request(request),
    }
    if listed and not page:
        said |= {
            "canonical": Site.find_for_request(request).root_url + request.path,
            "description": description,
        }
    elif listed and page.get_full_url(request):
        said |= {
            "card": social_card(page, request),
            "locale": to_locale(get_language()),
            "structured_data": json_ld(page_nodes(page, request)),
        }
    return said
