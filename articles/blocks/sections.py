"""The kinds of section an article can have.

Each answers one question of the patient. Every kind but `topic` may stand once
on a page; `topic` keeps whatever fits no other kind.
"""

from django.utils.translation import gettext, gettext_noop
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks import StreamBlockValidationError, StructBlockValidationError

from editorial.rich_text import SCRIPTS, RichTextBlock

from .action import CallToActionBlock
from .outcomes import BenefitsBlock, ConsiderationsBlock
from .section import SectionBlock


class DefinitionBlock(SectionBlock):
    """What is it?"""

    default_heading = gettext_noop("What it is")

    class Meta:
        label = _("Definition")
        icon = "help"
        description = _("What is it? The plain answer, in the first section.")


class SymptomsBlock(SectionBlock):
    """What does it feel like?"""

    default_heading = gettext_noop("Symptoms")

    class Meta:
        label = _("Symptoms")
        icon = "list-ul"
        description = _("What does it feel like?")


class CausesBlock(SectionBlock):
    """Why does it happen?"""

    default_heading = gettext_noop("Causes")

    class Meta:
        label = _("Causes")
        icon = "search"
        description = _("Why does it happen?")


class ChallengesBlock(SectionBlock):
    """Why is it hard to treat?"""

    default_heading = gettext_noop("Why it can be hard to treat")

    class Meta:
        label = _("Challenges")
        icon = "warning"
        description = _("Why is it hard to treat?")


class MechanismBlock(SectionBlock):
    """How does the treatment work?"""

    default_heading = gettext_noop("How the treatment works")

    class Meta:
        label = _("Mechanism")
        icon = "cogs"
        description = _("How does the treatment work?")


class ProcedureBlock(SectionBlock):
    """What happens on the day, and after?"""

    default_heading = gettext_noop("What happens on the day and afterwards")

    class Meta:
        label = _("Procedure")
        icon = "date"
        description = _("What happens on the day, and after?")


class AlternativesBlock(SectionBlock):
    """What else is there?"""

    default_heading = gettext_noop("Other options")

    class Meta:
        label = _("Alternatives")
        icon = "rotate"
        description = _("What else is there? Including doing nothing for now.")


class GuidelinesBlock(SectionBlock):
    """What do national guidelines say?"""

    default_heading = gettext_noop("What national guidelines say")

    items = blocks.ListBlock(
        blocks.StructBlock(
            [
                (
                    "organisation",
                    blocks.CharBlock(help_text=_("Who wrote it, for example: NICE")),
                ),
                (
                    "recommendation",
                    RichTextBlock(
                        features=["bold", *SCRIPTS, "link"],
                        help_text=_("What it says, also where it advises against."),
                    ),
                ),
                (
                    "url",
                    blocks.URLBlock(
                        required=False,
                        label=_("Address"),
                        help_text=_("Where a reader can find the guideline."),
                    ),
                ),
                (
                    "date",
                    blocks.DateBlock(
                        required=False, help_text=_("When it was published or updated.")
                    ),
                ),
            ],
            label_format="{organisation}",
        ),
        default=[],
        help_text=_("One entry for each guideline."),
    )

    class Meta:
        label = _("Guidelines")
        icon = "clipboard-list"
        description = _("What do national guidelines say, for and against?")
        template = "blocks/guidelines.html"
        form_layout = ["heading", "body", "items"]

    @property
    def preview(self) -> dict:
        """The heading over one example of a guideline."""
        return super().preview | {
            "body": [],
            "items": [
                {"organisation": "NICE", "recommendation": "<p>What it says.</p>"}
            ],
        }


class SuitabilityBlock(SectionBlock):
    """Is it right for me?"""

    default_heading = gettext_noop("Whether it is right for you")

    questions = blocks.ListBlock(
        blocks.CharBlock(label=_("Question")),
        default=[],
        help_text=_("Questions to ask at a consultation. Shown as a list."),
    )
    call_to_action = blocks.ListBlock(
        CallToActionBlock(),
        default=[],
        max_num=1,
        help_text=_("One button to a consultation. Shown at the section's end."),
    )

    class Meta:
        label = _("Suitability")
        icon = "group"
        description = _("Is it right for me? Questions to ask, and a next step.")
        template = "blocks/suitability.html"
        form_layout = ["heading", "body", "questions", "call_to_action"]


class TopicBlock(SectionBlock):
    """Whatever else the article holds."""

    class Meta:
        label = _("Topic")
        icon = "edit"
        description = _("Anything else, under a heading of your own. May stand often.")


def twice_message(kind: str) -> str:
    """What an editor reads when a kind of section stands on the page twice."""
    return gettext(
        "The section “%(kind)s” stands twice on this page. Keep one: move what you "
        "need into it, then delete the other."
    ) % {"kind": kind}


class SectionsBlock(blocks.StreamBlock):
    """An article's sections, in the order the editor puts them."""

    definition = DefinitionBlock()
    symptoms = SymptomsBlock()
    causes = CausesBlock()
    challenges = ChallengesBlock()
    mechanism = MechanismBlock()
    procedure = ProcedureBlock()
    benefits = BenefitsBlock()
    considerations = ConsiderationsBlock()
    alternatives = AlternativesBlock()
    guidelines = GuidelinesBlock()
    suitability = SuitabilityBlock()
    topic = TopicBlock()

    class Meta:
        required = False
        # An article opens as a list of its headings (articles/sections.js).
        collapsed = True
        block_counts = {
            kind: {"max_num": 1}
            for kind in (
                "definition",
                "symptoms",
                "causes",
                "challenges",
                "mechanism",
                "procedure",
                "benefits",
                "considerations",
                "alternatives",
                "guidelines",
                "suitability",
            )
        }

    def clean(self, value):
        """Refuse a kind twice, beside each section that is one too many.

        Raises StreamBlockValidationError. Wagtail says only how many there may be.
        """
        errors = {}
        cleaned = value
        try:
            cleaned = super().clean(value)
        except StreamBlockValidationError as error:
            errors = dict(error.block_errors)
        above = []
        seen = set()
        for position, section in enumerate(value):
            kind = section.block_type
            if kind in seen and kind in self.meta.block_counts:
                message = twice_message(section.block.label)
                above.append(message)
                errors.setdefault(
                    position, StructBlockValidationError(non_block_errors=[message])
                )
            seen.add(kind)
        if errors:
            raise StreamBlockValidationError(
                block_errors=errors, non_block_errors=list(dict.fromkeys(above))
            )
        return cleaned
