"""A field that no person sees: what fills it in is a program, or a password manager."""

from collections.abc import Mapping

TRAP_FIELD = "website"


def trap_signals(posted: Mapping[str, str], served_at: float) -> list[str]:
    """What the hidden field tells of how the form was filled in.

    Browsers send it empty. Forms that were served before there was one (`served_at` is
    0) have none.
    """
    if posted.get(TRAP_FIELD, "").strip():
        return ["trap_filled"]
    if TRAP_FIELD not in posted and served_at:
        return ["trap_missing"]
    return []
