"""After all that a form does, patients' words are where they are kept, and only there.

Every answer holds a word of its own. Searched are every column of every table, every
mail, log line, cache, address and file.
"""

import json
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.conf import settings as all_settings
from django.core.cache import caches
from django.test import Client
from django_tasks_db.models import DBTaskResult
from wagtail.log_actions import log

from forms.tokens import FormToken, new_number
from submissions.models import Notification, Submission, SubmissionAddition
from tests import factories
from tests.desk_download import download
from tests.form_filling import filled, open_form
from tests.leaking import (
    files_with,
    has_word,
    mail_texts,
    table_has,
    tables_with,
)
from tests.mailing import STAFF, run_worker

pytestmark = pytest.mark.django_db

# In every word of a patient here, and nowhere else.
WORD = "zuvoba"
QUESTIONS = {
    "Your name": ("singleline", f"{WORD} Name"),
    "What happened?": ("multiline", f"The nurse was kind to me. {WORD}text"),
    "E-mail": ("email", f"{WORD}@example.org"),
    "Web": ("url", f"https://{WORD}.example/"),
    "Phone": ("telephone", "+44 1632 960111"),
}
DANGER = f"I want to end my life, {WORD}danger"


@pytest.fixture
def addresses(monkeypatch):
    """Every address that a client of this test asked for or was led to."""
    seen = []
    request = Client.request

    def noting(self, **environ):
        response = request(self, **environ)
        seen.append(f"{environ['PATH_INFO']}?{environ.get('QUERY_STRING', '')}")
        seen.append(response.headers.get("Location", ""))
        seen.append(str(response.headers))
        return response

    monkeypatch.setattr(Client, "request", noting)
    return seen


@pytest.fixture
def temporary_files(tmp_path, settings):
    """Where uploads would lie."""
    settings.FILE_UPLOAD_TEMP_DIR = str(tmp_path)
    return tmp_path


def form_page(slug: str, **fields):
    """A form with every question in which patients write."""
    page = factories.FormPageFactory(
        slug=slug,
        staff_addresses=STAFF,
        acknowledges=True,
        questions=[(label, kind) for label, (kind, _) in QUESTIONS.items()],
        **fields,
    )
    page.form_fields.filter(field_type="multiline").update(required=True)
    return page


def send(client, page, **answers) -> Submission | None:
    """Send the form with every question answered, but for `answers`."""
    marked = {label: answer for label, (_, answer) in QUESTIONS.items()}
    data = filled(open_form(client, page), **marked | answers)
    response = client.post(page.url, data)
    return Submission.objects.latest("pk") if response.status_code == 303 else None


def act(client, address: str, **fields):
    """Send the form of a receipt that stands there; the page that comes of it."""
    soup = BeautifulSoup(client.get(address).content, "html.parser")
    return send_as_it_is(client, soup, address, **fields)


def send_as_it_is(client, soup, address: str, **fields):
    """Send the first form on a page, with its hidden fields."""
    hidden = soup.select_one("main form").select("[type=hidden]")
    data = {field["name"]: field["value"] for field in hidden} | fields
    response = client.post(address.partition("?")[0], data, follow=True)
    return BeautifulSoup(response.content, "html.parser")


def be_refused(client, page) -> None:
    """Send what is shown again or refused: with errors, too late, broken, too much."""
    assert send(client, page, **{"What happened?": ""}) is None
    assert send(client, page, **{"E-mail": f"{WORD} at home"}) is None
    data = filled(open_form(client, page), **{"Your name": WORD})
    old = FormToken(page.pk, None, new_number()).sign()
    client.post(page.url, data | {"form-token": f"{old}x"})
    client.post(page.url, data | {f"q_{WORD}": WORD, "receipt-token": WORD})
    client.post(page.url, data | {"Your name": "\x00", WORD: "x"})
    client.post(page.url, {WORD: "y" * 2_600_000})
    broken = f"--x\r\n{WORD}".encode()
    for kind in ("multipart/form-data; boundary=x", "multipart/form-data", WORD):
        client.post(page.url, broken, content_type=kind)
    client.put(page.url, broken)
    upload = Path(all_settings.DATA_DIR) / "upload"
    upload.parent.mkdir(exist_ok=True)
    upload.write_bytes(b"x" * 3_000_000)
    with upload.open("rb") as file:
        client.post(page.url, data | {"file": file})
    upload.unlink()


