"""Which kind of section a heading announces."""

import re

# How sure a pattern is: 1 hints, 2 says, 3 names the kind, 4 beats a name.
PATTERNS: list[tuple[str, int, str]] = [
    (
        "definition",
        2,
        r"(^|[!?.:] )what (is|are|was|exactly is) (?!(the|my|your|our|it used|involved|"
        r"next|known about|recommended)\b)",
    ),
    ("definition", 1, r"^facts (about|on)\b|^the (facts|basics)\b|\bin brief\b"),
    ("definition", 2, r"^what('s| does .* mean| do we mean)\b"),
    (
        "definition",
        1,
        r"^what (is|are|was) the (?!.*\b(options|treatments?|outlook|"
        r"prognosis|evidence|chances?|costs?|next|best|difference)\b)",
    ),
    ("definition", 3, r"\bdefin(ition|ing|ed)\b|\bmeaning of\b|\bexplained\b"),
    ("definition", 1, r"^about\b(?! us)|\boverview\b|^understanding\b|^introduc"),
    ("definition", 1, r"\bat a glance\b|\bkey facts\b|\bbackground\b"),
    ("symptoms", 3, r"\bsymptoms?\b|\bsigns\b|\bfeels? like\b|\bwarning signs\b"),
    ("symptoms", 3, r"^how (does|do|can|will) .*\bfeel\b|\brecogni[sz](e|ing)\b"),
    (
        "symptoms",
        2,
        r"\bhow (do|can) (i|you) know\b|\bwhat is it like\b|\bpresents?\b|"
        r"\bpresentation\b",
    ),
    (
        "causes",
        3,
        r"\bcaus(e|es|ed|ing)\b|\brisk factors?\b(?! for complications)|"
        r"\btriggers?\b|\borigins?\b",
    ),
    (
        "causes",
        4,
        r"\brisk factors?\b(?! for complications)|\bwho (gets|is at risk)\b|\bat risk "
        r"of (getting|developing)\b",
    ),
    ("causes", 3, r"^how (do|does|did) .*\b(happen|occur|develop|start)s?\b"),
    ("causes", 3, r"\bwhy (do|does|did) .*\b(happen|occur|develop|get|start|hurt)s?\b"),
    (
        "causes",
        2,
        r"\bwhat (leads to|brings on)\b|\bwhere .* come from\b|\bwhy .* (happens|"
        r"occurs|develops)\b",
    ),
    ("challenges", 3, r"\bchalleng(e|es|ing)\b|\bdifficult(y|ies)?\b|\bbarriers?\b"),
    (
        "challenges",
        3,
        r"\b(hard|tricky|complicated|complex) to (treat|manage|diagnose)\b|"
        r"\bonly (brief|short|partial|temporary)\b|\bunmet needs?\b",
    ),
    ("challenges", 3, r"\bwhy .* (hard|fails?|not work|do(es)?n't work)\b"),
    ("mechanism", 3, r"\bhow (?!long|well|soon|quickly).*\bworks?\b"),
    (
        "mechanism",
        3,
        r"\bmechanisms?\b|\bscience\b|\bmode of action\b|\bpharmacology\b",
    ),
    (
        "mechanism",
        3,
        r"\bwhat (happens|does it do|it does) (in|to|inside) (the|your)\b",
    ),
    (
        "mechanism",
        2,
        r"\bhow .* (acts?|affects?|blocks?|relieves?|targets?|reduces?)\b",
    ),
    ("procedure", 3, r"\bprocedure\b|\bwhat to expect\b|\bon the day\b|\baftercare\b"),
    (
        "procedure",
        3,
        r"\bprepar(e|ing|ation)\b|\brecover(y|ing)\b|\bstep[- ]by[- ]step\b|"
        r"\bprerequisites?\b|\bhow (and when |often |do (i|you) |to )+(take|use)\b|"
        r"\bwhat (is involved|does it involve)\b|\bgoing home\b|\bfollow[- ]up\b",
    ),
    (
        "procedure",
        3,
        r"\bwhat (happens|will happen)\b.*\b(during|on|at|after|before|next|when|"
        r"day)\b",
    ),
    (
        "procedure",
        3,
        r"^(before|during|after|following) (the|your|a|an|treatment|surgery|each)\b",
    ),
    (
        "procedure",
        3,
        r"\bhow .*\b(done|given|perform(ed)?|administer(ed)?|delivered|made|"
        r"carried out|carry out)\b",
    ),
    (
        "procedure",
        2,
        r"\bhow long (does|do|will|is)\b|\byour (appointment|visit|session)s?\b|"
        r"\bthe process\b",
    ),
    ("procedure", 2, r"\b(treatment|infusion|injection) (day|session|process)s?\b"),
    (
        "benefits",
        3,
        r"\bbenefits?\b|\badvantages?\b|\bpros\b|\bupsides?\b|\bpositives\b",
    ),
    (
        "benefits",
        3,
        r"\bhow (can|could|may|might|does|do|will) (?!we\b|i\b|you\b).*\bhelps?\b",
    ),
    (
        "benefits",
        2,
        r"\bwhy (choose|consider|try|have)\b(?! us)|\bhow .* helps?\b(?! you$)|"
        r"^why (is it|it's|it is|they are|are they) (done|used|given|performed)\b|"
        r"\bsuccess rates?\b|\bexpected results\b",
    ),
    (
        "considerations",
        3,
        r"\bconsiderations?\b|\bside[- ]effects?\b|\brisks?\b|\bsafety\b|\bsafe\b",
    ),
    (
        "considerations",
        3,
        r"\bdrawbacks?\b|\bdownsides?\b|\bdisadvantages?\b|\bcons\b|\blimitations?\b",
    ),
    (
        "considerations",
        3,
        r"\bcontra-?indications?\b|\bprecautions?\b|\bcomplications?\b|\bcautions?\b",
    ),
    (
        "considerations",
        3,
        r"\b(adverse|unwanted) (effect|event|reaction)s?\b|\bthings to (consider|"
        r"know)\b|\bdo(es)? not work for (every|all)\b|\bwhat (can|could) go wrong\b|"
        r"\bharms?\b",
    ),
    (
        "considerations",
        4,
        r"\bwho (should|can|must) ?(not|n't|avoid)\b|\bnot (right|suitable) for\b|"
        r"\bwho can't\b|^who (is|are) .*\bnot for\b",
    ),
    (
        "considerations",
        2,
        r"\bwhat to (consider|watch)\b|\bwarnings?\b|\bbefore you decide\b",
    ),
    (
        "alternatives",
        3,
        r"\balternatives?\b|\bother (treatment |therapy |available )?(options?|"
        r"treatments?|therapies|choices|ways)\b",
    ),
    (
        "alternatives",
        2,
        r"\b(better|worse) than\b|^(what are )?(my|your|the) options\b|\bversus\b",
    ),
    ("alternatives", 3, r"\bwhat else\b|\bcompar(ed|ison|ing)\b|\binstead of\b"),
    (
        "guidelines",
        4,
        # NICE is an institute, nice is a word.
        r"\bguid(elines?|ance)\b|\bnice\b(?= (say|guid|recomm|ng|cg))|(?-i:\bNICE\b)",
    ),
    (
        "guidelines",
        3,
        r"\brecommend(ation|ations|s|ed by)\b|\broyal college\b|"
        r"^what is recommended\b",
    ),
    (
        "suitability",
        4,
        r"\bright( \w+)? for (you|me|everyone|everybody|your|my|whom)\b|\bgood fit\b",
    ),
    (
        "suitability",
        4,
        r"\bsuitab(le|ility)\b(?<!not suitable)|\bcandidates?\b|\beligib(le|ility)\b|"
        r"\b(patient|candidate) selection\b|\bwho (should|can|could) undergo\b",
    ),
    (
        "suitability",
        3,
        r"\bwho (is|are) .*\bfor\b|\bwho (can|should|might|may|could) (have|benefit|"
        r"consider|try|use|get|take)\b",
    ),
    (
        "suitability",
        3,
        r"\bwho (is it|it is|it's) for\b|\bshould (i|you) (have|try|consider)\b|"
        r"\bcan i have\b|\bwho benefits\b",
    ),
]
COMPILED = [
    (kind, weight, re.compile(pattern, re.IGNORECASE))
    for kind, weight, pattern in PATTERNS
]
# Headings that hold a whole list of questions, or close the article.
NEITHER = re.compile(
    r"(?i)^(faqs?|frequently asked|(common |your )?questions|conclusions?|summary|"
    r"in (conclusion|summary)|final (thoughts|words)|key (points|takeaways)|"
    r"(further|more) (reading|information)|references|sources|contact|about us)\b"
)
JOINED = re.compile(r"(?i)\b(and|or|vs\.?|versus)\b|[&/,+–]")
NUMBERING = re.compile(
    r"^(\(?(\d{1,2}(\.\d{1,2})*|[a-h]|[ivx]+)[.):]+|\d{1,2}(\.\d{1,2})*( [–-])?|"
    r"(step|part|section|chapter|question|q)\s*\d+\s*[:.–-]|q[:.])\s+",
    re.IGNORECASE,
)


