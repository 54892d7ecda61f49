"""A treatment's page from the first word to the public, and back to an older one."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone
from PIL import Image
from playwright.sync_api import expect
from wagtail.models import Revision

from articles.models import TreatmentPage
from tests import factories
from tests.browser.page_editor import PageEditor, log_in_by_form

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]

SUMMARY = "Thin needles, put into the skin."
LATER_SUMMARY = "Very thin needles, put into the skin."
TEXTS = [
    "Thin needles are put into the skin.",
    "The body may answer with less pain.",
    "You lie down for half an hour.",
    "It may ease pain for some weeks.",
    "It may bleed a little.",
    "Exercise helps as well.",
    "NICE names it for chronic pain.",
    "Ask us at your first visit.",
]
RISKS = 4


def heading(position: int) -> str:
    return f"sections-{position}-value-heading"


def write_first_draft(editor: PageEditor) -> None:
    """All sections but the risks, with a picture; no summary."""
    editor.create(factories.TreatmentIndexPageFactory(), "Treatment page")
    editor.fill("id_title", "Acupuncture")
    for position, text in enumerate(TEXTS):
        if position != RISKS:
            editor.write_section(heading(position), text)
    first = editor.block(heading(0))
    editor.add_block(editor.stream("body", first), "Image")
    picture = factories.picture_file(Image.new("RGB", (900, 600), "teal")).read()
    editor.upload_picture(first, picture, "A quiet room with a couch.")


def complete(editor: PageEditor) -> None:
    """Write the summary, the risks, and when to call for help."""
    editor.fill("id_summary", SUMMARY)
    risks = editor.write_section(heading(RISKS), TEXTS[RISKS])
    editor.add_block(editor.stream("body", risks), "Care card")
    risks.get_by_label("Urgency").select_option("urgent")
    risks.get_by_label("Heading").last.fill("Call 111 if:")
    editor.write(risks, "a needle's place swells and hurts")


def expect_public(page, address: str, *, summary: str, is_edited: bool) -> None:
    """What patients read at the top of the page and in the line on its review."""
    page.goto(address)
    expect(page.get_by_text(summary, exact=True)).to_be_visible()
    line = page.locator(".review-line")
    expect(line).to_contain_text("Reviewed by Dr Ada Wells")
    expect(line.get_by_text("Edited since")).to_have_count(int(is_edited))


def let_the_day_come(article: TreatmentPage) -> None:
    """Move what is scheduled to an hour ago."""
    due = timezone.now() - timedelta(hours=1)
    revision = article.scheduled_revision
    content = revision.content | {"go_live_at": due.isoformat()}
    Revision.objects.filter(pk=revision.pk).update(
        content=content, approved_go_live_at=due
    )


def history_action(editor: PageEditor, page, row: int, action: str) -> None:
    """Choose an action beside a line of the page's history, the newest being 0."""
    editor.page.goto(f"/admin/pages/{page.pk}/history/")
    edits = editor.page.locator("tbody tr").filter(
        has=editor.page.get_by_role("button", name="Actions")
    )
    edits.nth(row).get_by_role("button", name="Actions").click()
    editor.page.get_by_role("link", name=action).click()


def test_from_a_blank_page_to_the_public_and_back_to_an_older_version(open_page):
    editor = PageEditor(open_page())
    log_in_by_form(editor.page, "Editors")
    write_first_draft(editor)
    editor.press_publish()
    expect(editor.stream("summary")).to_contain_text("The summary is missing")
    expect(editor.block(heading(RISKS))).to_contain_text("benefits but not of risks")
    complete(editor)
    go_live = timezone.localtime() + timedelta(days=2)
    editor.schedule(go_live.strftime("%Y-%m-%dT%H:%M"))
    editor.submit_for_review()

    reviewer = PageEditor(open_page())
    user = log_in_by_form(reviewer.page, "Clinical reviewers")
    factories.ClinicianFactory(user=user, name="Dr Ada Wells")
    article = TreatmentPage.objects.get()
    reviewer.edit(article)
    reviewer.approve()

    patient = open_page()
    article.refresh_from_db()
    assert not article.live
    let_the_day_come(article)
    call_command("publish_scheduled")
    address = f"/treatments/{article.slug}/"
    expect_public(patient, address, summary=SUMMARY, is_edited=False)
    expect(patient.locator("main h2").filter(visible=True)).not_to_have_count(0)
    for text in TEXTS:
        expect(patient.get_by_text(text)).to_be_visible()
    expect(patient.get_by_alt_text("A quiet room with a couch.")).to_be_attached()
    card = patient.locator(".care-card")
    expect(card).to_contain_text("a needle's place swells and hurts")

    editor.edit(article)
    editor.fill("id_summary", LATER_SUMMARY)
    editor.publish()
    expect_public(patient, address, summary=LATER_SUMMARY, is_edited=True)

    history_action(editor, article, 0, "Compare with previous version")
    added = editor.page.locator("main .addition").filter(has_text="Very thin")
    expect(added).to_be_visible()
    history_action(editor, article, 1, "Review this version")
    expect(editor.page.locator("#id_summary")).to_have_value(SUMMARY)
    editor.publish()
    expect_public(patient, address, summary=SUMMARY, is_edited=False)
