"""Answers of a form of their own, as they come from address books, word processors and
web pages."""

import pytest

from submissions.models import Submission
from submissions.notifying.addresses import staff_addresses
from tests import factories
from tests.form_filling import filled, open_form

pytestmark = pytest.mark.django_db

UNSEEN = [0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
DASHES = [*range(0x2010, 0x2016), 0x2212]
BLANKS = [0xA0, *range(0x2000, 0x200B), 0x202F, 0x3000]


def disguises(text):
    """The text with each sign that is not seen, and with each other dash and blank."""
    yield from (
        f"{sign}{text[:3]}{sign}{text[3:]}{sign}"
        for sign in map(chr, [*UNSEEN, 0xFEFF])
    )
    yield from (text.replace("-", sign) for sign in map(chr, DASHES) if "-" in text)
    yield from (f"{sign}{text.replace(' ', sign)}{sign}" for sign in map(chr, BLANKS))


def answer(client, field_type, typed, **question):
    """What is stored of what was typed; None if it was refused."""
    page = factories.FormPageFactory(questions=[("Question", field_type)])
    page.form_fields.update(**question)
    client.post(page.url, filled(open_form(client, page), Question=typed))
    submission = Submission.objects.filter(page=page).first()
    return submission and next(iter(submission.form_data.values()))


@pytest.mark.parametrize(
    ("field_type", "plain", "stored"),
    [
        ("telephone", "+44 (0)20 7946-0001", "+44 (0)20 7946-0001"),
        ("email", "kim-lee@clinic.example", "kim-lee@clinic.example"),
        ("number", "-1 234", "-1234"),
        ("url", "https://clinic-one.example/a", "https://clinic-one.example/a"),
        ("date", "2026-05-03", "2026-05-03"),
        ("datetime", "2026-05-03 14:05", "2026-05-03T14:05:00+01:00"),
    ],
)
def test_signs_that_nobody_sees_or_means_are_folded(client, field_type, plain, stored):
    page = factories.FormPageFactory(questions=[("Question", field_type)])
    page.form_fields.update(required=True)
    form = page.form_builder(page.get_form_fields()).get_form_class()
    (name,) = form.base_fields
    wanted = form({name: plain})
    assert wanted.is_valid()
    for typed in disguises(plain):
        folded = form({name: typed})
        assert folded.is_valid(), ascii(typed)
        assert folded.cleaned_data == wanted.cleaned_data, ascii(typed)
    assert answer(client, field_type, f"\u202a{plain}\u202c") == stored


def test_a_postcode_is_folded_and_words_are_left_as_they_were_typed(client):
    typed = "W1A\u00a01AA\u200b"
    assert answer(client, "singleline", typed, purpose="postal-code") == "W1A 1AA"
    for field_type in ("singleline", "multiline"):
        assert answer(client, field_type, typed) == typed


@pytest.mark.parametrize(
    "typed",
    [
        *("01632 960001 ext. 4", "01632 960 001 x 12", "01632 960001, extension 1234"),
        *("+44 (0) 20 7946 0000 ext 1234", "020.7946.0000", "٠١٦٣٢٩٦٠٠٠١"),
    ],
)
def test_a_telephone_number_may_be_written_as_people_write_it(client, typed):
    assert answer(client, "telephone", typed)


@pytest.mark.parametrize("typed", ["ext. 4", "123456", "0163O 960001", "ext ext 4"])
def test_what_no_telephone_has_is_refused(client, typed):
    assert answer(client, "telephone", typed) is None


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        *(("1,234", "1234"), ("1,234,567.5", "1234567.5"), ("+7", "7"), ("−5", "-5")),
        *(("12,5", None), ("5 6", None), ("1 2345", None), ("1,23,456", None)),
    ],
)
def test_a_number_is_read_as_written_or_refused(client, typed, stored):
    assert answer(client, "number", typed) == stored


def test_an_hour_that_comes_twice_is_the_first(client):
    stored = answer(client, "datetime", "2026-10-25T01:30")
    assert stored == "2026-10-25T01:30:00+01:00"


def test_an_hour_that_never_comes_is_refused_in_plain_words(client):
    page = factories.FormPageFactory(questions=[("When", "datetime")])
    form = filled(open_form(client, page), When="2026-03-29T01:30")
    assert "clocks go forward" in client.post(page.url, form).text
    assert not Submission.objects.exists()


def test_staff_addresses_are_folded_too():
    assert staff_addresses("\u200ba@clinic.example\u00a0\n\ufeff") == [
        "a@clinic.example"
    ]


@pytest.mark.parametrize("typed", ["\u202aW2VB\u20117PKD\u202c", "W2\u00adVB-7PKD"])
def test_the_desk_finds_a_reference_as_it_was_copied(staff, typed):
    factories.SubmissionFactory(reference="W2VB-7PKD")
    assert "W2VB-7PKD" in staff.get("/admin/desk/", {"q": typed}).text
