"""What programs send is held and never dropped; no circumstance condemns a person."""

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.core.cache import caches

from forms.models import Submission
from forms.screening.buckets import Bucket
from forms.screening.content import content_signals
from forms.screening.network import network_of
from forms.screening.repetition import MANY
from forms.screening.signals import HELD_FROM, SIGNALS, TABLE, score
from forms.screening.trap import TRAP_FIELD
from tests import factories
from tests.form_filling import filled, open_form

pytestmark = pytest.mark.django_db

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


def test_a_flood_of_one_message_is_held_from_different_networks(send):
    message = "The clinic that was on television should be closed for good."
    held = [
        send(f"{message} {name}", address=f"203.0.{position}.9").is_held
        for position, name in enumerate("ABCDEFGH")
    ]
    assert held == [False] * MANY + [True] * (8 - MANY)


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


def test_without_a_cache_everything_is_stored(send, settings, caplog):
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


def test_usual_hosts_are_not_links_of_programs():
    assert content_signals(["see https://www.youtube.com/watch?v=1"]) == []
    assert "link" in content_signals(["see https://youtube.com.evil.example/"])
