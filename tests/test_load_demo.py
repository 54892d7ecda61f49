"""Loading the demo clinic: whole the first time, harmless the second."""

import io
import re
import stat
from collections import Counter

import pytest
from django.apps import apps
from django.contrib.auth import authenticate, get_user_model
from django.core.management import CommandError, call_command
from django.urls import reverse
from wagtail.models import Page, Site

from articles.models import ConditionPage, TopicPage, TreatmentPage
from assets.models import ClinicImage, ClinicRendition
from editorial.models import Clinician
from forms.models import FormField, FormPage
from home.demo import accounts, clinic
from home.models import ClinicSettings, HomePage, LocationPage, StandardPage
from submissions.models import RetentionRule, Submission
from tests import factories
from tests.demo_clinic import (
    demo_pages,
    load,
    loaded_demo,
)


@pytest.fixture(scope="module")
def first_run(django_db_setup, django_db_blocker, tmp_path_factory):
    """What the first loading said; the demo stays until the module's last test."""
    folder = tmp_path_factory.mktemp("data")
    with django_db_blocker.unblock(), loaded_demo(folder) as said:
        yield said


@pytest.fixture(autouse=True)
def demo(first_run, db):
    """The demo as it was loaded; what a test changes is undone after it."""
    return first_run


def test_what_the_demo_promises_to_erase_a_confirmed_rule_erases():
    confirmed = RetentionRule.objects.exclude(confirmed_at=None)
    months = dict(confirmed.values_list("kind", "months"))
    assert set(months) == set(Submission.Kind.values)
    for page in FormPage.objects.all():
        (years,) = re.findall(r"(\d+) years? after", page.privacy_notice)
        assert months[page.kind] == 12 * int(years)
    choices = FormField.objects.get(field_type="radio").choices
    assert choices.splitlines() == ["By e-mail", "By telephone"]


def test_no_rule_comes_to_a_site_on_which_something_was_sent():
    RetentionRule.objects.all().delete()
    load()
    assert not RetentionRule.objects.exists()


def everything():
    """The number of rows of each model, and each page's newest revision."""
    counts = {
        model._meta.label: model.objects.count()
        for model in apps.get_models()
        if model._meta.managed
    }
    revisions = dict(Page.objects.values_list("pk", "latest_revision_id"))
    return counts, revisions


def test_every_promised_thing_is_there():
    counts = {
        model: model.objects.live().count()
        for model in (
            *(ConditionPage, TreatmentPage, TopicPage),
            *(LocationPage, FormPage),
        )
    }
    assert counts == {
        ConditionPage: 6,
        TreatmentPage: 4,
        TopicPage: 4,
        LocationPage: 2,
        FormPage: 2,
    }
    assert Clinician.objects.count() == 4
    assert set(StandardPage.objects.live().values_list("slug", flat=True)) == {
        "about",
        "privacy",
        "complaints",
        "accessibility",
    }
    assert Counter(Submission.objects.values_list("form_slug", flat=True)) == {
        "feedback": 24,
        "contact": 7,
    }


def test_every_article_is_reviewed_by_somebody_who_did_not_write_it():
    for model in (ConditionPage, TreatmentPage):
        for page in model.objects.all():
            assert page.latest_review.reviewer != page.author
            assert page.edited_since_review is None


def test_nobody_invented_vouches_for_what_a_clinic_wrote():
    page = factories.ConditionPageFactory()
    load()
    assert page.latest_review is None


def test_the_site_has_a_name():
    assert Site.objects.get().site_name == clinic.NAME


def test_the_first_visitor_waits_for_no_picture(client):
    before = ClinicRendition.objects.count()
    for page in demo_pages():
        client.get(page.url)
    assert ClinicRendition.objects.count() == before
    assert before >= 6 * ClinicImage.objects.count()


def test_pictures_have_alternative_text_and_a_credit():
    for image in ClinicImage.objects.all():
        assert image.default_alt_text
        assert image.credit
        assert image.file_size
        assert image.file_hash


@pytest.mark.parametrize("username", accounts.ACCOUNTS)
def test_an_account_can_log_in_with_the_password_in_the_file(client, username):
    password = accounts.read_passwords()[username]
    assert len(password) >= 16
    user = authenticate(username=username, password=password)
    assert user.username == username
    client.force_login(user)
    assert client.get(reverse("wagtailadmin_home")).status_code == 200


