"""The answer to a search, ready to be shown."""

from dataclasses import dataclass, field
from functools import cached_property

from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from rapidfuzz import fuzz
from rapidfuzz.process import extract

from home.models import SearchEntry

from .ranking import rank
from .snippets import excerpt, highlight
from .terms import Term, correct_words, make_terms
from .vocabulary import Promotion, Vocabulary, current_vocabulary
from .words import find_words, fold, stems

MOST_LETTERS = 200
MOST_WORDS = 12
MOST_SUGGESTIONS = 3
LEAST_SIMILARITY = 50

KIND_NAMES = {
    SearchEntry.Kind.CONDITION: _("Condition"),
    SearchEntry.Kind.TREATMENT: _("Treatment"),
    SearchEntry.Kind.OTHER: _("Page"),
}


@dataclass(frozen=True)
class Result:
    """A page as the list of results shows it.

    `names` are the other names that the search was about.
    """

    page_id: int
    title: str
    url: str
    kind: str
    names: list[str]
    description: SafeString
    is_promoted: bool


@dataclass(frozen=True)
class Answer:
    """What a search found: the pages' ids, best first, and what it looked for.

    `words` differ from what was typed if the spelling was put right.
    """

    query: str
    words: str = ""
    is_corrected: bool = False
    is_exact: bool = False
    page_ids: list[int] = field(default_factory=list)
    terms: list[Term] = field(default_factory=list)
    promotions: dict[int, Promotion] = field(default_factory=dict)
    vocabulary: Vocabulary | None = None

    def of_kind(self, kind: str) -> list[int]:
        """The pages of one kind; all pages if there is no such kind."""
        if kind not in SearchEntry.Kind.values:
            return self.page_ids
        return [page for page in self.page_ids if self._kind_of(page) == kind]

    @cached_property
    def counts(self) -> dict[str, int]:
        """How many pages of each kind were found."""
        kinds = [self._kind_of(page) for page in self.page_ids]
        return {kind: kinds.count(kind) for kind in SearchEntry.Kind.values}

    def _kind_of(self, page_id: int) -> str:
        return self.vocabulary.pages[page_id].kind

    def results(self, page_ids: list[int]) -> list[Result]:
        """These pages, ready to be shown, in this order."""
        entries = (
            SearchEntry.objects.select_related("page")
            .only("kind", "title", "names", "summary", "text", "page__url_path")
            .in_bulk(page_ids)
        )
        return [
            self._result(entries[page_id])
            for page_id in page_ids
            # Somebody may have taken it off the site just now.
            if page_id in entries
        ]

    def _result(self, entry: SearchEntry) -> Result:
        words = set().union(*(term.words for term in self.terms))
        in_title = answered(entry.title, self.terms)
        promotion = self.promotions.get(entry.page_id)
        return Result(
            page_id=entry.page_id,
            title=entry.title,
            url=entry.page.url,
            kind=KIND_NAMES[SearchEntry.Kind(entry.kind)],
            names=[
                name
                for name in entry.names.splitlines()
                if answered(name, self.terms) - in_title
            ],
            description=describe(entry, words, promotion),
            is_promoted=promotion is not None,
        )

    @cached_property
    def suggestions(self) -> list[Result]:
        """The pages whose names are most like what was typed."""
        if self.vocabulary is None:
            return []
        names = [
            (page_id, name)
            for page_id, page in self.vocabulary.pages.items()
            for name in page.names
        ]
        nearest = extract(
            fold(self.query),
            [fold(name) for _, name in names],
            scorer=fuzz.ratio,
            score_cutoff=LEAST_SIMILARITY,
            limit=2 * MOST_SUGGESTIONS,
        )
        page_ids = dict.fromkeys(names[place][0] for _, _, place in nearest)
        return self.results(list(page_ids)[:MOST_SUGGESTIONS])


def search_pages(typed: str, is_exact: bool = False) -> Answer:
    """Find the public pages for what was typed; with `is_exact`, as it was spelt.

    Any text gets an answer. What was typed is neither kept nor logged.
    """
    query = " ".join(typed[:MOST_LETTERS].replace("\0", " ").split())
    words = find_words(query)[:MOST_WORDS]
    if not words:
        return Answer(query)
    vocabulary = current_vocabulary()
    corrected = words if is_exact else correct_words(words, vocabulary)
    terms = make_terms(corrected, vocabulary)
    promotions = find_promotions(corrected, vocabulary)
    found = rank(terms, corrected, vocabulary)
    return Answer(
        query=query,
        words=" ".join(corrected),
        is_corrected=corrected != words,
        is_exact=is_exact,
        page_ids=list(dict.fromkeys([*promotions, *found])),
        terms=terms,
        promotions=promotions,
        vocabulary=vocabulary,
    )


def find_promotions(words: list[str], vocabulary: Vocabulary) -> dict[int, Promotion]:
    """The promoted pages of a search that holds all words of one of their phrases."""
    sought = set(stems(words))
    return {
        promotion.page_id: promotion
        for phrase, promotion in vocabulary.promotions
        if sought.issuperset(stems(phrase))
    }


def answered(name: str, terms: list[Term]) -> set[int]:
    """Which terms, by their place, the name answers."""
    words = find_words(name)
    return {
        place for place, term in enumerate(terms) if not term.words.isdisjoint(words)
    }


def describe(
    entry: SearchEntry, words: set[str], promotion: Promotion | None
) -> SafeString:
    """What stands under the title: why the page was found, or what it is about.

    The summary does for a page whose own name was sought; for another, the text
    around the words.
    """
    if promotion and promotion.description:
        return highlight(promotion.description, words)
    named = not words.isdisjoint(find_words(f"{entry.title}\n{entry.names}"))
    summary = highlight(entry.summary, words)
    if entry.summary and (named or "<mark>" in summary):
        return summary
    return excerpt(entry.text, words) or summary
