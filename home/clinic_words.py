"""What the clinic says of itself on every page, in its other languages."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel
from wagtail.blocks.stream_block import StreamBlockValidationError

from editorial.rich_text import RichTextBlock
from editorial.translations import speaks_default_language

from .languages import language_tag

# Fields of the clinic's settings, and the longest text that each takes.
LONGEST = {"name": 80, "strapline": 120, "regulator": 120, "regulator_rating": 60}
EMERGENCY_FEATURES = ["bold", "link"]


def other_languages() -> list[tuple[str, str]]:
    """The website's languages besides the one in which the settings are written."""
    return [each for each in settings.LANGUAGES if each[0] != settings.LANGUAGE_CODE]


def line_of_words(name: str, label: str, help_text: str) -> blocks.CharBlock:
    """A block as long as the setting of this name, which stands in for it if empty."""
    return blocks.CharBlock(
        required=False, max_length=LONGEST[name], label=label, help_text=help_text
    )


class ClinicWordsBlock(blocks.StructBlock):
    """The clinic's words in one other language."""

    language = blocks.ChoiceBlock(
        choices=other_languages,
        label=_("Language"),
        help_text=_("The language of the pages on which these words are shown."),
    )
    name = line_of_words(
        "name",
        _("Name"),
        _(
            "Shown at the top and bottom of the pages in this language. If it is "
            "empty, the name above is shown."
        ),
    )
    strapline = line_of_words(
        "strapline",
        _("Strapline"),
        _(
            "Shown under the name at the bottom of these pages. If it is empty, the "
            "one above is shown."
        ),
    )
    emergency_text = RichTextBlock(
        required=False,
        features=EMERGENCY_FEATURES,
        label=_("Urgent help"),
        help_text=_(
            "Where to get urgent help. Shown on the front page and above every form "
            "in this language. If it is empty, the words above are shown."
        ),
    )
    regulator = line_of_words(
        "regulator",
        _("Regulator"),
        _(
            "Shown at the bottom of these pages. If it is empty, the one above is "
            "shown."
        ),
    )
    regulator_rating = line_of_words(
        "regulator_rating",
        _("Latest rating"),
        _("Shown beside the regulator. If it is empty, the one above is shown."),
    )

    class Meta:
        icon = "globe"
        label = _("Language")


class OtherLanguagesBlock(blocks.StreamBlock):
    """The clinic's words in each other language, once."""

    words = ClinicWordsBlock()

    def clean(self, value):
        """Refuse a second entry for a language.

        Raises StreamBlockValidationError, shown at each entry too many.
        """
        value = super().clean(value)
        error = ValidationError(
            gettext("This language is there already. Write its words in one entry.")
        )
        languages = [child.value["language"] for child in value]
        errors = {
            index: error
            for index, language in enumerate(languages)
            if language in languages[:index]
        }
        if errors:
            raise StreamBlockValidationError(block_errors=errors)
        return value


class OtherLanguagesPanel(FieldPanel):
    """The field for them, on a website with more than one language."""

    def get_form_options(self) -> dict:
        """Wagtail's options; with one language the form has no such field."""
        return super().get_form_options() if other_languages() else {}

    class BoundPanel(FieldPanel.BoundPanel):
        """The field on the screen."""

        def is_shown(self) -> bool:
            """Not with one language."""
            return bool(other_languages()) and super().is_shown()


def speak_active_language(clinic) -> None:
    """Let the settings say what they say in the language of the address.

    For showing, never for saving. `clinic.untranslated` then has the language of each
    field that stays as it is written, for the page to say so (WCAG 3.1.2).
    """
    clinic.untranslated = {}
    if speaks_default_language():
        return
    language = get_language()
    words = next(
        (
            entry["value"]
            for entry in clinic.other_languages.raw_data
            if entry["value"].get("language") == language
        ),
        {},
    )
    for name in ClinicWordsBlock.base_blocks:
        if name == "language":
            continue
        if words.get(name):
            setattr(clinic, name, words[name])
        elif getattr(clinic, name):
            clinic.untranslated[name] = language_tag(settings.LANGUAGE_CODE)
