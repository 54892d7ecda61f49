"""What the demo clinic's editors have told the site's search."""

from wagtail.models import Page

from home.models import PromotedResult, SynonymGroup

SYNONYMS = [
    "painkiller, analgesic, pain relief",
    "drip, infusion, IV",
    "physio, physiotherapy, physical therapy",
    "CBT, cognitive behavioural therapy, talking therapy, counselling",
    "sciatica, trapped nerve, slipped disc",
    "price, cost, fee, charge",
]

PHRASES = "appointment, consultation, book, see a doctor, refer, referral"
DESCRIPTION = "Ask us for a consultation. A nurse answers within 2 working days."


def load_search_lists(contact_page: Page) -> int:
    """Add the lists that are missing; how many were added."""
    added = 0
    for words in SYNONYMS:
        _, is_new = SynonymGroup.objects.get_or_create(words=words)
        added += is_new
    _, is_new = PromotedResult.objects.get_or_create(
        phrases=PHRASES, defaults={"page": contact_page, "description": DESCRIPTION}
    )
    return added + is_new