def let_all_be_mailed() -> None:
    """Send what waits, also what waits for the daily e-mail."""
    Notification.objects.update(next_attempt_at="2020-01-01T00:00Z")
    DBTaskResult.objects.update(run_after="2020-01-01T00:00Z")
    run_worker()
    # Given up is the thanks for what was withdrawn, whose address is gone.
    assert not Notification.objects.unsent().exists()


def work_at_the_desk(submission: Submission) -> None:
    """Read it, export it, erase it."""
    staff = Client()
    staff.force_login(
        factories.staff_member(
            "view_submission",
            *("export_submission", "export_identity_submission", "delete_submission"),
        )
    )
    assert WORD in staff.get(f"/admin/desk/inspect/{submission.pk}/").content.decode()
    assert WORD in download(staff, "csv").decode()
    staff.post(f"/admin/desk/delete/{submission.pk}/")
    assert not Submission.objects.filter(pk=submission.pk).exists()


def cached() -> Iterator[str]:
    """All that the caches of this process hold."""
    for cache in caches.all():
        for key, value in cache._cache.items():
            yield f"{key} {value.decode('latin-1')}"


def test_no_word_is_anywhere_but_in_the_answers(
    client, mailoutbox, caplog, addresses, temporary_files
):
    caplog.set_level(logging.DEBUG)
    # What a patient of whom staff are told by mail a day, and at once.
    for slug, notice in (("daily", "daily"), ("at-once", "at_once")):
        page = form_page(slug, staff_notice=notice)
        kept = send(client, page)
        act(client, f"{page.url}?add={kept.reference}", text="")
        act(client, f"{page.url}?add={kept.reference}", text=f"{WORD} more")
        other = send(client, page, **{"What happened?": DANGER})
        withdrawn = act(client, f"{page.url}?withdraw={other.reference}")
        send_as_it_is(client, withdrawn, page.url)
        act(client, f"{page.url}?withdraw={other.reference}")
        be_refused(client, page)
        let_all_be_mailed()
        work_at_the_desk(send(client, page, **{"What happened?": f"{WORD} again"}))

    assert Submission.objects.count() >= 4
    assert has_word([a.text for a in SubmissionAddition.objects.all()], WORD)
    assert table_has(Submission._meta.db_table, WORD)
    assert tables_with(WORD) == []
    assert len(mailoutbox) >= 4
    texts = [text for mail in mailoutbox for text in mail_texts(mail.message())]
    assert has_word(texts, "reference")
    assert not has_word(texts, WORD)
    # SQL with its values is told at this level alone, which no site has.
    lines = [r for r in caplog.records if r.name != "django.db.backends"]
    assert not has_word(map(logging.Formatter().format, lines), WORD)
    assert not has_word(cached(), WORD)
    assert not has_word(addresses, WORD)
    assert files_with(temporary_files, WORD) == []
    assert files_with(Path(all_settings.DATA_DIR), WORD, besides="test.sqlite3") == []
    caplog.clear()


def test_what_is_withdrawn_is_in_no_table(client):
    page = form_page("withdrawn")
    submission = send(client, page)
    act(client, f"{page.url}?add={submission.reference}", text=f"{WORD} more")
    act(client, f"{page.url}?withdraw={submission.reference}")
    assert Submission.objects.get().form_data == {}
    assert tables_with(WORD) == []
    for model in (Submission, SubmissionAddition):
        assert not table_has(model._meta.db_table, WORD)


@pytest.mark.parametrize(
    "table", ["submissions_notification", "wagtailcore_pagelogentry"]
)
def test_the_search_finds_a_word_wherever_it_is(client, table, admin_user):
    submission = factories.SubmissionFactory()
    if table == "submissions_notification":
        Notification.objects.create(
            submission=submission, purpose="staff", last_error=f"no {WORD.upper()}"
        )
    else:
        log(submission.page, "wagtail.edit", user=admin_user, data={"w": WORD})
    assert tables_with(WORD) == [table]
    assert json.dumps(tables_with("nowhere")) == "[]"
