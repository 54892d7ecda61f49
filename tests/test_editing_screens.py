"""The editing screens explain themselves: every tab, field and block says what for."""

import pytest
from django.apps import apps
from django.db.models import Field
from wagtail.admin.panels import FieldPanel, InlinePanel, PanelGroup, TabbedInterface
from wagtail.admin.panels.model_utils import get_edit_handler
from wagtail.blocks import ListBlock, StreamBlock, StructBlock
from wagtail.contrib.settings.models import BaseGenericSetting, BaseSiteSetting
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.models import get_page_models
from wagtail.snippets.models import get_snippet_models

from articles.models import ConditionPage, TreatmentPage
from editorial.models import ClinicPage

ROOMS = {"articles", "assets", "editorial", "forms", "home"}
OWN_PAGES = [model for model in get_page_models() if issubclass(model, ClinicPage)]
FIRST_AND_LAST_TABS = ["Write", "Where it appears", "Schedule and privacy"]


def screens():
    """Every model that editors fill in, with its editing screen."""
    settings = [
        model
        for model in apps.get_models()
        if issubclass(model, BaseGenericSetting | BaseSiteSetting)
    ]
    own = {
        model
        for model in [*OWN_PAGES, *get_snippet_models(), *settings]
        if model._meta.app_label in ROOMS
    }
    return [(model, get_edit_handler(model)) for model in own]


def field_panels(panel):
    """All panels that hold a field or rows, at any depth; hidden ones left out."""
    if isinstance(panel, InlinePanel):
        yield panel
        # A question is edited on a screen of its own making.
        if panel.relation_name == "form_fields":
            return
        yield from field_panels(panel.child_edit_handler)
    elif isinstance(panel, PanelGroup):
        for child in panel.children:
            yield from field_panels(child)
    elif isinstance(panel, FieldPanel) and panel.classname != "w-hidden":
        yield panel


def help_of(panel) -> str:
    """What an editor reads beside the panel."""
    field = getattr(panel, "db_field", None)
    from_field = field.help_text if isinstance(field, Field) else ""
    return str(panel.help_text or from_field or getattr(field, "help_text", ""))


def parts(block, path: str):
    """The fields inside a block at any depth, each as (path, block, its help)."""
    if isinstance(block, TypedTableBlock):
        return
    if isinstance(block, StreamBlock):
        for name, kind in block.child_blocks.items():
            yield from parts(kind, f"{path}.{name}")
    elif isinstance(block, StructBlock):
        for name, child in block.child_blocks.items():
            yield f"{path}.{name}", child
            yield from parts(child, f"{path}.{name}")
    elif isinstance(block, ListBlock):
        yield from parts(block.child_block, f"{path}.item")


def help_of_block(block) -> str:
    """What an editor reads beside a part of a block."""
    holder = getattr(block, "field", None) or block.meta
    return str(getattr(holder, "help_text", "") or "").strip()


def stream_fields():
    """Every stream of a page or setting, as (path, its block)."""
    for model, _ in screens():
        for field in model._meta.get_fields():
            if block := getattr(field, "stream_block", None):
                yield f"{model.__name__}.{field.name}", block


def test_every_field_says_where_it_appears():
    silent = {
        f"{model.__name__}: {getattr(panel, 'field_name', panel.clean_name)}"
        for model, screen in screens()
        for panel in field_panels(screen)
        if not help_of(panel).strip()
    }
    assert silent == set()


def test_every_field_of_every_block_says_what_to_write():
    found = [
        (name, block)
        for path, stream in stream_fields()
        for name, block in parts(stream, path)
    ]
    assert len(found) > 100
    silent = {name for name, block in found if not help_of_block(block)}
    assert silent == set()


@pytest.mark.parametrize("model", OWN_PAGES)
def test_the_tabs_of_each_page_type_are_named_for_what_an_editor_does(model):
    screen = model.get_edit_handler()
    assert isinstance(screen, TabbedInterface)
    tabs = [str(tab.heading) for tab in screen.children]
    own = [
        name for name in tabs if name in {"Links to other pages", "Sources and author"}
    ]
    assert tabs == [FIRST_AND_LAST_TABS[0], *own, *FIRST_AND_LAST_TABS[1:]]
    assert bool(own) == issubclass(model, ConditionPage | TreatmentPage)


@pytest.mark.parametrize("model", [ConditionPage, TreatmentPage])
def test_the_fields_of_an_article_stand_in_the_order_of_the_page(model):
    write = model.get_edit_handler().children[0]
    names = [panel.field_name for panel in field_panels(write)]
    assert names == [
        "title",
        "alternative_names",
        "summary",
        "hero_image",
        "sections",
    ]
