"""What an editor may want to change on a page, so that patients read it with ease."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from .link_texts import is_address, is_vague
from .passages import PageText, Passage, read_passages
from .plain_words import PlainWords
from .reading_age import OLDEST, count, reading_age
from .sentences import find_words, split_sentences
from .us_spelling import british_in

LONGEST_SENTENCE = 25  # Words. The NHS and GOV.UK ask for no more.
LONGEST_PARAGRAPH = 80  # Words: what fills the screen of a telephone.
QUOTED_WORDS = 12


class Kind(StrEnum):
    """What is advised on."""

    LONG_SENTENCE = "long_sentence"
    LONG_PARAGRAPH = "long_paragraph"
    HARD_WORD = "hard_word"
    US_SPELLING = "us_spelling"
    VAGUE_LINK = "vague_link"
    ADDRESS_LINK = "address_link"


@dataclass
class Finding:
    """One thing to look at: which words, where, and what to write instead."""

    quote: str
    heading: str = ""  # The heading under which it stands (first).
    instead: str = ""
    words: int = 0
    times: int = 1


@dataclass
class Report:
    """All advice on a page."""

    age: float | None = None
    findings: dict[Kind, list[Finding]] = field(default_factory=dict)
    by_words: dict[tuple[Kind, str, str], Finding] = field(default_factory=dict)

    @property
    def is_too_hard(self) -> bool:
        """Whether the text asks for older readers than patients' text should."""
        return self.age is not None and round(self.age) > OLDEST

    @property
    def total(self) -> int:
        """How many findings there are."""
        return sum(map(len, self.findings.values()))

    def add(self, kind: Kind, finding: Finding) -> None:
        """Take in a finding; the same words again only count."""
        key = (kind, finding.quote, finding.instead)
        known = self.by_words.setdefault(key, finding)
        if known is finding:
            self.findings.setdefault(kind, []).append(finding)
        else:
            known.times += 1


def shorten(text: str) -> str:
    """The first words of a text, enough to find it by."""
    words = text.split(" ")
    if len(words) <= QUOTED_WORDS:
        return text
    return f"{' '.join(words[:QUOTED_WORDS])} …"


def add_long(report: Report, passage: Passage, sentences: list[str]) -> None:
    """Add sentences and paragraphs that are too long."""
    for sentence in sentences:
        words = len(find_words(sentence))
        if words > LONGEST_SENTENCE:
            finding = Finding(shorten(sentence), passage.heading, words=words)
            report.add(Kind.LONG_SENTENCE, finding)
    words = len(find_words(passage.text))
    if passage.is_paragraph and words > LONGEST_PARAGRAPH:
        finding = Finding(shorten(passage.text), passage.heading, words=words)
        report.add(Kind.LONG_PARAGRAPH, finding)


def add_words(
    report: Report, heading: str, sentence: str, plain: PlainWords, known: set[str]
) -> None:
    """Add hard words and US spellings."""
    for term, instead in plain.find_unexplained(sentence, known):
        report.add(Kind.HARD_WORD, Finding(term, heading, instead))
    for word in find_words(sentence.replace("-", " ")):
        british = british_in(word, sentence)
        if british:
            report.add(Kind.US_SPELLING, Finding(word.lower(), heading, british))


def add_links(report: Report, page: PageText) -> None:
    """Add links whose words do not say where they lead."""
    for link in page.links:
        if is_vague(link.text):
            report.add(Kind.VAGUE_LINK, Finding(link.text, link.heading))
        elif is_address(link.text):
            report.add(Kind.ADDRESS_LINK, Finding(shorten(link.text), link.heading))


def advise(html: str, plain_words: Mapping[str, str]) -> Report:
    """The advice on a page's main part, given hard words and their alternatives.

    A hard word in the page's title is what the page is about, and is not named.
    """
    page = read_passages(html)
    plain = PlainWords(plain_words)
    known = {term for term, _ in plain.find(page.title)}
    report = Report()
    prose: list[str] = []
    for passage in page.passages:
        sentences = split_sentences(passage.text)
        for sentence in sentences:
            add_words(report, passage.heading, sentence, plain, known)
        if not passage.is_heading:
            add_long(report, passage, sentences)
            prose += sentences
    add_links(report, page)
    report.age = reading_age(count(prose))
    return report
