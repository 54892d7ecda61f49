"""Whatever is sent to a form: no error of ours, and nothing stored by accident."""

import json
from random import Random

import pytest
from django.core.serializers.json import DjangoJSONEncoder
from django.test import RequestFactory
from django.utils.datastructures import MultiValueDict

from forms.serving import Visit
from submissions.models import Submission
from tests import factories
from tests.form_filling import filled, open_form

pytestmark = pytest.mark.django_db

TYPES = (
    *("rating", "singleline", "multiline", "email", "number", "url", "checkbox"),
    *("checkboxes", "dropdown", "multiselect", "radio", "date", "datetime"),
    *("telephone", "consent"),
)
ODD = [
    *("", " ", "\x00", "a\x00b", "\ufffd", "\u202e", "NaN", "1E+400", "-Infinity"),
    *("99999999999999999999", "0001-01-01", "9999-12-31T23:59", "2026-02-30", "on"),
    *("0", "5", "-1", "One", "two", "a@b", "http://[::1", "javascript:alert(1)"),
    *("x" * 20_000, "\r\n" * 500, "🙂" * 300, "<script>", "{{ 7*7 }}", "' OR 1=1 --"),
    *("١٢٣٤٥٦٧", "+" * 20, "https://" + "a" * 3_000, "a@" + "b" * 400 + ".example"),
]
FORM = "application/x-www-form-urlencoded"


@pytest.fixture
def page():
    """A form with a question of every type."""
    page = factories.FormPageFactory(
        slug="all", questions=[(kind.title(), kind) for kind in TYPES]
    )
    page.form_fields.update(choices="One\nTwo", text="<p>Agree</p>")
    return page


def odd_answers(random, names):
    """Odd answers to some questions, some of them twice, with odd fields besides."""
    chosen = random.sample(names, random.randint(0, 4))
    data = {name: random.choices(ODD, k=random.randint(1, 3)) for name in chosen}
    return data | {random.choice(ODD): ["x"] for _ in range(random.randint(0, 3))}


def test_two_thousand_odd_answers_are_taken_or_refused_and_can_be_stored(page):
    random = Random(1)
    visit = Visit(page, RequestFactory().get(page.url), page.url)
    names = [question.clean_name for question in visit.questions]
    for _ in range(2_000):
        data = MultiValueDict(odd_answers(random, names))
        form = visit.form_class(data)
        if form.is_valid():
            stored = json.dumps(form.cleaned_data, cls=DjangoJSONEncoder)
            # What PostgreSQL's JSON cannot hold.
            assert "\\u0000" not in stored
            assert set(form.cleaned_data) == set(names)


def test_a_hundred_odd_posts_get_the_form_or_the_thanks(client, page):
    random = Random(3)
    names = list(page.form_fields.values_list("clean_name", flat=True))
    good_token = filled(open_form(client, page))["form-token"]
    for _ in range(100):
        tokens = random.choices([*ODD, good_token], k=random.randint(1, 2))
        data = odd_answers(random, names) | {"form-token": tokens}
        # 400: an odd name that breaks the body apart.
        assert client.post(page.url, data).status_code in (200, 303, 400)
    # However often it came back good, one token is one submission.
    assert Submission.objects.count() <= 1


def test_two_thousand_broken_bodies_are_read_or_refused(page):
    random = Random(2)
    pieces = [
        *(b"form-token=", b"&", b"=", b"%", b"%00", b"%ff", b"%u0041", b";", b"\x00"),
        *(b"--x\r\n", b"--x--\r\n", b"\r\n\r\n", b"\xff\xfe", b"\x80", b"+", b"name"),
        b'Content-Disposition: form-data; name="form-token"\r\n',
        b'Content-Disposition: form-data; name="f"; filename="a.exe"\r\n',
        b"Content-Type: text/plain; charset=hex\r\n",
        b"Content-Transfer-Encoding: base64\r\n",
    ]
    types = [
        *(FORM, "multipart/form-data; boundary=x", "multipart/form-data", "", "a/b"),
        *("multipart/form-data; boundary=x; charset=hex", f"{FORM}; charset=utf-7"),
        *("multipart/form-data; boundary=" + "y" * 300, "application/json"),
        *("multipart/form-data; boundary=é", f"{FORM}; charset=nonsense"),
    ]
    for _ in range(2_000):
        body = b"".join(random.choices(pieces, k=random.randint(0, 12)))
        content_type = random.choice(types)
        request = RequestFactory().generic("POST", page.url, body, content_type)
        assert page.serve(request).status_code in (200, 400)
    assert not Submission.objects.exists()


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"x=" + b"y" * 2_600_000, 413),
        (b"&".join(b"a%d=1" % number for number in range(11_000)), 400),
    ],
)
def test_too_much_gets_a_page_that_says_how_to_keep_what_was_typed(
    client, page, body, status
):
    response = client.post(page.url, body, content_type=FORM)
    assert response.status_code == status
    assert "What you wrote should still be there" in response.content.decode()
    assert "no-store" in response.headers["Cache-Control"]


