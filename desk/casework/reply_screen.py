"""Writing to a patient: choose a template, write, look at it, send it."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from editorial.mail import sender
from editorial.session_guard import session_guard
from submissions.casework.errors import CaseworkError
from submissions.casework.replying import NO_ADDRESS, placeholder_values, send_reply
from submissions.models import Reply, ReplyTemplate, Submission
from submissions.notifying.addresses import patient_address
from submissions.notifying.messages import clinic_of, reply_text
from submissions.permissions import ANSWER, VIEW, demand, rows_for
from submissions.placeholders import fill

from .case_forms import ReplyForm


@never_cache
def reply_screen(request: HttpRequest, submission_id: int) -> HttpResponse:
    """The form; its preview; or, when it is sent, the submission again."""
    submission = get_object_or_404(rows_for(request.user, VIEW), pk=submission_id)
    demand(request.user, submission, VIEW, ANSWER)
    if submission.is_put_aside or not patient_address(submission):
        messages.error(request, NO_ADDRESS)
        return redirect("desk_modeladmin_inspect", submission.pk)
    if request.method != "POST":
        return show_form(request, submission, ReplyForm(submission))
    step = request.POST.get("step")
    if step == "use":
        return show_form(request, submission, with_template(request, submission))
    form = ReplyForm(submission, request.POST)
    if not form.is_valid() or step not in ("preview", "send"):
        return show_form(request, submission, form)
    if step == "preview":
        return show_preview(request, submission, form)
    return send(request, submission, form)


def with_template(request: HttpRequest, submission: Submission) -> ReplyForm:
    """The form with the chosen template's words, filled in, below what was typed."""
    values = placeholder_values(submission)
    data = request.POST.copy()
    templates = {str(each.pk): each for each in ReplyTemplate.objects.all()}
    template = templates.get(data.get("template", ""))
    if template is None:
        messages.error(request, _("Choose a template from the list."))
    else:
        typed = data.get("body", "").strip()
        parts = [typed, fill(template.body, values).strip()]
        data["body"] = "\n\n".join(part for part in parts if part)
        data["subject"] = data.get("subject", "").strip() or fill(
            template.subject, values
        )
        data["template_name"] = template.name
    names = ReplyForm.base_fields
    return ReplyForm(
        submission, initial={name: data[name] for name in names if data.get(name)}
    )


def filled(submission: Submission, form: ReplyForm) -> dict:
    """What is to be sent, with its placeholders filled in."""
    values = placeholder_values(submission)
    words = {
        name: fill(form.cleaned_data[name], values) for name in ("subject", "body")
    }
    return form.cleaned_data | words


def show_form(
    request: HttpRequest, submission: Submission, form: ReplyForm
) -> HttpResponse:
    """The form to write in."""
    return render(
        request,
        "desk/reply.html",
        base_context(submission, form)
        | {
            "templates": ReplyTemplate.objects.all(),
            "session_guard": session_guard(),
        },
    )


def show_preview(
    request: HttpRequest, submission: Submission, form: ReplyForm
) -> HttpResponse:
    """The e-mail as the patient will get it."""
    words = filled(submission, form)
    reply = Reply(submission=submission, body=words["body"])
    context = {"subject": words["subject"], "text": reply_text(reply)}
    return render(
        request,
        "desk/reply_preview.html",
        base_context(submission, form) | context,
    )


def base_context(submission: Submission, form: ReplyForm) -> dict:
    """What form and preview show alike."""
    return {
        "submission": submission,
        "form": form,
        "address": patient_address(submission),
        "sender": sender(clinic_of(submission.page).name),
        "mail_is_configured": settings.MAIL_IS_CONFIGURED,
    }


def send(request: HttpRequest, submission: Submission, form: ReplyForm) -> HttpResponse:
    """Write it down to be mailed, once, and go back to the submission."""
    words = filled(submission, form)
    try:
        is_new = send_reply(submission, request.user, **words)
    except CaseworkError as error:
        form.add_error(None, str(error))
        return show_form(request, submission, form)
    if is_new:
        messages.success(
            request, _("The reply is on its way. Below you see when it was sent.")
        )
    else:
        messages.info(request, _("This reply was written already. It goes out once."))
    return redirect("desk_modeladmin_inspect", submission.pk)


urlpatterns = [
    path("desk-reply/<int:submission_id>/", reply_screen, name="submissions_reply")
]
