"""The kinds of section an article can have.

Each answers one question of the patient. Every kind but `topic` may stand once
on a page; `topic` keeps whatever fits no other kind.
"""

from wagtail import blocks

from .action import CallToActionBlock
from .outcomes import BenefitsBlock, ConsiderationsBlock
from .section import SectionBlock


class DefinitionBlock(SectionBlock):
    """What is it?"""

    default_heading = "What it is"

    class Meta:
        label = "Definition"
        icon = "help"
        description = "What is it? The plain answer, in the first section."


class SymptomsBlock(SectionBlock):
    """What does it feel like?"""

    default_heading = "Symptoms"

    class Meta:
        label = "Symptoms"
        icon = "list-ul"
        description = "What does it feel like?"


class CausesBlock(SectionBlock):
    """Why does it happen?"""

    default_heading = "Causes"

    class Meta:
        label = "Causes"
        icon = "search"
        description = "Why does it happen?"


class ChallengesBlock(SectionBlock):
    """Why is it hard to treat?"""

    default_heading = "Why it can be hard to treat"

    class Meta:
        label = "Challenges"
        icon = "warning"
        description = "Why is it hard to treat?"


class MechanismBlock(SectionBlock):
    """How does the treatment work?"""

    default_heading = "How the treatment works"

    class Meta:
        label = "Mechanism"
        icon = "cogs"
        description = "How does the treatment work?"


class ProcedureBlock(SectionBlock):
    """What happens on the day, and after?"""

    default_heading = "What happens on the day and afterwards"

    class Meta:
        label = "Procedure"
        icon = "date"
        description = "What happens on the day, and after?"


class AlternativesBlock(SectionBlock):
    """What else is there?"""

    default_heading = "Other options"

    class Meta:
        label = "Alternatives"
        icon = "rotate"
        description = "What else is there? Including doing nothing for now."


class GuidelinesBlock(SectionBlock):
    """What do national guidelines say?"""

    default_heading = "What national guidelines say"

    items = blocks.ListBlock(
        blocks.StructBlock(
            [
                (
                    "organisation",
                    blocks.CharBlock(help_text="Who wrote it, for example: NICE"),
                ),
                (
                    "recommendation",
                    blocks.RichTextBlock(
                        features=["bold", "link"],
                        help_text="What it says, also where it advises against.",
                    ),
                ),
                (
                    "url",
                    blocks.URLBlock(
                        required=False,
                        label="Address",
                        help_text="Where a reader can find the guideline.",
                    ),
                ),
                (
                    "date",
                    blocks.DateBlock(
                        required=False, help_text="When it was published or updated."
                    ),
                ),
            ],
            label_format="{organisation}",
        ),
        default=[],
        help_text="One entry for each guideline.",
    )

    class Meta:
        label = "Guidelines"
        icon = "clipboard-list"
        description = "What do national guidelines say, for and against?"
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

    default_heading = "Whether it is right for you"

    questions = blocks.ListBlock(
        blocks.CharBlock(label="Question"),
        default=[],
        help_text="Questions to ask at a consultation. Shown as a list.",
    )
    call_to_action = blocks.ListBlock(
        CallToActionBlock(),
        default=[],
        max_num=1,
        help_text="One button to a consultation. Shown at the section's end.",
    )

    class Meta:
        label = "Suitability"
        icon = "group"
        description = "Is it right for me? Questions to ask, and a next step."
        template = "blocks/suitability.html"
        form_layout = ["heading", "body", "questions", "call_to_action"]


class TopicBlock(SectionBlock):
    """Whatever else the article holds."""

    class Meta:
        label = "Topic"
        icon = "edit"
        description = "Anything else, under a heading of your own. May stand often."


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
