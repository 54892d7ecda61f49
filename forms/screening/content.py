"""What the texts themselves tell: links, code, advertisements, gibberish, alphabets."""

import re
import unicodedata
from collections.abc import Sequence

from .advertising.judgement import sales_signals, tells_of_care
from .gibberish import gibberish_signals
from .plain_text import has_disguised_words

LINK = re.compile(
    r"(?:https?://|www\.)[^\s<>\"']+"
    r"|\b(?:t\.me|wa\.me|bit\.ly|tinyurl\.com|cutt\.ly)/\S+"
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
LINK_MARKUP = re.compile(r"<a\s[^>]*href|\[/?(?:url|link)\b", re.IGNORECASE)
SHORTEST_TO_JUDGE = 20


def content_signals(texts: Sequence[str]) -> list[str]:
    """The signals of these texts, one for each question that was answered in words."""
    together = "\n".join(texts)
    found = [
        *link_signals(together),
        *sales_signals(together),
        *gibberish_signals(together),
    ]
    if has_disguised_words(together):
        found.append("disguised_words")
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
    if tells_of_care(text):
        return ["link_in_account"]
    return ["link"] if len(text.split()) >= FEW_WORDS else ["link", "little_but_link"]


def has_other_alphabet(text: str) -> bool:
    """Whether most letters are not Latin, which all the site's languages so far use."""
    letters = [sign for sign in text if sign.isalpha()]
    others = [sign for sign in letters if not is_latin(sign)]
    return len(letters) >= SHORTEST_TO_JUDGE and 2 * len(others) > len(letters)


def is_latin(letter: str) -> bool:
    """Whether it is a letter of the Latin alphabet, with or without accents."""
    return letter.isascii() or unicodedata.name(letter, "").startswith("LATIN")
