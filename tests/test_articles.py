"""What an article shows, and what an index lists."""

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.urls import reverse

from articles.blocks import SectionsBlock
from articles.models import ConditionPage, ConditionTreatment, TreatmentPage
from articles.models.article import RelatedPage
from home.models import ClinicSettings
from tests import factories

pytestmark = pytest.mark.django_db

PATIENTS_QUESTIONS = [
    *("definition", "symptoms", "causes", "challenges", "mechanism", "procedure"),
    *("benefits", "considerations", "alternatives", "guidelines", "suitability"),
]


def soup_of(client, page):
    """The page as a patient gets it."""
    return BeautifulSoup(client.get(page.url).content, "html.parser")


def section(kind, heading, **values):
    """A section of an article, with a sentence in it."""
    body = [{"type": "text", "value": f"<p>About {heading}.</p>"}]
    return {"type": kind, "value": {"heading": heading, "body": body, **values}}


def test_sections_stand_in_the_editors_order_under_their_headings(client):
    page = factories.ConditionPageFactory(
        sections=[section("symptoms", "Signs"), section("definition", "In short")]
    )
    headings = [
        h.get_text() for h in soup_of(client, page).select("section.section h2")
    ]
    assert headings == ["Signs", "In short"]


def test_the_contents_list_leads_to_every_section(client):
    page = factories.ConditionPageFactory(
        sections=[
            section("definition", "What it is"),
            section("topic", "Living with it"),
            section("topic", "Living with it"),
            section("topic", "???"),
        ]
    )
    soup = soup_of(client, page)
    links = [link["href"] for link in soup.select(".contents a")]
    assert links == [
        *("#definition", "#topic-living-with-it", "#topic-living-with-it-2"),
        "#topic",
    ]
    assert all(soup.find(id=link[1:]) for link in links)


def test_no_two_elements_of_an_article_share_an_id(client):
    kinds = [*PATIENTS_QUESTIONS, "topic", "topic"]
    page = factories.TreatmentPageFactory(
        sections=[section(kind, "Contents") for kind in kinds]
    )
    ids = [element["id"] for element in soup_of(client, page).select("[id]")]
    assert len(ids) == len(set(ids))


def test_a_new_page_arrives_with_its_usual_sections_and_their_headings():
    condition, treatment = ConditionPage(), TreatmentPage()
    assert [s.block_type for s in condition.sections] == [
        *("definition", "symptoms", "causes", "challenges"),
    ]
    assert [s.block_type for s in treatment.sections] == [
        *("definition", "mechanism", "procedure", "benefits", "considerations"),
        *("alternatives", "guidelines", "suitability"),
    ]
    assert all(s.value["heading"] for s in [*condition.sections, *treatment.sections])


def test_the_vocabulary_has_every_question_of_the_patient_and_topic():
    assert list(SectionsBlock().child_blocks) == [*PATIENTS_QUESTIONS, "topic"]


@pytest.mark.parametrize("kind", PATIENTS_QUESTIONS)
def test_a_kind_may_stand_once(kind):
    block = SectionsBlock()
    twice = block.to_python([section(kind, "One"), section(kind, "Two")])
    with pytest.raises(ValidationError):
        block.clean(twice)


def test_a_topic_may_stand_often():
    block = SectionsBlock()
    cleaned = block.clean(
        block.to_python([section("topic", "A"), section("topic", "B")])
    )
    assert len(cleaned) == 2


def test_conditions_and_treatments_lead_to_each_other(client):
    condition = factories.ConditionPageFactory(title="Back pain")
    treatment = factories.TreatmentPageFactory(title="Exercise")
    ConditionTreatment.objects.create(condition=condition, treatment=treatment)
    assert soup_of(client, condition).find("a", href=treatment.url, string="Exercise")
    assert soup_of(client, treatment).find("a", href=condition.url, string="Back pain")


def test_a_treatment_that_is_not_public_is_not_named(client):
    condition = factories.ConditionPageFactory()
    draft = factories.TreatmentPageFactory(title="Not yet", live=False)
    ConditionTreatment.objects.create(condition=condition, treatment=draft)
    RelatedPage.objects.create(article=condition, page=draft)
    assert "Not yet" not in soup_of(client, condition).get_text()


