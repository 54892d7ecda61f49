"""Lines that a website puts around its articles, by their words.

Every pattern is for a short block that stands alone. When in doubt a line is not
here: an article's own words must never be lost.
"""

import re

from .website_words import ALWAYS_NAVIGATION, CONTACT_WORDS, LABELS

FORM = [
    r"^(please )?(tell|let) us (know )?(about your (experience|visit|stay)|what you "
    r"(think|thought)|how (we did|it went))",
    r"\bwe('d| would| should)?( really| very much| greatly| always)? "
    r"(value|appreciate|love|welcome|like)( to (hear|have|know))? your "
    r"(feedback|opinion|views|comments|thoughts|review)",
    r"\byour feedback (is|helps|means)\b",
    r"^(please )?(leave|give|send|share|submit)( us)?( your| some| a)? "
    r"(feedback|review|comment|testimonial)",
    r"^(please )?rate (us|your (experience|visit|care)|this (page|article))",
    r"^how (was|is|would you rate) (your|our) (experience|visit|appointment|service|"
    r"care)",
    r"^how did we do\b",
    r"^was this (page|article|information) (helpful|useful)",
    r"^(subscribe|sign up|join) (to|for|our|now)\b.*\b(newsletter|mailing list|"
    r"updates|emails?)",
    r"^(please )?(fill|complete) (in |out )?(the|this|our) (?!consent).{0,30}\bform\b",
    r"^thank(s| you) for (your (message|feedback|submission|enquiry)|subscribing|"
    r"getting in touch)",
    r"^(fields )?marked with (an? )?(asterisk|\*)|^\*? ?(indicates|"
    r"denotes) (a )?required",
    r"^get (our|the|your free) .{0,40}(newsletter|inbox|guide|e-?book)",
    r"^(request|ask for) a call[- ]?back",
    r"^(your email address will not be published|leave a (reply|comment))",
    r"^enter your (name|e-?mail|phone|number|message|details|postcode)",
]
COOKIES = [
    r"\b(we|this (web)?site|our (web)?site|our partners) uses? (essential |"
    r"necessary )?cookies\b",
    r"^(by (continuing|clicking|using)|you can (accept|reject|refuse|change|manage|"
    r"control|withdraw|choose)) .*\bcookies?\b",
    r"^(accept|reject|manage|allow) (all |your )?cookies?\b",
    r"^(we value your privacy|your privacy matters)\W*$",
    r"^cookie (notice|policy|settings|consent)",
]
FOOTER = [
    r"^(copyright|©|\(c\)) ?(©|\(c\))? ?(19|20)\d\d",
    r"\ball rights reserved\b",
    r"^(website|site|web design) by\b",
    r"^registered (in england|charity|company)\b",
]
SHARE = [
    r"^share( (this|the))?( (page|article|post|story))?( (on|via|with|by) (facebook|"
    r"twitter|x|linkedin|whatsapp|e-?mail|(your )?friends)\b.*)?:?$",
    r"^follow us\b.{0,60}$",
]
NEWSLETTER = re.compile(r"(?i)\b(newsletter|mailing list|subscribe|sign up)\b")
BREADCRUMB = re.compile(r"(?i)^(you are here:?\s*)?home\s*([>/»›→|])\s*\S")
CONTACT = [
    r"\b(contact|call|phone|ring|e-?mail|text|message|visit|whatsapp) us\b",
    r"\bget in touch\b",
    r"\bcontact (our|the) (clinic|team|specialists?|office|reception)",
    r"\bcall (our|the) (clinic|team|office|reception)",
    r"^(please )?(call|phone|ring|tel(ephone)?|telephone|mobile|fax|"
    r"e-?mail)( us)?( on| at)?\s*:?\s*"
    r"(\+?[\d(][\d\s().-]{6,}|\S+@\S+\.\w+)",
    r"^(book|schedule|arrange|request|make)( your| an| a| my)?( free| initial|"
    r" online| first)*"
    r" (appointment|consultation|assessment|visit|call)\b",
    r"^(ready|want|looking) to .*\b(book|call|contact|get started|take the)\b",
    r"^(book|enquire|apply|call|register|get started|start) (now|online|today)\b",
    r"\b(speak|talk) to (us|our team|one of our)\b",
    r"^to (book|arrange|make|schedule) (a|an|your) (appointment|consultation|visit)\b",
    r"\bsee how we can help\b|\bfind out how we can help\b",
]
CLINIC_NAME = re.compile(
    r"(?:\b(at|with|from)\s+)?(?:the\s+)?(?:[A-Z][\w'’&-]*\s+)+"
    r"(?:Clinics?|Cent(?:re|er)s?|Hospitals?|Practice|Surgery)\b"
)
ADDRESS = re.compile(
    r"\S+@\S+|(https?://|www\.)\S+|\+?\(?\d[\d\s().-]{5,}\d|\bext\.? ?\d+"
)
WORD = re.compile(r"[\w'-]+")
# The words of whom to ask at once, and of what patients must not miss.
URGENT = re.compile(
    r"(?i)\b(999|111|112|911|A&E|A and E|emergenc(y|ies)|(non-)?urgent(ly)?|straight "
    r"away|right away|at once|immediate(ly)?|ambulance|same day|red flags?|warnings?|"
    r"life[- ]threatening|do not delay|samaritans|116 ?123)\b"
)
CLINICAL = re.compile(
    r"(?i)\b(side effects?|fevers?|feverish|temperature|bleed\w*|blood|bruis\w+|"
    r"worse\w*|weak(ness)?|numb(ness)?|tingl\w+|swell\w*|swollen|rash(es)?|"
    r"allerg\w+|breath\w*|chest|headaches?|dizz\w+|faint\w*|vomit\w*|sick(ness)?|"
    r"nausea|infect\w+|wounds?|redness|pus|dressings?|bladder|bowels?|urine|legs?|"
    r"pregnan\w+|breastfeed\w*|diabet\w+|medicines|medications?|tablets?|doses?|"
    r"\d+ ?(mg|mcg|micrograms?|g|ml)|warfarin|insulin|anticoagulants?|thinners?|"
    r"antibiotics?|paracetamol|ibuprofen|morphine|suicid\w+|self-harm|overdose|"
    r"seizures?|fits?|collapse\w*|stroke|clots?|severe|sudden(ly)?|"
    r"(do not|don't|never) (drive|take|eat|drink|use|stop|swim|lift|smoke|give|touch|"
    r"remove|rub|ignore|wait))\b"
)
CONDITIONAL = re.compile(
    r"(?i)\b(GP|hospital|pharmacist|doctor|nurse|midwife)\b"
    r"|\b(if|when|unless|before|after|until) (?!(you('d| would|'re| are)? ?"
    r"(like|want|wish|interested|ready|looking|prefer|have (any )?(other )?questions|"
    r"need help)))"
)
MAX_CONTACT_WORDS = 30
MAX_FORM_WORDS = 45
MAX_COOKIE_WORDS = 120


