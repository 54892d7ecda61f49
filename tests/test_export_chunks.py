"""How an export reads the database: some rows at a time, on PostgreSQL ahead."""

import threading

import pytest

from submissions.export import chunks
from submissions.models import Submission
from tests import factories

pytestmark = pytest.mark.django_db

# What a test waits for at most, in seconds; it never waits so long if all is well.
PATIENCE = 30


@pytest.fixture(autouse=True)
def _small_chunks(monkeypatch):
    monkeypatch.setattr(chunks, "CHUNK_SIZE", 3)


class Query:
    """Numbered rows, and what was done with them."""

    def __init__(self, count: int, fails_at: int | None = None):
        self.count = count
        self.fails_at = fails_at
        self.is_read = [threading.Event() for _ in range(count)]
        self.is_closed = False

    def rows(self):
        """One after the other."""
        try:
            for number in range(self.count):
                if number == self.fails_at:
                    raise RuntimeError("The line is down")
                self.is_read[number].set()
                yield (number,)
        finally:
            self.is_closed = True


def test_all_rows_come_in_their_order():
    query = Query(8)

    read = list(chunks.read_ahead(query.rows()))

    assert read == [[(0,), (1,), (2,)], [(3,), (4,), (5,)], [(6,), (7,)]]
    assert query.is_closed


def test_of_no_rows_comes_nothing():
    assert list(chunks.read_ahead(Query(0).rows())) == []


def test_the_next_rows_are_read_while_the_first_are_used_and_no_more():
    query = Query(12)
    reading = chunks.read_ahead(query.rows())

    next(reading)

    assert query.is_read[5].wait(PATIENCE)
    assert not query.is_read[6].is_set()
    reading.close()


def test_who_stops_reading_leaves_nothing_open():
    query = Query(100)
    reading = chunks.read_ahead(query.rows())
    next(reading)

    reading.close()

    assert query.is_closed
    assert not query.is_read[6].is_set()
    assert not [each for each in threading.enumerate() if "export" in each.name]


def test_an_error_of_the_database_reaches_who_asked_for_rows():
    query = Query(8, fails_at=4)
    reading = chunks.read_ahead(query.rows())
    assert next(reading) == [(0,), (1,), (2,)]

    with pytest.raises(RuntimeError, match="The line is down"):
        next(reading)

    assert query.is_closed


def test_other_queries_have_their_turn_between_the_rows():
    sent = factories.SubmissionFactory.create_batch(8)
    reading = chunks.in_chunks(Submission.objects.order_by("pk").values_list("pk"))

    counted = [(rows, Submission.objects.count()) for rows in reading]

    assert [key for rows, _count in counted for (key,) in rows] == [
        each.pk for each in sent
    ]
    assert [count for _rows, count in counted] == [8, 8, 8]
