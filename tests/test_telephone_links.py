"""Telephone numbers can be tapped, wherever editors wrote them."""

import pytest
from bs4 import BeautifulSoup
from django.utils.safestring import SafeString

from home.models import ClinicSettings
from home.templatetags.telephone_tags import telephone_links
from tests import factories


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Call 999 or 112, or go to A&E.", ["999", "112"]),
        ("Call <b>999</b> or NHS <i>111</i>", ["999", "111"]),
        ("Samaritans: 116 123", ["116123"]),
        (
            "Ring us on 01632 960 001 or +44 1632 960002.",
            ["01632960001", "+441632960002"],
        ),
        ("0808 2000 247 is free", ["08082000247"]),
        ('<a href="tel:999">Call 999</a>, then call 111', ["999", "111"]),
        ("There are 111 rooms and 999 beds at £111.50", []),
        ("Call 999.5 or 1999 or 05/06/2026", []),
    ],
)
def test_numbers_become_links_once(text, numbers):
    soup = BeautifulSoup(telephone_links(SafeString(text)), "html.parser")
    assert [a["href"] for a in soup("a")] == [f"tel:{number}" for number in numbers]
    assert soup.get_text() == BeautifulSoup(text, "html.parser").get_text()


def test_what_is_no_html_is_escaped():
    assert telephone_links("call 111 if pain < 5 & <b>") == (
        'call <a href="tel:111">111</a> if pain &lt; 5 &amp; &lt;b&gt;'
    )


CARD = {
    "urgency": "emergency",
    "heading": "Call 999 if:",
    "body": "<ul><li>Samaritans on <b>116 123</b></li></ul>",
}


@pytest.fixture
def pages(site):
    """A page of each kind that shows numbers, as editors write them."""
    ClinicSettings.objects.create(site=site, emergency_text="<p>Call <b>999</b></p>")
    urls = {"home": "/"}
    urls["form"] = factories.FormPageFactory(when_read="If urgent call 111.").url
    urls["card"] = factories.StandardPageFactory(body=[("care_card", CARD)]).url
    urls["article"] = factories.ConditionPageFactory().url
    return urls


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("page", "numbers"),
    [
        ("home", {"999"}),
        ("form", {"999", "111"}),
        ("card", {"999", "116123"}),
        ("article", {"999"}),
    ],
)
def test_numbers_of_help_are_links_on_every_page(client, pages, page, numbers):
    soup = BeautifulSoup(client.get(pages[page]).content, "html.parser")
    assert {a["href"] for a in soup.select("a[href^='tel:']")} >= {
        f"tel:{number}" for number in numbers
    }
