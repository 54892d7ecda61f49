"""The list's pages, quick among a million rows.

The page's numbers are found in an index first, then only these rows are read. Nobody
leafs through more than ten thousand: filters lead further.
"""

from typing import Any

from django.db.models import Model
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
    def numbers(self) -> list[int]:
        """The rows' numbers, in order: as many as anybody leafs through, and one more.
        Found once, they are counted and cut into pages here."""
        return list(self.object_list.values_list("pk", flat=True)[: MOST + 1])

    @property
    def counted(self) -> int:
        """How many there are; `MOST` + 1 stands for more."""
        return len(self.numbers)

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
        rows = rows_with(self.object_list.model, self.numbers[first:last])
        return self._get_page(rows, number, self)


def rows_with(model: type[Model], numbers: list[int]) -> list:
    """The rows with these numbers, in this order, as the list shows them."""
    if not numbers:
        return []
    found = model._default_manager.select_related("owner").only(*SHOWN)
    found = found.in_bulk(numbers)
    # One may have been deleted just now.
    return [found[number] for number in numbers if number in found]
