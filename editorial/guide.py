"""The editors' guide, docs/editors.md, as a screen of the admin with its pictures."""

from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from markdown_it import MarkdownIt
from markdown_it.token import Token

GUIDE = Path(settings.BASE_DIR) / "docs" / "editors.md"
PICTURES = GUIDE.parent / "images" / "editors"


class Chapter(NamedTuple):
    """A heading of the second level: its anchor and its words."""

    anchor: str
    heading: str


def markdown() -> MarkdownIt:
    """A reader of Markdown with tables. HTML in the text is shown, not obeyed."""
    reader = MarkdownIt("commonmark", {"html": False}).enable("table")
    reader.add_render_rule("table_open", lambda *_: '<div class="guide__table"><table>')
    reader.add_render_rule("table_close", lambda *_: "</table></div>")
    return reader


def point_to_picture(token: Token) -> None:
    """Let a picture of the guide come from the admin, which asks who wants it."""
    name = Path(str(token.attrs["src"])).name
    token.attrs["src"] = reverse("editors_guide_picture", args=[name])
    token.attrs["loading"] = "lazy"


def read_guide(text: str) -> tuple[list[Chapter], SafeString]:
    """The chapters of a guide in Markdown, and its HTML without its title."""
    reader = markdown()
    tokens = reader.parse(text)
    chapters = []
    for token, content in pairwise(tokens):
        if token.type == "heading_open" and token.tag == "h2":
            chapter = Chapter(slugify(content.content), content.content)
            token.attrs["id"] = chapter.anchor
            chapters.append(chapter)
        for part in token.children or ():
            if part.type == "image":
                point_to_picture(part)
    if tokens and tokens[0].tag == "h1":
        # The screen has a title of its own.
        tokens = tokens[3:]
    html = reader.renderer.render(tokens, reader.options, {})
    # From our own file, in which HTML is not obeyed.
    return chapters, mark_safe(html)  # noqa: S308


@require_safe
def guide(request: HttpRequest) -> HttpResponse:
    """The whole guide on one screen, its chapters first."""
    chapters, html = read_guide(GUIDE.read_text(encoding="utf-8"))
    context = {
        "chapters": chapters,
        "guide": html,
        "header_title": _("Editors’ guide"),
        "header_icon": "help",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": "", "label": _("Editors’ guide")},
        ],
    }
    return render(request, "editorial/guide.html", context)


@require_safe
def guide_picture(_request: HttpRequest, name: str) -> FileResponse:
    """A picture of the guide. Raises Http404 if there is none of this name."""
    path = PICTURES / name
    if path.parent != PICTURES or path.suffix != ".png" or not path.is_file():
        raise Http404
    return FileResponse(path.open("rb"), content_type="image/png")
