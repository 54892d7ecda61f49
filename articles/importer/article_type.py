"""Whether an article is about a condition or about a treatment."""

import re

from .outline import Part

TREATMENT = re.compile(
    r"(?i)\b(pain (management|relief)|treatments?|therap(y|ies)|infusions?|injections?|"
    r"surgery|operations?|procedures?|(nerve )?blocks?|stimulat(ion|ors?)|medicines?|"
    r"medications?|drugs?|tablets?|denervation|ablation|radiofrequency|epidurals?|"
    r"acupuncture|physiotherapy|massage|tens|botox|botulinum|steroids?|ketamine|"
    r"lidocaine|cryotherapy|rehabilitation|programmes?|counselling|cbt|mindfulness|"
    r"exercises?|osteopathy|shock ?wave|prp|opioids?|implants?|\w+therapy)\b"
)
CONDITION = re.compile(
    r"(?i)\b(pain|aches?|headaches?|migraines?|syndromes?|diseases?|disorders?|"
    r"conditions?|injur(y|ies)|sciatica|fibromyalgia|endometriosis|sprains?|stenosis|"
    r"depression|anxiety|crps|cancer|fatigue|insomnia|\w+(itis|algia|opathy|osis))\b"
)
TREATED_WITH = re.compile(r"(?i)\btreat(ments?|ing)\b.*\b(with|using|by)\b")
CONDITION_KINDS = {"symptoms", "causes", "challenges"}
TREATMENT_KINDS = {"mechanism", "procedure", "benefits", "considerations"}


def guess_type(title: str, parts: list[Part]) -> str:
    """ "condition" or "treatment": what the title names first weighs most.

    Then what the definition's heading asks for, then which kinds there are.
    A tie is a condition.
    """
    score = 3.0 * _names_first(title)
    for part in parts:
        if part.kind == "definition":
            score += 2 * _names_first(part.title)
        score += 0.5 * (part.kind in TREATMENT_KINDS) - (part.kind in CONDITION_KINDS)
    return "treatment" if score > 0 else "condition"


def _names_first(text: str) -> int:
    """1 if a treatment is named before a condition, -1 if after, 0 if neither is."""
    if TREATED_WITH.search(text):
        return 1
    treatment, condition = TREATMENT.search(text), CONDITION.search(text)
    if not treatment and not condition:
        return 0
    if treatment and (not condition or treatment.start() <= condition.start()):
        return 1
    return -1
