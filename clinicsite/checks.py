"""What must be right about the settings before the site starts."""

from django.conf import settings
from django.core.checks import Error, register
from django.utils.translation import check_for_language, to_locale


@register()
def check_languages(**_) -> list[Error]:
    """Each language of LANGUAGES has a catalogue: Django's, or one in locale/.

    Wagtail takes a language without one for the default language.
    """
    return [
        Error(
            f"LANGUAGES names {code} ({name}), which has no translations.",
            hint=f"Begin them with: make messages LOCALE={to_locale(code)}",
            id="clinicsite.E001",
        )
        for code, name in settings.LANGUAGES
        if not check_for_language(code)
    ]
