"""What must be there before a page is published, and how much each rule weighs."""

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.urls import reverse

from articles.models import ConditionPage, TreatmentPage
from editorial.models import PublicationSettings
from editorial.publication import PublicationStoppedError, find
from tests import factories
from tests.publication import incomplete, section

pytestmark = pytest.mark.django_db

TREATMENT_RULES = {
    "alternatives": "other options",
    "guidelines": "guidelines",
    "references": "references",
}


def whole_treatment(**values) -> TreatmentPage:
    """A treatment in memory that lacks nothing."""
    kinds = ("benefits", "considerations", "alternatives", "guidelines")
    reference = {"title": "Pain", "source": "NICE", "kind": "guideline"}
    return TreatmentPage(
        **{
            "summary": "A treatment.",
            "sections": [section(kind) for kind in kinds],
            "references": [{"type": "reference", "value": reference}],
        }
        | values
    )


def messages(problems) -> str:
    return " ".join(problem.message for problem in problems)


def test_a_whole_page_is_found_whole_without_a_query(django_assert_num_queries):
    page = whole_treatment()
    with django_assert_num_queries(0):
        assert find(page) == ([], [])


@pytest.mark.parametrize(
    "sections",
    [
        [section("benefits")],
        [section("benefits"), section("considerations", "")],
        [section("considerations", " &nbsp; "), section("benefits")],
    ],
)
def test_benefits_without_considerations_stop_publication(sections):
    page = ConditionPage(summary="A condition.", sections=sections)
    (problem,) = find(page).stopping
    assert "Considerations" in problem.message
    kinds = [each["type"] for each in sections]
    beside = "considerations" if "considerations" in kinds else "benefits"
    assert problem.position == kinds.index(beside)


def test_no_setting_switches_the_balance_off():
    PublicationSettings.objects.create(
        summary="off", alternatives="off", guidelines="off", references="off"
    )
    page = TreatmentPage(sections=[section("benefits")])
    assert len(find(page).stopping) == 1


def test_benefits_in_which_nothing_is_written_ask_for_no_risks():
    page = ConditionPage(summary="A condition.", sections=[section("benefits", "")])
    assert find(page) == ([], [])


@pytest.mark.parametrize(
    "part",
    [
        {"items": [{"type": "item", "id": "1", "value": {"name": "Nausea"}}]},
        {"closing": [{"type": "text", "value": "<p>Ask us.</p>"}]},
    ],
)
def test_a_section_holds_something_wherever_it_is_written(part):
    risks = section("considerations", "")
    risks["value"] |= part
    page = ConditionPage(summary="Pain.", sections=[section("benefits"), risks])
    assert find(page) == ([], [])


@pytest.mark.parametrize("name", TREATMENT_RULES)
def test_each_rule_for_treatments_stops_warns_or_is_off(name):
    if name == "references":
        page = whole_treatment(references=[])
    else:
        page = whole_treatment()
        kinds = [each.block_type for each in page.sections]
        del page.sections[kinds.index(name)]
    assert TREATMENT_RULES[name] in messages(find(page).warnings)
    settings = PublicationSettings.load()
    for weight, found in (("stop", (1, 0)), ("warn", (0, 1)), ("off", (0, 0))):
        setattr(settings, name, weight)
        settings.save()
        assert tuple(map(len, find(page))) == found


def test_a_prefilled_section_in_which_nothing_is_written_is_missing():
    page = TreatmentPage(summary="A treatment.")
    text = messages(find(page).warnings)
    assert all(words in text for words in TREATMENT_RULES.values())


def test_a_condition_is_asked_for_its_summary_and_not_for_other_options():
    stopping, warnings = find(ConditionPage(summary=" "))
    assert [problem.field for problem in stopping] == ["summary"]
    assert warnings == []
    PublicationSettings.objects.update(summary="warn")
    assert not find(ConditionPage()).stopping


def test_all_that_is_missing_is_said_at_once():
    with pytest.raises(PublicationStoppedError) as caught:
        incomplete().save_revision().publish()
    assert isinstance(caught.value, ValidationError)
    assert len(caught.value.messages) == 2


def test_a_draft_that_wagtail_cannot_publish_is_stopped_in_plain_words():
    page = factories.LocationPageFactory(live=False)
    page.address = ""
    revision = page.save_revision(clean=False)
    with pytest.raises(PublicationStoppedError, match="Some fields"):
        revision.publish()


def test_site_managers_choose_the_weights(client):
    managers = Group.objects.get(name="Site managers")
    client.force_login(factories.UserFactory(groups=[managers]))
    address = reverse(
        "wagtailsettings:edit",
        args=["editorial", "publicationsettings", PublicationSettings.load().pk],
    )
    assert "can never be published" in client.get(address).content.decode()
    weights = dict.fromkeys(("summary", *TREATMENT_RULES), "stop")
    weights |= {"review_months": 36, "treatment_review_months": 12}
    assert client.post(address, weights).status_code == 302
    assert PublicationSettings.load().references == "stop"
