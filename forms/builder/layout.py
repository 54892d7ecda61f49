"""How questions stand under their headings, and what each depends on."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from .conditions import Condition, find_condition


class Section(NamedTuple):
    """A heading with its text, and the names of the questions under it.

    The questions above the first heading stand in a section without one. The
    section's condition is theirs too.
    """

    heading: str
    text: str
    condition: Condition | None
    names: list[str]


class Layout(NamedTuple):
    """A form's sections in order, and the conditions of single questions by name."""

    sections: list[Section]
    conditions: dict[str, Condition]

    def all_conditions(self, name: str) -> list[Condition]:
        """Everything that must hold for the question `name` to be asked."""
        conditions = [
            section.condition for section in self.sections if name in section.names
        ]
        conditions.append(self.conditions.get(name))
        return [condition for condition in conditions if condition]

    @property
    def has_conditions(self) -> bool:
        """Whether anything depends on an answer."""
        return bool(self.conditions) or any(each.condition for each in self.sections)


def lay_out(fields: Iterable[Any]) -> Layout:
    """The layout of an editor's questions and headings, given in their order."""
    layout = Layout([Section("", "", None, [])], {})
    earlier: dict[str, Any] = {}
    for field in fields:
        condition = find_condition(field, earlier)
        if not field.is_question:
            section = Section(field.label, field.text, condition, [])
            layout.sections.append(section)
            continue
        layout.sections[-1].names.append(field.clean_name)
        if condition:
            layout.conditions[field.clean_name] = condition
        earlier[field.clean_name] = field
    return layout
