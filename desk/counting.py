"""Counting only as far as anybody wants to know."""

from collections.abc import Mapping

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet
from django.utils.formats import number_format
from django.utils.translation import gettext as _

MOST = 10_000


def counts(all_rows: Mapping[str, QuerySet]) -> dict[str, int]:
    """How many rows each of these has, in one query; `MOST` + 1 stands for more."""
    parts, values, names = [], [], []
    for name, rows in all_rows.items():
        try:
            statement, parameters = (
                rows.order_by().values("pk")[: MOST + 1].query.sql_with_params()
            )
        except EmptyResultSet:
            continue
        names.append(name)
        # What Django wrote; values go apart.
        parts.append(f"(SELECT COUNT(*) FROM ({statement}) AS counted)")  # noqa: S608
        values += parameters
    found = dict.fromkeys(all_rows, 0)
    if names:
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT {', '.join(parts)}", values)
            found |= dict(zip(names, cursor.fetchone(), strict=True))
    return found


def count_text(count: int) -> str:
    """The count as staff read it."""
    if count > MOST:
        return _("%(count)s or more") % {
            "count": number_format(MOST, force_grouping=True)
        }
    return number_format(count, force_grouping=True)
