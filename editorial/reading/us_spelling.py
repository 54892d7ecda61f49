"""US spellings and US words, with the ones that British readers know."""

import re
from functools import lru_cache

# What may follow a stem: plural, verb and adjective endings.
ENDINGS = "(?:s|es|ed|d|ing|al|ally|ly|less|ful|y|er|ers|ist|ists)?"

# Whole words, where the two spellings share no pattern.
WORDS = {
    "acetaminophen": "paracetamol",
    "aging": "ageing",
    "airplane": "aeroplane",
    "aluminum": "aluminium",
    "celiac": "coeliac",
    "cesarean": "caesarean",
    "chili": "chilli",
    "cozy": "cosy",
    "defense": "defence",
    "dialed": "dialled",
    "edema": "oedema",
    "edematous": "oedematous",
    "enroll": "enrol",
    "enrollment": "enrolment",
    "epinephrine": "adrenaline",
    "fulfill": "fulfil",
    "gray": "grey",
    "installment": "instalment",
    "jewelry": "jewellery",
    "marvelous": "marvellous",
    "mom": "mum",
    "moms": "mums",
    "mustache": "moustache",
    "offense": "offence",
    "pajamas": "pyjamas",
    "practiced": "practised",
    "practicing": "practising",
    "skillful": "skilful",
    "skeptical": "sceptical",
    "sulfur": "sulphur",
    "woolen": "woollen",
}
# Stems, each with its British form and the endings that may follow.
STEMS = [
    (re.compile(f"(?:{us})({endings})"), uk)
    for us, uk, endings in [
        ("anesthe", "anaesthe", "[a-z]+"),
        ("apnea", "apnoea", "s?"),
        ("behavior", "behaviour", ENDINGS),
        ("catalog", "catalogue", "s?"),
        ("center", "centre", "s?"),
        ("centered", "centred", ""),
        ("centering", "centring", ""),
        ("color", "colour", ENDINGS),
        ("diarrhea", "diarrhoea", "l?"),
        ("dyspnea", "dyspnoea", ""),
        ("esophag", "oesophag", "[a-z]+"),
        ("estrogen", "oestrogen", "[a-z]*"),
        ("etiolog", "aetiolog", "[a-z]+"),
        ("favor", "favour", f"{ENDINGS}|ites?|able|ably"),
        ("fecal", "faecal", ""),
        ("feces", "faeces", ""),
        ("fiber", "fibre", "s?"),
        ("flavor", "flavour", ENDINGS),
        ("gynecolog", "gynaecolog", "[a-z]+"),
        ("harbor", "harbour", ENDINGS),
        ("hemat", "haemat", "[a-z]+"),
        ("hemo(?=[dglprst])", "haemo", "[a-z]+"),
        ("hemorrh", "haemorrh", "[a-z]+"),
        ("honor", "honour", "|s|ed|ing|able|ably"),
        ("humor", "humour", "|s|ed|ing"),
        ("labor", "labour", "|s|ed|ing|ers?"),
        ("leukemi", "leukaemi", "[a-z]+"),
        ("(centi|kilo|milli|deci)?liter", "litre", "s?"),
        ("(centi|kilo|milli)meter", "metre", "s?"),
        ("maneuver", "manoeuvre", "s?"),
        ("mold", "mould", "|s|y|ed|ing"),
        ("neighbor", "neighbour", "|s|hoods?|ly|ing"),
        ("odor", "odour", "|s|less"),
        ("orthopedic", "orthopaedic", "s?|ally"),
        ("pediatric", "paediatric", "s?|ians?|ally"),
        ("rumor", "rumour", "|s|ed"),
        ("savor", "savour", "|s|y|ed|ing"),
        ("theater", "theatre", "s?"),
        ("tumor", "tumour", "s?"),
        ("vapor", "vapour", "|s"),
        ("vigor", "vigour", ""),
    ]
]
BLOOD = re.compile(
    "((?:^an|bacter|glyc|isch|leuk|lipid|natr|ox|septic|tox|^ur|^vir))emi(a|as|c)$"
)
ISE = re.compile("([a-z]{2,})([iy])z(e|ed|es|ing|er|ers|ation|ations|ational)$")
# Words in which "z" is right in Britain, by their beginnings.
TRUE_Z = re.compile(
    "(?:[a-z]+-?)?(?:siz|priz|seiz|maiz)(?:e|ed|es|ing|er|ers)$|capsiz|assiz"
)
DOUBLED_L = re.compile(
    "(cancel|channel|counsel|fuel|label|level|model|panel|signal|total|travel|tunnel)"
    "(ed|ing|or|ors|er|ers)$"
)
COMPUTING = re.compile(r"\b(?:app|code|computer|download|laptop|phone|software)s?\b")


@lru_cache(maxsize=20_000)
def british(word: str) -> str | None:
    """The British form of a word in small letters; None if it is no US spelling."""
    if word in WORDS:
        return WORDS[word]
    for pattern, uk in STEMS:
        match = pattern.fullmatch(word)
        if match:
            *prefix, ending = match.groups()
            return f"{''.join(part or '' for part in prefix)}{uk}{ending}"
    if BLOOD.search(word):
        return BLOOD.sub(r"\1aemi\2", word)
    if ISE.fullmatch(word) and not TRUE_Z.match(word):
        return ISE.sub(r"\1\2s\3", word)
    if DOUBLED_L.fullmatch(word):
        return DOUBLED_L.sub(r"\1l\2", word)
    return None


def british_in(word: str, sentence: str) -> str | None:
    """The British form of a word as it stands in this sentence.

    A capital within a sentence is a name's: "World Health Organization". A program
    is a computer's; anything else that is planned is a programme.
    """
    if word[:1].isupper() and not sentence.startswith(word):
        return None
    folded = word.lower()
    if folded in ("program", "programs") and not COMPUTING.search(sentence.lower()):
        return folded.replace("program", "programme")
    return british(folded)
