"""The sources that the demo's articles name. All exist."""

from .content_blocks import block

NICE = "National Institute for Health and Care Excellence (NICE)"


def reference(title: str, source: str, kind: str, year: int | None, url: str) -> dict:
    """A source as a block."""
    return block(
        "reference",
        {"title": title, "source": source, "kind": kind, "year": year, "url": url},
    )


def nhs(topic: str, path: str) -> dict:
    """A page of the NHS website; it carries no year, as it is kept up to date."""
    return reference(
        topic, "NHS", "leaflet", None, f"https://www.nhs.uk/conditions/{path}/"
    )


CHRONIC_PAIN = reference(
    "Chronic pain (primary and secondary) in over 16s: assessment of all chronic "
    "pain and management of chronic primary pain (NG193)",
    NICE,
    "guideline",
    2021,
    "https://www.nice.org.uk/guidance/ng193",
)
BACK_PAIN = reference(
    "Low back pain and sciatica in over 16s: assessment and management (NG59)",
    NICE,
    "guideline",
    2016,
    "https://www.nice.org.uk/guidance/ng59",
)
NERVE_PAIN = reference(
    "Neuropathic pain in adults: pharmacological management in non-specialist "
    "settings (CG173)",
    NICE,
    "guideline",
    2013,
    "https://www.nice.org.uk/guidance/cg173",
)
OSTEOARTHRITIS = reference(
    "Osteoarthritis in over 16s: diagnosis and management (NG226)",
    NICE,
    "guideline",
    2022,
    "https://www.nice.org.uk/guidance/ng226",
)
REGIONAL_PAIN = reference(
    "Complex regional pain syndrome in adults: UK guidelines for diagnosis, referral "
    "and management in primary and secondary care",
    "Royal College of Physicians",
    "guideline",
    2018,
    "https://www.rcp.ac.uk/",
)
EXERCISE_REVIEW = reference(
    "Physical activity and exercise for chronic pain in adults: an overview of "
    "Cochrane Reviews",
    "Cochrane Database of Systematic Reviews",
    "review",
    2017,
    "https://doi.org/10.1002/14651858.CD011279.pub3",
)
PSYCHOLOGY_REVIEW = reference(
    "Psychological therapies for the management of chronic pain (excluding headache) "
    "in adults",
    "Cochrane Database of Systematic Reviews",
    "review",
    2020,
    "https://doi.org/10.1002/14651858.CD007407.pub4",
)
CORE_STANDARDS = reference(
    "Core standards for pain management services in the UK",
    "Faculty of Pain Medicine of the Royal College of Anaesthetists",
    "college",
    2021,
    "https://fpm.ac.uk/",
)
PROGRAMME_STANDARDS = reference(
    "Guidelines for pain management programmes for adults",
    "British Pain Society",
    "college",
    2021,
    "https://www.britishpainsociety.org/",
)
YELLOW_CARD = reference(
    "Yellow Card: report a side effect",
    "Medicines and Healthcare products Regulatory Agency (MHRA)",
    "other",
    None,
    "https://yellowcard.mhra.gov.uk/",
)
