"""What search keeps in mind of the public pages: their names, and all their words."""

from bisect import bisect_left
from collections import defaultdict
from functools import cached_property
from threading import Lock
from typing import NamedTuple

from django.conf import settings
from django.db.models import Count, Q, QuerySet, Sum
from django.utils.translation import get_language
from wagtail.models import PageViewRestriction

from home.models import PromotedResult, SearchEntry, SearchPosting, SynonymGroup

from .spelling import Speller
from .synonyms import Synonyms, split_phrases
from .words import find_words, stem, stems, without_stop_words


class Named(NamedTuple):
    """A public page: what it is, and the names it goes by, its title first.

    `words` holds the words of each name.
    """

    kind: str
    names: list[str]
    words: list[list[str]]

    @property
    def title(self) -> str:
        """The page's title."""
        return self.names[0]

    @property
    def is_condition(self) -> bool:
        """Whether it is a condition's page."""
        return self.kind == str(SearchEntry.Kind.CONDITION)


class Promotion(NamedTuple):
    """A page to show first, for which searches, and what to say of it."""

    phrases: str
    page_id: int
    description: str


class Version(NamedTuple):
    """Differs when a page was published, changed or hidden, or a list edited."""

    entries: int
    stamps: int | None
    synonyms: tuple[str, ...]
    promotions: tuple[Promotion, ...]


class Vocabulary:
    """The names and words of what is public at one moment. Never changed.

    `counts` says in how many pages each word stands; `pages` has every page by its id.
    """

    def __init__(self, version: Version, hidden: Q):
        public = SearchEntry.objects.exclude(hidden)
        self.version = version
        self.pages: dict[int, Named] = {}
        rows = public.values_list("page_id", "kind", "title", "names")
        for page_id, kind, title, other_names in rows:
            names = [title, *other_names.splitlines()]
            words = [without_stop_words(find_words(name)) for name in names]
            self.pages[page_id] = Named(kind, names, words)
        self.counts = count_words(hidden)
        self.synonyms = Synonyms(version.synonyms)
        self.promotions = [
            (phrase, promotion)
            for promotion in version.promotions
            if promotion.page_id in self.pages
            for phrase in split_phrases(promotion.phrases)
        ]

    @cached_property
    def by_name(self) -> dict[tuple[str, ...], list[int]]:
        """The pages of each name."""
        pages = defaultdict(list)
        for page_id, page in self.pages.items():
            for words in page.words:
                pages[stems(words)].append(page_id)
        return pages

    @cached_property
    def name_words(self) -> set[str]:
        """Every word of a title, another name, or an editor's list."""
        names = (words for page in self.pages.values() for words in page.words)
        return self.list_words.union(*names)

    @cached_property
    def list_words(self) -> set[str]:
        """Every word of an editor's list."""
        promoted = (word for phrase, _ in self.promotions for word in phrase)
        return self.synonyms.words.union(promoted)

    @cached_property
    def speller(self) -> Speller:
        """What corrects to these words."""
        return Speller(self.counts, self.name_words)

    @cached_property
    def _sorted(self) -> list[str]:
        return sorted(self.counts)

    @cached_property
    def _by_stem(self) -> dict[str, list[str]]:
        words = defaultdict(list)
        for word in self.counts:
            words[stem(word)].append(word)
        return words

    def inflections(self, word: str) -> list[str]:
        """The words with the stem of this one, itself among them if it is in use."""
        return self._by_stem.get(stem(word), [])

    def beginning_with(self, start: str) -> list[str]:
        """The words that begin so, without `start` itself."""
        first = bisect_left(self._sorted, start)
        after = bisect_left(self._sorted, f"{start}\U0010ffff")
        return [word for word in self._sorted[first:after] if word != start]

    def holds(self, word: str) -> bool:
        """Whether the very word is in use."""
        return word in self.counts or word in self.list_words

    def knows(self, word: str) -> bool:
        """Whether the word is in use, in some form."""
        return self.holds(word) or bool(self.inflections(word))


def count_words(hidden: Q) -> dict[str, int]:
    """In how many public pages each word stands."""
    hidden_ids = list(
        SearchEntry.objects.filter(hidden).values_list("page_id", flat=True)
    )
    postings = SearchPosting.objects.exclude(entry__in=hidden_ids)
    counts = postings.values("word").annotate(pages=Count("pk")).order_by()
    return dict(counts.values_list("word", "pages"))


def hidden_entries() -> Q:
    """The entries that nobody may find: not live, behind a login or password, or in
    another language than the active one.

    As Wagtail has it, an alias has the restrictions of the page it stands for.
    """
    hidden = Q(page__live=False)
    if settings.WAGTAIL_I18N_ENABLED:
        hidden |= ~Q(page__locale__language_code=get_language())
    paths = PageViewRestriction.objects.values_list("page__path", flat=True)
    for path in paths.distinct():
        hidden |= (
            Q(page__path__startswith=path)
            | Q(page__alias_of__path__startswith=path)
            | Q(page__alias_of__alias_of__path__startswith=path)
        )
    return hidden


def read_version(hidden: Q) -> Version:
    """What the database holds now, in three queries."""
    public: QuerySet[SearchEntry] = SearchEntry.objects.exclude(hidden)
    entries = public.aggregate(number=Count("pk"), stamps=Sum("stamp"))
    synonyms = SynonymGroup.objects.values_list("words", flat=True)
    promotions = PromotedResult.objects.values_list("phrases", "page", "description")
    return Version(
        entries["number"],
        entries["stamps"],
        tuple(synonyms),
        tuple(Promotion(*row) for row in promotions),
    )


_lock = Lock()
_latest: dict[str, Vocabulary] = {}


def current_vocabulary() -> Vocabulary:
    """The words and names of what is public now, in the active language.

    Kept in this process until anything changes in the database, whoever changed it.
    """
    hidden = hidden_entries()
    version = read_version(hidden)
    language = get_language() or settings.LANGUAGE_CODE
    with _lock:
        if language not in _latest or _latest[language].version != version:
            _latest[language] = Vocabulary(version, hidden)
        return _latest[language]
