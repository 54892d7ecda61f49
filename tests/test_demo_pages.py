"""The demo clinic’s pages: valid for the editor, and in plain, careful words."""

import json
import re

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.urls import reverse
from wagtail.blocks import StructValue

from articles.blocks import BodyBlock, SectionsBlock
from articles.models import ConditionPage, TopicPage, TreatmentPage
from home.demo import clinic
from home.models import ClinicSettings
from submissions.models import Submission
from tests.demo_clinic import (
    blocks_within,
    demo_pages,
    loaded_demo,
    sentences,
    streams,
    texts,
)

# Words that advertise a medicine, or promise more than anybody can.
FORBIDDEN = re.compile(
    r"\b(ket\w*|\w*caine|morphine|opioids?|codeine|tramadol|gabapentin\w*|pregabalin|"
    r"amitriptyline|duloxetine|paracetamol|ibuprofen|cannabis|botox|steroids?|nmda|"
    r"dissociative|tablets?|injections?|safe|safely|safety|cures?|cured|breakthrough|"
    r"rapid|instant|guaranteed?|proven|miracle|long-lasting|click here)\b",
    re.IGNORECASE,
)


@pytest.fixture(scope="module")
def first_run(django_db_setup, django_db_blocker, tmp_path_factory):
    """What the first loading said; the demo stays until the module's last test."""
    folder = tmp_path_factory.mktemp("data")
    with django_db_blocker.unblock(), loaded_demo(folder, large_pictures=False) as said:
        yield said


@pytest.fixture(autouse=True)
def demo(first_run, db):
    """The demo as it was loaded; what a test changes is undone after it."""
    return first_run


def test_every_page_answers_with_one_main_heading(client):
    for page in demo_pages():
        response = client.get(page.url)
        assert response.status_code == 200, page.url
        assert response.content.count(b"<h1") == 1, page.url


def test_every_link_on_the_pages_leads_somewhere(client):
    links = set()
    for page in demo_pages():
        soup = BeautifulSoup(client.get(page.url).content, "html.parser")
        links |= {
            link["href"].partition("#")[0] for link in soup.find_all("a", href=True)
        }
    own = {link for link in links if link.startswith("/")}
    assert len(own) > 20
    assert {link for link in own if client.get(link).status_code != 200} == set()


def test_every_page_can_be_gone_back_to():
    for page in demo_pages():
        assert page.live
        assert page.latest_revision_id == page.live_revision_id is not None
        assert page.last_published_at >= page.first_published_at
        assert not page.has_unpublished_changes


def test_every_field_passes_what_the_editor_checks():
    for page, stream_block, value in streams():
        assert stream_block.clean(value), page
    for page in demo_pages():
        page.full_clean()


def test_an_editor_can_open_a_page_of_each_type(client):
    client.force_login(get_user_model().objects.get(username="editor"))
    for page in {type(page): page for page in demo_pages()}.values():
        response = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
        assert response.status_code == 200, page


def test_every_section_carries_every_part_of_its_kind():
    for _, _, value in streams():
        for child in blocks_within(value):
            if isinstance(child.value, StructValue):
                assert set(child.value) == set(child.block.child_blocks)


def test_every_kind_of_section_and_content_block_is_in_use():
    used = {
        child.block_type for _, _, value in streams() for child in blocks_within(value)
    }
    known = set(SectionsBlock().child_blocks) | set(BodyBlock().child_blocks)
    # An invented clinic has no video of its own, and tells nobody else's words.
    assert known - used == {"video"}


def test_care_cards_of_all_urgencies_are_in_use():
    urgencies = {
        child.value["urgency"]
        for _, _, value in streams()
        for child in blocks_within(value)
        if child.block_type == "care_card"
    }
    assert urgencies == {"non_urgent", "urgent", "emergency"}


