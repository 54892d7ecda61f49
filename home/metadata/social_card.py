"""The card that a page becomes when somebody shares its address."""

from typing import NamedTuple

from django.http import HttpRequest
from wagtail.models import Page

from articles.models import ArticlePage
from assets.models import ClinicImage, ClinicRendition
from assets.picture_sizes import PICTURE_SIZES
from assets.renditions import renditions_of
from home.models import ClinicSettings

from .words import page_description, page_title


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
    """The picture cut for a card; None if it cannot be read."""
    (spec,) = PICTURE_SIZES["social"].specs
    return renditions_of(image, spec).get(spec)
