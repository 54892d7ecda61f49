"""Which edits leave a page reviewed, and which do not."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.contrib.messages import get_messages
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, PageLogEntry, Revision

from articles.models import ConditionPage, RelatedPage
from editorial.models import ClinicalReview, SmallCorrection
from tests import factories
from tests.publication import section, typed
from tests.signing_off import approve, reviewer, submit

pytestmark = pytest.mark.django_db

LOGGED = "editorial.small_correction"


@pytest.fixture
def page():
    """A published condition, reviewed."""
    page = factories.ConditionPageFactory(
        sections=[section("definition")], slug="back-pain", title="Back pain"
    )
    page.save_revision().publish()
    page = fresh()
    factories.ClinicalReviewFactory(page=page)
    return fresh()


@pytest.fixture
def editor(client):
    user = factories.UserFactory(is_superuser=True)
    client.force_login(user)
    return user


def fresh():
    return ConditionPage.objects.earliest("pk")


def is_edited():
    return fresh().edited_since_review is not None


def change_fields(page):
    page.slug = "another"
    page.seo_title = "For search engines"
    page.show_in_menus = True
    page.feedback_enabled = False
    page.hero_image = factories.ClinicImageFactory()
    page.topics = [factories.TopicPageFactory()]


def change_related_pages(page):
    other = factories.StandardPageFactory()
    page.related_page_links = [RelatedPage(page=other)]


def store_otherwise(page):
    page.sections = [section("definition", "Written.").copy()]
    page.sections[0].id = "11111111-2222-3333-4444-555555555555"
    text = page.sections[0].value["body"][0]
    text.value.source = '<p data-block-key="abc12">Written.</p>'


def test_the_content_is_compared_without_what_no_reader_sees(page):
    before = page.serializable_data()["sections"]
    store_otherwise(page)
    assert page.serializable_data()["sections"] != before


@pytest.mark.parametrize(
    "change", [change_fields, change_related_pages, store_otherwise]
)
def test_what_says_nothing_of_health_keeps_the_review(page, change):
    read = page.latest_review.revision_id
    change(page)
    page.save_revision().publish()
    assert not is_edited()
    assert fresh().latest_review.revision_id == read != fresh().live_revision_id


@pytest.mark.parametrize("field", ["title", "summary", "search_description"])
def test_other_words_end_it(page, field):
    setattr(page, field, "Something else.")
    page.save_revision().publish()
    assert is_edited()


def test_other_text_in_a_section_ends_it(page):
    page.sections = [section("definition", "Rewritten.")]
    page.save_revision().publish()
    assert is_edited()


def test_the_reviewed_version_restored_is_reviewed_again(page):
    reviewed = page.live_revision
    page.summary = "Changed."
    page.save_revision().publish()
    assert is_edited()
    restored = reviewed.as_object()
    restored.save_revision(previous_revision=reviewed).publish()
    assert not is_edited()
    page = fresh()
    page.unpublish()
    page.save_revision().publish()
    assert fresh().live
    assert not is_edited()


def test_the_reviewed_version_restored_after_a_small_correction_is_reviewed(page):
    reviewed = page.live_revision
    page.summary = "Corrected."
    page.is_small_correction = True
    page.save_revision().publish()
    assert not is_edited()
    reviewed.as_object().save_revision(previous_revision=reviewed).publish()
    assert not is_edited()


def test_the_word_counts_for_the_review_with_which_it_was_given(page):
    page.summary = "Corrected."
    page.is_small_correction = True
    draft = page.save_revision()
    factories.ClinicalReviewFactory(page=fresh())
    draft.publish()
    assert is_edited()


def test_the_claim_under_the_title_and_the_editor_are_told_of_edits(
    client, page, editor
):
    assert "Edited since" not in byline(client, page)
    assert not told(send(client, "A sentence.", small_correction="on"))
    assert "Edited since" not in byline(client, page)
    assert told(send(client, "Another sentence."))
    assert "Edited since" in byline(client, page)


def told(response):
    """Whether the editor is told that patients read of an edit."""
    messages = get_messages(response.wsgi_request)
    return any("edited since its clinical" in str(each) for each in messages)


def byline(client, page):
    """What the page says of its review under the title."""
    soup = BeautifulSoup(client.get(page.url).text, "html.parser")
    return soup.select_one("header .byline").get_text()


def test_a_change_of_nothing_after_an_unreviewed_edit_does_not_hide_it(page):
    page.summary = "Changed."
    page.save_revision().publish()
    page = fresh()
    page.slug = "elsewhere"
    page.save_revision().publish()
    assert is_edited()


def test_a_copy_has_no_review(page):
    copy = page.copy(update_attrs={"slug": "copy"})
    assert copy.live
    assert copy.latest_review is None
    assert ClinicalReview.objects.count() == 1


def test_an_alias_does_not_touch_the_review(page):
    page.create_alias(update_slug="alias")
    page.summary = "Changed."
    page.save_revision().publish()
    assert ClinicalReview.objects.count() == 1


def send(client, summary, button="action-publish", **values):
    """Edit the page's summary on its screen, and press a button."""
    page = fresh()
    data = typed("definition", summary=summary) | values
    if button:
        data[button] = "on"
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    return client.post(url, data)


