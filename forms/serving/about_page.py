"""The page that a form is about."""

from wagtail.models import Page

from editorial.models import public_pages


def find_about_page(page_id: str) -> Page | None:
    """The public page with this id, if there is one."""
    if not page_id.isdecimal() or len(page_id) > 9:
        return None
    return public_pages(Page.objects.filter(pk=int(page_id))).first()
