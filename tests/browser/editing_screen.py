"""Wagtail's editing screen of a page, driven as an editor uses it. Needs no Django."""

import re

from playwright.sync_api import Locator, Page, expect


class PageEditor:
    """Drives one editing screen. Blocks and fields are found by Wagtail's ids."""

    def __init__(self, page: Page):
        self.page = page

    def create(self, parent, type_name: str) -> None:
        """Open the screen for a new page of this type below `parent`."""
        self.page.goto(f"/admin/pages/{parent.pk}/")
        self.page.get_by_role("link", name="Add child page").first.click()
        # Where only one type fits, Wagtail does not ask.
        if "add_subpage" in self.page.url:
            self.page.get_by_role("link", name=re.compile(f"^{type_name}")).click()
        expect(self.page.locator("#id_title")).to_be_visible()

    def edit(self, page) -> None:
        """Open the screen of an existing page."""
        self.page.goto(f"/admin/pages/{page.pk}/edit/")

    def fill(self, field: str, text: str) -> None:
        """Replace what stands in the field with this id, and leave the field."""
        self.reveal(field)
        self.page.locator(f"#{field}").fill(text)
        self.page.locator(f"#{field}").blur()

    def reveal(self, field: str) -> None:
        """Open the collapsed panels around the field with this id."""
        around = self.page.locator(f"#{field}").locator(
            "xpath=ancestor::*[@data-panel]"
        )
        expect(around).not_to_have_count(0)
        for panel in around.all():
            toggle = panel.locator("[data-panel-toggle]").first
            if toggle.get_attribute("aria-expanded") == "false":
                toggle.click()
                expect(toggle).to_have_attribute("aria-expanded", "true")

    def block(self, field: str) -> Locator:
        """The innermost block around the field with this id, opened."""
        self.reveal(field)
        return self.page.locator(f"#{field}").locator(
            "xpath=ancestor::*[@data-streamfield-child][1]"
        )

    def stream(self, path: str, inside: Locator | None = None) -> Locator:
        """The StreamField, or the stream inside a block, of this name."""
        return (inside or self.page).locator(f"[data-contentpath={path}]").first

    def add_block(self, stream: Locator, kind: str) -> None:
        """Add a block at the end of a stream, from the picker."""
        blocks = stream.locator("[data-streamfield-child]")
        before = blocks.count()
        stream.locator("button.c-sf-add-button").last.click()
        self.page.get_by_role("option", name=kind, exact=True).click()
        # What a test does next must not reach the block before the new one.
        expect(blocks).not_to_have_count(before)

    def write(self, inside: Locator, text: str) -> None:
        """Type into the last rich text field."""
        area = inside.locator(".public-DraftEditor-content").last
        area.click()
        expect(area).to_be_focused()
        self.page.keyboard.type(text)
        # The editor hands its text on to a hidden field a moment later.
        expect(inside.locator(f'input[value*="{text}"]')).to_be_attached()

    def write_section(self, heading: str, text: str) -> Locator:
        """Write into the section whose heading has this id, which is returned."""
        section = self.block(heading)
        self.write(self.stream("body", section), text)
        return section

    def upload_picture(self, inside: Locator, file: bytes, description: str) -> None:
        """Choose a picture in the block inside this one, by uploading it."""
        inside.get_by_role("button", name="Choose an image").click()
        chooser = self.page.locator(".modal-content")
        chooser.get_by_role("tab", name="Upload").click()
        form = chooser.locator("form[data-chooser-modal-creation-form]")
        form.get_by_label("File").set_input_files(
            {"name": "room.png", "mimeType": "image/png", "buffer": file}
        )
        # Wagtail makes the title from the file's name, a moment later.
        expect(form.get_by_label("Title")).to_have_value("room")
        form.get_by_label("Description").fill(description)
        form.get_by_role("button", name="Upload").click()
        expect(chooser).to_have_count(0)
        # Wagtail offers the picture's description as its alternative text.
        expect(inside.get_by_label("Alternative text")).to_have_value(description)

    def open_schedule(self) -> Locator:
        """The dialogue for the days of publication, opened."""
        self.page.get_by_role("tab", name="Schedule and privacy").click()
        self.page.get_by_role("button", name="Open or close “Status”").click()
        self.page.get_by_role("button", name="Set schedule").click()
        dialog = self.page.get_by_role("dialog", name="Set publishing schedule")
        expect(dialog).to_be_visible()
        return dialog

    def schedule(self, day: str) -> None:
        """Set the day of publication ("2030-01-31T09:00"), and save that."""
        dialog = self.open_schedule()
        dialog.get_by_label("Publish on").fill(day)
        dialog.get_by_role("button", name="Save schedule").click()
        expect(self.page.locator(".messages .success")).to_be_visible()

    def submit_for_review(self) -> None:
        """Hand the page to the clinical reviewers."""
        self.page.locator("footer").get_by_role("button", name="More actions").click()
        self.page.locator("button[name=action-submit]").click()
        expect(self.page.locator(".messages .success")).to_contain_text("submitted")

    def approve(self) -> None:
        """Sign the page off, as a clinical reviewer who has read it."""
        self.page.locator("footer").get_by_role("button", name="More actions").click()
        self.page.get_by_role("button", name="Approve", exact=True).click()
        dialogue = self.page.locator(".modal-content")
        dialogue.get_by_label("I have read the whole page").check()
        dialogue.get_by_role("button", name="Approve").click()
        expect(self.page.locator(".messages .success")).to_contain_text("updated")

    def add_question(self, label: str, kind: str) -> None:
        """Add a question to a form."""
        questions = self.page.locator("[data-inline-panel-child]")
        number = questions.count()
        self.page.get_by_role("button", name="Add question").click()
        expect(questions).to_have_count(number + 1)
        self.fill(f"id_form_fields-{number}-label", label)
        self.page.locator(f"#id_form_fields-{number}-field_type").select_option(kind)

    def promise(self, text: str) -> None:
        """Say on a form what happens after sending, without which none is published."""
        self.write(self.stream("thank_you_text"), text)

    def preview(self) -> Locator:
        """The page in the preview panel, which this opens."""
        panel = self.page.get_by_role("button", name="Toggle preview")
        if panel.get_attribute("aria-expanded") == "false":
            panel.click()
        # While a new preview loads there are two frames; the newer one is last.
        return self.page.frame_locator("[data-side-panel=preview] iframe").last.locator(
            "main"
        )

    def press_publish(self) -> None:
        """Press the button that publishes."""
        footer = self.page.locator("footer")
        button = footer.locator("button[name=action-publish]")
        # After a save that failed the menu may still be open.
        if button.is_hidden():
            footer.get_by_role("button", name="More actions").click()
        button.click()

    def publish(self) -> None:
        """Publish, and wait until Wagtail says so."""
        self.press_publish()
        expect(self.page.locator(".messages .success")).to_contain_text("published")

    def save_draft(self) -> None:
        """Save without publishing, and wait until Wagtail says so."""
        self.page.get_by_role("button", name="Save draft").click()
        expect(self.page.locator(".messages .success")).to_be_visible()

    def view_live(self) -> None:
        """Follow Wagtail's own link to the page just published."""
        self.page.locator(".messages").get_by_role("link", name="View live").click()
        expect(self.page.locator(".skip-link")).to_be_attached()
