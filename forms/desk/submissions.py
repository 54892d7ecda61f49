"""The list of submissions, and one of them opened."""

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from forms.export.choice import ExportChoice
from forms.export.columns import is_long
from forms.export.download import download
from forms.export.table import SubmissionTable
from forms.modeladmin import (
    DeclaredIndexView,
    HardenedModelAdmin,
    VisibleDeleteView,
    VisibleInspectView,
)
from forms.models import Submission

from .access import EXPORT, VIEW, may_somewhere, rows_for
from .buttons import DeskButtons
from .casework.case_view import CaseView
from .decisions import decisions_on
from .export_address import export_address
from .filters import SubmissionFilter
from .moments import moment_text


class SubmissionIndexView(DeclaredIndexView):
    """The list, with what is not in it and must not be forgotten."""

    def get_context_data(self, **kwargs):
        """The list's context; how much is held, and how much of that is flagged."""
        held = Submission.objects.held()
        return super().get_context_data(
            held_count=held.count(),
            held_urgent_count=held.filter(needs_attention=True).count(),
            **kwargs,
        )

    def downloads(self) -> list[tuple[str, str]]:
        """The screen on which an export of this list is chosen."""
        if not may_somewhere(self.request.user, VIEW, EXPORT):
            return []
        return [(gettext("Export"), export_address(self.request.GET))]


class SubmissionInspectView(CaseView, VisibleInspectView):
    """What one patient sent."""

    page_title = _("Submission")

    def get_meta_title(self) -> str:
        """The reference; never the patient's words."""
        return gettext("Submission %(reference)s") % {
            "reference": self.instance.reference
        }

    def get_context_data(self, **kwargs):
        """The submission's questions and answers, and its times on our clock."""
        about_page = self.instance.about_page
        withdrawn_at = self.instance.withdrawn_at
        return super().get_context_data(
            received=moment_text(self.instance.submit_time),
            answers=[] if self.instance.is_erased else self.instance.answers_as_asked,
            additions=[
                (moment_text(addition.received_at), addition.text)
                for addition in self.instance.additions.all()
            ],
            withdrawn=withdrawn_at and moment_text(withdrawn_at),
            may_work=self.request.user.has_perm("forms.change_submission"),
            decisions=decisions_on(self.instance, self.request.user),
            about_url=about_page.full_url if about_page and about_page.live else "",
            **kwargs,
        )


class SubmissionDeleteView(VisibleDeleteView):
    """The last question before what a patient sent is gone."""

    page_title = _("Delete submission")

    def get_meta_title(self) -> str:
        """The reference; never the patient's words."""
        return gettext("Delete submission %(reference)s") % {
            "reference": self.instance.reference
        }

    def confirmation_message(self) -> str:
        """What deleting means."""
        return gettext(
            "Delete submission %(reference)s? What the patient wrote will be gone from "
            "the desk for good. The log keeps who deleted it, and when."
        ) % {"reference": self.instance.reference}


class SubmissionAdmin(HardenedModelAdmin):
    """What patients sent: to list, filter, open, export and delete."""

    model = Submission
    base_url_path = "desk"
    menu_label = _("Submissions")
    menu_item_name = "submissions"
    menu_icon = "mail"
    actions = {"inspect", "delete"}
    filter_form_class = SubmissionFilter
    button_helper_class = DeskButtons
    inspect_view_class = SubmissionInspectView
    delete_view_class = SubmissionDeleteView
    index_template_name = "forms/desk/index.html"
    inspect_template_name = "forms/desk/inspect.html"
    inspect_view_extra_css = ["forms/desk.css", "forms/casework.css"]
    # The page is drawn by its own template, not from a list of fields.
    inspect_view_fields = ["reference"]
    index_view_class = SubmissionIndexView
    ordering = ["-needs_attention", "-submit_time"]
    list_display = [
        "reference",
        "alerts",
        "received",
        "form",
        "about",
        "rating_text",
        "kind",
        "status_shown",
    ]

    def alerts(self, submission: Submission) -> str:
        """What it was flagged for, and whether somebody has dealt with it."""
        if not submission.flags:
            return "–"
        return format_html(
            '<span class="w-status{}">{}</span>',
            " w-status--primary desk-urgent" if submission.needs_attention else "",
            ", ".join(submission.flag_labels),
        )

    alerts.short_description = _("flag")
    alerts.admin_order_field = "needs_attention"

    def received(self, submission: Submission) -> str:
        """When it came."""
        return moment_text(submission.submit_time)

    received.short_description = _("received")
    received.admin_order_field = "submit_time"

    def form(self, submission: Submission) -> str:
        """The form it was sent with, as it was called then."""
        return submission.form_title

    form.short_description = _("form")
    form.admin_order_field = "form_title"

    def about(self, submission: Submission) -> str:
        """The page it is about, as it was called then."""
        return submission.about_title or gettext("The clinic as a whole")

    about.short_description = _("about page")
    about.admin_order_field = "about_title"

    def rating_text(self, submission: Submission) -> str:
        """The rating in words; 0 is one of them."""
        return "–" if submission.rating is None else submission.get_rating_display()

    rating_text.short_description = _("rating")
    rating_text.admin_order_field = "rating"

    def status_shown(self, submission: Submission) -> str:
        """How far staff have got, or that it was withdrawn or came twice."""
        return submission.status_text

    status_shown.short_description = _("status")
    status_shown.admin_order_field = "status"

    def export(
        self,
        request: HttpRequest,
        rows: QuerySet,
        file_format: str,
        filter_form: SubmissionFilter,
    ) -> HttpResponse:
        """The filtered list as a file, with the usual columns and without identity."""
        rows = rows_for(request.user, VIEW, EXPORT, rows=rows)
        if is_long(rows):
            return redirect(export_address(request.GET))
        table = SubmissionTable(rows, ExportChoice(file_format))
        return download(table, filter_form.description(), request.user)
