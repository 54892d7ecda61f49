"""The article as a page of the site.

The same file twice is known by its fingerprint, kept with the page: nothing
changes, also when an editor has changed the page since. A changed file is a new
draft beside the page of that title: an import never writes over what an editor
has seen, and a draft hurts nobody.
"""

import hashlib
from dataclasses import dataclass, field
from pathlib import Path

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.text import Truncator, slugify

from articles.models import (
    ArticlePage,
    ConditionIndexPage,
    ConditionPage,
    TreatmentIndexPage,
    TreatmentPage,
)

from .article_type import guess_type
from .decoding import decode, encoding_notice
from .extraction import Article, extract
from .problems import ImportProblemError
from .reading import read_bytes
from .sections import to_sections

PAGES: dict[str, tuple[type[ArticlePage], type]] = {
    "condition": (ConditionPage, ConditionIndexPage),
    "treatment": (TreatmentPage, TreatmentIndexPage),
}


@dataclass
class Outcome:
    """What an import did: the page, what became of the blocks, what to know."""

    page: ArticlePage
    article: Article
    notices: list[str] = field(default_factory=list)

    @property
    def type(self) -> str:
        """ "condition" or "treatment"."""
        return "treatment" if isinstance(self.page, TreatmentPage) else "condition"

    @property
    def url(self) -> str:
        """Where the page is, or will be once it is published."""
        return self.page.full_url or self.page.url_path

    @property
    def sections(self) -> list[list[str]]:
        """[kind, heading] of each section, as editors see the page now."""
        latest = self.page.get_latest_revision_as_object()
        return [
            [section.block_type, section.value["heading"]]
            for section in latest.sections
        ]


def import_file(
    path: Path, article_type: str = "", publish: bool = False, summary: str = ""
) -> Outcome:
    """Make a draft from the article in a file, and publish it if asked.

    `article_type` is "condition", "treatment" or empty to guess; `summary` is used
    instead of the page's own description. Raises ImportProblemError, and changes
    nothing, if the file cannot be imported.
    """
    data = read_bytes(path)
    text = decode(data)
    article = extract(text, path)
    fingerprint = hashlib.sha256(" ".join(text.split()).encode()).hexdigest()
    known = _imported_before(fingerprint)
    if known:
        notice = (
            f"This file was imported before: nothing was changed. It is page "
            f"{known.pk}, {known.full_url or known.url_path}"
        )
        return Outcome(known, article, [notice])
    article.description = summary or article.description
    outcome = _create(
        article, fingerprint, article_type or guess_type(article.title, article.parts)
    )
    outcome.notices += filter(None, [encoding_notice(data), *article.notices])
    if publish:
        outcome.notices += _publish(outcome.page)
    return outcome


def _imported_before(fingerprint: str) -> ArticlePage | None:
    for model, _ in PAGES.values():
        page = model.objects.filter(import_fingerprint=fingerprint).first()
        if page:
            return page
    return None


def _create(article: Article, fingerprint: str, article_type: str) -> Outcome:
    model, index_model = PAGES[article_type]
    parent = index_model.objects.order_by("path").first()
    if parent is None:
        raise ImportProblemError(
            f"There is no list of {article_type}s to put the page in. Create one in "
            "the editor below the front page, or run: python manage.py load_demo"
        )
    longest = model._meta.get_field("summary").max_length
    summary = Truncator(article.description).chars(longest)
    namesake = model.objects.child_of(parent).filter(title=article.title).first()
    page = model(
        title=article.title,
        slug=_free_slug(article.title, parent),
        summary=summary,
        sections=to_sections(article.parts),
        import_fingerprint=fingerprint,
        live=False,
    )
    with transaction.atomic():
        parent.add_child(instance=page)
        page.save_revision(clean=False, log_action=True)
    outcome = Outcome(page, article)
    if namesake:
        outcome.notices.append(
            f"Page {namesake.pk} has the same title: it was not touched. Keep one of "
            "the two."
        )
    if summary != article.description:
        outcome.notices.append(
            f"The summary was cut: it may have {longest} characters. Shorten it."
        )
    return outcome


def _free_slug(title: str, parent) -> str:
    """A slug that no page beside it has."""
    base = slugify(title)[:200].strip("-") or "article"
    taken = set(parent.get_children().values_list("slug", flat=True))
    slug, number = base, 2
    while slug in taken:
        slug = f"{base}-{number}"
        number += 1
    return slug


def _publish(page: ArticlePage) -> list[str]:
    """Publish the draft; why not, if the site's rules forbid it."""
    try:
        with transaction.atomic():
            page.latest_revision.publish()
    except ValidationError as error:
        reasons = " ".join(error.messages)
    except PermissionDenied as error:
        reasons = str(error) or "The page may not be published."
    else:
        page.refresh_from_db()
        return []
    return [f"The page stays a draft: {reasons}"]
