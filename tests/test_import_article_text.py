"""Nothing of an article is lost, doubled or reworded; nothing else comes with it."""

import re
from collections import Counter
from pathlib import Path

import pytest

from articles.importer import import_file
from editorial.models import PublicationSettings
from tests import factories
from tests.stored_text import page_text, words

pytestmark = pytest.mark.django_db

DATA = Path(__file__).parent / "data"
SECTIONS = {
    "referred-pain.txt": [
        ["definition", "What is Referred Pain?"],
        ["challenges", "Challenges in Treating Referred Pain"],
        ["mechanism", "How does Infusion Therapy work for Pain?"],
        ["topic", "Infusion Therapy for Referred Pain"],
        ["benefits", "Benefits and Considerations of Infusion Therapy"],
        ["considerations", "Risks and side effects"],
        ["suitability", "Is Infusion right for you?"],
    ],
    "sciatica.html": [
        ["topic", "Introduction"],
        ["definition", "What is sciatica?"],
        ["causes", "Why does sciatica happen?"],
        ["benefits", "Benefits and Risks of Nerve Root Injections"],
        ["considerations", "Risks and side effects"],
        ["suitability", "Is an injection right for you?"],
    ],
    "nerve-blocks.html": [
        ["definition", "What is a nerve block?"],
        ["procedure", "Preparing for your nerve block"],
        ["considerations", "Side effects of nerve blocks"],
        ["alternatives", "Other options"],
    ],
    "fibromyalgia.md": [
        ["definition", "What it is"],
        ["symptoms", "Symptoms and Causes"],
        ["topic", "How is fibromyalgia treated?"],
        ["benefits", "Advantages of exercise"],
        ["considerations", "Drawbacks"],
        ["guidelines", "What the guidelines say"],
        ["suitability", "Who is it for?"],
    ],
    "botox.html": [
        ["topic", "Introduction"],
        ["definition", "What is chronic migraine?"],
        ["mechanism", "How does Botox work?"],
        ["procedure", "What to expect at your appointment"],
        ["benefits", "The benefits"],
        ["considerations", "Side effects and risks"],
        ["topic", "Frequently asked questions"],
        ["topic", "References"],
    ],
    "trigeminal-neuralgia.txt": [
        ["definition", "OVERVIEW"],
        ["symptoms", "SIGNS AND SYMPTOMS"],
        ["causes", "CAUSES OF TRIGEMINAL NEURALGIA"],
        ["topic", "WHAT ARE THE TREATMENT OPTIONS?"],
        ["benefits", "BENEFITS AND RISKS OF SURGERY"],
        ["considerations", "Risks and side effects"],
        ["suitability", "IS SURGERY RIGHT FOR ME?"],
    ],
}
FILES = list(SECTIONS)


@pytest.fixture(autouse=True)
def _indexes(home_page):
    factories.ConditionIndexPageFactory()
    factories.TreatmentIndexPageFactory()


def article_lines(name: str) -> list[str]:
    return (DATA / name).with_suffix(".article.txt").read_text().splitlines()


@pytest.mark.parametrize("name", FILES)
def test_the_page_holds_exactly_the_words_of_the_article_in_their_order(name):
    page = import_file(DATA / name).page
    assert words(page_text(page)) == words(" ".join(article_lines(name)))


@pytest.mark.parametrize("name", FILES)
def test_every_sentence_of_the_article_is_found_once(name):
    text = " ".join(words(page_text(import_file(DATA / name).page)))
    for line in article_lines(name):
        if len(words(line)) > 3:
            assert text.count(" ".join(words(line))) == 1, line


@pytest.mark.parametrize("name", FILES)
def test_every_section_has_the_kind_that_its_heading_announces(name):
    assert import_file(DATA / name).sections == SECTIONS[name]


