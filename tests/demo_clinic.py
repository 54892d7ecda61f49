"""The demo clinic for tests: loaded for a whole module, and its content taken apart."""

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.db import transaction
from wagtail.blocks import StreamValue, StructValue
from wagtail.blocks.list_block import ListValue
from wagtail.models import Page

from articles.models import ConditionPage, TreatmentPage
from home.demo import accounts, loading, pictures
from home.demo.canvas import Canvas
from home.models import HomePage, LocationPage, StandardPage

STREAM_FIELDS = {
    ConditionPage: ["sections", "references"],
    TreatmentPage: ["sections", "references"],
    HomePage: ["body"],
    StandardPage: ["body"],
    LocationPage: ["directions"],
}


@contextmanager
def loaded_demo(folder: Path, *, large_pictures: bool = True) -> Iterator[str]:
    """The demo, with its passwords in `folder`, until the end of the block.

    Gives what the loading said. Without large pictures it is there much sooner.
    """
    with pytest.MonkeyPatch.context() as patch, transaction.atomic():
        patch.setattr(accounts, "ACCOUNTS_FILE", folder / "demo-accounts.json")
        if not large_pictures:
            dot = Canvas(8, 6).png()
            patch.setattr(pictures, "draw", lambda _title: dot)
            patch.setattr(loading, "make_missing_pictures", lambda: 0)
        yield load()
        transaction.set_rollback(True)


def load() -> str:
    """Load the demo and return what was said."""
    output = io.StringIO()
    call_command("load_demo", stdout=output)
    return output.getvalue()


def demo_pages():
    return Page.objects.filter(depth__gte=2).specific().order_by("path")


def streams():
    """Each StreamField of the demo as (its page, its block, its value)."""
    for page in demo_pages():
        for name in STREAM_FIELDS.get(type(page), []):
            value = getattr(page, name)
            yield page, value.stream_block, value


def blocks_within(value):
    """All stream children within a value, at any depth."""
    if isinstance(value, StreamValue):
        for child in value:
            yield child
            yield from blocks_within(child.value)
    elif isinstance(value, StructValue):
        for part in value.values():
            yield from blocks_within(part)
    elif isinstance(value, ListValue):
        for part in value:
            yield from blocks_within(part)


def texts():
    """Each paragraph, list item, heading and plain text of the demo's streams."""
    for _, _, value in streams():
        for stored in strings(value.get_prep_value()):
            soup = BeautifulSoup(stored, "html.parser")
            for part in soup.find_all(["p", "li", "h2", "h3"]) or [soup]:
                yield part.get_text()


def strings(value):
    """All texts in what a StreamField stores, without its types, ids and links."""
    if isinstance(value, dict):
        for name, part in value.items():
            if name not in {"type", "id", "url"}:
                yield from strings(part)
    elif isinstance(value, list):
        for part in value:
            yield from strings(part)
    elif isinstance(value, str):
        yield value


def sentences(text):
    return [each for each in re.split(r"(?<=[.!?])\s+", text.strip()) if each]
