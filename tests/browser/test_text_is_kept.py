"""With autosave on, as editors have it: no text is lost with the login or the line."""

import re

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import expect

from articles.models import ConditionPage
from tests import factories
from tests.browser.page_editor import PageEditor, log_in

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]

SUMMARY = "Written before the login ran out."

# The delay of Draftail, as if the editor were always quicker.
WITHOUT_DRAFTAILS_TIMER = """() => {
    const { setTimeout } = window;
    window.setTimeout = (run, delay, ...rest) =>
        delay === 250 ? 1 : setTimeout(run, delay, ...rest);
}"""

WITHOUT_WAGTAILS_LOOK = """() => {
    const form = document.querySelector("[data-edit-form]");
    form.dataset.wUnsavedCheckIntervalValue = 1_000_000;
}"""


@pytest.fixture
def editor(page, settings):
    """The page editor with autosave, opened by a user of the group "Editors"."""
    settings.WAGTAIL_AUTOSAVE_INTERVAL = 500
    username = log_in(page, "Editors").username
    editor = PageEditor(page)
    editor.username = username
    return editor


def saved_summary(page) -> str:
    return type(page).objects.get().get_latest_revision_as_object().summary


def sends_summary(response) -> bool:
    """Whether this answers a request that carries the summary."""
    return SUMMARY in (response.request.post_data or "")


def expect_saved(editor: PageEditor) -> None:
    indicator = editor.page.locator("#w-autosave-indicator")
    expect(indicator).to_have_attribute("data-w-autosave-state-value", "saved")


def sign_in_elsewhere(editor: PageEditor) -> None:
    """Sign in again in a new tab, close it, and come back."""
    with editor.page.context.expect_page() as opened:
        editor.page.get_by_role("link", name="Sign in in a new tab").click()
    tab = opened.value
    tab.get_by_label("Username").fill(editor.username)
    tab.get_by_label("Password").fill("a-long-password")
    tab.get_by_role("button", name="Sign in").click()
    expect(tab.get_by_role("heading", name="You are signed in")).to_be_visible()
    tab.close()
    editor.page.bring_to_front()
    editor.page.evaluate("dispatchEvent(new Event('focus'))")


def test_a_new_page_saves_itself(editor):
    editor.create(factories.ConditionIndexPageFactory(), "Condition page")
    editor.fill("id_title", "Back pain")
    editor.fill("id_summary", SUMMARY)
    expect_saved(editor)
    expect(editor.page).to_have_url(re.compile(r"/edit/"))
    page = ConditionPage.objects.get()
    assert not page.live
    editor.page.reload()
    expect(editor.page.locator("#id_summary")).to_have_value(SUMMARY)


def test_what_is_written_while_an_autosave_is_under_way_is_saved_too(editor):
    article = factories.ConditionPageFactory()
    editor.edit(article)
    editor.page.route(
        "**/edit/", lambda route: written_meanwhile(editor, route), times=1
    )
    with editor.page.expect_response(sends_summary) as answer:
        editor.fill("id_alternative_names", "Sore back")
    assert answer.value.ok
    assert saved_summary(article) == SUMMARY


def written_meanwhile(editor: PageEditor, route) -> None:
    """Write the summary while the first autosave waits for its answer."""
    editor.page.locator("#id_summary").fill(SUMMARY)
    route.continue_()


@pytest.mark.parametrize("interval", [0, 500])
def test_rich_text_is_saved_before_draftail_has_handed_it_on(
    editor, settings, interval
):
    settings.WAGTAIL_AUTOSAVE_INTERVAL = interval
    text = [{"type": "text", "value": "<p>Hello</p>"}]
    article = factories.StandardPageFactory(body=text)
    editor.edit(article)
    area = editor.stream("body").locator(".public-DraftEditor-content")
    area.click()
    editor.page.evaluate(WITHOUT_DRAFTAILS_TIMER)
    editor.page.keyboard.type("Rest. ")
    if interval:
        expect_saved(editor)
    else:
        with editor.page.expect_navigation():
            editor.page.keyboard.press("Control+s")
    saved = type(article).objects.get().get_latest_revision_as_object()
    assert "Rest." in saved.body[0].value.source


def test_leaving_before_an_autosave_asks_first(editor):
    editor.edit(factories.ConditionPageFactory())
    editor.fill("id_alternative_names", "Sore back")
    expect_saved(editor)
    editor.page.evaluate(WITHOUT_WAGTAILS_LOOK)
    editor.page.locator("#id_summary").press_sequentially("Rest")
    with editor.page.expect_event("dialog") as asked:
        editor.page.evaluate("setTimeout(() => location.assign('/admin/'))")
    assert asked.value.type == "beforeunload"
    asked.value.dismiss()
    expect_saved(editor)


def test_autosave_goes_on_after_publishing_was_refused(editor, watch):
    watch.allow_status(400)
    article = factories.ConditionPageFactory()
    editor.edit(article)
    editor.fill("id_title", "")
    with editor.page.expect_navigation():
        editor.press_publish()
    expect(editor.stream("title")).to_contain_text("Fill this in")
    refusal = editor.page.locator(".messages .error")
    expect(refusal).to_be_visible()
    editor.fill("id_title", "Back pain")
    expect_saved(editor)
    with editor.page.expect_response(sends_summary) as answer:
        editor.fill("id_summary", SUMMARY)
    assert answer.value.ok
    assert saved_summary(article) == SUMMARY
    expect(refusal).to_have_count(0)


def test_the_text_outlives_a_login_that_ran_out(editor, watch):
    watch.allow_status(403)
    article = factories.ConditionPageFactory()
    editor.edit(article)
    Session.objects.all().delete()
    editor.fill("id_summary", SUMMARY)
    dialog = editor.page.get_by_role("dialog", name="You have been signed out")
    expect(dialog).to_be_visible()
    sign_in_elsewhere(editor)
    expect(dialog).to_be_hidden()
    expect_saved(editor)
    assert saved_summary(article) == SUMMARY
    editor.publish()
    article.refresh_from_db()
    assert article.summary == SUMMARY


@pytest.mark.parametrize("interval", [0, 500])
def test_publishing_after_the_login_ran_out_keeps_the_text(
    editor, watch, settings, interval
):
    settings.WAGTAIL_AUTOSAVE_INTERVAL = interval
    watch.allow_status(403)
    article = factories.ConditionPageFactory()
    editor.edit(article)
    editor.fill("id_summary", SUMMARY)
    if interval:
        expect_saved(editor)
    Session.objects.all().delete()
    editor.press_publish()
    dialog = editor.page.get_by_role("dialog", name="You have been signed out")
    expect(dialog).to_be_visible()
    sign_in_elsewhere(editor)
    expect(dialog).to_be_hidden()
    expect(editor.page.locator("#id_summary")).to_have_value(SUMMARY)
    editor.publish()
    article.refresh_from_db()
    assert article.summary == SUMMARY


def test_saving_without_a_connection_keeps_the_text(editor):
    article = factories.ConditionPageFactory()
    editor.edit(article)
    editor.fill("id_summary", SUMMARY)
    expect_saved(editor)
    editor.page.context.set_offline(True)
    editor.press_publish()
    dialog = editor.page.get_by_role("dialog", name="The website cannot be reached")
    expect(dialog).to_be_visible()
    editor.page.context.set_offline(False)
    expect(dialog).to_be_hidden()
    expect(editor.page.locator("#id_summary")).to_have_value(SUMMARY)
    editor.publish()
    article.refresh_from_db()
    assert article.summary == SUMMARY
