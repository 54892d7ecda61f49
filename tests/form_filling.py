"""Filling in a form as a browser does."""

from bs4 import BeautifulSoup


def open_form(client, page, query=""):
    """What the browser of a patient who has not answered yet gets, as soup."""
    for name in [name for name in client.cookies if name.startswith("receipt-")]:
        del client.cookies[name]
    return BeautifulSoup(client.get(page.url + query).content, "html.parser")


def filled(soup, **answers):
    """The form's data, hidden fields included, with `answers` by label."""
    hidden = soup.select("[type=hidden], [hidden] > input")
    data = {field["name"]: field["value"] for field in hidden}
    for label, answer in answers.items():
        data[name_of(soup, label)] = answer
    return data


def name_of(soup, label):
    """The name of the field that this label or legend belongs to."""
    for heading in soup.select(
        "form.form :is(legend, .field > label, .field > .option > label)"
    ):
        if heading.get_text(strip=True).removesuffix("(optional)").strip() == label:
            return heading.find_parent(class_="field").select_one(
                "input, textarea, select"
            )["name"]
    raise AssertionError(f"no field called {label!r}")
