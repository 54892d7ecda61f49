"""What programs send is held and never dropped; no circumstance condemns a person."""

from typing import NamedTuple

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.core.cache import caches
from wagtail.models import ModelLogEntry

from benchmarks.search_data import read_data
from forms.screening.advertising.judgement import sales_signals
from forms.screening.buckets import Bucket
from forms.screening.content import content_signals
from forms.screening.fields import field_signals
from forms.screening.gibberish import gibberish_signals
from forms.screening.network import network_of
from forms.screening.plain_text import plain
from forms.screening.repetition import ALIKE, MANY, likeness
from forms.screening.trap import TRAP_FIELD
from submissions.models import Submission
from submissions.models.states import Kind, Status
from submissions.screening_signals import HELD_FROM, SIGNALS, TABLE, score
from tests import factories
from tests.form_filling import filled, open_form

pytestmark = pytest.mark.django_db

STAFF = ["nurse", "doctor", "physio", "porter", "receptionist"]
PITCH = (
    "We do SEO and link building. Your website could be on the first page of Google. "
    "Shall I send a free audit?"
)


@pytest.fixture
def send(client):
    """Opens a form, waits, and sends it: what came of it."""
    form_page = factories.FormPageFactory(slug="feedback")

    def send(text, seconds=30, address="192.0.2.1", **fields) -> Submission:
        with time_machine.travel("2026-05-03 10:00", tick=False) as clock:
            soup = open_form(client, form_page)
            clock.shift(seconds)
            data = filled(soup, **{"Why?": text}) | fields
            sent = {name: value for name, value in data.items() if value is not None}
            response = client.post(form_page.url, sent, REMOTE_ADDR=address)
            assert response.status_code == 303
            thanks = client.get(response.url).content.decode()
        submission = Submission.objects.latest("pk")
        assert submission.reference in thanks
        return submission

    return send


def test_no_circumstances_together_hold_an_answer():
    assert score(each.name for each in TABLE if each.is_circumstance) < HELD_FROM


def test_every_signal_has_words_and_a_name_of_its_own():
    assert len(SIGNALS) == len(TABLE)
    assert all(str(each.words).endswith(".") for each in TABLE)


@pytest.mark.parametrize(
    ("text", "how"),
    [
        (PITCH, {}),
        ("See http://a.example/1 and http://b.example/2", {}),
        ('Good <a href="http://a.example">pills</a>', {}),
        ("Онлайн казино, бонус и выигрыш на vulkan.top", {}),
        ("xqzwvk jqhxpt zvwqkj", {}),
        ("I would like to know more", {"seconds": 1, TRAP_FIELD: "I would"}),
        ("I would like to know more", {"seconds": 1, TRAP_FIELD: None}),
    ],
)
def test_what_a_program_sends_is_held_with_reasons_and_thanked_as_always(
    send, text, how
):
    submission = send(text, **how)
    assert submission.is_held
    assert submission.reasons_held
    assert submission not in Submission.objects.from_patients()
    assert text in submission.form_data.values()


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("The nurse was kind.", {TRAP_FIELD: "https://mail.example/login"}),
        ("The nurse was kind.", {"seconds": 6 * 60 * 60}),
        ("ok", {"seconds": 1}),
        ("A text that was pasted, long and with care. " * 20, {"seconds": 4}),
        ("I read https://www.nhs.uk/conditions/back-pain/", {TRAP_FIELD: "p.hill"}),
        ("У мене болить спина вже два роки, дякую.", {TRAP_FIELD: "p.hill"}),
        ("I take methylprednisolone and hydroxychloroquine", {}),
        ("Your website is hard to read on my phone", {TRAP_FIELD: "p.hill"}),
        ("The nurse was kind.", {"address": "not an address"}),
    ],
)
def test_no_person_is_held(send, text, how):
    submission = send(text, **how)
    assert not submission.is_held
    assert submission.held_because == []


def test_a_ward_behind_one_address_is_not_held(send):
    held = [
        send(f"Bed {number} was fine.", **{TRAP_FIELD: "p.hill"}).is_held
        for number in range(40)
    ]
    assert not any(held)


FLOOD = "The clinic that was on television should be closed for good."
NEARLY = (
    "The clinic that was on television last {} should be closed for good, and all who "
    "work there should find something better to do with their days and nights."
)


@pytest.fixture
def flood(send):
    """Sends texts from networks of their own: what came of each at once."""

    def flood(*texts):
        return [
            send(text, address=f"203.0.{position}.9")
            for position, text in enumerate(texts)
        ]

    return flood


