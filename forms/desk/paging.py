"""The list's pages, quick among a million rows.

The page's numbers are found in an index first, then only these rows are read. Nobody
leafs through more than ten thousand: filters lead further.
"""

from typing import Any

from django.db.models import QuerySet
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin.paginator import WagtailPaginator

from .counting import MOST, count_text

# What a row of the list shows. Never the answers, which are long.
SHOWN = [
    "reference",
    "flags",
    "needs_attention",
    "submit_time",
    "form_title",
    "form_key",
    "about_title",
    "rating",
    "kind",
    "state",
    "is_open",
    "due_at",
    "owner__username",
    "owner__first_name",
    "owner__last_name",
]


class DeskPaginator(WagtailPaginator):
    """Pages of the first `MOST` rows."""

    @cached_property
    def counted(self) -> int:
        """How many there are; `MOST` + 1 stands for more."""
        # In the order of an index that holds all filters: no row is read.
        rows = self.object_list.order_by("-submit_time", "-pk")
        return rows.values("pk")[: MOST + 1].count()

    @property
    def has_more(self) -> bool:
        """Whether there are more than can be leafed through."""
        return self.counted > MOST

    @property
    def count(self) -> int:
        """How many can be leafed through."""
        return min(self.counted, MOST)

    @property
    def items_count_label(self) -> str:
        """How many there are, in words."""
        if self.counted == 1:
            return _("1 submission")
        return _("%(count)s submissions") % {"count": count_text(self.counted)}

    def page(self, number: Any):
        """One page, whose rows are read when they are shown."""
        number = self.validate_number(number)
        first = (number - 1) * self.per_page
        last = min(first + self.per_page, self.count)
        return self._get_page(rows_at(self.object_list, first, last), number, self)


def rows_at(rows: QuerySet, first: int, last: int) -> list:
    """The rows from place `first` on and before `last`, as the list shows them."""
    numbers = list(rows.values_list("pk", flat=True)[first:last])
    found = (
        rows.model.objects.select_related("owner").only(*SHOWN).in_bulk(numbers)
        if numbers
        else {}
    )
    # One may have been deleted just now.
    return [found[number] for number in numbers if number in found]
