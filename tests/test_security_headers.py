"""Every answer carries the headers that keep a patient's browser to our pages."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.urls import reverse

from tests import factories

pytestmark = pytest.mark.django_db

PATHS = ["/", "/search/", "/nowhere/", "/static/clinicsite/site.css", "/documents/1/x/"]


@pytest.mark.parametrize("path", PATHS)
def test_public_answers_allow_nothing_but_ourselves(client, path):
    headers = client.get(path).headers
    policy = headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    assert "http" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]


def test_the_admin_may_show_previews_and_ask_no_other_host(admin_client):
    policy = admin_client.get(reverse("wagtailadmin_home")).headers[
        "Content-Security-Policy"
    ]
    assert "frame-src 'self'" in policy
    assert "http" not in policy


def test_an_unknown_host_is_refused(client):
    assert client.get("/", headers={"host": "elsewhere.example"}).status_code == 400


def test_a_public_page_has_nothing_inline(client):
    page = factories.ConditionPageFactory()
    html = client.get(page.url).content.decode()
    # Structured data is no script: browsers read it as data, under any policy.
    html = html.replace('<script type="application/ld+json">', "")
    assert not re.search(r"<style|<script(?![^>]* src=)|\sstyle=|\son\w+=", html)


def test_templates_name_no_other_host_to_load_from():
    for template in Path(settings.BASE_DIR, "templates").rglob("*.html"):
        assert not re.search(r"(src|srcset)=\"(https?:)?//", template.read_text())
    sheet = Path(settings.BASE_DIR, "clinicsite/static/clinicsite/site.css")
    assert not re.search(r"url\(\"?(https?:)?//|@import", sheet.read_text())
