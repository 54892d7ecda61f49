"""Pages in other languages.

A page copied for translation still names the pages that its original names. What lists
them asks here, and shows the translations.
"""

from collections.abc import Iterable

from django.conf import settings
from wagtail.models import Page


def in_language_of(page: Page, chosen: Iterable[Page]) -> list[Page]:
    """The chosen pages in the language of the page that shows them, each once.

    One that has no public translation into that language is left out. Costs a query
    only if there is one in another language; all must be of one model.
    """
    pages = list(chosen)
    if not settings.WAGTAIL_I18N_ENABLED:
        return pages
    foreign = [each for each in pages if each.locale_id != page.locale_id]
    translations = {}
    if foreign:
        found = (
            type(foreign[0])
            .objects.live()
            .filter(
                translation_key__in=[each.translation_key for each in foreign],
                locale=page.locale_id,
            )
        )
        translations = {each.translation_key: each for each in found}
    shown = (
        each
        if each.locale_id == page.locale_id
        else translations.get(each.translation_key)
        for each in pages
    )
    return list(dict.fromkeys(each for each in shown if each))
