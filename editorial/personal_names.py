"""The names of people, as addresses need them."""

from django.utils.text import slugify

TITLES = {"dame", "dr", "miss", "mr", "mrs", "ms", "mx", "prof", "professor", "sir"}


def name_slug(name: str) -> str:
    """The name as it stands in an address, without titles: "imogen-sallow".

    "clinician" if nothing is left that an address can hold.
    """
    words = slugify(name).split("-")
    while words and words[0] in TITLES:
        words.pop(0)
    return "-".join(words) or "clinician"
