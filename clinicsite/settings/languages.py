"""The languages that a clinic's website speaks, as its environment names them."""

from django.core.exceptions import ImproperlyConfigured

DEFAULT_LANGUAGE = "en-gb"


def read_languages(text: str) -> list[tuple[str, str]]:
    """Code and own name of each language in `text`: "en-gb=English,cy=Cymraeg".

    Raises ImproperlyConfigured if it cannot be read, names a language twice, or does
    not begin with British English, which every text of the site is written in.
    """
    languages = {}
    for entry in text.split(","):
        code, _, name = (part.strip() for part in entry.partition("="))
        code = code.lower()
        if not code or not name or code in languages:
            raise ImproperlyConfigured(
                f"LANGUAGES cannot be read at “{entry.strip()}”. Write each language "
                "once, as code=name: en-gb=English,cy=Cymraeg"
            )
        languages[code] = name
    if next(iter(languages)) != DEFAULT_LANGUAGE:
        raise ImproperlyConfigured(
            f"LANGUAGES must begin with {DEFAULT_LANGUAGE}, which has no prefix in "
            "addresses: en-gb=English,cy=Cymraeg"
        )
    return list(languages.items())
