"""Articles to search in: the sixty real names, among any number of made-up ones.

The same seed gives the same articles on every machine.
"""

import random
from collections.abc import Iterator
from itertools import accumulate, count

from articles.models import (
    ArticlePage,
    ConditionIndexPage,
    ConditionPage,
    TreatmentIndexPage,
    TreatmentPage,
)
from home.models import HomePage, SynonymGroup

from .search_data import CONDITIONS, SYNONYMS, TREATMENTS, Named, read_data

SEED = 20_261_122
WORDS = read_data("search_words")
COMMON_WORDS, HEALTH_WORDS, PLACES, TROUBLES, ENDINGS = (
    WORDS[kind].split()
    for kind in ("common_words", "health_words", "places", "troubles", "endings")
)
TIMES = WORDS["times"]
START_LETTERS = WORDS["start_letters"].split()
SYLLABLES = [
    start + vowel + end
    for start in START_LETTERS
    for vowel in ("a", "e", "i", "o", "u", "ea", "io")
    for end in ("", "l", "m", "n", "r", "s", "x")
]
VOCABULARY = 20_000
HEADINGS = ["What it is", "Symptoms", "Causes", "What you can do", "When to get help"]


class Writer:
    """Writes made-up articles, of a vocabulary as uneven as a language's."""

    def __init__(self) -> None:
        self.random = random.Random(SEED)
        self.rare_words = sorted({self.coin_word() for _ in range(VOCABULARY)})
        self.random.shuffle(self.rare_words)
        # As in a language, the second word is half as frequent as the first.
        ranks = range(10, len(self.rare_words) + 10)
        self.rare_weights = list(accumulate(1 / rank for rank in ranks))
        self.real_names = [named.title for named in [*CONDITIONS, *TREATMENTS]]

    def coin_word(self) -> str:
        """A word that does not exist."""
        return "".join(self.random.choices(SYLLABLES, k=self.random.randint(2, 4)))

    def words(self, number: int) -> list[str]:
        """Words as they follow in a text."""
        rare = self.random.choices(
            self.rare_words, cum_weights=self.rare_weights, k=number
        )
        return [
            self.random.choice(words)
            for words in zip(
                self.random.choices(COMMON_WORDS, k=number),
                self.random.choices(COMMON_WORDS, k=number),
                self.random.choices(HEALTH_WORDS, k=number),
                rare,
                strict=True,
            )
        ]

    def paragraph(self) -> str:
        """Some sentences; one in twenty names a real condition or treatment."""
        sentences = []
        for _ in range(self.random.randint(4, 9)):
            words = self.words(self.random.randint(8, 20))
            if self.random.random() < 0.05:
                words.append(self.random.choice(self.real_names).lower())
            sentences.append(f"{' '.join(words).capitalize()}.")
        return f"<p>{' '.join(sentences)}</p>"

    def sections(self) -> list[dict]:
        """Five sections, some 500 words in all."""
        return [
            {
                "type": "topic",
                "value": {
                    "heading": heading,
                    "body": [{"type": "text", "value": self.paragraph()}],
                },
            }
            for heading in HEADINGS
        ]

    def invented(self) -> Iterator[Named]:
        """Articles without end, each with a title of its own."""
        taken = set()
        for number in count():
            if number % 3:
                coined = f"{self.coin_word().capitalize()} {self.coin_word()}"
                title = f"{coined} {self.random.choice(ENDINGS)}"
                names = [f"{self.coin_word()} {self.coin_word()}"]
            else:
                place = self.random.choice(PLACES).capitalize()
                trouble = self.random.choice(TROUBLES)
                title = f"{place} {trouble} {self.random.choice(TIMES)}"
                names = []
            if title not in taken:
                taken.add(title)
                yield Named(title, names, f"{' '.join(self.words(16))}.".capitalize())


def load_articles(number: int) -> None:
    """Publish `number` articles, the sixty real names among them, and the synonyms."""
    writer = Writer()
    home_page = HomePage.objects.get()
    conditions = ConditionIndexPage(title="Conditions", show_in_menus=True)
    treatments = TreatmentIndexPage(title="Treatments", show_in_menus=True)
    home_page.add_child(instance=conditions)
    home_page.add_child(instance=treatments)
    places = [(conditions, ConditionPage), (treatments, TreatmentPage)]
    for (index_page, model), real in zip(places, (CONDITIONS, TREATMENTS), strict=True):
        for named in real:
            index_page.add_child(instance=article(model, named, writer))
    invented = writer.invented()
    for place in range(number - len(CONDITIONS) - len(TREATMENTS)):
        index_page, model = places[place % 2]
        index_page.add_child(instance=article(model, next(invented), writer))
    for words in SYNONYMS:
        SynonymGroup.objects.create(words=words)


def article(model: type[ArticlePage], named: Named, writer: Writer) -> ArticlePage:
    """An article of this name, with text around it."""
    return model(
        title=named.title,
        alternative_names="\n".join(named.names),
        summary=named.summary,
        sections=writer.sections(),
    )
