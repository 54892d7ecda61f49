"""The screens of the desk's figures: for whom, of which time, in how many queries."""

import re
from datetime import UTC, datetime

import pytest
from django.contrib.auth.models import Group, Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from submissions.models import FormGrant
from tests import factories

pytestmark = pytest.mark.django_db

FIGURES = "/admin/desk/figures/"
MONTH = "/admin/desk/figures/2026-06/"
JUNE = {"span": "own", "first": "2026-06-01", "last": "2026-06-30"}
NOON = datetime(2026, 6, 15, 12, tzinfo=UTC)
WORDS = "Zanzibar was very hot."


def send(how_many=1, page=None, **values):
    """Submissions with words of a patient, in June unless `values` say otherwise."""
    page = page or factories.FormPageFactory()
    for _number in range(how_many):
        factories.SubmissionFactory(
            page=page,
            form_key=page.translation_key,
            **{"submit_time": NOON, "form_data": {"q_why": WORDS}, **values},
        )
    return page


def received(client, data=None, address=FIGURES) -> int:
    """How many the screen says were received in all."""
    response = client.get(address, data or JUNE)
    assert response.status_code == 200
    return int(re.search(r"(\d+) received; most", response.content.decode())[1])


def test_only_what_counts_is_counted(staff):
    send(2)
    send(is_test=True)
    send(is_held=True)
    send(withdrawn_at=timezone.now())

    assert received(staff) == 2
    assert received(staff, address=MONTH) == 2


def test_a_span_has_both_its_days_in_it(staff):
    send(submit_time=datetime(2026, 6, 1, 0, 0, tzinfo=UTC))
    send(submit_time=datetime(2026, 6, 30, 22, 59, tzinfo=UTC))
    send(submit_time=datetime(2026, 6, 30, 23, 0, tzinfo=UTC))

    assert received(staff) == 2


@pytest.mark.parametrize("span", ["", "12-months", "this-month", "this-year"])
def test_what_came_just_now_is_in_each_span_up_to_today(staff, span):
    send(submit_time=timezone.now())

    assert received(staff, {"span": span}) == 1


def test_last_month_ends_before_this_one(staff):
    send(submit_time=timezone.now())

    assert received(staff, {"span": "last-month"}) == 0


@pytest.mark.parametrize(
    ("data", "error"),
    [
        ({"span": "for ever"}, "Choose one from the list."),
        ({"form": "\0"}, "There is no such form that you may read."),
        ({"span": "own"}, "Give a day, or choose another time."),
        (JUNE | {"first": "yesterday"}, "This is no date."),
        (JUNE | {"last": "2026-05-31"}, "This day lies before the first one."),
        (JUNE | {"first": "2021-06-30"}, "Choose five years at most."),
        (JUNE | {"last": "9999-12-31"}, "Give a year before 2100."),
    ],
)
def test_what_cannot_be_understood_gets_a_note_and_no_figures(staff, data, error):
    response = staff.get(FIGURES, data)

    assert response.status_code == 200
    assert error in response.content.decode()
    assert b"figures-drawing" not in response.content


@pytest.mark.parametrize("name", ["page__title", "export", "p", "o"])
def test_what_nobody_declared_changes_nothing(staff, name):
    send(2)

    assert received(staff, JUNE | {name: "x"}) == 2


@pytest.mark.parametrize("month", ["2026-00", "2026-13", "2099-12", "2000-1"])
def test_there_is_no_summary_of_a_month_that_is_none_or_to_come(staff, month):
    assert staff.get(f"{FIGURES}{month}/").status_code == 404


def test_a_summary_of_a_form_that_is_none_says_so(staff):
    response = staff.get(MONTH, {"form": "none"})

    assert response.status_code == 200
    assert "There is no such form that you may read." in response.content.decode()


def test_who_may_read_one_form_sees_its_figures_alone(client):
    own, foreign = send(2), send(3)
    group = Group.objects.create(name="Pain nurses")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    FormGrant.objects.create(
        group=group,
        form_key=own.translation_key,
        permission=Permission.objects.get(codename="view_submission"),
    )
    client.force_login(factories.UserFactory(groups=[group]))

    assert received(client) == received(client, address=MONTH) == 2
    assert received(client, JUNE | {"form": own.translation_key}) == 2
    refused = client.get(FIGURES, JUNE | {"form": foreign.translation_key})
    assert "There is no such form that you may read." in refused.content.decode()
    assert str(foreign.translation_key) not in client.get(FIGURES).content.decode()


@pytest.mark.parametrize("address", [FIGURES, MONTH])
def test_who_may_read_nothing_is_sent_away(client, address):
    client.force_login(factories.staff_member("export_submission"))

    assert client.get(address).status_code == 302


def test_one_form_can_be_chosen(staff):
    own = send(2)
    send(3)

    assert received(staff, JUNE | {"form": own.translation_key}) == 2
    assert received(staff, {"form": own.translation_key}, MONTH) == 2


@pytest.mark.parametrize("address", [FIGURES, MONTH])
def test_no_word_of_a_patient_is_in_the_figures(staff, address):
    send(6)

    content = staff.get(address, JUNE).content.decode()

    assert "Zanzibar" not in content
    assert content.count("figures-drawing") >= 5
    # Nothing inline: neither style nor script of our own.
    assert "<style" not in content[content.index('class="nice-padding figures') :]


@pytest.mark.parametrize("address", [FIGURES, MONTH])
def test_the_number_of_queries_stays_as_it_is(staff, address):
    page = send(1, about_page=factories.StandardPageFactory())
    few = queries(staff, address)
    for number in range(20):
        about = factories.StandardPageFactory()
        send(1, page, about_page=about, rating=number % 6, responded_at=timezone.now())

    many = queries(staff, address)

    assert len(many) == len(few)
    assert sum('FROM "submissions_submission"' in query for query in many) <= 8


def queries(client, address) -> list[str]:
    """What was asked of the database."""
    client.get(address, JUNE)
    with CaptureQueriesContext(
        connection,
    ) as captured:
        client.get(address, JUNE)
    return [query["sql"] for query in captured.captured_queries]
