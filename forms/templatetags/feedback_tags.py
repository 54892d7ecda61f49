"""The feedback panel that articles end with."""

import logging

from django import template
from django.utils.http import urlencode

from forms.models import FormPage
from submissions.models import Rating

logger = logging.getLogger(__name__)
register = template.Library()


@register.inclusion_tag("forms/feedback_panel.html", takes_context=True)
def feedback_panel(context, form_page: FormPage | None) -> dict:
    """The panel for the current page: the first question, its answers as links.

    Drawn at most once in a request. A second call draws nothing and is logged as
    an error. Nothing is drawn without a public form, or on a page that does not
    ask for feedback.
    """
    request = context.get("request")
    page = context.get("page")
    if not form_page or not form_page.live:
        return {}
    if not getattr(page, "feedback_enabled", False):
        return {}
    if getattr(request, "feedback_panel_drawn", False):
        logger.error("The feedback panel was asked for twice on page %s.", page.pk)
        return {}
    if request is not None:
        request.feedback_panel_drawn = True
    address = form_page.get_url(request)
    # The preview of a page that was never saved has no page to be about.
    about = {"about": page.pk} if page.pk else {}
    return {
        "form_page": form_page,
        "choices": [
            (f"{address}?{urlencode(about | {'rating': value})}", label)
            for value, label in Rating.choices
        ],
    }
