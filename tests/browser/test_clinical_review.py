"""An editor submits, a clinical reviewer approves, patients read who reviewed."""

import pytest
from playwright.sync_api import Page, expect

from tests import factories
from tests.browser.page_editor import PageEditor, log_in
from tests.browser.rich_pages import rich_article

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]


@pytest.fixture
def article(served_site):
    """A public article with one of everything."""
    article = rich_article(factories.ConditionPageFactory, title="Back pain")
    article.save_revision().publish()
    return article


def submit_changed(page: Page, article) -> None:
    """Change the summary as an editor, and submit the page for review."""
    log_in(page, "Editors")
    editor = PageEditor(page)
    editor.edit(article)
    editor.fill("id_summary", "Pain in the lower back.")
    editor.page.locator("footer").get_by_role("button", name="More actions").click()
    page.locator("button[name=action-submit]").click()
    expect(page.locator(".messages .success")).to_contain_text("submitted")


def actions(page: Page, article):
    """The reviewer's actions on the editing screen, shown."""
    PageEditor(page).edit(article)
    page.locator("footer").get_by_role("button", name="More actions").click()
    expect(page.get_by_role("button", name="Request changes")).to_be_visible()
    return page.get_by_role("button", name="Approve", exact=True)


def test_from_the_editor_through_the_reviewer_to_the_public(open_page, article):
    submit_changed(open_page(), article)

    author = open_page()
    article.author.user = log_in(author, "Clinical reviewers")
    article.author.save()
    expect(actions(author, article)).to_have_count(0)
    expect(author.locator(".messages")).to_contain_text("You are the author")

    reviewer = open_page()
    user = log_in(reviewer, "Clinical reviewers")
    factories.ClinicianFactory(user=user, name="Dr Ada Wells")
    actions(reviewer, article).click()
    dialogue = reviewer.locator(".modal-content")
    evidence = dialogue.get_by_label("I have read the whole page")
    expect(evidence).to_be_visible()
    approve = dialogue.get_by_role("button", name="Approve")
    approve.click()
    expect(dialogue).to_contain_text("Check the evidence first")
    evidence.check()
    approve.click()
    expect(reviewer.locator(".messages .success")).to_contain_text("updated")

    patient = open_page()
    patient.goto(article.url)
    expect(patient.get_by_text("Pain in the lower back.")).to_be_visible()
    line = patient.locator(".review-line")
    expect(line).to_contain_text("Reviewed by Dr Ada Wells")
    expect(line).not_to_contain_text("Edited since")


def test_a_typo_is_put_right_and_the_page_stays_reviewed(page, article):
    factories.ClinicalReviewFactory(page=article)
    log_in(page, "Editors")
    editor = PageEditor(page)
    editor.edit(article)
    editor.fill("id_summary", "Pain in the lower back.")
    tick = page.get_by_label("Small correction")
    tick.check()
    editor.publish()
    editor.view_live()
    expect(page.get_by_text("Pain in the lower back.")).to_be_visible()
    expect(page.locator(".review-line")).not_to_contain_text("Edited since")
    editor.edit(article)
    expect(tick).not_to_be_checked()
    editor.publish()
    editor.view_live()
    expect(page.locator(".review-line")).not_to_contain_text("Edited since")


def test_an_open_side_panel_does_not_cover_the_small_correction(page, article):
    factories.ClinicalReviewFactory(page=article)
    log_in(page, "Editors")
    page.set_viewport_size({"width": 1100, "height": 760})
    PageEditor(page).edit(article)
    page.locator("[data-side-panel-toggle=checks]").click()
    panel = page.locator("[data-side-panel=checks]")
    expect(panel).to_be_visible()
    words = page.locator(".small-correction").bounding_box()
    assert words["x"] + words["width"] <= panel.bounding_box()["x"]
