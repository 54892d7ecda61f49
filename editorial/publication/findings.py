"""What the rules of a page's type find on the page."""

from typing import Any, NamedTuple

from django.utils import timezone
from django.utils.translation import gettext as _

from .problem import Problem, PublicationStoppedError
from .settings import PublicationSettings, Weight


class Findings(NamedTuple):
    """What stops publication, and what is only worth a warning."""

    stopping: list[Problem]
    warnings: list[Problem]


def find(page: Any) -> Findings:
    """All that is missing on `page`, at once. No query if nothing is."""
    findings = Findings([], [])
    settings = None
    # The site's invisible root is a page of Wagtail's own, which has no rules.
    for rule in getattr(page, "publication_rules", ()):
        problems = rule.problems(page)
        if not problems:
            continue
        weight = rule.weight
        if rule.setting:
            settings = settings or PublicationSettings.load()
            weight = getattr(settings, rule.setting)
        if weight == Weight.STOP:
            findings.stopping.extend(problems)
        elif weight == Weight.WARN:
            findings.warnings.extend(problems)
    return findings


def takes_down(page: Any) -> list[Problem]:
    """One problem if scheduling `page` would take it down until then.

    Wagtail does so with what was never published in its editor, such as a new site's
    front page: it keeps no version to show meanwhile.
    """
    is_scheduled = page.go_live_at and page.go_live_at > timezone.now()
    if not (is_scheduled and page.live and page.live_revision_id is None):
        return []
    message = _(
        "Patients would not find this page until that day. Publish it once without a "
        "day, then choose a day for the next change."
    )
    return [Problem(message)]


def stop_unless_publishable(page: Any) -> None:
    """Raise PublicationStoppedError with all that keeps `page` from the public."""
    problems = find(page).stopping
    if problems:
        raise PublicationStoppedError(page, problems)
