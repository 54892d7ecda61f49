"""Pictures, and videos that are watched elsewhere."""

from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from assets.blocks import PageImageBlock
from assets.models import ClinicImage
from editorial.rich_text import SCRIPTS, RichTextBlock

https_address = URLValidator(
    schemes=["https"],
    message=_("Give the whole address, beginning with https://"),
    code="not_https",
)


class PictureBlock(blocks.StructBlock):
    """A picture with the words for those who do not see it."""

    image = PageImageBlock(
        help_text=_(
            "Say in the alternative text what the picture tells, or mark it "
            "as decorative."
        )
    )
    caption = blocks.CharBlock(required=False, help_text=_("Shown under the picture."))

    class Meta:
        icon = "image"
        label = _("Image")
        group = _("Words")
        description = _("A picture, its alternative text and a caption.")
        template = "blocks/picture.html"

    def get_preview_value(self):
        """The picker's example: the newest picture, over a caption."""
        newest = ClinicImage.objects.order_by("-pk").values_list("pk", flat=True)[:1]
        image = {"image": newest[0], "decorative": True} if newest else {}
        return self.to_python(
            {"image": image or None, "caption": gettext("What the picture shows.")}
        )


class VideoValue(blocks.StructValue):
    """What the template shows of a video."""

    @property
    def website(self) -> str:
        """The name of the website that the video is on: "www.nhs.uk"."""
        return urlsplit(self["url"] or "").hostname or ""

    @property
    def length(self) -> str:
        """How long it is, in words: "4 minutes 30 seconds"; empty in a draft."""
        minutes, seconds = self["minutes"] or 0, self["seconds"] or 0
        parts = []
        if minutes:
            parts.append(
                ngettext("%(count)d minute", "%(count)d minutes", minutes)
                % {"count": minutes}
            )
        if seconds:
            parts.append(
                ngettext("%(count)d second", "%(count)d seconds", seconds)
                % {"count": seconds}
            )
        return " ".join(parts)


class VideoBlock(blocks.StructBlock):
    """A video on another website, and all its words here.

    There is no player: nothing is asked of the other website until a reader goes
    there. WCAG 2.2, 1.2.1 to 1.2.3, ask for the words.
    """

    title = blocks.CharBlock(
        max_length=120,
        help_text=_("What the video is called. Shown above it and in its link."),
    )
    url = blocks.URLBlock(
        label=_("Address"),
        validators=[https_address],
        help_text=_(
            "The page where it can be watched, beginning with https:// – the link "
            "names that website."
        ),
    )
    minutes = blocks.IntegerBlock(
        min_value=0,
        max_value=600,
        help_text=_("How long it is. Shown beside the link, with the seconds."),
    )
    seconds = blocks.IntegerBlock(
        min_value=0,
        max_value=59,
        default=0,
        help_text=_("Added to the minutes. 0 if it lasts whole minutes."),
    )
    still = PageImageBlock(
        required=False,
        label=_("Picture"),
        help_text=_("One picture of the video. Shown above the link, as a picture."),
    )
    transcript = RichTextBlock(
        features=["bold", *SCRIPTS, "ol", "ul", "link"],
        help_text=_(
            "Everything that is said, and what is shown if it matters. Opens under "
            "the link, for people who cannot watch or hear the video."
        ),
    )

    class Meta:
        icon = "media"
        label = _("Video")
        group = _("Words")
        description = _("A link to a video on another website, with its transcript.")
        preview_value = {
            "title": _("Breathing slowly"),
            "url": "https://www.nhs.uk/",
            "minutes": 4,
            "seconds": 30,
            "still": None,
            "transcript": "<p>Sit down, and let your shoulders drop.</p>",
        }
        template = "blocks/video.html"
        value_class = VideoValue

    def clean(self, value):
        """Ask for a length. Raises StructBlockValidationError, shown beside it.

        A draft may still have none.
        """
        value = super().clean(value)
        if not value.length and not self.is_deferred_validation:
            raise StructBlockValidationError(
                block_errors={
                    "minutes": ValidationError(
                        _("Say how long the video is, in minutes and seconds.")
                    )
                }
            )
        return value
