"""What the texts themselves tell: links, code, advertisements, gibberish, alphabets."""

import re
import unicodedata
from collections.abc import Sequence

from .sales_words import count_sales_words

LINK = re.compile(
    r"(?:https?://|www\.)[^\s<>\"']+"
    r"|\b[a-z0-9-]+\.(?:top|xyz|click|online|site|shop|info|biz|ru|cn|icu|club|vip)\b",
    re.IGNORECASE,
)
# Patients show where they read or saw something.
USUAL_HOSTS = re.compile(
    r"\b(?:nhs|gov|ac|org)\.uk\b|\b(?:bbc\.co\.uk|bbc\.com|facebook\.com|"
    r"mayoclinic\.org|patient\.info|versusarthritis\.org|wikipedia\.org|youtu\.be|"
    r"youtube\.com)(?=[/?#\s]|$)",
    re.IGNORECASE,
)
FEW_WORDS = 15
ODD_SHARE = 0.08
LINK_MARKUP = re.compile(r"<a\s[^>]*href|\[/?(?:url|link)\b", re.IGNORECASE)
LONG_WORD = re.compile(r"[^\W\d_]{6,}")
INNER_CAPITALS = re.compile(r"[a-z][A-Z]\w*[a-z]?[A-Z]")
CONSONANTS = re.compile(r"[bcdfghjklmnpqrstvwxz]{6,}")
# Pairs of letters that no language of Europe has within a word, or hardly ever.
ODD_PAIRS = re.compile(
    r"(?=q[^u]|[bdfghjklmnpqtvwxz]q|[bcdfghjkmpqstvwz]x|x[bdfgjkmnqrsvwxz]"
    r"|v[bcfgmpqwx]|[bcfgmpqw]v|w[gqvx]|[bcfgmpqvx]w|[bcfghpqtvwx]j|j[cfghpqvwxz]"
    r"|[bgvpqx]k|k[bfgpqvxz]|[fghmpqvx]z|z[fqvx]|[fhjqvx][bcdg]|[kqvxz]f|[jqvxw]p)"
)
SHORTEST_TO_JUDGE = 20


def content_signals(texts: Sequence[str]) -> list[str]:
    """The signals of these texts, one for each question that was answered in words."""
    together = "\n".join(texts)
    found = [
        *link_signals(together),
        *sales_signals(together),
        *gibberish_signals(together),
    ]
    if has_other_alphabet(together):
        found.append("other_alphabet")
    longer = [text.strip() for text in texts if len(text.strip()) >= SHORTEST_TO_JUDGE]
    if len(longer) > len(set(longer)):
        found.append("same_answers")
    return found


def link_signals(text: str) -> list[str]:
    """Links that lead elsewhere than patients' links usually do."""
    if LINK_MARKUP.search(text):
        return ["link_markup"]
    links = {link for link in LINK.findall(text) if not USUAL_HOSTS.search(link)}
    if not links:
        return []
    if len(links) > 1:
        return ["links"]
    return ["link"] if len(text.split()) >= FEW_WORDS else ["link", "little_but_link"]


def sales_signals(text: str) -> list[str]:
    """One word of an advertisement may be a patient's; three are an advertisement."""
    count = count_sales_words(text)
    if not count:
        return []
    return ["sales_words"] if count < 3 else ["many_sales_words"]


def gibberish_signals(text: str) -> list[str]:
    """Whether many letters of the longer words do not go together: one or two such
    pairs may be a medicine's."""
    words = LONG_WORD.findall(text)
    odd_pairs = sum(map(count_odd_pairs, words))
    if odd_pairs < 2 or odd_pairs < ODD_SHARE * sum(map(len, words)):
        return []
    return ["some_gibberish"] if odd_pairs == 2 else ["gibberish"]


def count_odd_pairs(word: str) -> int:
    """How many pairs of letters do not go together; capitals within a word and heaps of
    consonants count for two."""
    small = word.lower()
    odd_pairs = sum(1 for _ in ODD_PAIRS.finditer(small))
    heaps = bool(CONSONANTS.search(small)) + bool(INNER_CAPITALS.search(word))
    return odd_pairs + 2 * heaps


def has_other_alphabet(text: str) -> bool:
    """Whether most letters are not Latin, which all the site's languages so far use."""
    letters = [sign for sign in text if sign.isalpha()]
    others = [sign for sign in letters if not is_latin(sign)]
    return len(letters) >= SHORTEST_TO_JUDGE and 2 * len(others) > len(letters)


def is_latin(letter: str) -> bool:
    """Whether it is a letter of the Latin alphabet, with or without accents."""
    return letter.isascii() or unicodedata.name(letter, "").startswith("LATIN")