def _simplified(heading: str) -> str:
    heading = heading.replace("’", "'").replace("‘", "'")
    return NUMBERING.sub("", heading).strip(" :*")


def scores(heading: str) -> dict[str, tuple[int, int]]:
    """Each kind the heading hints at: (sureness, minus the place in the heading).

    The greater pair is the better guess.
    """
    heading = _simplified(heading)
    if NEITHER.match(heading):
        return {}
    found: dict[str, tuple[int, int]] = {}
    for kind, weight, pattern in COMPILED:
        match = pattern.search(heading)
        if match:
            found[kind] = max(found.get(kind, (0, 0)), (weight, -match.start()))
    return found


def announced_kinds(heading: str) -> list[str]:
    """The kinds a heading names, the one that decides first; empty if none.

    More than one only where the heading joins them: "Benefits and risks".
    """
    found = scores(heading)
    if not found:
        return []
    named = [
        kind
        for kind, (weight, _) in found.items()
        if weight >= (2 if kind == "definition" else 3)
    ]
    if len(named) > 1 and JOINED.search(_simplified(heading)):
        return sorted(named, key=lambda kind: -found[kind][1])
    return [max(found, key=lambda kind: found[kind])]


def sureness(heading: str, kind: str) -> int:
    """How surely the heading announces the kind: 0 to 4."""
    return scores(heading).get(kind, (0, 0))[0]