def test_thousands_of_unknown_fields_are_not_stored(client, page):
    data = filled(open_form(client, page), Singleline="kept")
    data |= {f"unknown-{number}": "x" for number in range(5_000)}
    assert client.post(page.url, data).status_code == 303
    assert len(Submission.objects.get().form_data) == len(TYPES)


def test_a_file_is_passed_by(client, page, settings, tmp_path):
    settings.FILE_UPLOAD_TEMP_DIR = str(tmp_path)
    data = filled(open_form(client, page), Singleline="kept")
    with open(tmp_path / "big.bin", "wb") as file:
        file.write(b"x" * 3_000_000)
    with open(tmp_path / "big.bin", "rb") as file:
        response = client.post(page.url, data | {"upload": file})
    assert response.status_code == 303
    assert [path.name for path in tmp_path.iterdir()] == ["big.bin"]


def test_a_field_sent_twice_counts_once(client, page):
    name = page.form_fields.get(field_type="singleline").clean_name
    data = filled(open_form(client, page)) | {name: ["first", "last"]}
    client.post(page.url, data)
    assert Submission.objects.get().form_data[name] == "last"


@pytest.mark.parametrize("method", ["put", "patch", "delete", "options", "trace"])
def test_other_methods_store_nothing(client, page, method):
    assert getattr(client, method)(page.url).status_code < 500
    assert not Submission.objects.exists()


@pytest.mark.parametrize("excess", [1, 120])
def test_a_text_that_is_too_long_is_kept_and_told_by_how_much(client, page, excess):
    text = "a\r\n" * 100 + "b" * (10_000 - 200 + excess)
    data = filled(open_form(client, page), Multiline=text)
    answer = client.post(page.url, data).content.decode()
    characters = "character" if excess == 1 else "characters"
    assert f"too long. Remove at least {excess} {characters}." in answer
    assert "b" * 9_000 in answer
    assert 'maxlength="' not in answer.partition('class="form"')[2]


@pytest.mark.parametrize(
    ("field_type", "purpose", "limit"),
    [
        ("multiline", "", 10_000),
        ("singleline", "", 255),
        ("singleline", "name", None),
        ("email", "", None),
    ],
)
def test_how_much_may_be_written_is_said_at_the_field_before_sending(
    client, field_type, purpose, limit
):
    page = factories.FormPageFactory(questions=[("Question", field_type)])
    page.form_fields.update(purpose=purpose)
    soup = open_form(client, page)
    field = soup.select_one(".field :is(input, textarea)")
    told = [soup.find(id=each) for each in field.get("aria-describedby", "").split()]
    assert [int(each["data-limit"]) for each in told] == ([limit] if limit else [])
    assert all(f"{limit:,}" in each.get_text() for each in told)
    assert bool(soup.select("script[src*=text-limits]")) == bool(limit)


@pytest.mark.parametrize("origin", ["http://[", "http://[::1", "null", "//", "\xff"])
def test_an_origin_that_is_no_address_is_not_ours(client, page, origin):
    data = filled(open_form(client, page), Singleline="kept")
    response = client.post(page.url, data, headers={"Origin": origin})
    assert response.status_code == 200
    assert "kept" in response.content.decode()
    assert not Submission.objects.exists()


def test_line_breaks_are_stored_as_one_character(client):
    """A browser sends two, and a workbook would show one of them as _x000D_."""
    page = factories.FormPageFactory(questions=[("Why?", "multiline")])
    data = filled(open_form(client, page), **{"Why?": "one\r\ntwo"})
    assert client.post(page.url, data).status_code == 303
    assert "one\ntwo" in Submission.objects.get().form_data.values()
