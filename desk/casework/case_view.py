"""What the screen of one submission shows of the work on it, and takes."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from editorial.session_guard import session_guard
from submissions.casework.errors import CaseworkError
from submissions.casework.history import entries, record_view
from submissions.casework.kinds import suggests_safety
from submissions.casework.transitions import may_follow
from submissions.models import DeskSettings, Submission
from submissions.models.states import Kind
from submissions.moments import moment_text
from submissions.notifying.addresses import patient_address
from submissions.permissions import ANSWER, VIEW, demand, may

from .actions import ACTIONS
from .due_words import clock_words
from .neighbours import neighbours
from .reply_words import reply_lines


class CaseView:
    """For the view of one submission: `self.instance`, seen by `self.request.user`."""

    request: HttpRequest
    instance: Submission

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The screen; the log says who has read it."""
        record_view(self.instance, request.user)
        return super().get(request, *args, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Do what was asked for and show the screen again; if it cannot be done, with
        what was typed."""
        demand(request.user, self.instance, VIEW, ANSWER)
        action = ACTIONS.get(request.POST.get("action", ""))
        if action is None or self.instance.is_test:
            messages.error(request, _("That cannot be done here."))
            return redirect(request.get_full_path())
        form = action.form(self.instance, request.POST)
        if form.is_valid():
            try:
                done = action.act(self.instance, form.cleaned_data, request.user)
            except CaseworkError as error:
                form.add_error(None, str(error))
            else:
                messages.success(request, done)
                return redirect(request.get_full_path())
        problems = form.non_field_errors() or [_("Please see the note in red below.")]
        messages.error(request, " ".join(problems))
        self.instance.refresh_from_db()
        context = self.get_context_data(sent_form=form, **kwargs)
        return self.render_to_response(context)

    def get_context_data(self, sent_form=None, **kwargs: Any) -> dict:
        """What is shown of the work; `sent_form` is one that could not be taken."""
        user, submission = self.request.user, self.instance
        may_answer = may(user, submission, VIEW, ANSWER)
        with_views = self.request.GET.get("history") == "all"
        pauses = list(submission.pauses.all())
        return super().get_context_data(
            clock=clock_words(submission, pauses, DeskSettings.load(self.request)),
            is_paused=any(pause.ended_at is None for pause in pauses),
            can_work=may_answer and not submission.is_put_aside,
            case_forms=self.case_forms(sent_form) if may_answer else {},
            next_statuses=[
                (status.value, status.label) for status in may_follow(submission)
            ],
            is_mine=submission.owner_id == user.pk,
            suggests_safety=suggests_safety(submission),
            suggests_complaint=submission.kind == Kind.FEEDBACK,
            notes=[
                (note, moment_text(note.written_at))
                for note in submission.notes.select_related("author")
            ],
            replies=reply_lines(submission),
            reply_address=patient_address(submission),
            history=[
                (moment_text(entry.moment), entry)
                for entry in entries(submission, with_views=with_views)
            ],
            with_views=with_views,
            neighbours=neighbours(user, submission),
            session_guard=session_guard() if may_answer else "",
            **kwargs,
        )

    def case_forms(self, sent_form) -> dict:
        """Each action's form by its name; one not taken, with what was typed."""
        case_forms = {
            name: action.form(self.instance) for name, action in ACTIONS.items()
        }
        if sent_form is not None:
            case_forms[sent_form.name] = sent_form
        return case_forms