def test_an_article_says_who_wrote_it_and_where_to_check_the_registration(client):
    author = factories.ClinicianFactory(name="Dr Ada Wells", register_number="7654321")
    page = factories.ConditionPageFactory(author=author)
    footer = soup_of(client, page).select_one(".about-page")
    assert "Written by Dr Ada Wells, Consultant in pain medicine" in footer.get_text()
    assert footer.find("a", string="GMC 7654321")["href"] == author.register_url


def test_references_are_numbered_with_source_kind_and_year(client):
    reference = {
        "title": "Chronic pain",
        "source": "NICE",
        "kind": "guideline",
        "year": 2021,
        "url": "https://www.nice.org.uk/guidance/ng193",
    }
    page = factories.ConditionPageFactory(
        references=[{"type": "reference", "value": reference}]
    )
    item = soup_of(client, page).select_one(".references ol > li")
    text = " ".join(item.get_text().split())
    assert (
        text == "Chronic pain. NICE, 2021. National guideline. Read it at nice.org.uk"
    )


def test_the_index_lists_other_names_under_their_own_letters(client):
    page = factories.ConditionPageFactory(
        title="Sciatica", alternative_names="Trapped nerve\n\n Leg nerve pain "
    )
    soup = soup_of(client, page.get_parent())
    letters = [heading.get_text() for heading in soup.select(".letter h2")]
    assert letters == ["L", "S", "T"]
    entry = soup.find("a", string="Trapped nerve")
    assert entry["href"] == page.url
    assert "See Sciatica" in entry.parent.get_text()


def test_the_index_leaves_out_drafts_and_says_when_it_is_empty(client):
    page = factories.ConditionPageFactory(live=False, title="Not yet")
    soup = soup_of(client, page.get_parent())
    assert "Not yet" not in soup.get_text()
    assert "nothing in this list yet" in soup.get_text()


def test_an_article_costs_at_most_nine_queries(
    client, site, django_assert_max_num_queries
):
    clinic = ClinicSettings.for_site(site)
    clinic.feedback_form = factories.FormPageFactory()
    clinic.enquiry_form = factories.FormPageFactory()
    clinic.logo = factories.ClinicImageFactory()
    clinic.save()
    page = full_article()
    client.get(page.url)
    with django_assert_max_num_queries(9):
        client.get(page.url)


def picture_block():
    """A picture, as stored."""
    image = {"image": factories.ClinicImageFactory().pk, "decorative": True}
    return {"type": "image", "value": {"image": image}}


def page_block():
    """A call to action that leads to a page, as stored."""
    page = factories.StandardPageFactory()
    return {"type": "call_to_action", "value": {"text": "Ask us", "page": page.pk}}


def full_article():
    """An article with everything that could cost a query."""
    page = factories.ConditionPageFactory(
        author=factories.ClinicianFactory(),
        hero_image=factories.ClinicImageFactory(),
        sections=[
            *(section(kind, kind) for kind in PATIENTS_QUESTIONS),
            {
                "type": "topic",
                "value": {"heading": "More", "body": [picture_block(), page_block()]},
            },
        ],
    )
    for _ in range(3):
        ConditionTreatment.objects.create(
            condition=page, treatment=factories.TreatmentPageFactory()
        )
        RelatedPage.objects.create(article=page, page=factories.ConditionPageFactory())
    factories.ClinicalReviewFactory(page=page)
    return page


@pytest.mark.parametrize("typed", ["mechanical pain", "drip", "Drip treat"])
def test_the_admin_finds_an_article_by_another_name(admin_client, typed):
    factories.TreatmentPageFactory(
        title="Infusion therapy", alternative_names="Mechanical pain\nDrip treatment"
    )
    factories.TreatmentPageFactory(title="Exercise")
    address = reverse("wagtailadmin_pages:search")
    found = admin_client.get(address, {"q": typed}).context["pages"]
    assert [page.title for page in found] == ["Infusion therapy"]