def test_a_flood_is_held_from_different_networks_and_its_first_ones_later(flood):
    submissions = flood(*[f"{FLOOD} {name}" for name in "ABCDEFGH"])
    held_at_once = [submission.is_held for submission in submissions]
    assert held_at_once == [False] * MANY + [True] * (8 - MANY)
    assert not Submission.objects.from_patients().exists()
    first = Submission.objects.earliest("pk")
    assert first.held_because == ["often_repeated"]
    log = ModelLogEntry.objects.filter(action="forms.hold", object_id=str(first.pk))
    assert log.count() == 1


@pytest.mark.parametrize(
    "touched",
    [
        {"status": Status.TRIAGED},
        {"flags": ["danger"]},
        {"held_because": ["often_repeated"]},
        {"kind": Kind.COMPLAINT},
        {"is_verified": True},
    ],
)
def test_the_first_of_a_flood_that_staff_or_a_rule_needs_stays(flood, touched):
    (first,) = flood(FLOOD)
    Submission.objects.filter(pk=first.pk).update(**touched)
    flood(*[f"{FLOOD} {name}" for name in "ABCDE"])
    first.refresh_from_db()
    assert not first.is_held


def test_texts_with_another_word_in_them_are_nearly_the_same():
    words = NEARLY.format("May").split()
    slots = set(likeness(b"key", words))
    assert len(slots & set(likeness(b"key", NEARLY.format("week").split()))) >= ALIKE
    assert len(slots & set(likeness(b"key", list(reversed(words))))) < ALIKE
    assert slots.isdisjoint(likeness(b"another", words))


def test_people_who_write_alike_are_no_flood(flood):
    sent = flood(
        *(f"The {who} was kind and explained it all. Thank you." for who in STAFF),
        *(f"I waited {weeks} weeks for a letter about my knee." for weeks in "234567"),
    )
    assert not any(submission.is_held for submission in sent[: len(STAFF)])


def test_words_of_danger_are_held_only_if_nothing_speaks_for_a_person(send):
    assert not send(f"I want to kill myself. {PITCH}").is_held
    submission = send(
        f"I want to kill myself. {PITCH} http://a.example http://b.example"
    )
    assert submission.is_held
    assert submission.needs_attention


def test_a_form_with_errors_and_one_sent_twice_cost_nothing(client):
    page = factories.FormPageFactory(questions=[("Why?", "multiline")])
    page.form_fields.update(required=True)
    data = filled(open_form(client, page), **{"Why?": ""})
    for _ in range(3):
        client.post(page.url, data)
    assert caches["screening"].get("bucket:site") is None
    data = filled(open_form(client, page), **{"Why?": "Fine"})
    for _ in range(3):
        client.post(page.url, data)
    left, _updated = caches["screening"].get("bucket:site")
    assert left == 59


def test_a_bucket_empties_overflows_and_fills_again():
    bucket, cache = Bucket(size=2, depth=3), caches["screening"]
    left = [bucket.take(cache, "b", 1_000) for _ in range(7)]
    assert left == [1, 0, -1, -2, -3, -3, -3]
    assert bucket.take(cache, "b", 1_000 + 3_600) == -2
    assert bucket.take(cache, "b", 1_000 + 99 * 3_600) == 1
    bucket.give_back(cache, "b")
    assert bucket.take(cache, "b", 1_000 + 99 * 3_600) == 1


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("192.0.2.77", "192.0.2.0/24"),
        ("::ffff:192.0.2.77", "192.0.2.0/24"),
        ("2001:db8:1:2ff::1", "2001:db8:1:200::/56"),
        ("", ""),
        ("unix:", ""),
    ],
)
def test_a_network_is_a_household_not_an_address(rf, address, network):
    assert network_of(rf.post("/", REMOTE_ADDR=address)) == network


def test_behind_a_proxy_only_the_proxys_word_counts(rf, settings):
    settings.BEHIND_PROXY = True
    headers = {"X-Forwarded-For": "10.9.8.7, 198.51.100.4"}
    request = rf.post("/", REMOTE_ADDR="127.0.0.1", headers=headers)
    assert network_of(request) == "198.51.100.0/24"


def test_no_address_and_no_word_of_a_patient_is_kept_in_the_cache(send):
    send("The nurse from the corner house was kind to my sister and me.")
    kept = repr(caches["screening"]._cache) + repr(Submission.objects.values())
    assert "192.0.2" not in kept
    assert "corner house" not in repr(caches["screening"]._cache)


