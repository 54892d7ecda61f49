"""What must be there before a condition or a treatment is published."""

from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.blocks.emptiness import section_holds_something
from editorial.publication import Problem, PublicationRule


def position_of(page: Any, kind: str) -> int | None:
    """Where the first section of this kind stands, from 0; None if there is none."""
    kinds = [section.block_type for section in page.sections]
    return kinds.index(kind) if kind in kinds else None


def says_something(page: Any, kind: str) -> bool:
    """Whether the page has a section of this kind, and something is written there."""
    position = position_of(page, kind)
    return position is not None and section_holds_something(
        page.sections[position].value
    )


class SummaryRule(PublicationRule):
    """Lists, search results and cards show the summary."""

    setting = "summary"

    def problems(self, page: Any) -> list[Problem]:
        """A summary with nothing in it."""
        if page.summary.strip():
            return []
        message = _(
            "The summary is missing. Write one or two plain sentences under “Summary”: "
            "lists and search results show them."
        )
        return [Problem(message, "summary")]


class BalanceRule(PublicationRule):
    """Who reads of benefits must read of risks on the same page.

    The MHRA's Blue Guide and the CAP Code ask for balanced information on treatments.
    """

    def problems(self, page: Any) -> list[Problem]:
        """Benefits that say something, without considerations that do."""
        if not says_something(page, "benefits"):
            return []
        if says_something(page, "considerations"):
            return []
        message = _(
            "The page tells of benefits but not of risks. Write what the risks and "
            "side effects are into the section “Considerations”, or add one from the "
            "list of sections. Or take the section “Benefits” out."
        )
        place = position_of(page, "considerations")
        if place is None:
            place = position_of(page, "benefits")
        return [Problem(message, "sections", place)]


class SectionRule(PublicationRule):
    """Base of the rules that ask for one kind of section."""

    kind: str
    # What is missing and what to do.
    message: Promise

    def problems(self, page: Any) -> list[Problem]:
        """No such section, or one in which nothing is written."""
        if says_something(page, self.kind):
            return []
        return [Problem(str(self.message), "sections", position_of(page, self.kind))]


class AlternativesRule(SectionRule):
    """Patients can only choose when they know what else there is."""

    setting = kind = "alternatives"

    message = gettext_lazy(
        "The other options are missing. Write what else a patient can do into the "
        "section “Alternatives”, or add one from the list of sections."
    )


class GuidelinesRule(SectionRule):
    """What national guidelines say, also where they advise against."""

    setting = kind = "guidelines"

    message = gettext_lazy(
        "The guidelines are missing. Write what national guidelines say, for and "
        "against, into the section “Guidelines”, or add one from the list of "
        "sections."
    )


class ReferencesRule(PublicationRule):
    """Readers must be able to check where the facts come from."""

    setting = "references"

    def problems(self, page: Any) -> list[Problem]:
        """A treatment without a single source."""
        if len(page.references):
            return []
        message = _(
            "The references are missing. Add the sources under “References” on the "
            "tab “Sources and author”."
        )
        return [Problem(message, "references")]