def test_the_editor_s_word_keeps_the_review_for_one_publication(client, page, editor):
    read = page.latest_review.revision_id
    send(client, "Corrected.", small_correction="on")
    assert fresh().summary == "Corrected."
    assert not is_edited()
    assert fresh().latest_review.revision_id == read
    entry = PageLogEntry.objects.get(action=LOGGED)
    assert (entry.user, entry.revision_id) == (editor, fresh().live_revision_id)
    assert "nothing about health has changed" in str(entry.message)
    send(client, "Rewritten.")
    assert is_edited()


def test_corrections_may_follow_each_other_and_other_changes(client, page, editor):
    send(client, "Corrected.", small_correction="on")
    changed = fresh()
    changed.slug = "elsewhere"
    changed.save_revision().publish()
    send(client, "Corrected again.", small_correction="on")
    assert not is_edited()
    assert PageLogEntry.objects.filter(action=LOGGED).count() == 2


def test_the_word_cannot_cover_an_edit_that_nobody_reviewed(client, page, editor):
    send(client, "Rewritten.")
    send(client, "Rewritten, without typos.", small_correction="on")
    assert is_edited()
    assert not SmallCorrection.objects.exists()
    assert not PageLogEntry.objects.filter(action=LOGGED).exists()


def test_a_draft_keeps_the_word_that_was_given_with_it(client, page, editor):
    send(client, "Corrected.", button=None, small_correction="on")
    assert fresh().summary != "Corrected."
    action = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    client.post(f"{action}?id={page.pk}", {})
    assert fresh().summary == "Corrected."
    assert not is_edited()


def test_a_later_version_does_not_inherit_the_word(client, page, editor):
    send(client, "Corrected.", button=None, small_correction="on")
    send(client, "Corrected.", button=None)
    fresh().latest_revision.publish()
    assert is_edited()


def test_autosaving_without_the_tick_takes_the_word_back(page, editor):
    page.is_small_correction = True
    page.summary = "Corrected."
    revision = page.save_revision(user=editor)
    assert SmallCorrection.objects.get().revision == revision
    page.save_revision(user=editor, overwrite_revision=revision)
    assert not SmallCorrection.objects.exists()


def test_the_word_holds_on_the_day_for_which_it_was_given(client, page, editor):
    send(client, "Corrected.", button=None, small_correction="on")
    due = timezone.now() - timedelta(minutes=1)
    Revision.objects.filter(pk=fresh().latest_revision_id).update(
        approved_go_live_at=due
    )
    call_command("publish_scheduled")
    assert fresh().summary == "Corrected."
    assert not is_edited()


def test_the_word_is_asked_for_only_where_a_review_holds(client, page, editor):
    screen = reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert 'name="small_correction"' in client.get(screen).content.decode()
    other = factories.ConditionPageFactory()
    unreviewed = reverse("wagtailadmin_pages:edit", args=[other.pk])
    assert 'name="small_correction"' not in client.get(unreviewed).content.decode()
    send(client, "Rewritten.")
    words = client.get(screen).content.decode()
    assert 'name="small_correction"' not in words
    assert "Edited since its clinical review" in words


def test_a_new_review_in_the_workflow_ends_the_talk_of_edits(page):
    page.summary = "Rewritten."
    page.save_revision().publish()
    approve(submit(fresh()), reviewer(name="Dr Ada Brook"))
    assert not is_edited()
    assert fresh().latest_review.reviewer_name == "Dr Ada Brook"
    assert Page.objects.get(pk=page.pk).clinical_reviews.count() == 2
