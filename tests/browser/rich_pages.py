"""Pages that hold one of everything, for checks of what patients see."""

from articles.blocks import BodyBlock, SectionsBlock
from home.models import ClinicSettings
from tests import factories


def rich_body() -> list:
    """Each content block once, filled with its own example."""
    blocks = BodyBlock().child_blocks
    body = [(name, block.get_preview_value()) for name, block in blocks.items()]
    picture = dict(body)["image"]
    picture["image"] = factories.ClinicImageFactory(credit="A photographer")
    picture["image"].contextual_alt_text = "A nurse and a patient talk."
    picture["caption"] = "At the clinic"
    return body


def rich_sections() -> list:
    """Each kind of section once, filled with its own example; all blocks in one."""
    filled = {
        name: dict(kind.get_default()) | kind.preview
        for name, kind in SectionsBlock().child_blocks.items()
    }
    filled["topic"] |= {"heading": "Everything", "body": rich_body()}
    return list(filled.items())


def rich_form():
    """A form with a question of every kind, the rating required."""
    form = factories.FormPageFactory(
        introduction="<p>Tell us how your visit was.</p>",
        privacy_notice="<p>Our quality team reads your answers.</p>",
        thank_you_text="<p>We read every answer within two days.</p>",
        questions=[("How was it?", "rating"), ("Why?", "multiline")],
    )
    form.form_fields.filter(field_type="rating").update(required=True)
    for kind in (
        "singleline",
        "email",
        "number",
        "url",
        "checkbox",
        "checkboxes",
        "dropdown",
        "multiselect",
        "radio",
        "date",
        "datetime",
    ):
        factories.FormFieldFactory(
            page=form,
            label=f"A question of the kind {kind}",
            field_type=kind,
            choices="One\nTwo",
            help_text="Only if you like.",
        )
    return form


def rich_clinic(site):
    """A clinic with all its facts, and a feedback form of every question.

    Returns the form.
    """
    clinic = ClinicSettings.for_site(site)
    clinic.feedback_form = rich_form()
    clinic.enquiry_form = factories.FormPageFactory(title="Ask us")
    clinic.complaints_page = factories.StandardPageFactory(title="Complaints")
    clinic.strapline = "Help with long-term pain"
    clinic.phone = "020 7946 0000"
    clinic.email = "clinic@clinic.example"
    clinic.emergency_text = "<p>Call <b>999</b> in an emergency.</p>"
    clinic.regulator = "Care Quality Commission (CQC)"
    clinic.regulator_rating = "Good"
    clinic.regulator_url = "https://www.cqc.org.uk/"
    clinic.logo = factories.ClinicImageFactory(title="Logo")
    clinic.save()
    return clinic.feedback_form


def rich_article(page_factory, **fields):
    """An article with every section, block and note."""
    return page_factory(
        sections=rich_sections(),
        alternative_names="Another name\nA third name",
        hero_image=factories.ClinicImageFactory(description="A walk in the park."),
        author=factories.ClinicianFactory(),
        references=[
            (
                "reference",
                {
                    "title": "Chronic pain",
                    "source": "NICE",
                    "kind": "guideline",
                    "year": 2021,
                    "url": "https://www.nice.org.uk/guidance/ng193",
                },
            )
        ],
        **fields,
    )
