"""Wagtail's “Site history”, which names submissions by their references."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from django.utils.decorators import method_decorator
from wagtail.admin.auth import require_admin_access
from wagtail.admin.views.reports.audit_logging import LogEntriesView
from wagtail.models import ModelLogEntry

from submissions.models import Reply, Submission
from submissions.permissions import VIEW, for_all_forms

# Whose log entries name a submission.
NAMED_BY_REFERENCE = (Submission, Reply)


@method_decorator(require_admin_access, "dispatch")
class SiteHistoryView(LogEntriesView):
    """Without submissions, for those who may not view them all. In clinicsite.urls."""

    def filter_queryset(self, queryset: QuerySet) -> QuerySet:
        """The entries of one kind of log."""
        queryset = super().filter_queryset(queryset)
        hidden = ContentType.objects.get_for_models(*NAMED_BY_REFERENCE).values()
        if queryset.model is ModelLogEntry and not for_all_forms(
            self.request.user, VIEW
        ):
            queryset = queryset.exclude(content_type__in=hidden)
        return queryset
