"""Sections that weigh up: how a treatment may help, and what speaks against it."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop
from wagtail import blocks

from editorial.rich_text import SCRIPTS, RichTextBlock

from .body import BodyBlock
from .section import SectionBlock, SectionValue


def outcome_list(**extra_fields) -> blocks.ListBlock:
    """A list of (name, explanation) pairs: benefits, or risks."""
    return blocks.ListBlock(
        blocks.StructBlock(
            [
                (
                    "name",
                    blocks.CharBlock(
                        max_length=120, help_text=_("In a few words. Shown in bold.")
                    ),
                ),
                (
                    "explanation",
                    RichTextBlock(
                        features=["bold", *SCRIPTS, "link"],
                        required=False,
                        help_text=_("One or two sentences. Shown after the name."),
                    ),
                ),
                *extra_fields.items(),
            ],
            label_format="{name}",
        ),
        default=[],
        help_text=_("Shown as a list, each with its name in bold."),
    )


class OutcomesBlock(SectionBlock):
    """A section around a list of (name, explanation) pairs."""

    closing = BodyBlock(
        required=False,
        label=_("Text after the list"),
        help_text=_("Shown under the list. May stay empty."),
    )

    class Meta:
        template = "blocks/outcomes.html"
        form_layout = ["heading", "body", "items", "closing"]

    @property
    def preview(self) -> dict:
        """The heading over one example of the list."""
        return super().preview | {
            "body": [],
            "items": [{"name": "Name", "explanation": "<p>What it means.</p>"}],
        }


class BenefitsValue(SectionValue):
    """What the template shows of the benefits."""

    EVIDENCE_TEXTS = {
        "strong": _("Good evidence: several large studies agree."),
        "moderate": _("Some evidence: studies are few, or small."),
        "weak": _("Little evidence: we cannot be sure."),
        "mixed": _("Mixed evidence: studies disagree."),
    }

    @property
    def evidence_text(self) -> str:
        """The strength of the evidence in plain words; empty if not stated."""
        return str(self.EVIDENCE_TEXTS.get(self["evidence"], ""))


class BenefitsBlock(OutcomesBlock):
    """How may it help?"""

    default_heading = gettext_noop("How it may help")

    evidence = blocks.ChoiceBlock(
        choices=list(BenefitsValue.EVIDENCE_TEXTS.items()),
        required=False,
        label=_("Strength of evidence"),
        help_text=_("How sure we can be. Shown above the list."),
    )
    items = outcome_list()

    @property
    def preview(self) -> dict:
        """One example of the list, with the strength of the evidence."""
        return super().preview | {"evidence": "moderate"}

    class Meta:
        label = _("Benefits")
        icon = "success"
        description = _("How may it help? Needs a section of considerations beside it.")
        value_class = BenefitsValue
        template = "blocks/benefits.html"
        form_layout = ["heading", "body", "evidence", "items", "closing"]


class ConsiderationsBlock(OutcomesBlock):
    """What are the risks and side effects, and who should not have it?"""

    default_heading = gettext_noop("Risks and side effects")

    items = outcome_list(
        frequency=blocks.CharBlock(
            required=False,
            max_length=60,
            help_text=_("How often, in numbers: about 1 in 10 people"),
        )
    )

    class Meta:
        label = _("Considerations")
        icon = "warning"
        description = _("What are the risks? Who should not have it?")
