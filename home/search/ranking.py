"""Putting the pages that answer a search in order."""

from collections import defaultdict
from heapq import nlargest
from math import log
from typing import NamedTuple

from home.models import SearchPosting

from .terms import Term
from .vocabulary import Named, Vocabulary
from .words import stems, without_stop_words

# A page is found if it answers this much of what the best page answers, rare words
# counting for more than common ones.
LEAST_SHARE = 0.6
# A term this much more common than the rarest tells no page from another: it counts in
# names, and is not looked up otherwise.
LEAST_RARITY = 0.05
# How many of the best are looked at closely, and how much a fitting name adds.
CLOSE_LOOKS = 100
NAME_BONUS = 2
OTHER_NAME_FACTOR = 0.9
# Above this, it is quicker to read all pages of a common word than to name pages.
MOST_NAMED_PAGES = 500

Weights = dict[int, float]


class WeighedTerm(NamedTuple):
    """A term, and how much it tells one page from another (BM25's idf)."""

    term: Term
    rarity: float
    words: set[str]


def rank(terms: list[Term], words: list[str], vocabulary: Vocabulary) -> list[int]:
    """The pages that answer the terms, best first.

    A page whose name is `words` comes before all others, conditions first.
    """
    weighed = sorted(
        (WeighedTerm(term, rarity(term, vocabulary), term.words) for term in terms),
        key=lambda each: -each.rarity,
    )
    if not weighed:
        return []
    least = LEAST_RARITY * weighed[0].rarity
    telling = [each for each in weighed if each.rarity >= least]
    scores = score_pages(telling, vocabulary)
    for page in nlargest(CLOSE_LOOKS, scores, key=scores.__getitem__):
        scores[page] *= 1 + NAME_BONUS * name_fit(weighed, vocabulary.pages[page])
    tiers = name_tiers(words, vocabulary)
    return sorted(
        scores,
        key=lambda page: (
            tiers.get(page, 3),
            -scores[page],
            vocabulary.pages[page].title,
            page,
        ),
    )


def rarity(term: Term, vocabulary: Vocabulary) -> float:
    """How much the term tells one page from another."""
    number = len(vocabulary.pages)
    pages = max(
        min(vocabulary.counts[word] for word in each.words)
        for each in term.alternatives
    )
    return log(1 + (number - pages + 0.5) / (pages + 0.5))


def score_pages(weighed: list[WeighedTerm], vocabulary: Vocabulary) -> Weights:
    """The score of each public page that answers enough of the terms, rarest first."""
    decisive = 1
    rest = sum(each.rarity for each in weighed[1:])
    while rest >= LEAST_SHARE * weighed[0].rarity and decisive < len(weighed):
        rest -= weighed[decisive].rarity
        decisive += 1
    shares: Weights = defaultdict(float)
    scores: Weights = defaultdict(float)
    # Whoever holds none of the decisive terms cannot be among the found.
    for part in (weighed[:decisive], weighed[decisive:]):
        postings = read_postings(part, scores)
        candidates = set(scores)
        for term, weight, _ in part:
            for page, value in answers(term, postings).items():
                if page in (candidates or vocabulary.pages):
                    shares[page] += weight
                    scores[page] += weight * value
    least = LEAST_SHARE * max(shares.values(), default=0)
    return {page: scores[page] for page in scores if shares[page] >= least}


def read_postings(part: list[WeighedTerm], pages: Weights) -> dict[str, Weights]:
    """The weight of each word in each page; in `pages` only, if there are few."""
    words = set[str]().union(*(each.words for each in part))
    if not words:
        return {}
    found = SearchPosting.objects.filter(word__in=words)
    if 0 < len(pages) <= MOST_NAMED_PAGES:
        found = found.filter(entry__in=list(pages))
    postings: dict[str, Weights] = {word: {} for word in words}
    for word, page, weight in found.values_list("word", "entry_id", "weight"):
        postings[word][page] = weight
    return postings


def answers(term: Term, postings: dict[str, Weights]) -> Weights:
    """How well each page answers the term: by its best alternative."""
    values: Weights = {}
    for (first, *others), factor in term.alternatives:
        weights = postings[first]
        for other in others:
            more = postings[other]
            weights = {
                page: min(weight, more[page])
                for page, weight in weights.items()
                if page in more
            }
        for page, weight in weights.items():
            if factor * weight > values.get(page, 0):
                values[page] = factor * weight
    return values


def name_fit(weighed: list[WeighedTerm], page: Named) -> float:
    """From 0 to 1: how much of the search is in a name, and of that name in it."""
    total = sum(each.rarity for each in weighed)
    fit = 0.0
    for place, words in enumerate(page.words):
        said = [each for each in weighed if not each.words.isdisjoint(words)]
        if not said:
            continue
        of_search = sum(each.rarity for each in said) / total
        sought = [word for word in words if any(word in each.words for each in said)]
        factor = OTHER_NAME_FACTOR if place else 1
        fit = max(fit, factor * of_search * len(sought) / len(words))
    return fit


def name_tiers(words: list[str], vocabulary: Vocabulary) -> dict[int, int]:
    """The pages with this name: a condition's title, a title, another name."""
    key = stems(without_stop_words(words))
    tiers = {}
    for page in vocabulary.by_name.get(key, []):
        named = vocabulary.pages[page]
        if stems(named.words[0]) != key:
            tiers[page] = 2
        else:
            tiers[page] = 0 if named.is_condition else 1
    return tiers
