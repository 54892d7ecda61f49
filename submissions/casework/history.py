"""What was done to a submission, by whom and when: the words of the log.

Nothing that a patient wrote goes into it, nor the words of notes and replies.
"""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any, NamedTuple

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.utils import get_user_display_name
from wagtail.log_actions import LogFormatter, log
from wagtail.log_actions import registry as log_registry

from submissions.models.casework import ClockPause
from submissions.models.states import Kind, Status
from submissions.models.submission import Submission

VIEWED = "forms.viewed"
VIEWED_ONCE_IN = timedelta(hours=1)


class Entry(NamedTuple):
    """One line of a submission's history."""

    moment: Any
    who: str
    what: str


def name_of(user: Any) -> str:
    """A member of staff as colleagues call them."""
    return str(get_user_display_name(user))


def record(submission: Submission, action: str, user: Any, **data: Any) -> None:
    """Note in the log what was done; `action` is a key of `WORDS`."""
    log(instance=submission, action=f"forms.{action}", user=user, data=data)


def record_view(submission: Submission, user: Any) -> None:
    """Note who has read it: once an hour for each person."""
    seen = log_registry.get_logs_for_instance(submission).filter(
        action=VIEWED, user=user, timestamp__gt=timezone.now() - VIEWED_ONCE_IN
    )
    if not seen.exists():
        record(submission, "viewed", user)


def entries(submission: Submission, *, with_views: bool) -> list[Entry]:
    """What was done, the oldest first; who has read it only if that is asked for."""
    logged = log_registry.get_logs_for_instance(submission).select_related("user")
    if not with_views:
        logged = logged.exclude(action=VIEWED)
    return [
        Entry(entry.timestamp, entry.user_display_name, str(entry.message))
        for entry in logged.order_by("timestamp", "pk")
    ]


def label_of(choices: Any, value: Any) -> str:
    """A choice in words; one that is no more, as it was stored."""
    return str(choices(value).label) if value in choices.values else str(value)


def status_words(data: Mapping) -> str:
    """From which status to which."""
    return _("Status: from “%(before)s” to “%(after)s”") % {
        "before": label_of(Status, data.get("before")),
        "after": label_of(Status, data.get("after")),
    }


def owner_words(data: Mapping) -> str:
    """Who has it now."""
    if not data.get("owner"):
        return _("Given back: nobody has it")
    return _("Given to %(owner)s") % {"owner": data["owner"]}


def pause_words(data: Mapping) -> str:
    """That the clock stands still, and why."""
    return _("Clock paused: %(reason)s") % {
        "reason": label_of(ClockPause.Reason, data.get("reason"))
    }


def kind_words(data: Mapping) -> str:
    """From which kind to which, and why."""
    return _("Kind: from “%(before)s” to “%(after)s”, because: %(reason)s") % {
        "before": label_of(Kind, data.get("before")),
        "after": label_of(Kind, data.get("after")),
        "reason": data.get("reason", ""),
    }


def reply_words(data: Mapping) -> str:
    """That a reply was written, and from which template."""
    if not data.get("template"):
        return _("Reply written")
    return _("Reply written from the template “%(name)s”") % {"name": data["template"]}


# What the log calls each action, and what it says of it.
WORDS: dict[str, tuple[Any, Callable[[Mapping], str]]] = {
    "status": (gettext_lazy("Change the status"), status_words),
    "owner": (gettext_lazy("Change the owner"), owner_words),
    "paused": (gettext_lazy("Pause the clock"), pause_words),
    "resumed": (gettext_lazy("Resume the clock"), lambda _data: _("Clock resumed")),
    "kind": (gettext_lazy("Change the kind"), kind_words),
    "note": (gettext_lazy("Write a note"), lambda _data: _("Note written")),
    "reply": (gettext_lazy("Write a reply"), reply_words),
    "reply_sent": (
        gettext_lazy("Send a reply"),
        lambda _data: _("Reply handed to the mail server"),
    ),
    "added": (
        gettext_lazy("Add to it"),
        lambda _data: _("The patient added to it"),
    ),
    "rated": (
        gettext_lazy("Change the rating"),
        lambda _data: _("The patient changed the rating"),
    ),
    "viewed": (gettext_lazy("Read"), lambda _data: _("Read")),
}


@hooks.register("register_log_actions")
def name_casework(actions) -> None:
    """Teach the log these words."""
    for name, (label, words) in WORDS.items():
        actions.register_action(f"forms.{name}")(formatter(label, words))


def formatter(label: Any, words: Callable[[Mapping], str]) -> type[LogFormatter]:
    """What says an entry of one action."""

    class CaseworkFormatter(LogFormatter):
        """An entry in words, made from its data."""

        def format_message(self, log_entry) -> str:
            """The words for what was noted."""
            return words(log_entry.data)

    CaseworkFormatter.label = label
    return CaseworkFormatter
