"""The kinds of section an article can have.

Each answers one question of the patient. Every kind but `topic` may stand once
on a page; `topic` keeps whatever fits no other kind.
"""

from django.utils.functional import cached_property
from wagtail import blocks

from .action import CallToActionBlock
from .body import BodyBlock

HEADING_HELP = "Shown above the section and in the page's list of contents."
BODY_HELP = "The section's text, pictures and advice, in this order."


class SectionBlock(blocks.StructBlock):
    """A heading and a body. `default_heading` is what a new section starts with."""

    default_heading = ""

    body = BodyBlock(help_text=BODY_HELP)

    class Meta:
        icon = "doc-full"
        group = "Sections"
        template = "blocks/section.html"
        label_format = "{heading}"

    def __init__(self, local_blocks=None, **kwargs):
        heading = blocks.CharBlock(
            max_length=120, default=self.default_heading, help_text=HEADING_HELP
        )
        super().__init__([("heading", heading), *(local_blocks or [])], **kwargs)

    @cached_property
    def preview(self) -> dict:
        """What the block picker shows: the heading over a sentence of text."""
        return {
            "heading": self.default_heading or "A heading of your own",
            "body": [("text", "<p>The text of this section stands here.</p>")],
        }

    def get_preview_value(self):
        """The picker's example, made from the section's own heading."""
        return self.normalize(self.get_default() | self.preview)


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


def outcome_list(**extra_fields) -> blocks.ListBlock:
    """A list of (name, explanation) pairs: benefits, or risks."""
    return blocks.ListBlock(
        blocks.StructBlock(
            [
                (
                    "name",
                    blocks.CharBlock(
                        max_length=120, help_text="In a few words. Shown in bold."
                    ),
                ),
                (
                    "explanation",
                    blocks.RichTextBlock(
                        features=["bold", "link"],
                        required=False,
                        help_text="One or two sentences. Shown after the name.",
                    ),
                ),
                *extra_fields.items(),
            ],
            label_format="{name}",
        ),
        default=[],
        help_text="Shown as a list, each with its name in bold.",
    )


class OutcomesBlock(SectionBlock):
    """A section around a list of (name, explanation) pairs."""

    closing = BodyBlock(
        required=False,
        label="Text after the list",
        help_text="Shown under the list. May stay empty.",
    )

    class Meta:
        template = "blocks/outcomes.html"

    @cached_property
    def preview(self) -> dict:
        """The heading over one example of the list."""
        return super().preview | {
            "body": [],
            "items": [{"name": "Name", "explanation": "<p>What it means.</p>"}],
        }


class BenefitsValue(blocks.StructValue):
    """What the template shows of the benefits."""

    EVIDENCE_TEXTS = {
        "strong": "Good evidence: several large studies agree.",
        "moderate": "Some evidence: studies are few, or small.",
        "weak": "Little evidence: we cannot be sure.",
        "mixed": "Mixed evidence: studies disagree.",
    }

    @property
    def evidence_text(self) -> str:
        """The strength of the evidence in plain words; empty if not stated."""
        return self.EVIDENCE_TEXTS.get(self["evidence"], "")


class BenefitsBlock(OutcomesBlock):
    """How may it help?"""

    default_heading = "How it may help"

    evidence = blocks.ChoiceBlock(
        choices=list(BenefitsValue.EVIDENCE_TEXTS.items()),
        required=False,
        label="Strength of evidence",
        help_text="How sure we can be. Shown above the list.",
    )
    items = outcome_list()

    class Meta:
        label = "Benefits"
        icon = "success"
        description = "How may it help? Needs a section of considerations beside it."
        value_class = BenefitsValue
        template = "blocks/benefits.html"


class ConsiderationsBlock(OutcomesBlock):
    """What are the risks and side effects, and who should not have it?"""

    default_heading = "Risks and side effects"

    items = outcome_list(
        frequency=blocks.CharBlock(
            required=False,
            max_length=60,
            help_text="How often, in numbers: about 1 in 10 people",
        )
    )

    class Meta:
        label = "Considerations"
        icon = "warning"
        description = "What are the risks? Who should not have it?"


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

    @cached_property
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
