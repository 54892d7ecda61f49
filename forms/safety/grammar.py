"""A small grammar of meaning: classes of words (`words.txt`) and rules made of them
(`rules.txt`, which explains the notation).

A rule is followed through the words of a text as a set of the positions that it has
reached, so that the time grows with the length of the text alone: nothing is tried
twice, whatever somebody types.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise, product
from pathlib import Path
from typing import Any, NamedTuple

END, NEW_LINE = ".", "/"
NAMES = ""
FILLERS_SKIPPED = 3
FUZZY_FROM = 5
LONGEST = 20

# Start of a phrase -> the ends that it has there.
Ends = dict[int, set[int]]


def split_words(text: str) -> list[str]:
    """The words in small letters, with the ends of sentences and lines between them and
    at the end: “I can’t.” is `["i", "cant", "."]`."""
    text = unicodedata.normalize("NFKC", text).casefold()
    # Invisible characters that are pasted along with words.
    text = "".join(c for c in text if c in "\n\r" or unicodedata.category(c) != "Cf")
    text = re.sub(r"['’‘ʼ`´]", "", text)
    found = re.findall(r"[^\W_]+|[.!?;](?=\s|$)|[\n\r]+", text)
    words = [
        word if word[0].isalnum() else NEW_LINE if word.isspace() else END
        for word in found
    ]
    words.append(END)
    # No text is longer for its blank lines.
    return [
        word
        for word, after in pairwise([*words, ""])
        if word.isalnum() or word != after
    ]


def near_spellings(word: str) -> set[str]:
    """The word with up to one letter left out: two words of which these overlap differ
    by one slip of the finger."""
    return {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}


class Step(NamedTuple):
    """One place of a rule: what stands there, after how many other words."""

    phrase: str
    gap: int = 0
    crosses_ends: bool = False
    optional: bool = False
    forbidden: bool = False


class Rule(NamedTuple):
    """What raises the flags, and the steps that must not stand before it, so many words
    away, or anywhere in its sentence (`None`)."""

    flags: tuple[str, ...]
    steps: tuple[Step, ...]
    needed: frozenset[str]
    unless: tuple[tuple[int | None, tuple[Step, ...]], ...]
    line: str


class Grammar:
    """The words and rules of two files, ready to be looked for."""

    def __init__(self, words: Path, rules: Path) -> None:
        self.classes = dict(
            line.split(" = ", 1) for line in data_lines(words) if " = " in line
        )
        self.rules: list[Rule] = []
        self.phrases: dict[str, set[tuple[str, ...]]] = {}
        self.looked_for = {"@filler", "@contrast"}
        self.read_rules(rules)
        # All phrases, word by word; `NAMES` has what a phrase ending here is part of.
        self.tree: dict[str, Any] = {}
        for name in self.looked_for:
            for phrase in self.phrase_set(name):
                if not phrase:
                    raise ValueError(f"Nothing stands in a part of “{name}”.")
                node = self.tree
                for word in phrase:
                    node = node.setdefault(word, {})
                node.setdefault(NAMES, []).append(name)
        known = {w for phrases in self.phrases.values() for p in phrases for w in p}
        self.exact = {word for word in known if word[-1] not in "*~"}
        self.prefixes = {word for word in known if word.endswith("*")}
        self.near = defaultdict(set)
        for word in known:
            if word.endswith("~"):
                self.exact.add(word[:-1])
                for spelling in near_spellings(word[:-1]):
                    self.near[spelling].add(word)
        self.patterns_of = lru_cache(maxsize=4096)(self.find_patterns)

    def read_rules(self, path: Path) -> None:
        """A heading names the flags; `unless` lines hold until the next heading."""
        flags: tuple[str, ...] = ()
        guards: list[tuple[int | None, tuple[Step, ...]]] = []
        for line in data_lines(path):
            if line.startswith("["):
                flags, guards = tuple(line.strip("[]").split()), []
            elif match := re.fullmatch(
                r"unless (?:within (\d+)|in sentence): (.+)", line
            ):
                within = match[1] and int(match[1])
                guards.append((within or None, self.read_steps(match[2])))
            else:
                steps = self.read_steps(line)
                needed = frozenset(
                    step.phrase
                    for step in steps
                    if not (step.optional or step.forbidden)
                )
                self.rules.append(Rule(flags, steps, needed, tuple(guards), line))

    def read_steps(self, line: str) -> tuple[Step, ...]:
        """The steps of a rule in its notation."""
        steps = []
        gap, crosses_ends = 0, False
        for part in re.findall(r"!?\([^)]*\)|\[[^\]]*\]|\S+", line):
            if match := re.fullmatch(r"(\.\.|>>)(\d*)", part):
                gap, crosses_ends = int(match[2] or 3), match[1] == ">>"
                continue
            phrase = part.lstrip("!").strip("()[]")
            self.looked_for.add(phrase)
            steps.append(
                Step(phrase, gap, crosses_ends, part[0] == "[", part[0] == "!")
            )
            if not steps[-1].optional:
                gap, crosses_ends = 0, False
        return tuple(steps)

    def phrase_set(self, source: str) -> set[tuple[str, ...]]:
        """All phrases that this stands for: “@class”, or phrases parted by “|”."""
        if source not in self.phrases:
            found: set[tuple[str, ...]] = set()
            for phrase in source.split("|"):
                choices = [
                    self.phrase_set(self.classes[word[1:]])
                    if word.startswith("@")
                    else {(word,)}
                    for word in phrase.split()
                ]
                found |= {sum(each, ()) for each in product(*choices)}
            self.phrases[source] = found
        return self.phrases[source]

    def find_patterns(self, word: str) -> frozenset[str]:
        """The ways in which a word of a text may stand in a phrase."""
        found = {word, word + "~"}
        if word not in self.exact and len(word) > 3 and word[-1] == "s":
            # A plural, or a possessive without its apostrophe.
            found |= {word[:-1], word[:-1] + "~"}
        for length in range(2, min(len(word), LONGEST) + 1):
            if (prefix := word[:length] + "*") in self.prefixes:
                found.add(prefix)
        if FUZZY_FROM <= len(word) <= LONGEST and word not in self.exact:
            for spelling in near_spellings(word):
                found |= self.near.get(spelling, set())
        return frozenset(found)

    def find(self, text: str) -> Iterator[Rule]:
        """The rules that the text fulfils."""
        return Reading(self, split_words(text)).fulfilled()


class Reading:
    """One text, and where each phrase of the grammar stands in it."""

    def __init__(self, grammar: Grammar, words: list[str]) -> None:
        self.grammar = grammar
        self.words = words
        patterns = [grammar.patterns_of(word) for word in words]
        # For each phrase found, by its place in the tree: all places where it stands.
        spans: dict[int, list[tuple[int, int]]] = defaultdict(list)
        # For each name: those lists of the phrases that are part of it.
        self.spans: dict[str, list[list[tuple[int, int]]]] = defaultdict(list)
        for start in range(len(words)):
            nodes, end = [grammar.tree], start
            while nodes and end < len(words):
                options = patterns[end]
                nodes = [node[o] for node in nodes for o in options if o in node]
                end += 1
                for node in nodes:
                    if names := node.get(NAMES):
                        found = spans[id(node)]
                        if not found:
                            for name in names:
                                self.spans[name].append(found)
                        found.append((start, end))
        self.ends: dict[str, Ends] = {}
        self.sentence = []
        number = 0
        for word in words:
            self.sentence.append(number)
            number += word == END
        self.guards: dict[tuple[Step, ...], set[int]] = {}

    def fulfilled(self) -> Iterator[Rule]:
        """The rules that this text fulfils."""
        for rule in self.grammar.rules:
            if rule.needed <= self.spans.keys():
                starts = self.unguarded(self.ends_of(rule.steps[0].phrase), rule)
                if self.follow(rule.steps, starts):
                    yield rule

    def ends_of(self, name: str) -> Ends:
        """Where this stands, made when it is first asked for."""
        if name not in self.ends:
            ends = self.ends[name] = defaultdict(set)
            for spans in self.spans.get(name, ()):
                for start, end in spans:
                    ends[start].add(end)
        return self.ends[name]

    def unguarded(self, starts: Iterable[int], rule: Rule) -> set[int]:
        """The starts before and around which nothing stands that takes the meaning."""
        left = set(starts)
        for within, steps in rule.unless:
            if steps not in self.guards:
                self.guards[steps] = self.follow(
                    steps, set(self.ends_of(steps[0].phrase))
                )
            ends = self.guards[steps]
            if within is None:
                around = {self.sentence[end - 1] for end in ends}
                left = {start for start in left if self.sentence[start] not in around}
            elif ends:
                left = {s for s in left if ends.isdisjoint(self.before(s, within))}
        return left

    def before(self, start: int, most: int) -> Iterator[int]:
        """The positions up to so many words before, in the same clause."""
        contrasts = self.ends_of("@contrast")
        for position in range(start, max(start - most, 0) - 1, -1):
            yield position
            if position and (
                self.words[position - 1] in (END, NEW_LINE) or position - 1 in contrasts
            ):
                return

    def follow(self, steps: tuple[Step, ...], starts: set[int]) -> set[int]:
        """The positions after the last step, from these on."""
        reached = starts
        for step in steps:
            ends = self.ends_of(step.phrase)
            if step.forbidden:
                reached = {
                    position
                    for position in reached
                    if not any(p in ends for p in self.ahead(position, step))
                }
            else:
                found = {
                    end
                    for position in reached
                    for start in self.ahead(position, step)
                    for end in ends.get(start, ())
                }
                reached = found | reached if step.optional else found
            if not reached:
                break
        return reached

    def ahead(self, position: int, step: Step) -> Iterator[int]:
        """Where the step may begin: here, after its gap, or behind words that fill."""
        fillers = self.ends_of("@filler")
        most = position + step.gap
        skipped = 0
        while position < len(self.words):
            yield position
            if position >= most:
                if skipped == FILLERS_SKIPPED:
                    return
                if position not in fillers and self.words[position] != NEW_LINE:
                    return
                skipped += 1
            elif self.words[position] == END and not step.crosses_ends:
                return
            position += 1


def data_lines(path: Path) -> Iterator[str]:
    """The lines of a file of words, without comments."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if (stripped := line.strip()) and not stripped.startswith("#"):
            yield stripped