def test_every_article_has_an_author_a_picture_sources_and_related_pages():
    for page in [*ConditionPage.objects.all(), *TreatmentPage.objects.all()]:
        assert page.author
        assert page.hero_image.description
        assert page.references
        assert page.related_pages
        assert 4 <= len(page.sections) <= 10


def test_every_condition_leads_to_a_treatment_and_back():
    for condition in ConditionPage.objects.all():
        assert condition.treatments
    for treatment in TreatmentPage.objects.all():
        assert treatment.conditions


def test_every_article_is_in_a_topic_and_every_topic_has_articles():
    for page in [*ConditionPage.objects.all(), *TreatmentPage.objects.all()]:
        assert page.public_topics, page
    for topic in TopicPage.objects.all():
        assert topic.conditions
        assert topic.treatments


def test_every_treatment_shows_benefits_risks_and_other_options():
    for page in TreatmentPage.objects.all():
        kinds = {section.block_type: section.value for section in page.sections}
        assert kinds["benefits"]["evidence"]
        assert kinds["benefits"]["items"]
        assert all(item["frequency"] for item in kinds["considerations"]["items"])
        assert "NHS" in str(kinds["alternatives"]["body"])
        assert "doing nothing" in str(kinds["alternatives"]["body"]) or (
            "waiting" in str(kinds["alternatives"]["body"])
        )
        assert kinds["guidelines"]["items"]
        assert kinds["suitability"]["questions"]


def test_the_infusion_is_not_offered_where_the_guideline_advises_against_it():
    fibromyalgia = ConditionPage.objects.get(slug="fibromyalgia")
    offered = [page.slug for page in fibromyalgia.treatments]
    assert "infusion-therapy" not in offered


def test_referred_pain_says_first_when_to_call_999():
    page = ConditionPage.objects.get(slug="referred-pain")
    cards = [
        child.value
        for child in blocks_within(page.sections[0].value)
        if child.block_type == "care_card"
    ]
    assert [card["urgency"] for card in cards] == ["emergency"]
    assert "chest pain" in cards[0]["body"].source


def test_no_page_names_a_medicine_or_promises_too_much(client):
    for page in demo_pages():
        soup = BeautifulSoup(client.get(page.url).content, "html.parser")
        words = f"{soup.get_text(' ')} {[image['alt'] for image in soup('img')]}"
        assert FORBIDDEN.search(words) is None, page
    for submission in Submission.objects.all():
        assert FORBIDDEN.search(json.dumps(submission.form_data)) is None


@pytest.mark.parametrize("words", ["It is safe", "a cure.", "Ketalar", "injections"])
def test_the_list_of_forbidden_words_finds_them(words):
    assert FORBIDDEN.search(words)


def test_sentences_and_paragraphs_are_short():
    long_paragraphs = [text for text in texts() if len(sentences(text)) > 3]
    long_sentences = [
        sentence
        for text in texts()
        for sentence in sentences(text)
        if len(sentence.split()) > 20
    ]
    assert not long_paragraphs
    assert not long_sentences


def test_headings_ask_nothing():
    for _, _, value in streams():
        for child in blocks_within(value):
            if isinstance(child.value, StructValue) and "heading" in child.value:
                assert "?" not in child.value["heading"]


def test_the_frame_shows_the_clinic(client):
    page = client.get("/").content.decode()
    for words in (clinic.NAME, clinic.PHONE, clinic.EMAIL, clinic.HERO_TITLE):
        assert words in page
    settings = ClinicSettings.objects.get()
    assert settings.feedback_form.slug == "feedback"
    assert settings.enquiry_form.slug == "contact"
    assert settings.complaints_page.slug == "complaints"


def test_the_menu_has_five_entries(client):
    soup = BeautifulSoup(client.get("/").content, "html.parser")
    entries = [link["href"] for link in soup.select("nav.menu a")]
    assert len(entries) == 5
    assert {"/conditions/", "/treatments/", "/feedback/", "/contact/"} < set(entries)
