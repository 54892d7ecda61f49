"""The text editor, and how it and the website show links and images that may be
damaged."""

from copy import copy

from django.db.models import Model
from wagtail import hooks
from wagtail.admin.rich_text import DraftailRichTextArea
from wagtail.admin.rich_text.converters.contentstate import (
    ContentstateConverter,
    link_entity,
)
from wagtail.admin.rich_text.converters.html_to_contentstate import (
    ExternalLinkElementHandler,
    PageLinkElementHandler,
)
from wagtail.documents.rich_text import DocumentLinkHandler
from wagtail.images.formats import FORMATS_BY_NAME
from wagtail.images.rich_text import ImageEmbedHandler
from wagtail.rich_text import FeatureRegistry
from wagtail.rich_text.pages import PageLinkHandler

from .rich_text import is_key


class ByKey:
    """A handler that draws a damaged tag as Wagtail draws that of what is gone."""

    @classmethod
    def is_whole(cls, attrs: dict) -> bool:
        """Whether the tag names something in a way that can be looked up."""
        return is_key(attrs.get("id"))

    @classmethod
    def get_many(cls, attrs_list: list[dict]) -> list[Model | None]:
        """What the tags name; None for each that is damaged."""
        whole = [attrs for attrs in attrs_list if cls.is_whole(attrs)]
        found = iter(super().get_many(whole) if whole else ())
        return [next(found) if cls.is_whole(attrs) else None for attrs in attrs_list]

    @classmethod
    def extract_references(cls, attrs: dict):
        """For Wagtail's reference index."""
        return super().extract_references(attrs) if cls.is_whole(attrs) else []


class PageLinks(ByKey, PageLinkHandler):
    """Links to pages."""


class DocumentLinks(ByKey, DocumentLinkHandler):
    """Links to documents."""


class Images(ByKey, ImageEmbedHandler):
    """Images, which also have a format."""

    @classmethod
    def is_whole(cls, attrs: dict) -> bool:
        """Whether the image can be looked up, and drawn."""
        return super().is_whole(attrs) and attrs.get("format") in FORMATS_BY_NAME


class PageLinkOnScreen(PageLinkElementHandler):
    """Shows the editor a damaged link as a link, so that it can be removed."""

    def get_attribute_data(self, attrs: dict) -> dict:
        """What the text editor knows of the link."""
        if is_key(attrs.get("id")):
            return super().get_attribute_data(attrs)
        return {"id": attrs.get("id", ""), "url": None, "parentId": None}


def link_tag(props: dict):
    """The tag that is stored of a link. Wagtail's fails without an address."""
    return link_entity({**props, "url": props.get("url") or ""})


@hooks.register("register_rich_text_features", order=100)
def replace_handlers(features: FeatureRegistry) -> None:
    """Put ours in the place of Wagtail's, which were registered before."""
    features.register_link_type(PageLinks)
    features.register_link_type(DocumentLinks)
    features.register_embed_type(Images)
    features.register_converter_rule(
        "contentstate",
        "link",
        {
            "from_database_format": {
                "a[href]": ExternalLinkElementHandler("LINK"),
                'a[linktype="page"]': PageLinkOnScreen("LINK"),
            },
            "to_database_format": {"entity_decorators": {"LINK": link_tag}},
        },
    )


class Converter(ContentstateConverter):
    """Reads each text with a parser of its own.

    Wagtail's converter has one parser, and blocks share their widget: two threads that
    open pages at the same time would read into each other's text.
    """

    def from_database_format(self, html: str) -> str:
        """As Wagtail's."""
        own = copy(self)
        # The copies share the rules, which are only read; `reset` makes all else anew.
        own.html_to_contentstate_handler = copy(self.html_to_contentstate_handler)
        return super(Converter, own).from_database_format(html)


class TextEditor(DraftailRichTextArea):
    """Wagtail's, which many threads may use at the same time."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.converter = Converter(self.features)
