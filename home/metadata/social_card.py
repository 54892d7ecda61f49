"""The card that a page becomes when somebody shares its address."""

from typing import NamedTuple

from django.http import HttpRequest
from wagtail.images.models import SourceImageIOError
from wagtail.models import Page

from articles.models import ArticlePage
from assets.models import ClinicImage, ClinicRendition
from home.models import ClinicSettings

from .words import page_description, page_title

# The size that all who show such cards ask for; JPEG, as not all take newer formats.
PICTURE_SPEC = "fill-1200x630|format-jpeg"


class SocialCard(NamedTuple):
    """Open Graph's words for a page; `url` is its whole address."""

    url: str
    type: str
    title: str
    description: str
    picture: ClinicRendition | None


def social_card(page: Page, request: HttpRequest) -> SocialCard:
    """The card of a page that has an address."""
    image = getattr(page, "hero_image", None)
    image = image or ClinicSettings.for_request(request).social_image
    return SocialCard(
        url=page.get_full_url(request),
        type="article" if isinstance(page, ArticlePage) else "website",
        title=page_title(page),
        description=page_description(page),
        picture=card_picture(image) if image else None,
    )


def card_picture(image: ClinicImage) -> ClinicRendition | None:
    """The picture cut for a card; None if its file is lost."""
    try:
        return image.get_rendition(PICTURE_SPEC)
    except SourceImageIOError:
        return None