@pytest.mark.parametrize("name", FILES)
def test_every_word_of_the_file_is_on_the_page_or_reported(name):
    outcome = import_file(DATA / name)
    reported = Counter(words(" ".join(place.text for place in outcome.article.places)))
    kept = Counter(words(page_text(outcome.page)))
    assert not kept - reported
    left_out = Counter(words(" ".join(text for _, text in outcome.article.left_out)))
    source = (DATA / name).read_text()
    if name.endswith(".txt"):
        assert not Counter(words(source)) - kept - left_out


@pytest.mark.parametrize("name", FILES)
def test_the_published_page_shows_every_sentence_once(client, name):
    # An import has no summary; this clinic publishes without.
    PublicationSettings.objects.create(summary="warn")
    outcome = import_file(DATA / name, publish=True)
    assert outcome.page.live
    response = client.get(outcome.page.url)
    assert response.status_code == 200
    shown = re.sub(
        r"(?s)<nav\b.*?</nav>|<head>.*?</head>", " ", response.content.decode()
    )
    shown = re.sub(r"</?(b|a|strong)\b[^>]*>", "", shown)
    shown = " ".join(words(re.sub(r"<[^>]+>", " ", shown).replace("&#x27;", "'")))
    for line in article_lines(name):
        if len(words(line)) > 5:
            assert shown.count(" ".join(words(line))) == 1, line


def test_a_heading_of_benefits_and_considerations_is_parted_at_however():
    page = import_file(DATA / "referred-pain.txt").page
    benefits, considerations = page.sections[4].value, page.sections[5].value
    assert [item["name"] for item in benefits["items"]] == [
        "Rapid Pain Relief",
        "Long-Term Effectiveness",
        "Improved Mental Health Outcomes",
    ]
    assert str(benefits["items"][0]["explanation"].source).startswith("<p>Unlike some")
    assert considerations["body"][0].value.source.startswith("<p>However, infusion")


def test_the_conclusion_stays_at_the_end():
    page = import_file(DATA / "referred-pain.txt").page
    assert "<p>In conclusion," in page.sections[-1].value["body"][0].value.source


def test_each_block_of_the_forms_is_reported_with_its_reason():
    left_out = import_file(DATA / "referred-pain.txt").article.left_out
    assert left_out[0] == (
        "contact line",
        "Contact us at KetaMind Clinics and see how we can help you.",
    )
    assert Counter(reason for reason, _ in left_out[1:]) == {
        "repeated form heading": 6,
        "repeated sentence": 6,
    }


def test_what_surrounds_an_article_is_reported_with_its_reason():
    left_out = import_file(DATA / "sciatica.html").article.left_out
    reasons = {reason for reason, _ in left_out}
    assert reasons >= {
        "navigation",
        "site header",
        "footer",
        "popup",
        "form",
        "cookie notice",
        "share links",
        "related pages",
        "sidebar",
        "picture",
        "script",
        "contact line",
        "table of contents",
        "page details",
    }
    assert ("picture", "A drawing of the lower spine") in left_out


def test_links_and_bold_words_are_kept_and_scripts_in_links_are_not():
    page = import_file(DATA / "sciatica.html").page
    text = str(page.sections.get_prep_value())
    link = "https://www.nhs.uk/conditions/sciatica/?a=1&amp;b=2"
    assert f'<a href="{link}">link to the NHS</a>' in text
    assert "<b>sciatic nerve</b>" in text
    assert "javascript" not in text


def test_a_table_keeps_its_caption_columns_and_rows():
    page = import_file(DATA / "nerve-blocks.html").page
    table = page.sections[2].value["body"][0].value
    assert table["caption"] == "How often side effects occur"
    assert [column["heading"] for column in table["table"].columns] == [
        "Side effect",
        "How often",
    ]
    assert table["table"].row_data[1]["values"] == ["Infection", "1 in 10,000 people"]


def test_a_numbered_list_stays_numbered_and_in_order():
    page = import_file(DATA / "nerve-blocks.html").page
    markup = page.sections[1].value["body"][0].value.source
    assert markup.startswith("<ol><li>Stop eating six hours before.</li><li>Bring")
