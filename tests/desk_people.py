"""Who comes to the feedback desk, and what they may do there."""

from typing import NamedTuple

from tests.desk_doors import (
    ALL_FORMS,
    ANSWER,
    EDIT_FORM,
    EXPORT,
    PERMISSIONS,
    SOME_FORM,
    VIEW,
    Door,
)


class Person(NamedTuple):
    """What somebody may do with all forms, and with their own; their group."""

    everywhere: frozenset[str] = frozenset()
    own: frozenset[str] = frozenset()
    group: str = ""

    def has(self, door: Door, is_own: bool) -> bool:
        """Whether the door is open to them, for what came by their own form or by
        another."""
        if door.scope == ALL_FORMS:
            return door.needs <= self.everywhere
        if door.scope == SOME_FORM:
            return door.needs <= self.everywhere | self.own
        return door.needs <= self.of(is_own)

    def of(self, is_own: bool) -> frozenset[str]:
        """What they may do with what came by their own form, or by another."""
        return self.everywhere | (self.own if is_own else frozenset())


def given(*permissions: str) -> frozenset[str]:
    return frozenset(permissions)


EVERYTHING = given(*PERMISSIONS)
PEOPLE = {
    "nobody in particular": Person(),
    "Editors": Person(given(EDIT_FORM), group="Editors"),
    "Clinical reviewers": Person(given(EDIT_FORM), group="Clinical reviewers"),
    "Feedback staff": Person(given(VIEW, ANSWER, EXPORT), group="Feedback staff"),
    "Site managers": Person(EVERYTHING | {EDIT_FORM}, group="Site managers"),
    "all but view": Person(EVERYTHING - {VIEW}),
    "everything": Person(EVERYTHING),
    "everything for their own form": Person(own=EVERYTHING),
    "view, and everything for their own form": Person(given(VIEW), EVERYTHING),
}
for permission in PERMISSIONS:
    PEOPLE[f"view, {permission}"] = Person(given(VIEW, permission))
    PEOPLE[f"own: view, {permission}"] = Person(own=given(VIEW, permission))