def _compiled(patterns: list[str]) -> re.Pattern:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.I)


FORM_PATTERN = _compiled(FORM)
COOKIE_PATTERN = _compiled(COOKIES)
FOOTER_PATTERN = _compiled(FOOTER)
SHARE_PATTERN = _compiled(SHARE)
CONTACT_PATTERN = _compiled(CONTACT)


def simplified(text: str) -> str:
    """The words for comparison: small letters, plain quotes, single spaces."""
    return " ".join(text.casefold().replace("’", "'").split())


def bare(text: str) -> str:
    """The words without signs at both ends, as labels and menus write them."""
    return simplified(text).strip(" *:.!?»›>→←…-–|[]()")


def is_label(text: str) -> bool:
    """Whether a line is a form's or a banner's label or button."""
    return bare(text) in LABELS


def is_urgent(text: str) -> bool:
    """Whether the words say what cannot wait, or whom to call then."""
    return bool(URGENT.search(text))


def is_clinical(text: str) -> bool:
    """Whether the words name a symptom, a medicine, or what cannot wait."""
    return is_urgent(text) or bool(CLINICAL.search(text))


def is_advice(text: str) -> bool:
    """Whether the words may tell a patient what to do, or when to call."""
    return is_clinical(text) or bool(CONDITIONAL.search(simplified(text)))


def is_form_line(text: str) -> bool:
    """Whether a line calls for feedback, a subscription or a form's filling in."""
    words = simplified(text)
    if len(words.split()) > MAX_FORM_WORDS or is_clinical(words):
        return False
    return bool(FORM_PATTERN.search(words))


def may_be_contact_line(text: str) -> bool:
    """Whether a short line asks to call, write or book, and is not plainly advice."""
    words = simplified(text)
    if len(words.split()) > MAX_CONTACT_WORDS or is_advice(words):
        return False
    return bool(CONTACT_PATTERN.search(words))


def is_contact_line(text: str) -> bool:
    """Whether a line only asks to call, write or book."""
    rest = CLINIC_NAME.sub(" ", ADDRESS.sub(" ", text))
    return may_be_contact_line(text) and all(
        word in CONTACT_WORDS for word in WORD.findall(simplified(rest))
    )


def website_reason(text: str) -> str:
    """Why a line belongs to the website, not the article; empty if it does not."""
    words = simplified(text)
    length = len(words.split())
    if length <= MAX_COOKIE_WORDS and COOKIE_PATTERN.search(words):
        return "cookie notice"
    if bare(text) in ALWAYS_NAVIGATION or BREADCRUMB.match(text):
        return "navigation"
    if length <= 25 and FOOTER_PATTERN.search(words):
        return "footer"
    if length <= 12 and SHARE_PATTERN.search(words):
        return "share links"
    return ""
