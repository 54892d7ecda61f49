"""The content blocks: what each shows, and what each refuses."""

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.forms import Textarea
from django.urls import reverse
from wagtail.admin.icons import get_icons
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.blocks import StreamBlock, StructBlock
from wagtail.images.blocks import ImageBlock

from articles.blocks import BodyBlock, ReferencesBlock, SectionsBlock
from articles.blocks.action import CallToActionBlock
from articles.blocks.care import CareCardBlock, DoAndDontBlock
from articles.blocks.references import ReferenceBlock
from tests import factories

pytestmark = pytest.mark.django_db


def shown(block_type, value):
    """A content block as readers get it."""
    body = BodyBlock().to_python([{"type": block_type, "value": value}])
    return BeautifulSoup(body.render_as_block(), "html.parser")


def errors_of(block, value):
    """The fields of a block that are refused, with the reasons."""
    with pytest.raises(ValidationError) as caught:
        block.clean(block.to_python(value))
    return {
        field: " ".join(error.messages)
        for field, error in caught.value.block_errors.items()
    }


def all_blocks(block):
    """A block and all those inside it."""
    yield block
    children = list(getattr(block, "child_blocks", {}).values())
    child = getattr(block, "child_block", None)
    for each in [*children, *([child] if child else [])]:
        yield from all_blocks(each)


@pytest.mark.parametrize(
    ("urgency", "words"),
    [
        ("non_urgent", "Non-urgent advice:"),
        ("urgent", "Urgent advice:"),
        ("emergency", "Immediate action required:"),
    ],
)
def test_a_care_card_says_its_urgency_to_those_who_do_not_see_it(urgency, words):
    value = {"urgency": urgency, "heading": "Call if:", "body": "<p>It hurts</p>"}
    soup = shown("care_card", value)
    assert soup.h3.get_text(" ", strip=True) == f"{words} Call if:"
    assert soup.select_one(f".care-card--{urgency}")


def test_an_emergency_card_refuses_links():
    value = {
        "heading": "Call 999 if:",
        "body": '<p><a href="https://a.uk">More</a></p>',
    }
    errors = errors_of(CareCardBlock(), value | {"urgency": "emergency"})
    assert "Take the link out" in errors["body"]
    CareCardBlock().clean(CareCardBlock().to_python(value | {"urgency": "urgent"}))


def test_a_dont_must_begin_with_do_not():
    errors = errors_of(DoAndDontBlock(), {"do": [], "dont": ["drive home"]})
    assert "do not" in errors["dont"]
    DoAndDontBlock().clean(
        DoAndDontBlock().to_python({"do": [], "dont": ["Do not drive home"]})
    )


@pytest.mark.parametrize("both", [True, False])
def test_a_call_to_action_has_exactly_one_goal(both):
    page = factories.StandardPageFactory()
    value = {
        "text": "Ask us",
        "page": page.pk if both else None,
        "url": "https://clinic.example" if both else "",
    }
    assert set(errors_of(CallToActionBlock(), value)) == {"page", "url"}


@pytest.mark.parametrize(
    ("url", "wrong"),
    [("", {"text", "page", "url"}), ("no address", {"text", "url"})],
)
def test_an_empty_call_to_action_names_all_that_is_missing_at_once(url, wrong):
    value = {"text": "", "page": None, "url": url}
    assert set(errors_of(CallToActionBlock(), value)) == wrong


def test_a_call_to_action_to_a_page_that_is_gone_shows_nothing():
    page = factories.StandardPageFactory()
    value = {"text": "Ask us", "page": page.pk, "url": ""}
    assert shown("call_to_action", value).a["href"] == page.url
    page.unpublish()
    assert shown("call_to_action", value).a is None


def test_a_reference_from_the_future_is_refused():
    value = {"title": "T", "source": "S", "kind": "review", "year": 2999}
    assert "not come yet" in errors_of(ReferenceBlock(), value)["year"]


def test_a_table_names_its_columns_and_rows():
    table = {
        "columns": [
            {"type": "text", "heading": "Side effect"},
            {"type": "text", "heading": "How often"},
        ],
        "rows": [{"values": ["Nausea", "1 in 10"]}],
        "caption": "",
    }
    soup = shown("table", {"caption": "Side effects", "table": table})
    assert soup.caption.get_text() == "Side effects"
    assert [th.get_text() for th in soup.select("th[scope=col]")] == [
        "Side effect",
        "How often",
    ]
    assert soup.select_one("th[scope=row]").get_text() == "Nausea"
    assert soup.td.get_text() == "1 in 10"


def test_do_and_dont_are_two_lists_one_under_the_other():
    soup = shown("do_and_dont", {"do": ["rest"], "dont": ["do not drive"]})
    assert [h.get_text(strip=True) for h in soup.select("h3")] == ["Do", "Don’t"]
    assert [li.get_text() for li in soup.select("li")] == ["rest", "do not drive"]


def test_headings_of_blocks_are_one_level_below_what_stands_above_them(client):
    card = {"urgency": "urgent", "heading": "Call if:", "body": "<p>It hurts</p>"}
    body = [{"type": "care_card", "value": card}]
    plain = factories.StandardPageFactory(body=body)
    section = {"heading": "What it is", "body": body}
    article = factories.ConditionPageFactory(
        sections=[{"type": "definition", "value": section}]
    )
    levels = [
        BeautifulSoup(client.get(page.url).content, "html.parser")
        .select_one(".care-card :is(h2, h3)")
        .name
        for page in (plain, article)
    ]
    assert levels == ["h2", "h3"]


