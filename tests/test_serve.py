"""`make serve`, as its user meets it: from an empty folder to a running clinic."""

import json
import re
import shutil
import sqlite3
from contextlib import closing
from urllib.parse import urlencode

import pytest
import requests
from bs4 import BeautifulSoup

from tests.first_serving import DATA, OUTPUT, PAGE, TAKEN
from tests.serving import Server


def rows(data_dir):
    """How many rows each table has."""
    database = sqlite3.connect(data_dir / "db.sqlite3")
    tables = database.execute("SELECT name FROM sqlite_master WHERE type='table'")
    return {
        name: database.execute(f'SELECT count(*) FROM "{name}"').fetchone()
        for (name,) in tables.fetchall()
        if "fts" not in name
    }


@pytest.fixture(scope="module")
def data_dir(first_served, tmp_path_factory):
    """A folder in which the clinic was served once, from nothing."""
    folder = tmp_path_factory.mktemp("served") / "copy"
    shutil.copytree(first_served, folder)
    return folder / DATA


def test_an_empty_folder_becomes_the_demo_clinic(data_dir):
    assert "Conditions" in (data_dir.parent / PAGE).read_text()
    assert (data_dir / "db.sqlite3").exists()
    assert any((data_dir / "media").rglob("*.jpg"))


def test_addresses_and_accounts_are_printed_and_kept_from_others(data_dir):
    output = (data_dir.parent / OUTPUT).read_text()
    accounts = json.loads((data_dir / "demo-accounts.json").read_text())
    assert list(accounts) == ["admin", "editor", "reviewer", "staff", "manager"]
    assert re.search(r"http://localhost:\d+/admin/", output)
    assert all(password in output for password in accounts.values())
    assert (data_dir / "demo-accounts.json").stat().st_mode & 0o077 == 0


def test_a_taken_port_is_said_plainly(data_dir):
    status, *message = (data_dir.parent / TAKEN).read_text().splitlines()
    assert status == "1"
    assert len(message) == 1
    assert "make serve PORT=" in message[0]


@pytest.fixture(scope="module")
def rows_at_first(data_dir):
    """How many rows the first day left."""
    return rows(data_dir)


@pytest.fixture(scope="module")
def server(rows_at_first, data_dir):
    """The same clinic, served again."""
    with Server(data_dir) as server:
        yield server


def test_served_again_it_changes_nothing(rows_at_first, server, data_dir):
    assert server.get("/").status_code == 200
    assert rows(data_dir) == rows_at_first


def test_all_kinds_of_files_are_served(server):
    page = server.get("/", **{"Accept-Encoding": "gzip"})
    assert page.headers["Content-Encoding"] == "gzip"
    html = server.get("/").text
    sheet = re.search(r'href="(/static/[^"]+\.css)"', html)[1]
    response = server.get(sheet, **{"Accept-Encoding": "br"})
    assert response.headers["Content-Encoding"] == "br"
    assert "immutable" in response.headers["Cache-Control"]
    picture = re.search(r'src="(/media/[^"]+)"', html)[1]
    assert server.get(picture).status_code == 200
    assert server.get("/media/documents/").status_code == 404


def rename(data_dir, old, new):
    """Write to the database, behind the site's back."""
    with closing(sqlite3.connect(data_dir / "db.sqlite3")) as database, database:
        query = "UPDATE wagtailcore_page SET title = ? WHERE title = ?"
        assert database.execute(query, [new, old]).rowcount == 1


def test_a_page_is_kept_ready_until_anybody_writes_to_the_database(server, data_dir):
    path = "/conditions/fibromyalgia/"
    first = server.get(path)
    tag = first.headers["ETag"]
    again = server.get(path, **{"If-None-Match": tag})
    assert (again.status_code, again.content) == (304, b"")
    rename(data_dir, "Fibromyalgia", "Renamed behind its back")
    try:
        changed = server.get(path, **{"If-None-Match": tag})
        assert changed.status_code == 200
        assert "Renamed behind its back" in changed.text
    finally:
        rename(data_dir, "Renamed behind its back", "Fibromyalgia")
    assert server.get(path).headers["ETag"] == tag


@pytest.mark.parametrize("text", ["Sent in chunks", "x" * 3_000_000, "x" * 30_000_000])
def test_what_is_sent_in_chunks_is_read_or_refused_in_words(server, text):
    soup = BeautifulSoup(server.get("/contact/").text, "html.parser")
    form = soup.select_one("main form")
    fields = form.select("input[name]:not([type=checkbox]), textarea, select")
    values = {each["name"]: each.get("value", "") for each in fields}
    values[form.select_one("textarea")["name"]] = text
    body = urlencode(values).encode()
    chunks = (body[start : start + 500_000] for start in range(0, len(body), 500_000))
    response = requests.post(
        f"{server.address}/contact/",
        data=chunks,
        headers={"Content-Type": "application/x-www-form-urlencoded"},
        timeout=30,
    )
    main = BeautifulSoup(response.text, "html.parser").main
    if len(text) > 1_000_000:
        assert response.status_code == 413
        assert main.select_one("a[href='/contact/']")
    else:
        # Not all that must be answered was; nothing typed is lost.
        assert main.select_one("textarea").text.strip() == text


def compressed(server, path):
    """How many bytes a browser loads for this address."""
    url = server.address + path
    with requests.get(
        url, headers={"Accept-Encoding": "gzip, br"}, stream=True, timeout=30
    ) as response:
        assert response.status_code == 200, path
        return len(response.raw.read(decode_content=False))


def test_an_article_arrives_in_the_first_flight_of_packets(server):
    path = "/conditions/fibromyalgia/"
    soup = BeautifulSoup(server.get(path).text, "html.parser")
    kinds = ("preload", "stylesheet", "icon")
    files = soup.select(", ".join(f"link[rel~={kind}]" for kind in kinds))
    links = {link["href"] for link in files}
    links |= {use["href"].split("#")[0] for use in soup.select("use")}
    sizes = {link: compressed(server, link) for link in [path, *links]}
    first = [size for link, size in sizes.items() if link.endswith((".css", "/"))]
    # The page, the stylesheet, and the clinic's colour.
    assert len(first) == 3, sizes
    assert sum(first) <= 14 * 1024, sizes
    assert sum(sizes.values()) <= 60 * 1024, sizes
    assert len(sizes) <= 5, sizes
    scripts = soup.select("script")
    assert {script.get("type") for script in scripts} <= {"application/ld+json"}
