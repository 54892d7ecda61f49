"""Makes `forms/screening/letter_pairs.json`: which letters follow which, by language.

From the words that Django and Wagtail say in 45 languages with Latin letters, and the
names of conditions and medicines in `data/search_names.json`. Run it when a language is
missing:

    python benchmarks/make_letter_pairs.py
"""

import gettext
import json
import math
import re
import sys
from collections import Counter
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

import django
import wagtail

from forms.screening.gibberish import LETTERS, TABLE_FILE, latin_words

# Languages that share a table, so that it stays small.
FAMILIES = {
    "english": ["en_GB", "en_AU"],
    "welsh and gaelic": ["cy", "ga", "gd"],
    "german and dutch": ["de", "nl", "af", "lb"],
    "nordic": ["sv", "da", "nb", "nn", "is"],
    "french and catalan": ["fr", "ca"],
    "spanish and portuguese": ["es", "gl", "pt", "pt_BR"],
    "italian and romanian": ["it", "ro"],
    "polish": ["pl"],
    "czech and slovak": ["cs", "sk"],
    "south slavic": ["hr", "sl", "bs", "sr_Latn"],
    "baltic": ["lt", "lv"],
    "finnish and estonian": ["fi", "et"],
    "hungarian": ["hu"],
    "turkic": ["tr", "az", "uz", "tk"],
    "albanian and basque": ["sq", "eu"],
    "african": ["sw", "ig"],
    "indonesian and malay": ["id", "ms"],
    "vietnamese": ["vi"],
}
MARKUP = re.compile(r"%\(?\w*\)?\w?|\{\w*\}|<[^>]*>|&\w+;|https?:\S+")


def texts_in(language: str) -> list[str]:
    """What Django and Wagtail say in this language."""
    texts = []
    for package in (django, wagtail):
        root = Path(package.__file__).parent
        for path in root.glob(f"**/locale/{language}/LC_MESSAGES/*.mo"):
            with path.open("rb") as file:
                catalogue = gettext.GNUTranslations(file)._catalog
            for original, translation in catalogue.items():
                if not original:
                    continue
                texts.append(str(translation))
                if language == "en_GB" and isinstance(original, str):
                    texts.append(original)
    return texts


def english_texts() -> list[str]:
    """What this project says, medicines and conditions included."""
    root = Path(__file__).parent.parent
    names = (root / "benchmarks/data/search_names.json").read_text()
    return [names, *(path.read_text() for path in root.glob("docs/*.md"))]


def row_of_pairs(texts: list[str]) -> str:
    """For each pair of letters a digit: 0 almost never, 9 twenty times what chance
    makes."""
    words = Counter(
        word for text in texts for word in latin_words(MARKUP.sub(" ", text))
    )
    pairs: Counter[str] = Counter()
    for word, times in words.items():
        for pair in pairwise(word):
            pairs["".join(pair)] += 1 + math.log(times)
    whole = pairs.total()
    digits = []
    for one in LETTERS:
        for other in LETTERS:
            times_chance = (pairs[one + other] + 0.05) / (whole + 34) * 676
            digits.append(round(min(9, max(0, 1.25 * math.log(times_chance) + 5))))
    return "".join(map(str, digits))


def main() -> None:
    """Write the table."""
    table = {}
    for family, languages in FAMILIES.items():
        texts = [text for language in languages for text in texts_in(language)]
        table[family] = row_of_pairs(texts + english_texts() * (family == "english"))
    TABLE_FILE.write_text(json.dumps(table, indent=1) + "\n")


if __name__ == "__main__":
    main()
