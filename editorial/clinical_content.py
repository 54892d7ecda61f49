"""What of a page is about health: the part of its content that a review is of."""

import json
import re
from typing import Any

from wagtail.fields import StreamField
from wagtail.models import COMMENTS_RELATION_NAME, Page, Revision

# Of what Wagtail keeps of every page, readers are told something of health only here.
READ_OF_EVERY_PAGE = {"title", "search_description"}
NOT_READ = {field.name for field in Page._meta.fields} - READ_OF_EVERY_PAGE
NOT_READ |= {"pk", COMMENTS_RELATION_NAME}

# The editor gives each paragraph a key, which is another each time.
PARAGRAPH_KEY = re.compile(r' data-block-key="[^"]*"')


def clinical_content(page: Any) -> dict[str, Any]:
    """The fields that are not declared `not_clinical`, free of what no reader sees."""
    left_out = NOT_READ.union(getattr(page, "not_clinical", ()))
    streams = {
        field.name for field in page._meta.fields if isinstance(field, StreamField)
    }
    return {
        name: comparable(json.loads(value) if name in streams else value)
        for name, value in page.serializable_data().items()
        if name not in left_out
    }


def comparable(value: Any) -> Any:
    """The value without ids, keys and kinds of line end."""
    if isinstance(value, str):
        return PARAGRAPH_KEY.sub("", value).replace("\r\n", "\n")
    if isinstance(value, list):
        return [comparable(each) for each in value]
    if isinstance(value, dict):
        is_block = {"type", "value"} <= value.keys()
        hidden = {"id"} if is_block else {"pk", "sort_order"}
        return {
            name: comparable(each) for name, each in value.items() if name not in hidden
        }
    return value


def same_clinical_content(revision: Revision, *others: Revision | None) -> bool:
    """Whether `revision` says of health what one of the others says."""
    if revision in others:
        return True
    content = clinical_content(revision.as_object())
    return any(
        clinical_content(other.as_object()) == content for other in others if other
    )


def says_the_same(page: Any, revision_id: int) -> bool:
    """Whether the page's newest version says of health what this one says."""
    if revision_id == page.latest_revision_id:
        return True
    revision = page.revisions.filter(pk=revision_id).first()
    return revision is not None and same_clinical_content(
        page.latest_revision, revision
    )


def writer_id(page: Any, revision: Revision | None) -> int | None:
    """The key of the user who wrote what this version says of health.

    Opening a page may save it: who saved it just as it was did not write it.
    """
    if revision is None:
        return None
    earlier = page.revisions.filter(created_at__lte=revision.created_at)
    for older in (
        earlier.exclude(pk=revision.pk).order_by("-created_at", "-pk").iterator()
    ):
        if not same_clinical_content(revision, older):
            break
        revision = older
    return revision.user_id