def test_steps_are_an_ordered_list():
    steps = [{"name": "Arrive", "explanation": "<p>Early.</p>"}]
    soup = shown("steps", {"steps": steps})
    assert soup.select_one("ol > li").get_text(" ", strip=True) == "Arrive Early."


def test_an_expander_opens_without_javascript():
    soup = shown("expander", {"heading": "More", "body": "<p>Detail</p>"})
    assert soup.select_one("details > summary").get_text() == "More"


def test_a_picture_has_its_alternative_text_and_its_maker():
    image = factories.ClinicImageFactory(credit="A. Painter")
    value = {
        "image": {"image": image.pk, "alt_text": "A calm sea", "decorative": False},
        "caption": "The view",
    }
    soup = shown("image", value)
    assert soup.img["alt"] == "A calm sea"
    assert "The view" in soup.figcaption.get_text()
    assert "A. Painter" in soup.figcaption.get_text()


def test_benefits_say_how_sure_we_are_and_risks_how_often():
    items = [{"name": "Name", "explanation": "<p>Explained.</p>"}]
    block = SectionsBlock()
    sections = block.to_python(
        [
            {
                "type": "benefits",
                "value": {"heading": "H", "items": items, "evidence": "weak"},
            },
            {
                "type": "considerations",
                "value": {
                    "heading": "H",
                    "items": [items[0] | {"frequency": "1 in 10 people"}],
                },
            },
        ]
    )
    benefits, risks = (section.render() for section in sections)
    assert "Little evidence" in benefits
    assert "<strong>Name</strong>" in benefits
    assert "How often: 1 in 10 people" in risks


def every_block():
    """Every block that an editor can meet, with its name."""
    for stream in (SectionsBlock(), BodyBlock(), ReferencesBlock()):
        yield from all_blocks(stream)


def test_every_block_that_can_be_picked_has_an_icon_a_label_and_a_description():
    icons = get_icons()
    for stream in (b for b in every_block() if isinstance(b, StreamBlock)):
        for name, block in stream.child_blocks.items():
            assert block.meta.icon != "placeholder", name
            assert f'id="icon-{block.meta.icon}"' in icons, name
            assert block.label, name
            assert block.get_description(), name


def test_every_field_of_a_block_says_where_it_will_appear():
    for struct in (b for b in every_block() if isinstance(b, StructBlock)):
        if isinstance(struct, ImageBlock):
            continue  # Wagtail's own: the field around it has the help text.
        for name, field in struct.child_blocks.items():
            assert getattr(field.meta, "help_text", "") or getattr(
                getattr(field, "field", None), "help_text", ""
            ), f"{type(struct).__name__}.{name}"


def test_the_editor_shows_every_field_of_a_block_and_a_sections_heading_first():
    for struct in (b for b in every_block() if isinstance(b, StructBlock)):
        shown = struct.get_form_layout().get_sorted_block_names()
        assert set(shown) == set(struct.child_blocks), type(struct).__name__
    for kind, section in SectionsBlock().child_blocks.items():
        assert next(iter(section.child_blocks)) == "heading", kind


@pytest.mark.parametrize("name", list(BodyBlock().child_blocks))
def test_every_content_block_has_a_template_of_its_own(name):
    block = BodyBlock().child_blocks[name]
    assert (
        block.meta.template == f"blocks/{'picture' if name == 'image' else name}.html"
    )


@pytest.mark.parametrize("stream", [SectionsBlock, BodyBlock, ReferencesBlock])
def test_the_picker_shows_an_example_of_every_block(admin_client, stream):
    factories.ClinicImageFactory()
    for name, block in stream().child_blocks.items():
        address = reverse("wagtailadmin_block_preview")
        response = admin_client.get(address, {"id": block.definition_prefix})
        assert response.status_code == 200, name
        example = BeautifulSoup(response.content, "html.parser")
        assert example.body.get_text(strip=True) or example.img, name


def test_raised_and_lowered_characters_outlive_an_editors_work():
    block = BodyBlock().child_blocks["text"]
    words = "<p>10<sup>9</sup> in H<sub>2</sub>O</p>"
    converter = ContentstateConverter(block.field.widget.features)
    kept = converter.to_database_format(converter.from_database_format(words))
    assert BeautifulSoup(kept, "html.parser").p.decode_contents() == words[3:-4]


def test_a_tables_cell_keeps_its_lines():
    table = {
        "columns": [{"type": "text", "heading": "Dose"}] * 2,
        "rows": [{"values": ["1 mg\n2 mg", "3 mg\n4 mg"]}],
    }
    soup = shown("table", {"caption": "Doses", "table": table})
    assert [cell.get_text("|") for cell in soup.select("tbody tr > *")] == [
        "1 mg|2 mg",
        "3 mg|4 mg",
    ]
    block = BodyBlock().child_blocks["table"].child_blocks["table"]
    assert isinstance(block.child_blocks["text"].field.widget, Textarea)


def test_an_empty_text_waits_in_the_editor_and_is_not_stored():
    block = SectionsBlock().child_blocks["topic"].child_blocks["body"]
    assert [each["type"] for each in block.get_form_state([])] == ["text"]
    written = [("text", ""), ("text", "<p> </p>"), ("text", "<p>Rest.</p>")]
    stored = [{"type": name, "value": html} for name, html in written]
    cleaned = block.clean(block.to_python(stored))
    assert [each.value.source for each in cleaned] == ["<p>Rest.</p>"]
