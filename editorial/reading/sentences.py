"""Where sentences and words begin and end."""

import re

# A word: letters or digits, joined by an apostrophe, a hyphen or a decimal point.
WORD = re.compile(r"[^\W_]+(?:['’\-‑.,][^\W_]+)*")
# A full stop after these does not end a sentence.
ABBREVIATIONS = frozenset(
    {"al", "approx", "dr", "e.g", "eg", "etc", "ext", "fig", "i.e", "ie", "incl", "mr"}
    | {"mrs", "ms", "prof", "st", "tel", "vol", "vs"}
)
SENTENCE_END = re.compile(r"[.!?…]+[\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-Z0-9])")
LAST_WORD = re.compile(r"[^\s(]{1,20}$")


def find_words(text: str) -> list[str]:
    """The words and numbers of a text."""
    return WORD.findall(text)


def split_sentences(text: str) -> list[str]:
    """The sentences of a passage, in order."""
    sentences: list[str] = []
    begin = 0
    for end in SENTENCE_END.finditer(text):
        before = LAST_WORD.search(text, max(begin, end.start() - 20), end.start())
        last = before.group().lower() if before else ""
        # A single capital is an initial: J. Smith. "I." ends a sentence.
        is_initial = before is not None and re.fullmatch("[A-HJ-Z]", before.group())
        if end.group().startswith(".") and (last in ABBREVIATIONS or is_initial):
            continue
        sentences.append(text[begin : end.end()].strip())
        begin = end.end()
    rest = text[begin:].strip()
    return [*sentences, rest] if rest else sentences
