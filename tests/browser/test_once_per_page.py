"""Receipts, withdrawals, shared tablets and invitations, in a browser."""

import pytest
from playwright.sync_api import expect

from submissions.models import Submission
from tests import factories
from tests.browser.barriers import assert_accessible
from tests.browser.page_editor import log_in

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]


@pytest.fixture(params=[320, 1280])
def page(open_page, request):
    """A page as wide as a small phone's, and as a desk's."""
    return open_page(viewport={"width": request.param, "height": 800})


@pytest.fixture
def form(served_site):
    """A form with a rating and a text."""
    return factories.FormPageFactory(
        thank_you_text="<p>We read it within five days.</p>"
    )


def answer(page, form, about):
    """Answer the form about this page, up to the thanks."""
    page.goto(f"{form.url}?about={about.pk}")
    page.get_by_label("Why?").fill("The nurse was kind to me.")
    page.get_by_role("button", name="Send").click()
    expect(page.locator("h1")).to_have_text("Thank you")


def test_a_patient_comes_back_adds_withdraws_and_takes_it_back(page, form):
    article = factories.ConditionPageFactory(title="Back pain")
    answer(page, form, article)
    expect(page.get_by_text("This device remembers the reference")).to_be_visible()
    page.goto(f"{form.url}?about={article.pk}")
    expect(page.get_by_text("You told us about this page on")).to_be_visible()
    assert_accessible(page)

    page.get_by_role("link", name="Add to it").click()
    expect(page.locator("h1")).to_have_text("Add to what you told us")
    assert_accessible(page)
    page.get_by_role("button", name="Add it").click()
    expect(page.get_by_role("alert")).to_be_focused()
    assert_accessible(page)
    page.get_by_label("What would you like to add?").fill("And the doctor.")
    page.get_by_role("button", name="Add it").click()
    expect(page.get_by_text("We added your message")).to_be_visible()

    page.goto(f"{form.url}?about={article.pk}&rating=2")
    assert_accessible(page)
    page.get_by_role("link", name="Change your rating").click()
    assert_accessible(page)
    expect(page.get_by_label("Poor", exact=True)).to_be_checked()
    page.get_by_role("button", name="Change it").click()
    expect(page.locator("h1")).to_have_text("Thank you")

    page.goto(f"{form.url}?about={article.pk}")
    page.get_by_role("link", name="Withdraw it").click()
    expect(page.locator("h1")).to_have_text("Withdraw what you told us?")
    assert_accessible(page)
    page.get_by_role("button", name="Withdraw it").click()
    expect(page.locator("h1")).to_have_text("Withdrawn")
    assert_accessible(page)
    assert not Submission.objects.that_count().exists()
    page.get_by_role("button", name="Take it back").click()
    expect(page.get_by_text("You told us about this page on")).to_be_visible()
    assert [a.text for a in Submission.objects.get().additions.all()] == [
        "And the doctor."
    ]

    page.get_by_role("link", name="Answer as somebody else").click()
    expect(page.get_by_label("Why?")).to_have_value("")
    assert_accessible(page)


def test_without_scripts_a_receipt_is_shown_and_forgotten(open_page, form):
    page = open_page(java_script_enabled=False)
    article = factories.ConditionPageFactory()
    answer(page, form, article)
    page.goto(f"{form.url}?about={article.pk}")
    page.get_by_role("button", name="Do not show it on this device again").click()
    expect(page.get_by_label("Why?")).to_be_visible()
    page.goto(f"{form.url}?about={article.pk}")
    expect(page.get_by_label("Why?")).to_be_visible()


def test_a_shared_tablet_thanks_and_goes_back(page, form):
    form.kiosk_mode = True
    form.save()
    article = factories.ConditionPageFactory()
    answer(page, form, article)
    assert_accessible(page)
    page.get_by_role("link", name="Give me more time").click()
    expect(page.get_by_text("after 5 minutes")).to_be_visible()
    page.get_by_role("link", name="Finish, and show an empty form").click()
    expect(page.get_by_label("Why?")).to_have_value("")
    page.go_back()
    page.go_forward()
    expect(page.get_by_label("Why?")).to_have_value("")
    assert page.context.cookies() == []


@pytest.mark.parametrize("width", [320, 1280])
def test_staff_print_invitations_and_a_patient_uses_one(open_page, form, width):
    page = open_page(viewport={"width": 1280, "height": 800})
    log_in(page, "Feedback staff")
    page.set_viewport_size({"width": width, "height": 800})
    page.goto("/admin/desk-invitations/")
    assert_accessible(page)
    page.get_by_role("link", name="Make invitations").click()
    expect(page.get_by_label("How many")).to_have_value("8")
    assert_accessible(page)
    page.get_by_role("button", name="Make and show the sheet").click()
    expect(page.locator(".invitation svg")).to_have_count(8)
    assert_accessible(page)
    link = page.locator(".invitation__link").first.inner_text()
    page.emulate_media(media="print", color_scheme="light", forced_colors="none")
    expect(page.get_by_role("button", name="Print")).to_be_hidden()
    expect(page.locator(".invitation").first).to_be_visible()
    patient = open_page()
    patient.goto("/v/" + link.rpartition("/")[2])
    expect(patient.get_by_text("This is your invitation")).to_be_visible()
    assert_accessible(patient)
    patient.get_by_label("Why?").fill("Kind.")
    patient.get_by_role("button", name="Send").click()
    expect(patient.locator("h1")).to_have_text("Thank you")
    assert Submission.objects.get().is_verified
