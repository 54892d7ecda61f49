"""Replies, and how far each is, in words."""

from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from submissions.models import Notification, Reply, Submission
from submissions.moments import moment_text
from submissions.notifying.error_words import why


class ReplyLine(NamedTuple):
    """A reply, how far it is, and whether it needs somebody's help."""

    reply: Reply
    written: str
    state: Any
    is_stuck: bool


def reply_lines(submission: Submission) -> list[ReplyLine]:
    """The submission's replies, the oldest first."""
    replies = submission.replies.select_related("author", "notification")
    return [reply_line(reply) for reply in replies]


def reply_line(reply: Reply) -> ReplyLine:
    """How far it is."""
    written = moment_text(reply.written_at)
    if reply.sent_at:
        moment = moment_text(reply.sent_at)
        return ReplyLine(
            reply, written, _("Sent on %(moment)s") % {"moment": moment}, False
        )
    notification = reply.notification
    if reply.state == Notification.State.GIVEN_UP:
        reason = why(notification.last_error) if notification else ""
        words = _("It could not be sent. %(reason)s Reach the patient another way.")
        return ReplyLine(reply, written, words % {"reason": reason}, True)
    if notification.last_error:
        words = _("Not sent yet. %(reason)s It is tried again by itself.")
        return ReplyLine(
            reply, written, words % {"reason": why(notification.last_error)}, True
        )
    return ReplyLine(
        reply, written, _("On its way: it goes out within a minute."), False
    )
