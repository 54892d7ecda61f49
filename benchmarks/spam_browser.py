"""A browser that knows one form, and notes what became of what it sent."""

from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

from bs4 import BeautifulSoup
from django.test import Client

from forms.models import FormPage
from submissions.models import Submission


class Browser:
    """Opens and sends the form from one network address.

    `note` is called with each post's outcome: "refused", "shown again", "stored" or
    "held"; and with the number of the submission, 0 if there is none.
    """

    def __init__(self, form: FormPage, address: str, note: Callable[[str, int], None]):
        self.client = Client(REMOTE_ADDR=address)
        self.url = form.url
        question = form.form_fields.get(field_type="multiline")
        self.text_name = question.clean_name
        self.rating_name = form.form_fields.get(field_type="rating").clean_name
        self.note = note
        self.fields: dict[str, str] = {}

    def open(self, query: str = "") -> None:
        """Get the form."""
        self.read(self.client.get(self.url + query).content)

    def read(self, page: bytes) -> None:
        """Know the form on this page: what a browser would send of it untouched."""
        form = BeautifulSoup(page, "html.parser").select_one("form.form")
        self.fields = {
            field["name"]: field.get("value", "")
            for field in form.select("input[name]")
            if field.get("type") not in ("radio", "checkbox")
            or field.has_attr("checked")
        }
        for text in form.select("textarea"):
            self.fields[text["name"]] = text.get_text().strip()

    def write(self, text: str) -> None:
        """Write into the large field, and rate."""
        self.fields |= {self.text_name: text, self.rating_name: "4"}

    def fill_all(self, text: str) -> None:
        """Write into every field but the token."""
        names = [name for name in self.fields if name != "form-token"]
        self.fields |= dict.fromkeys(names, text) | {self.rating_name: "5"}

    def send(self) -> None:
        """Post the form; if it comes back, know it as it came."""
        response = self.client.post(self.url, self.fields)
        if response.status_code == 303:
            query = parse_qs(urlsplit(response["Location"]).query)
            submission = Submission.objects.get(reference=query["sent"][0])
            self.note("held" if submission.is_held else "stored", submission.pk)
            return
        if response.status_code != 200:
            self.note("refused", 0)
            return
        self.note("shown again", 0)
        self.read(response.content)
