"""What every test stands on."""

import gc
import logging
import os
import shutil
from pathlib import Path

import pytest
from django.conf import settings
from django.core.cache import caches
from django.db import DEFAULT_DB_ALIAS, connection, connections
from wagtail.models import Site

from tests import factories, translating
from tests.first_serving import serve_from_nothing
from tests.making_once import made_once
from tests.migrating import DATABASE, migrate

# What takes longest, longest first: at once begin three of which none waits for what
# another makes. The others with a browser follow, then all else.
LONG_FILES = [
    "test_serve.py",
    "test_permission_matrix.py",
    "test_upgrade.py",
    "test_editor_journeys.py",
    "test_admin_screens.py",
    "test_accessibility.py",
    "test_mail_worker.py",
    "test_text_is_kept.py",
    "test_spam_simulation.py",
    "test_once_per_page.py",
    "test_roles.py",
    "test_form_hostile_input.py",
    "test_once_in_parallel.py",
    "test_behind_nginx.py",
    "test_screening.py",
    "test_load_demo.py",
    "test_supervisor.py",
    "test_erasing.py",
]


def place_in_line(item) -> int:
    """The lower, the earlier."""
    if item.path.name in LONG_FILES:
        return LONG_FILES.index(item.path.name)
    is_short = item.get_closest_marker("browser") is None
    return len(LONG_FILES) + is_short


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items) -> None:
    """What takes long begins first: several files run at a time, and the last one would
    run alone."""
    items.sort(key=place_in_line)


def pytest_collection_finish() -> None:
    """All that is imported by now stays: looked through again and again for what may
    be thrown away, it makes the tests a tenth slower."""
    gc.freeze()
    gc.set_threshold(100_000, 50, 100)


@pytest.fixture(autouse=True, scope="session")
def _data_dir_of_this_run():
    """Pictures and documents of a test run vanish with it."""
    yield
    shutil.rmtree(settings.DATA_DIR, ignore_errors=True)


@pytest.fixture(scope="session")
def folder_of_all(tmp_path_factory) -> Path:
    """A folder of this run, the same one in all its processes."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@pytest.fixture(scope="session")
def migrated(folder_of_all) -> Path:
    """A SQLite file as the migrations leave it. To be copied, never opened."""
    return made_once(folder_of_all / "migrated", migrate) / DATABASE


@pytest.fixture(scope="session")
def first_served(folder_of_all) -> Path:
    """A folder in which the clinic was served once, from nothing. To be copied."""
    return made_once(folder_of_all / "first-served", serve_from_nothing)


@pytest.fixture(scope="session")
def django_db_keepdb(django_db_keepdb, django_db_modify_db_settings, request):
    """Migrations take a minute: each process takes a copy of what they made, under the
    name that it was given, and its own `migrate` finds nothing left to do."""
    if connection.vendor != "sqlite":
        return django_db_keepdb
    ours = connection.settings_dict["TEST"]["NAME"]
    shutil.copyfile(request.getfixturevalue("migrated"), ours)
    return True


@pytest.fixture(scope="module")
def put_back_for_other_tests(django_db_setup, django_db_blocker):
    """For modules whose tests empty the database: leave to the tests that follow
    what the migrations made."""
    yield
    connection = connections[DEFAULT_DB_ALIAS]
    with django_db_blocker.unblock():
        connection.creation.deserialize_db_from_string(
            connection._test_serialized_contents
        )


@pytest.fixture(autouse=True)
def _empty_caches():
    """No test sees what another left in a cache."""
    for cache in caches.all():
        cache.clear()


@pytest.fixture(autouse=True)
def _no_logged_errors(caplog):
    """A logged error is a failed promise, in every test."""
    yield
    errors = [
        record
        for phase in ("setup", "call")
        for record in caplog.get_records(phase)
        if record.levelno >= logging.ERROR
    ]
    assert not errors, errors


@pytest.fixture
def home_page(db):
    """The front page."""
    return factories.home_page()


@pytest.fixture
def site(db):
    """The site that the migrations made."""
    return Site.objects.get()


@pytest.fixture
def welsh(settings, home_page):
    """Welsh, switched on, with a public front page."""
    return translating.switch_on(settings, "cy", "Cymraeg")


@pytest.fixture
def staff(client):
    """A client of somebody who may view and export what patients sent."""
    client.force_login(factories.staff_member("view_submission", "export_submission"))
    return client
