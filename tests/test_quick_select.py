"""The desk's lists to choose from are the same as Django's, drawn at once."""

import pytest
from bs4 import BeautifulSoup
from django import forms
from django.utils.translation import gettext_lazy as _

from desk.quick_select import QuickSelect

CHOICES = [("", _("Any")), (7, "Seven"), ('"><b>', "<i>Pain</i> & 'rest'")]


def drawn(widget: type[forms.Select], value) -> list[tuple]:
    """Of each element its name, what it says of itself, and its text."""
    html = widget(attrs={"class": "wide"}, choices=CHOICES).render(
        "kind", value, {"id": "id_kind"}
    )
    soup = BeautifulSoup(html, "html.parser")
    return [
        (each.name, each.attrs, each.string and each.string.strip())
        for each in soup.find_all()
    ]


@pytest.mark.parametrize("value", [None, "", 7, "7", '"><b>', "gone"])
def test_a_quick_list_says_what_djangos_says(value):
    assert drawn(QuickSelect, value) == drawn(forms.Select, value)
