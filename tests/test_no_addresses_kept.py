"""No network address of anybody is stored or logged."""

import logging
import re

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.sessions.models import Session
from django.core.management import get_commands, load_command_class
from django.db import connection

from submissions.models import Submission
from tests import factories
from tests.form_filling import filled, open_form

ADDRESSES = ("203.0.113.77", "198.51.100.88", "2001:db8::7:7")


def test_no_table_has_a_field_for_one():
    named = re.compile(r"(^|_)(ip|ip_address|remote_addr|user_agent)($|_)")
    fields = [
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if field.concrete
        and ("IPAddress" in field.get_internal_type() or named.search(field.name))
    ]
    assert fields == []


def everything_stored():
    """Each row of each table, as text."""
    with connection.cursor() as cursor:
        rows = []
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            rows += cursor.fetchall()
    sessions = [session.get_decoded() for session in Session.objects.all()]
    return f"{rows}{sessions}"


@pytest.mark.django_db
def test_what_patients_and_staff_do_leaves_no_address(client, caplog):
    caplog.set_level(logging.DEBUG)
    there = {
        "REMOTE_ADDR": ADDRESSES[0],
        "HTTP_X_FORWARDED_FOR": f"{ADDRESSES[1]}, {ADDRESSES[2]}",
    }
    form_page = factories.FormPageFactory()
    data = filled(open_form(client, form_page), **{"Why?": "The nurse was kind."})
    client.post(form_page.url, data, **there)
    wanted = {"reference": "K7QM-4ZD2", "address": "a@example.org"}
    client.post("/withdraw/", wanted, **there)
    client.get("/nothing-here/", **there)
    client.force_login(factories.UserFactory(is_superuser=True, is_staff=True))
    who = {"username": "nobody", "password": "wrong"}
    client.post("/admin/login/", who, **there)
    submission = Submission.objects.get()
    client.post(f"/admin/desk/delete/{submission.pk}/", **there)
    assert not Submission.objects.exists()
    for address in ADDRESSES:
        assert address not in everything_stored()
        assert address not in caplog.text


def test_the_server_writes_no_log_of_requests():
    command = load_command_class(get_commands()["serve"], "serve")
    assert not [
        each for each in command.server_command("::", 1) if "access-log" in each
    ]
    formatters = settings.LOGGING["formatters"].values()
    assert not [each for each in formatters if "request" in each["format"]]
