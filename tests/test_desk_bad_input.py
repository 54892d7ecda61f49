"""No address, however odd, breaks the desk or tells what it should not."""

import pytest

from desk.submissions import SubmissionAdmin
from submissions.models import Export, Submission
from tests import factories

pytestmark = pytest.mark.django_db

LIST = "/admin/desk/"


@pytest.mark.parametrize(
    "query",
    [
        "page__owner__password__startswith=no-such-hash",
        "page__owner__is_superuser=2",
        "about_page__owner__email__contains=zzz",
        "form_data__contains=zzz",
        "id__in=",
        "utm_source=newsletter",
        "nothing_like_that=1",
        "page=abc",
        "e=lookup-error",
    ],
)
def test_what_is_no_declared_filter_is_as_if_it_were_not_there(staff, query):
    submission = factories.SubmissionFactory()

    response = staff.get(f"{LIST}?{query}")

    page = response.content.decode()
    assert response.status_code == 200
    assert submission.reference in page
    # Nor is it carried on into the page's own links.
    assert query not in page


@pytest.mark.parametrize(
    "query",
    [
        "received_from=notadate",
        "received_from=0001-01-01",
        "received_to=9999-12-31",
        "received_to=2026-02-30",
        "received_from=2026-05-03&received_to=2026-05-02",
        "received_from=%00",
        "form=no-such-form",
        "form=%00",
        "about=99999999999999999999999999",
        "about=gone:nothing",
        "about=%00",
        "rating=9",
        "rating=-1",
        "rating=99999999999999999999999999",
        "kind=%F0%9F%92%A9",
        "status=x",
        "q=%00",
        "q=" + "x" * 3000,
    ],
)
@pytest.mark.parametrize("export", ["", "&export=csv", "&export=xlsx"])
def test_a_filter_that_makes_no_sense_shows_nothing_and_says_so(staff, query, export):
    submission = factories.SubmissionFactory()

    response = staff.get(f"{LIST}?{query}{export}", follow=True)

    page = response.content.decode()
    assert response.status_code == 200
    assert submission.reference not in page
    assert response.context["result_count"] == 0
    assert "a filter cannot be understood" in page
    assert 'class="errorlist"' in page
    # Above all: not a file with everything in it.
    assert not Export.objects.exists()


@pytest.mark.parametrize(
    "query",
    [
        "p=abc",
        "p=-1",
        "p=0",
        "p=99999999999999999999999999",
        "p=" + "9" * 5000,
        "p=%00",
        "o=abc",
        "o=-",
        "o=.",
        "o=99",
        "o=-99.1.2",
        "o=" + "9" * 5000,
        "o=%00",
        "export=pdf",
        "export=%00",
        "q=%25",
        "q=%5C%27%22",
        "q=%F0%9F%92%8A",
        "rating=4&rating=x&rating=4",
    ],
)
def test_odd_pages_orders_and_words_are_no_error(staff, query):
    factories.SubmissionFactory()

    response = staff.get(f"{LIST}?{query}")

    assert response.status_code == 200
    assert "a filter cannot be understood" not in response.content.decode()


@pytest.mark.parametrize("action", ["inspect", "delete"])
@pytest.mark.parametrize(
    "pk", ["abc", "0", "-1", "1e5", "_00", "9" * 30, "9" * 5000, "²"]
)
def test_what_is_no_number_of_a_submission_is_not_found(admin_client, action, pk):
    assert admin_client.get(f"{LIST}{action}/{pk}/").status_code == 404


@pytest.mark.parametrize("action", ["inspect", "delete"])
def test_a_row_that_the_list_hides_stays_hidden_everywhere(
    admin_client, monkeypatch, action
):
    shown, hidden = factories.SubmissionFactory(), factories.SubmissionFactory()
    monkeypatch.setattr(
        SubmissionAdmin,
        "get_queryset",
        lambda *_: Submission.objects.exclude(pk=hidden.pk),
    )

    assert hidden.reference not in admin_client.get(LIST).content.decode()
    assert admin_client.get(f"{LIST}{action}/{shown.pk}/").status_code == 200
    assert admin_client.get(f"{LIST}{action}/{hidden.pk}/").status_code == 404
    exported = b"".join(admin_client.get(f"{LIST}?export=csv").streaming_content)
    assert shown.reference.encode() in exported
    assert hidden.reference.encode() not in exported
