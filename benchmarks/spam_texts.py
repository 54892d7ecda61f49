"""Invented texts of patients and of programs, put together from pieces.

The pieces lie in `data/spam_texts.json`. Those of programs come in two sets: `tuning`
is what the table of signals was made with, `held_out` is what is reported.
"""

from random import Random

from benchmarks.search_data import read_data

DATA = read_data("spam_texts")
LETTERS = "bcdfghjklmnpqrstvwxzaeiou"


class Texts:
    """Makes texts; `pieces` names the set for programs' texts."""

    def __init__(self, random: Random, pieces: str = "held_out"):
        self.random = random
        self.pieces = DATA[pieces]

    def fill(self, template: str) -> str:
        """The template with a word at each mark, another each time."""
        words = {name: self.random.choice(each) for name, each in DATA["words"].items()}
        return template.format(number=self.random.randint(2, 9_999), **words)

    def human(self) -> str:
        """What a patient writes: one word, or up to four sentences."""
        if self.random.random() < 0.2:
            return self.random.choice(DATA["human_short"])
        sentences = self.random.sample(DATA["human"], self.random.randint(1, 4))
        return " ".join(self.fill(sentence) for sentence in sentences)

    def chosen(self, kind: str) -> str:
        """One of a person's other texts: "human_link", "human_other_language"."""
        return self.fill(self.random.choice(DATA[kind]))

    def pitch(self) -> str:
        """A polite advertisement, as language models write them."""
        parts = [self.random.choice(each) for each in self.pieces["pitch"].values()]
        return self.fill(" ".join(parts))

    def spam(self, kind: str) -> str:
        """A text of this kind: "links", "casino"."""
        return self.fill(self.random.choice(self.pieces[kind]))

    def flood(self) -> str:
        """One of few messages, signed with some name."""
        message = self.random.choice(self.pieces["flood"])
        return f"{message} {self.fill('{name}')}"

    def gibberish(self) -> str:
        """Random letters."""
        return " ".join(
            "".join(self.random.choices(LETTERS, k=self.random.randint(8, 14)))
            for _ in range(self.random.randint(1, 4))
        )
