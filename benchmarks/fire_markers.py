"""Words that stand in one patient's answers and nowhere else."""

from random import Random

CONSONANTS, VOWELS = "bdfgklmnprtvz", "aeiou"
# What a syllable can be: markers are read as words, so that nobody takes them for
# gibberish, and so are not held as spam.
SYLLABLES = [first + second for first in CONSONANTS for second in VOWELS]
LENGTH = 7
# What every marker begins with, so that one search finds any of them.
BEGINNING = "zuvoba"


def marker(random: Random) -> str:
    """A word that no other patient writes."""
    return BEGINNING + "".join(random.choices(SYLLABLES, k=LENGTH))
