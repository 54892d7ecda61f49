"""Which kind of section a heading announces, and what an article is about."""

import pytest

from articles.importer.article_type import guess_type
from articles.importer.blocks import Heading, Item, Listing, Paragraph
from articles.importer.inline import Span
from articles.importer.kinds import announced_kinds
from articles.importer.outcomes import to_items
from articles.importer.outline import divide


def heading(words: str, level: int = 2) -> Heading:
    return Heading(level, [Span(words)])


def paragraph(words: str) -> Paragraph:
    return Paragraph([Span(words)])


def kinds(*blocks) -> list[tuple[str, str]]:
    return [(part.kind, part.title) for part in divide(list(blocks))]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("What is fibromyalgia?", ["definition"]),
        ("About sciatica", ["definition"]),
        ("About us", []),
        ("What are the symptoms of migraine?", ["symptoms"]),
        ("How do I know if I have it?", ["symptoms"]),
        ("What causes fibromyalgia?", ["causes"]),
        ("Risk factors", ["causes"]),
        ("Why is CRPS hard to treat?", ["challenges"]),
        ("How it works", ["mechanism"]),
        ("What happens on the day?", ["procedure"]),
        ("After your treatment", ["procedure"]),
        ("Pros and cons", ["benefits", "considerations"]),
        ("Risks and benefits", ["considerations", "benefits"]),
        ("How can acupuncture help?", ["benefits"]),
        ("Is it safe?", ["considerations"]),
        ("Who should not have it?", ["considerations"]),
        ("Other treatment options", ["alternatives"]),
        ("What does NICE say?", ["guidelines"]),
        ("Nice things", []),
        ("Am I a candidate?", ["suitability"]),
        ("3. Who is it for?", ["suitability"]),
        ("Treatment options for sciatica", []),
        ("Living with back pain", []),
        ("Conclusion", []),
        ("Guidelines", ["guidelines"]),
        ("National Guidance", ["guidelines"]),
        ("CLINICAL GUIDELINES", ["guidelines"]),
        ("Why has NICE said this?", ["guidelines"]),
        ("Recommended related news", []),
        ("SIDE EFFECTS", ["considerations"]),
        ("3. What are the risks?", ["considerations"]),
        ("3.1 What are the risks?", ["considerations"]),
        ("3 What is sciatica?", ["definition"]),
        ("IV. Before your injection", ["procedure"]),
        ("Q: What is sciatica?", ["definition"]),
        ("Question 2: What is sciatica?", ["definition"]),
        ("A nerve block", []),
        ("4 Questions to ask", []),
        ("FACTS ABOUT FIBROMYALGIA", ["definition"]),
        ("What is TMS and how does it work?", ["definition", "mechanism"]),
        ("How does frozen shoulder occur?", ["causes"]),
        ("Risk factors for complications", ["considerations"]),
        ("How does the doctor perform a nerve block?", ["procedure"]),
        ("How and when to take it", ["procedure"]),
        ("Why is it done?", ["benefits"]),
        ("Is PRP better than steroids?", ["alternatives"]),
        ("Patient selection", ["suitability"]),
        ("Is this the right treatment for me?", ["suitability"]),
        ("Who is it not for?", ["considerations"]),
    ],
)
def test_a_heading_announces_its_kind(words, expected):
    assert announced_kinds(words) == expected


def test_the_second_section_of_a_kind_becomes_a_topic():
    assert kinds(
        heading("What is CRPS?"),
        paragraph("Pain."),
        heading("What is an infusion?"),
        paragraph("A drip."),
    ) == [("definition", "What is CRPS?"), ("topic", "What is an infusion?")]


def test_the_surest_heading_of_a_kind_keeps_it():
    assert kinds(
        heading("About this leaflet"),
        paragraph("Read it."),
        heading("What is CRPS?"),
        paragraph("Pain."),
    ) == [("topic", "About this leaflet"), ("definition", "What is CRPS?")]


def test_special_headings_below_a_general_one_are_sections():
    assert kinds(
        heading("Infusion therapy"),
        paragraph("A drip."),
        heading("Benefits", 4),
        paragraph("Less pain."),
        heading("Risks", 4),
        paragraph("Nausea."),
    ) == [
        ("topic", "Infusion therapy"),
        ("benefits", "Benefits"),
        ("considerations", "Risks"),
    ]


def test_headings_below_a_special_one_stay_in_it():
    assert kinds(
        heading("What happens on the day?"),
        heading("Risks of the drip", 3),
        paragraph("Bruises."),
    ) == [("procedure", "What happens on the day?")]


def test_a_heading_too_long_for_a_section_stays_in_the_text():
    long = heading("very " * 40 + "long")
    assert kinds(heading("What is CRPS?"), long, paragraph("Pain.")) == [
        ("definition", "What is CRPS?")
    ]


def test_an_article_is_about_what_its_title_names_first():
    assert guess_type("Infusion therapy for chronic pain", []) == "treatment"
    assert guess_type("Referred pain and infusion therapy", []) == "condition"
    assert guess_type("Treating migraine with Botox", []) == "treatment"
    assert guess_type("Welcome", []) == "condition"


def bullets(*texts: str) -> Listing:
    return Listing(False, [Item([Span(text)]) for text in texts])


def test_bullets_are_parted_at_colon_dash_or_short_sentence():
    assert to_items(
        bullets(
            "Less pain: at once", "Sleep – better", "Quick relief. It works.", "Rest"
        )
    ) == [
        {"name": "Less pain", "explanation": "<p>at once</p>"},
        {"name": "Sleep", "explanation": "<p>better</p>"},
        {"name": "Quick relief.", "explanation": "<p>It works.</p>"},
        {"name": "Rest", "explanation": ""},
    ]


def test_a_list_with_a_bullet_that_is_no_pair_stays_a_list():
    assert to_items(bullets("Less pain: at once", "long " * 40)) is None


def test_markup_in_the_words_is_escaped():
    (item,) = to_items(bullets("Dose: <b>5</b> & more"))
    assert item["explanation"] == "<p>&lt;b&gt;5&lt;/b&gt; &amp; more</p>"
