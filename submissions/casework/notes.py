"""What staff write for each other."""

from typing import Any

from submissions.models import Note, Submission

from .history import record
from .locking import locked


def write_note(submission: Submission, text: str, token: str, user: Any) -> bool:
    """Keep the note; whether it is new: sent again under its token, it stands once."""
    with locked(submission) as now:
        _note, is_new = Note.objects.get_or_create(
            token=token, defaults={"submission": now, "author": user, "text": text}
        )
        if is_new:
            record(now, "note", user)
    return is_new
