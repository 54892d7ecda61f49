"""What somebody wants of an export."""

from dataclasses import asdict, dataclass, field
from typing import Any, Self

FORMATS = ("csv", "xlsx", "jsonl")


@dataclass(frozen=True)
class ExportChoice:
    """Format, columns by their keys (none: the usual ones), and how answers look.

    With `identity`, answers that say who somebody is are in it, for `reason`.
    """

    file_format: str = "csv"
    columns: list[str] = field(default_factory=list)
    separate_choices: bool = False
    ratings_as_numbers: bool = False
    identity: bool = False
    reason: str = ""

    def as_stored(self) -> dict[str, Any]:
        """For a JSON field."""
        return asdict(self)

    @classmethod
    def from_stored(cls, stored: dict[str, Any]) -> Self:
        """As it was before `as_stored`."""
        return cls(**stored)
