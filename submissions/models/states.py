"""How far staff have got with a submission, what it is, and where it stands."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Cast
from django.db.models.lookups import Exact
from django.utils.translation import gettext_lazy as _


class Status(models.TextChoices):
    """How far staff have got."""

    NEW = "new", _("New")
    TRIAGED = "triaged", _("Triaged")
    ACKNOWLEDGED = "acknowledged", _("Acknowledged")
    IN_PROGRESS = "in_progress", _("In progress")
    RESPONDED = "responded", _("Responded")
    CLOSED = "closed", _("Closed")


class State(models.TextChoices):
    """Where it stands: how far staff have got, or why it does not count."""

    NEW = "new", _("New")
    TRIAGED = "triaged", _("Triaged")
    ACKNOWLEDGED = "acknowledged", _("Acknowledged")
    IN_PROGRESS = "in_progress", _("In progress")
    RESPONDED = "responded", _("Responded")
    CLOSED = "closed", _("Closed")
    HELD = "held", _("Held as spam")
    DUPLICATE = "duplicate", _("Duplicate")
    TEST = "test", _("Test")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class Kind(models.TextChoices):
    """What it is, which decides how soon it must be answered."""

    FEEDBACK = "feedback", _("Feedback")
    ENQUIRY = "enquiry", _("Enquiry")
    COMPLAINT = "complaint", _("Complaint")
    DATA_REQUEST = "data_request", _("Data request")
    SAFETY = "safety", _("Safety concern")


# A complaint that was received must be investigated, also if it came twice or was
# withdrawn (Health and Social Care Act 2008 Regulations 2014, regulation 16); a
# request about somebody's data must be acknowledged (Data (Use and Access) Act
# 2025, section 103). No rule about duplicates or withdrawal hides or erases them, nor
# what tells of harm.
NEVER_PUT_ASIDE = (Kind.COMPLAINT, Kind.DATA_REQUEST, Kind.SAFETY)

PUT_ASIDE_STATES = (State.HELD, State.DUPLICATE, State.TEST, State.WITHDRAWN)
OPEN_STATUSES = (
    Status.NEW,
    Status.TRIAGED,
    Status.ACKNOWLEDGED,
    Status.IN_PROGRESS,
)


def put_aside_rules() -> list[tuple[State, Q]]:
    """Why a row does not count, the first that holds."""
    may_go = ~Q(kind__in=[kind.value for kind in NEVER_PUT_ASIDE])
    return [
        (State.TEST, Q(is_test=True)),
        (State.HELD, Q(is_held=True)),
        (State.WITHDRAWN, Q(withdrawn_at__isnull=False) & may_go),
        (State.DUPLICATE, Q(duplicate_of__isnull=False) & may_go),
    ]


def state_of_row() -> models.Case:
    """The row's `State`, as the database makes it."""
    return models.Case(
        *(
            models.When(rule, then=models.Value(state.value))
            for state, rule in put_aside_rules()
        ),
        default=models.F("status"),
    )


def row_is_open() -> models.Case:
    """Whether staff still have something to do, as the database makes it: also with
    what is answered, closed or put aside, until somebody has dealt with its flag.
    Columns that it makes cannot stand on one another."""
    return models.Case(
        models.When(needs_attention=True, is_test=False, then=True),
        *(models.When(rule, then=False) for _state, rule in put_aside_rules()),
        models.When(status__in=[status.value for status in OPEN_STATUSES], then=True),
        default=False,
    )


def row_is_flagged() -> models.Case:
    """Whether its words raised a flag, as the database makes it."""
    no_flag = Exact(Cast("flags", models.TextField()), models.Value("[]"))
    return models.Case(models.When(no_flag, then=False), default=True)