def test_only_the_admin_may_do_everything():
    superusers = get_user_model().objects.filter(is_superuser=True)
    assert [user.username for user in superusers] == ["admin"]
    for username, group in accounts.ACCOUNTS.items():
        if group:
            user = get_user_model().objects.get(username=username)
            assert [each.name for each in user.groups.all()] == [group]


def test_the_file_of_passwords_is_for_its_owner_alone():
    assert stat.S_IMODE(accounts.ACCOUNTS_FILE.stat().st_mode) == 0o600


def test_loading_says_what_was_made(first_run):
    assert "24 pages" in first_run
    assert "31 submissions" in first_run
    assert "5 accounts" in first_run
    assert "10 reviews" in first_run


def test_no_password_is_printed(first_run):
    for password in accounts.read_passwords().values():
        assert password not in first_run


def test_loading_again_changes_nothing():
    passwords = accounts.ACCOUNTS_FILE.read_bytes()
    before = everything()
    assert load() == "The demo clinic was there already. Nothing was changed.\n"
    assert everything() == before
    assert accounts.ACCOUNTS_FILE.read_bytes() == passwords


def test_loading_again_costs_few_queries(django_assert_max_num_queries):
    with django_assert_max_num_queries(200):
        load()


def test_what_an_editor_changed_stays():
    page = ConditionPage.objects.get(slug="fibromyalgia")
    page.title = "Fibromyalgia and you"
    page.save_revision().publish()
    front = HomePage.objects.get()
    front.introduction = "Our own words."
    front.save_revision().publish()
    settings = ClinicSettings.objects.get()
    settings.strapline = ""
    settings.save()
    person = Clinician.objects.first()
    person.biography = "New."
    person.save()
    load()
    page.refresh_from_db()
    front.refresh_from_db()
    settings.refresh_from_db()
    person.refresh_from_db()
    assert page.title == "Fibromyalgia and you"
    assert front.introduction == "Our own words."
    assert settings.strapline == ""
    assert person.biography == "New."


def test_what_staff_did_with_a_submission_stays():
    submission = Submission.objects.first()
    submission.status = Submission.Status.CLOSED
    submission.save()
    load()
    submission.refresh_from_db()
    assert submission.status == Submission.Status.CLOSED
    assert Submission.objects.count() == 31


def test_a_renamed_question_does_not_stop_the_loading():
    field = FormPage.objects.get(slug="feedback").form_fields.get(
        label="What was good?"
    )
    field.label = "What did you like?"
    field.save()
    Submission.objects.filter(form_slug="feedback").delete()
    load()
    assert Submission.objects.filter(form_slug="feedback").count() == 24


def test_a_deleted_page_comes_back():
    ConditionPage.objects.get(slug="nerve-pain").delete()
    assert "Added to the demo clinic: 1 pages, 1 reviews." in load()
    page = ConditionPage.objects.get(slug="nerve-pain")
    assert page.live
    assert page.treatments


@pytest.mark.parametrize("text", ["{}", "{not json", "[]"])
def test_an_account_that_is_there_keeps_its_password_whatever_the_file_says(text):
    kept = accounts.ACCOUNTS_FILE.read_bytes()
    password = accounts.read_passwords()["staff"]
    accounts.ACCOUNTS_FILE.write_text(text)
    try:
        load()
        assert authenticate(username="staff", password=password)
    finally:
        accounts.ACCOUNTS_FILE.write_bytes(kept)


def test_a_page_in_the_way_is_named_and_nothing_is_added():
    Page.objects.get(slug="contact").delete()
    Page.objects.get(slug="accessibility").delete()
    factories.StandardPageFactory(title="Our own page", slug="contact")
    before = everything()
    with pytest.raises(CommandError, match=r"/contact/.*Our own page"):
        load()
    assert everything() == before


def test_the_clinics_own_facts_are_not_overwritten():
    settings = ClinicSettings.objects.get()
    ClinicSettings.objects.filter(pk=settings.pk).delete()
    own = ClinicSettings.objects.create(site=settings.site, name="Another clinic")
    load()
    own.refresh_from_db()
    assert (own.name, own.phone) == ("Another clinic", "")


def test_loading_in_silence_prints_nothing():
    output = io.StringIO()
    call_command("load_demo", verbosity=0, stdout=output)
    assert output.getvalue() == ""