# As on a server, the cache is asked outside of any transaction: PostgreSQL does nothing
# more in one in which a table was missing.
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
@pytest.mark.usefixtures("put_back_for_other_tests")
def test_without_a_cache_everything_is_stored(send, settings):
    settings.CACHES = settings.CACHES | {
        "screening": {
            "BACKEND": "django.core.cache.backends.db.DatabaseCache",
            "LOCATION": "no_such_table",
        }
    }
    assert not send("The nurse was kind.").is_held


def test_the_cache_in_the_database_has_its_table_from_the_migration(send, settings):
    settings.CACHES = settings.CACHES | {
        "screening": {
            "BACKEND": "django.core.cache.backends.db.DatabaseCache",
            "LOCATION": "forms_screening_cache",
        }
    }
    send("The nurse was kind.")
    with time_machine.travel("2026-05-03 10:01"):
        left, _updated = caches["screening"].get("bucket:site")
    assert left == 59


def test_the_field_for_programs_is_out_of_everybodys_way(client):
    soup = open_form(client, factories.FormPageFactory())
    field = soup.find(attrs={"name": TRAP_FIELD})
    assert field.parent.has_attr("hidden")
    assert field["tabindex"] == "-1"
    assert field["autocomplete"] == "off"
    assert soup.find("label", attrs={"for": field["id"]}).get_text()


def test_what_editors_try_is_not_screened(admin_client):
    page = factories.FormPageFactory()
    page.save_revision()
    address = f"/admin/try-form/{page.pk}/"
    soup = BeautifulSoup(admin_client.get(address).content, "html.parser")
    data = filled(soup, **{"Why?": PITCH})
    admin_client.post(address, data)
    submission = Submission.objects.get()
    assert submission.is_test
    assert not submission.is_held


@pytest.mark.parametrize("texts", ["first", "second"])
def test_no_text_of_a_person_is_held_whatever_the_circumstances(texts):
    circumstances = {each.name for each in TABLE if each.is_circumstance}
    held = [
        text
        for kind in read_data("contact_form_texts")[texts]["people"].values()
        for text in kind
        if score({*content_signals([text]), *circumstances}) >= HELD_FROM
    ]
    assert held == []


def test_an_account_outweighs_words_of_advertisements():
    words = "We specialise in link building"
    assert sales_signals(words) == ["many_sales_words"]
    told = f"{words}, and my back hurts. The nurse helped me"
    assert sales_signals(told) == ["sales_words"]


@pytest.mark.parametrize("hidden", ["c\u0430sin\u043e online", "cas\u200bino online"])
def test_disguised_words_are_read_as_they_look(hidden):
    assert plain(hidden) == "casino online"
    assert "many_sales_words" in content_signals([hidden])


@pytest.mark.parametrize(
    ("text", "signals"),
    [
        ("wkqjzrtxvb pfgdnqwzsk", ["gibberish"]),
        ("zxqkvbnw", ["gibberish"]),
        ("methylprednisolone hydroxychloroquine", []),
        ("Szczepański Krzysztof", []),
        ("Rhythms, thxxxxxx, hmmmmmm", []),
        ("Waxaan qabaa xanuun dhabarka ah", []),
        ("Nurse Zxqkvbnw was very kind to everybody", []),
    ],
)
def test_gibberish_is_what_no_language_writes(text, signals):
    assert gibberish_signals(text) == signals


class Question(NamedTuple):
    """As much of a question as screening asks for."""

    clean_name: str
    field_type: str
    purpose: str


@pytest.mark.parametrize(
    ("name", "hidden", "signals"),
    [
        ("http://a.example/1", "", ["link_as_name"]),
        ("Free spins, online casino", "", ["link_as_name"]),
        ("Dr Ann Rank", "p.hill", []),
        ("Ann Hill", "The nurse was kind to everybody", ["trap_copied"]),
        ("Ann Hill", "12 High Street, London", []),
    ],
)
def test_what_stands_where_nobody_writes_it_is_evidence(name, hidden, signals):
    questions = [
        Question("who", "singleline", "name"),
        Question("why", "multiline", ""),
    ]
    answers = {"who": name, "why": "The nurse was kind to everybody"}
    assert field_signals(questions, answers, {TRAP_FIELD: hidden}) == signals


def test_a_link_in_an_account_is_hardly_a_reason():
    told = "My knee hurts, is this safe? https://a.example/brace"
    assert content_signals([told]) == ["link_in_account"]


def test_usual_hosts_are_not_links_of_programs():
    assert content_signals(["see https://www.youtube.com/watch?v=1"]) == []
    assert "link" in content_signals(["see https://youtube.com.evil.example/"])
