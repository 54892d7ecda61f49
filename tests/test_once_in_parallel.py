"""Many at the same moment, against the real server: stored once, used once."""

import json
import re
import shutil
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import parse_qs, urljoin, urlsplit

import pytest
import requests
from bs4 import BeautifulSoup

from tests.first_serving import DATA
from tests.form_filling import filled
from tests.serving import Server

AT_ONCE = 12
# More alike are a flood, and held.
A_FEW = 4
GOOD = "What was good?"
WORDS = "The nurse explained every step and let me ask again."


@pytest.fixture(scope="module")
def server(first_served, tmp_path_factory):
    """The demo clinic, served."""
    data_dir = tmp_path_factory.mktemp("once") / DATA
    shutil.copytree(first_served / DATA, data_dir)
    with Server(data_dir) as server:
        yield server


def stored(server, query):
    """What the database says."""
    database = sqlite3.connect(server.data_dir / "db.sqlite3")
    try:
        return database.execute(query).fetchall()
    finally:
        database.close()


def soup_of(response):
    return BeautifulSoup(response.text, "html.parser")


def send_at_once(server, forms, **options):
    """Send all these at the same moment; where each was led."""
    with ThreadPoolExecutor(AT_ONCE) as threads:
        answers = list(
            threads.map(
                lambda data: requests.post(
                    f"{server.address}/feedback/",
                    data=data,
                    allow_redirects=False,
                    timeout=60,
                    **options,
                ),
                forms,
            )
        )
    assert {answer.status_code for answer in answers} == {303}
    return [answer.headers["Location"] for answer in answers]


def reference_in(address):
    """The reference that the thank-you page is about."""
    return parse_qs(urlsplit(address).query)["sent"][0]


def form(server, query="", words=WORDS, rating="4"):
    """A filled form with a token of its own."""
    soup = soup_of(server.get(f"/feedback/{query}"))
    return filled(soup, **{"How was your experience with us?": rating, GOOD: words})


def test_one_form_sent_many_times_is_stored_once(server):
    ((before,),) = stored(server, "SELECT count(*) FROM submissions_submission")
    data = form(server, words="Sent many times at the same moment by one person.")
    # The addresses may differ: each is signed with its second.
    assert len(set(map(reference_in, send_at_once(server, [data] * AT_ONCE)))) == 1
    ((after,),) = stored(server, "SELECT count(*) FROM submissions_submission")
    assert after == before + 1


def test_many_forms_alike_are_all_kept_and_one_counts(server):
    forms = [form(server) for _ in range(A_FEW)]
    led = send_at_once(server, forms)
    assert len(set(led)) == A_FEW
    references = ", ".join(f"'{reference_in(each)}'" for each in led)
    rows = stored(
        server,
        "SELECT count(*) FROM submissions_submission "
        f"WHERE reference IN ({references}) "
        "GROUP BY duplicate_of_id IS NULL ORDER BY 1",
    )
    assert rows == [(1,), (A_FEW - 1,)]


def test_one_addition_sent_many_times_is_stored_once(server):
    browser = requests.Session()
    data = form(server, words="Something is added to this many times at once.")
    sent = browser.post(f"{server.address}/feedback/", data=data, timeout=60)
    reference = reference_in(sent.url)
    asked = browser.get(f"{server.address}/feedback/?add={reference}", timeout=60)
    fields = soup_of(asked).select("main form [type=hidden]")
    added = {field["name"]: field["value"] for field in fields} | {"text": "More."}
    send_at_once(server, [added] * AT_ONCE, cookies=browser.cookies)
    assert stored(server, "SELECT count(*) FROM submissions_submissionaddition") == [
        (1,)
    ]


def test_one_invitation_used_many_times_verifies_one_visit(server):
    accounts = json.loads((server.data_dir / "demo-accounts.json").read_text())
    staff = requests.Session()
    address = f"{server.address}/admin/login/?next=/admin/make-invitations/"
    login = soup_of(staff.get(address, timeout=60)).select_one("form")
    fields = {field["name"]: field.get("value", "") for field in login.select("input")}
    fields |= {"username": "staff", "password": accounts["staff"]}
    page = staff.post(address, data=fields, headers={"Referer": address}, timeout=60)
    asked = soup_of(page).select_one("form[action='/admin/make-invitations/']")
    fields = {
        field["name"]: field.get("value", "") for field in asked.select("input[name]")
    }
    fields |= {
        "count": 1,
        "form_page": asked.select_one("option:-soup-contains('feedback')")["value"],
    }
    sheet = staff.post(
        urljoin(server.address, "/admin/make-invitations/"),
        data=fields,
        headers={"Referer": server.address},
        timeout=60,
    )
    link = soup_of(sheet).select_one(".invitation__link").get_text()
    path = re.search(r"/v/[^/]+", link)[0]
    query = (
        requests.get(f"{server.address}{path}", allow_redirects=False, timeout=60)
        .headers["Location"]
        .partition("?")[2]
    )
    forms = [
        form(server, f"?{query}", words=f"Answer {number}, unlike the others {number}.")
        for number in range(AT_ONCE)
    ]
    send_at_once(server, forms)
    count = "SELECT count(*) FROM submissions_submission WHERE is_verified"
    assert stored(server, count) == [(1,)]
