"""What a form page costs."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import factories

pytestmark = pytest.mark.django_db


def test_a_form_with_many_questions_costs_at_most_nine_queries(client):
    kinds = ["radio", "consent", "section", "telephone", "multiline"] * 4
    page = factories.FormPageFactory(questions=[(kind, kind) for kind in kinds])
    page.form_fields.update(choices="Yes\nNo", text="<p>Words</p>")
    client.get(page.url)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert client.get(page.url).status_code == 200
    assert len(queries) <= 9, [query["sql"][:80] for query in queries]
