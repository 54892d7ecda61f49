"""A day at the feedback desk at 400 % zoom, by mouse and by keyboard alone."""

import csv
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Page, expect

from submissions.models import Export, Reply, ReplyTemplate, Submission
from tests import factories
from tests.browser.page_editor import log_in_by_form
from tests.mailing import PATIENT

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]

COUNT = 10
# A laptop's window at 400 %.
ZOOMED = {"width": 320, "height": 256}
TO_FORGET = "FRGT-2345"


@pytest.fixture
def submissions(served_site):
    """Ten of one form, all new, with an address to write to; the last ones of
    November."""
    ReplyTemplate.objects.create(
        name="Thanks", subject="Your words", body="Thank you for {reference}."
    )
    form = factories.FormPageFactory()
    for number in range(COUNT):
        factories.SubmissionFactory(
            page=form,
            form_key=form.translation_key,
            reference=f"DAYS-234{number}" if number else TO_FORGET,
            submit_time=datetime(
                2026, 10 if number < 4 else 11, number + 1, tzinfo=UTC
            ),
            questions_asked=[
                ["q_mail", "E-mail", "email"],
                ["q_why", "Why?", "multiline"],
            ],
            form_data={"q_mail": PATIENT, "q_why": "The nurse was kind."},
        )


class Mouse:
    """Does things by clicking."""

    def __init__(self, page: Page):
        self.page = page

    def press(self, locator) -> None:
        """A button or a link."""
        locator.click()

    def tick(self, locator) -> None:
        """A box."""
        locator.check()

    def choose(self, locator) -> None:
        """One of several."""
        locator.check()

    def fill(self, locator, text: str) -> None:
        """A field."""
        locator.fill(text)


class Keyboard(Mouse):
    """Does things by keys, and comes to them by Tab alone."""

    def reach(self, locator) -> None:
        """Press Tab until it has the focus, as far as a page is long."""
        expect(locator).to_be_visible()
        for _ in range(200):
            if locator.evaluate("each => each === document.activeElement"):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"Tab does not lead to {locator}")

    def press(self, locator) -> None:
        self.reach(locator)
        self.page.keyboard.press("Enter")

    def tick(self, locator) -> None:
        self.reach(locator)
        if not locator.is_checked():
            self.page.keyboard.press("Space")
        expect(locator).to_be_checked()

    def choose(self, locator) -> None:
        group = self.page.get_by_role("radio", checked=True)
        self.reach(group)
        for _ in range(5):
            if locator.is_checked():
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"No key chooses {locator}")

    def fill(self, locator, text: str) -> None:
        self.reach(locator)
        self.page.keyboard.press("Control+a")
        self.page.keyboard.type(text)


class Day:
    """What somebody does at the desk."""

    def __init__(self, page: Page, hands: Mouse):
        self.page = page
        self.hands = hands

    def button(self, name: str, **more):
        return self.page.get_by_role("button", name=name, exact=True, **more)

    def link(self, name: str):
        return self.page.get_by_role("link", name=name, exact=True)

    def fits(self, shown) -> None:
        """When this is shown, nothing of the page lies beyond the window's edge."""
        expect(shown).to_be_visible()
        widths = "[document.documentElement.scrollWidth, innerWidth]"
        needed, there = self.page.evaluate(widths)
        assert needed <= there, self.page.url

    def told(self, words: str) -> None:
        self.fits(self.page.locator(".messages").get_by_text(words))

    def triage_ten(self) -> None:
        self.page.goto("/admin/desk/")
        everything = self.page.get_by_label("Select all on this page")
        self.fits(everything)
        self.hands.tick(everything)
        self.hands.press(self.button("Set to triaged"))
        self.told(f"Set to triaged: {COUNT} submissions.")

    def answer_one(self, reference: str) -> None:
        self.page.goto("/admin/desk/")
        self.hands.press(self.page.get_by_role("link", name=reference))
        self.fits(self.link("Reply by e-mail"))
        self.hands.press(self.link("Reply by e-mail"))
        self.fits(self.button("Use this template"))
        self.hands.press(self.button("Use this template"))
        text = self.page.get_by_label("Text")
        expect(text).to_have_value(f"Thank you for {reference}.")
        self.hands.choose(self.page.get_by_label("This answers it"))
        self.hands.press(self.button("Look at it before sending"))
        self.fits(self.button("Send it"))
        self.hands.press(self.button("Send it"))
        self.told("The reply is on its way.")

    def close_it(self) -> None:
        self.hands.press(self.button("Closed"))
        self.told("The status is “Closed” now.")

    def export_a_month(self, path) -> None:
        self.page.goto(
            "/admin/desk/?state=all&received_from=2026-11-01&received_to=2026-11-30"
        )
        self.fits(self.link("Export"))
        self.hands.press(self.link("Export"))
        self.fits(self.button("Export"))
        self.hands.choose(self.page.get_by_label("CSV"))
        with self.page.expect_download() as download:
            self.hands.press(self.button("Export"))
        download.value.save_as(path)

    def erase_one(self, reference: str) -> None:
        self.page.goto("/admin/privacy/")
        self.fits(self.button("Find"))
        who = self.page.get_by_label("E-mail address or reference")
        self.hands.fill(who, reference)
        self.hands.press(self.button("Find"))
        self.fits(self.page.get_by_role("heading", name="What was found"))
        self.hands.press(self.button("Erase what is ticked"))
        self.fits(self.page.get_by_text("Nobody can bring it back"))
        self.hands.press(self.button("Yes, erase it"))
        self.told("1 submission was erased.")


@pytest.mark.parametrize("hands", [Mouse, Keyboard])
def test_a_day_at_the_desk(open_page, submissions, tmp_path, hands):
    page = open_page(reduced_motion="reduce")
    user = log_in_by_form(page, "Feedback staff")
    page.set_viewport_size(ZOOMED)
    day = Day(page, hands(page))
    answered = f"DAYS-234{COUNT - 1}"

    day.triage_ten()
    assert set(Submission.objects.values_list("status", flat=True)) == {"triaged"}
    day.answer_one(answered)
    assert Reply.objects.get().submission.reference == answered
    day.close_it()
    assert Submission.objects.get(reference=answered).status == "closed"

    day.export_a_month(tmp_path / "month.csv")
    rows = list(csv.DictReader((tmp_path / "month.csv").open(encoding="utf-8-sig")))
    in_november = {f"DAYS-234{number}" for number in range(4, COUNT)}
    assert {row["Reference"] for row in rows} == in_november
    assert Export.objects.get().row_count == len(rows)
    # Erasing is a right that the role does not have by itself.
    factories.give(user, "delete_submission")
    day.erase_one(TO_FORGET)
    assert Submission.objects.get(reference=TO_FORGET).form_data == {}
