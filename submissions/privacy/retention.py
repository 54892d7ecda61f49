"""What has been kept long enough, by the rules of the clinic."""

from calendar import monthrange
from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from django.db.models import Count, Min, QuerySet
from django.db.models.functions import Coalesce
from django.utils import timezone

from editorial.clinic_time import clinic_time
from submissions.models.retention_rule import RetentionRule
from submissions.models.submission import Submission

from .erasing import Cause, Outcome, Way, Why, erase
from .holds import Holds

WORKER = "Worker"


def months_before(moment: datetime, months: int) -> datetime:
    """The same day and time so many months before, by the clinic's clock; the month's
    last day if it has no such day."""
    local = clinic_time(moment)
    year, month = divmod(local.year * 12 + local.month - 1 - months, 12)
    if year < 1:
        return datetime.min.replace(tzinfo=moment.tzinfo)
    day = min(local.day, monthrange(year, month + 1)[1])
    return local.replace(year=year, month=month + 1, day=day)


def concerned(rule: RetentionRule, rules: Iterable[RetentionRule]) -> QuerySet:
    """The submissions for which this is the rule: a more specific one, confirmed or
    not, takes its own away from the others."""
    rows = Submission.objects.filter(rule.concerns)
    for other in rules:
        if other.rank > rule.rank:
            rows = rows.exclude(pk__in=Submission.objects.filter(other.concerns))
    return rows


def due(rule: RetentionRule, rules: Iterable[RetentionRule], now: datetime) -> QuerySet:
    """What this rule erases now: what nobody works on any more, and was closed – or, if
    nobody closed it, received – longer ago than the rule says."""
    rows = concerned(rule, rules).filter(is_open=False)
    if rule.way == Way.WORDS:
        rows = rows.filter(erased_at=None)
    return rows.alias(kept_from=Coalesce("closed_at", "submit_time")).filter(
        kept_from__lt=months_before(now, rule.months)
    )


class DueLine(NamedTuple):
    """What a rule would erase of one form and one kind."""

    form_title: str
    kind: str
    count: int
    oldest: datetime

    @property
    def kind_text(self) -> str:
        """The kind, in words."""
        return str(Submission.Kind(self.kind).label)


class DryRun(NamedTuple):
    """What a rule would do now, if it did it."""

    rule: RetentionRule
    lines: list[DueLine]
    kept_back: int
    still_open: int

    @property
    def count(self) -> int:
        """How many it would erase."""
        return sum(line.count for line in self.lines) - self.kept_back


def dry_run(
    rule: RetentionRule, rules: Iterable[RetentionRule], now: datetime
) -> DryRun:
    """What the rule would do now; nothing is changed."""
    rows = due(rule, rules, now)
    found = (
        rows.order_by()
        .values("form_title", "kind")
        .annotate(count=Count("pk"), oldest=Min("submit_time"))
        .order_by("form_title", "kind")
    )
    holds = Holds()
    on_hold = sum(holds.keep(each) for each in rows.iterator()) if holds.any else 0
    return DryRun(
        rule,
        [DueLine(**line) for line in found],
        on_hold,
        concerned(rule, rules).filter(is_open=True).count(),
    )


def dry_runs(now: datetime) -> list[DryRun]:
    """What each rule would do now, confirmed or not."""
    rules = list(RetentionRule.objects.all())
    return [dry_run(rule, rules, now) for rule in rules]


def apply_rules(now: datetime, done_by: str = WORKER) -> Outcome:
    """Erase what is due by the confirmed rules, and what was withdrawn under a hold
    that has ended."""
    outcomes = [erase_withdrawn(done_by)]
    rules = list(RetentionRule.objects.all())
    for rule in rules:
        if rule.confirmed_at:
            cause = Cause(Why.RETENTION, Way(rule.way), done_by, str(rule))
            outcomes.append(erase(due(rule, rules, now), cause))
    return Outcome(
        sum(each.erased for each in outcomes), sum(each.kept_back for each in outcomes)
    )


def erase_withdrawn(done_by: str) -> Outcome:
    """Erase what patients withdrew while a legal hold, or an open flag, kept it."""
    waiting = Submission.objects.filter(
        withdrawn_at__lt=timezone.now(), erased_at=None, needs_attention=False
    )
    waiting = waiting.exclude(kind__in=Submission.NEVER_PUT_ASIDE)
    return erase(waiting, Cause(Why.WITHDRAWN, Way.WORDS, done_by))
