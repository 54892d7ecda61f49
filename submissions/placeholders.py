"""The words in braces that replies fill in. Pure functions."""

import re
from collections.abc import Mapping

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

NAMES = ("reference", "form", "received", "clinic", "phone")
PLACEHOLDER = re.compile(r"\{([^{}\n]{0,80})\}")


def unknown_placeholders(text: str) -> list[str]:
    """What stands in braces and means nothing here, each once."""
    found = [each.strip() for each in PLACEHOLDER.findall(text)]
    return list(dict.fromkeys(each for each in found if each not in NAMES))


def check_placeholders(text: str) -> None:
    """Raises ValidationError, which names the first word in braces not known."""
    unknown = unknown_placeholders(text)
    if unknown:
        raise ValidationError(
            _("“{%(name)s}” cannot be filled in. Use one of these: %(names)s.")
            % {
                "name": unknown[0],
                "names": ", ".join(f"{{{name}}}" for name in NAMES),
            }
        )


def fill(text: str, values: Mapping[str, str]) -> str:
    """The text with each known placeholder replaced; what it becomes is not read
    again."""
    return PLACEHOLDER.sub(lambda found: values.get(found[1].strip(), found[0]), text)
