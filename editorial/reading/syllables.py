"""How many syllables an English word has: by its spelling, and a list of exceptions."""

import re
from functools import lru_cache

# Words that the patterns below get wrong.
EXCEPTIONS = {
    word: syllables
    for syllables, words in {
        1: "ache aches bye dye eye eyed eyes does goes pier priest shoes tier tiers "
        "toes tongue whole",
        2: "acne anyone argue argued baseline business cafe carriage cashier cruel "
        "diet disease doesn't evening every everyone's frontier fuel giant headache "
        "headaches isn't lion marriage maybe medicine medicines parliament people "
        "people's platelet platelets poem poet quiet really release released reuse "
        "ruin soldier soldiers someone someone's something sulphate",
        3: "acetone anyway appetite comfortable diseases element elements everybody "
        "everyone everything fluoride genuine idea idea's ideal ideas isolate medical "
        "museum pancreas poetry quieter recipe recipes reinforce reuptake sciatic "
        "sesame syncope vaccinate vegetable video videos violence violent",
        4: "caesarean caesareans capsaicin ceremony coincide diabetes experience "
        "experienced reality sciatica simile",
        5: "interferon sacroiliac",
    }.items()
    for word in words.split()
}

# An "e" that is not heard.
SILENT = re.compile(
    r"""
      (?<=[a-z][^aeiouy])(?<![^aeiouy]l)(?<![bcdght]r) e $         # care; not table
    | (?<=[a-z][^aeiouy])(?<![^aeiouy]l)(?<![bcdgt]r)(?<![sxzcgh]) e (?=s$)  # times
    | (?<=[aeiouy][gq]) u e (?=s?$)                                # fatigue
    | (?<=[^aeiouy]h)(?<![sc]h) e (?=s$)                           # breathes
    | (?<=[a-z][^aeiouytd])(?<![^aeiouyl]l) e (?=d$)               # called; not started
    | (?:(?<=[aeiouy][^aeiouy]) | (?<=[aeiouy][^aeiouy]{2}))(?<![^aeiouy]l)(?<!imp)
      e (?=ly$|ments?$|ful(?:ly|ness)?$|less(?:ly)?$|ness$)        # movement
    """,
    re.VERBOSE,
)

# A first part with a silent "e" inside a longer word: guideline, someone.
FIRST_PART = re.compile(
    "^(car|ever|fac|for|guid|hom|hous|lif|nam|nerv|not|plac|sal|saf|sid|som|ther|tim|"
    "wher|whit|wid)e(?=[b-df-hj-np-tv-z][a-z]{2})"
)
# A vowel that has a syllable of its own before another vowel, or m heard as "um".
HIATUS = re.compile(
    r"""
      (?<![cgt])i(?=a) (?!age)         # fibromyalgia has none in "gia", dialysis has
    | (?<=[cgt])i(?=at)                # associate
    | (?<![cgstxhln])i(?=o(?!ur)) | (?<=[a-z][stgcxhln])i(?=o(?!n|us|u)) | \b[lb]i(?=o)
    | i(?=[iu])
    | (?<=[xcrpd])i(?=et) | (?<=sc)i(?=en) | (?<=cl)i(?=en) | (?<=[drnlv])i(?=en[tc])
    | (?<=[a-z]{2})(?<![cst]h)i(?=ers?$) | (?<!r)(?<=[a-z]{2})i(?=est$)
    | (?<!g)e(?=o(?!u?$)) | (?<=\bg)e(?=o(?!rg))
    | (?<=cr)e(?=a[^mstk]|at(?!ur)) | (?<=\br)e(?=a(?:ct|ss|pp|ff|li))
    | (?<=[aeiouy][^aeiouy])e(?=as?$) | (?<=[aeiouy][^aeiouy]{2})e(?=as?$)
    | o(?=ea)(?=ea\b|eal\b) | (?<=[a-z])e(?=u[ms]$) | e(?=ing$)
    | (?<![qg])u(?=a(?!de)) | (?<![qg])u(?=e[lnt]) | (?<![qg])u(?=ing) | u(?=ous)
    | (?<=fl)u(?=id) | (?<=s)u(?=icid) | (?<=d)u(?=od) | (?<=t)u(?=it)
    | (?<=e)o(?=a) | a(?=o) | o(?=ing) | (?<=\bk)o(?=a)
    | (?<=\bc)o(?=agul|alesc|er|ex|inc|or|operat) | (?<=\bp)o(?=e[mt])
    | (?<=[a-z])y(?=[aeiou])
    | (?<=[sz])m(?=s?$) | (?<=th)m(?=s?$)
    | (?<=[dszk])n(?='t)
    """,
    re.VERBOSE,
)
UNHEARD_ENDING = re.compile("'(?:s|re|ve|ll|d|m)$")
HISSED_ENDING = re.compile("(?:[sxz]|[cs]e|[cs]h|ge)'s$")  # nurse's
VOWELS = re.compile("[aeiouy]+")


@lru_cache(maxsize=20_000)
def count_syllables(word: str) -> int:
    """The syllables of a word, at least one. A number counts as one.

    Parts joined by a hyphen are counted each by itself.
    """
    word = word.lower().replace("’", "'")
    if "-" in word:
        return sum(count_syllables(part) for part in word.split("-") if part)
    if word in EXCEPTIONS:
        return EXCEPTIONS[word]
    word, hissed = UNHEARD_ENDING.sub("", word), HISSED_ENDING.search(word)
    heard = SILENT.sub("", FIRST_PART.sub(r"\1", word))
    vowels = len(VOWELS.findall(heard)) + len(HIATUS.findall(heard))
    return max(1, vowels) + bool(hissed)
