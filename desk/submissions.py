"""The list of submissions, and one of them opened."""

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from desk.modeladmin import HardenedModelAdmin, VisibleDeleteView, VisibleInspectView
from submissions.casework.errors import CaseworkError
from submissions.casework.transitions import require_no_open_flag
from submissions.export.choice import ExportChoice
from submissions.export.columns import is_long
from submissions.export.download import download
from submissions.export.table import SubmissionTable
from submissions.models import Submission
from submissions.moments import moment_text
from submissions.permissions import ANSWER, EXPORT, VIEW, may, rows_for
from submissions.privacy.erasing import Cause, Way, Why, erase
from submissions.privacy.holds import is_on_hold

from .buttons import DeskButtons
from .casework.case_view import CaseView
from .decisions import decisions_on
from .export_address import export_address
from .filters import SubmissionFilter
from .list_view import SubmissionIndexView
from .submission_permissions import SubmissionPermissions

HELD_MESSAGE = _(
    "A legal hold keeps this submission, so it was not deleted. Under Privacy, Legal "
    "holds, you see why; it can be deleted when the hold has ended."
)


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
            may_work=may(self.request.user, self.instance, VIEW, ANSWER),
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

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        """Delete it, unless a legal hold or an open flag keeps it."""
        try:
            require_no_open_flag(self.instance)
            if is_on_hold(self.instance):
                raise CaseworkError(HELD_MESSAGE)
        except CaseworkError as error:
            messages.error(request, str(error))
            return redirect("desk_modeladmin_inspect", self.instance.pk)
        return super().post(request, *args, **kwargs)

    def delete_instance(self) -> None:
        """The one way by which words go."""
        cause = Cause(Why.BY_HAND, Way.ALL, self.request.user.get_username())
        erase(Submission.objects.filter(pk=self.instance.pk), cause)

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
    index_template_name = "desk/index.html"
    inspect_template_name = "desk/inspect.html"
    inspect_view_extra_css = [
        "editorial/urgent.css",
        "desk/desk.css",
        "desk/casework.css",
    ]
    # The page is drawn by its own template, not from a list of fields.
    inspect_view_fields = ["reference"]
    index_view_class = SubmissionIndexView
    permission_helper_class = SubmissionPermissions
    index_view_extra_css = [
        "editorial/urgent.css",
        "desk/desk.css",
        "desk/desk-list.css",
    ]
    index_view_extra_js = ["desk/desk-list.js"]
    # The list's own template draws the rows: desk.list_rows.
    list_display = ["reference"]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """Those that the user may view, in no order yet."""
        return rows_for(request.user, VIEW)

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
