"""Form pages: they ask, receive and thank."""

from django import forms
from django.core import signing
from django.db import models
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.cache import add_never_cache_headers, patch_cache_control
from django.utils.http import urlencode
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.forms.forms import WagtailAdminFormPageForm
from wagtail.contrib.forms.models import FormMixin
from wagtail.fields import RichTextField
from wagtail.models import Page
from wagtail.search import index

from editorial.forms import ReservedSlugMixin
from editorial.models import ClinicPage
from editorial.panels import editing_tabs
from editorial.publication.form import PublicationFormMixin
from editorial.sign_off.page_form import ReviewFormMixin
from forms.builder import ClinicFormBuilder
from forms.origin import is_cross_site
from forms.question_form import QuestionsPanel
from forms.tokens import FormToken, new_token, read_expired_token, read_token

from .submission import Rating, Submission

TOKEN_FIELD = "form-token"


class FormPageForm(
    PublicationFormMixin, ReviewFormMixin, ReservedSlugMixin, WagtailAdminFormPageForm
):
    """The editor's form of a form page."""


class FormPage(FormMixin, ClinicPage):
    """A page with one form, for feedback or enquiries."""

    kind = models.CharField(
        max_length=12,
        choices=Submission.Kind,
        default=Submission.Kind.FEEDBACK,
        help_text=_("What staff will find it filed as."),
    )
    introduction = RichTextField(
        blank=True, help_text=_("Shown above the questions. Say what the form is for.")
    )
    privacy_notice = RichTextField(
        blank=True,
        help_text=_(
            "Shown above the button: who reads the answers, and how long they are kept."
        ),
    )
    notice_version = models.CharField(
        max_length=20,
        blank=True,
        help_text=_(
            "Kept with every answer. Change it when you change the notice, for "
            "example: 2026-11"
        ),
    )
    button_text = models.CharField(
        max_length=40, default="Send", help_text=_("The words on the button.")
    )
    thank_you_title = models.CharField(
        max_length=120,
        default="Thank you",
        help_text=_("The heading of the page shown after sending."),
    )
    thank_you_text = RichTextField(
        blank=True,
        help_text=_("Shown after sending. Say what happens next, and when."),
    )

    panel_title = models.CharField(
        max_length=120,
        default="Tell us how it went",
        help_text=_(
            "The heading of the panel at the end of an article, if this is the "
            "clinic's feedback form."
        ),
    )
    panel_question = models.CharField(
        max_length=200,
        default="How was your experience with us?",
        help_text=_("The panel's question. Its answers are links to this form."),
    )

    base_form_class = FormPageForm
    form_builder = ClinicFormBuilder

    preview_modes = [("form", _("The form")), ("landing", _("After sending"))]

    subpage_types = []
    page_description = _("A form: feedback, an enquiry, or questions of your own.")

    edit_handler = editing_tabs(
        [
            FieldPanel("introduction"),
            QuestionsPanel(
                "form_fields",
                heading=_("Questions"),
                label=_("Question"),
                help_text=_("Shown under the introduction, in this order."),
            ),
            MultiFieldPanel(
                [FieldPanel("privacy_notice"), FieldPanel("notice_version")],
                heading=_("Privacy notice"),
            ),
            FieldPanel("button_text"),
            MultiFieldPanel(
                [FieldPanel("thank_you_title"), FieldPanel("thank_you_text")],
                heading=_("After sending"),
            ),
        ],
        appears=[
            MultiFieldPanel(
                [FieldPanel("panel_title"), FieldPanel("panel_question")],
                heading=_("Panel on articles"),
            ),
            FieldPanel("kind"),
        ],
    )

    search_fields = [*Page.search_fields, index.SearchField("introduction")]

    def get_submission_class(self) -> type[Submission]:
        """Our own submissions."""
        return Submission

    def get_context(self, request, *args, **kwargs):
        """The page's context, with the name of the field that holds the token."""
        context = super().get_context(request, *args, **kwargs)
        context["token_field"] = TOKEN_FIELD
        return context

    def get_preview_context(self, request, mode_name):
        """The form as patients will see it; what is typed there goes nowhere."""
        context = super().get_preview_context(request, mode_name)
        context["token"] = new_token(self.pk, None)
        return context

    def serve(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        """Ask, receive, or thank. Only the browser may keep any of it."""
        if request.method == "POST":
            response = self.receive(request)
        elif submission := self.find_sent(request):
            response = self.render_landing_page(request, submission)
        else:
            about_page = find_about_page(request.GET.get("about", ""))
            form = self.get_form(initial=self.answers_from_link(request))
            token = new_token(self.pk, about_page.pk if about_page else None)
            response = self.render_form(request, form, token)
            # The back button brings the same form with the same token back, so
            # that what is sent again is stored once.
            patch_cache_control(response, private=True, no_cache=True)
            return response
        add_never_cache_headers(response)
        return response

    def receive(self, request: HttpRequest) -> HttpResponse:
        """Store what was sent once, then redirect; or show what is wrong with it."""
        token, is_current = self.token_sent(request)
        form = self.get_form(request.POST)
        stored = None
        if is_current:
            stored = Submission.objects.filter(token=token.number).first()
        if stored and (not form.is_valid() or stored.has_answers(form.cleaned_data)):
            return self.redirect_to_thanks(request, stored)
        if stored:
            # Other answers, after going back: kept in the form, to be sent or not.
            token = new_token(self.pk, token.about_page_id)
            return self.render_form(request, form, token, sent_before=stored)
        if form.is_valid() and is_current:
            submission = self.process_form_submission(form, token)
            return self.redirect_to_thanks(request, submission)
        return self.render_form(request, form, token, asks_again=not is_current)

    def token_sent(self, request: HttpRequest) -> tuple[FormToken, bool]:
        """The token that came back, and whether it still counts.

        If it does not (too old, not ours, sent from another website), a new one
        about the same page takes its place, and nothing that was typed is lost.
        """
        signed = request.POST.get(TOKEN_FIELD, "")
        try:
            token = read_token(signed)
            if token.form_page_id == self.pk and not is_cross_site(request):
                return token, True
            about_page_id = token.about_page_id
        except signing.SignatureExpired:
            about_page_id = read_expired_token(signed).about_page_id
        except signing.BadSignature:
            about_page_id = None
        return new_token(self.pk, about_page_id), False

    def process_form_submission(self, form: forms.Form, token: FormToken) -> Submission:
        """The submission stored under this token: now, or by an earlier sending."""
        questions = [
            [field.clean_name, field.label, field.field_type]
            for field in self.get_form_fields()
        ]
        ratings = [
            form.cleaned_data[name] for name, _, kind in questions if kind == "rating"
        ]
        # Public when the form was served, as the signed token says; perhaps no more.
        about_page = Page.objects.filter(pk=token.about_page_id).first()
        submission, _ = Submission.objects.get_or_create(
            token=token.number,
            defaults={
                "page": self,
                "form_title": self.title,
                "form_slug": self.slug,
                "form_data": form.cleaned_data,
                "questions_asked": questions,
                "rating": ratings[0] if ratings else None,
                "kind": self.kind,
                "notice_version": self.notice_version,
                "about_page": about_page,
                "about_title": about_page.title if about_page else "",
                "about_url": (about_page.full_url or "") if about_page else "",
            },
        )
        return submission

    def render_form(
        self,
        request: HttpRequest,
        form: forms.Form,
        token: FormToken,
        *,
        asks_again: bool = False,
        sent_before: Submission | None = None,
    ) -> HttpResponse:
        """The form; `asks_again` says that it must be sent once more, `sent_before`
        that it was sent already, with other answers."""
        context = self.get_context(request) | {
            "form": form,
            "token": token,
            "about_page": find_about_page(str(token.about_page_id or "")),
            "asks_again": asks_again,
            "sent_before": sent_before,
            # Read out first by screen readers when the page has loaded again.
            "title_prefix": (
                f"{gettext('Error:')} "
                if form.errors or asks_again or sent_before
                else ""
            ),
        }
        return TemplateResponse(request, self.get_template(request), context)

    def redirect_to_thanks(
        self, request: HttpRequest, submission: Submission
    ) -> HttpResponse:
        """A redirect, so that going back or reloading sends nothing again."""
        query = urlencode({"sent": submission.reference})
        response = HttpResponseRedirect(f"{self.get_url(request)}?{query}")
        response.status_code = 303
        return response

    def find_sent(self, request: HttpRequest) -> Submission | None:
        """The submission that the address gives thanks for."""
        reference = request.GET.get("sent", "")
        if "\x00" in reference:
            return None
        return Submission.objects.filter(page=self, reference=reference).first()

    def answers_from_link(self, request: HttpRequest) -> dict[str, int]:
        """The rating chosen in the panel, as the form's first answer."""
        rating = request.GET.get("rating", "")
        if rating not in map(str, Rating.values):
            return {}
        return {
            field.clean_name: int(rating)
            for field in self.get_form_fields()
            if field.field_type == "rating"
        }


def find_about_page(page_id: str) -> Page | None:
    """The public page with this id, if there is one."""
    if not page_id.isdecimal() or len(page_id) > 9:
        return None
    return Page.objects.live().public().filter(pk=int(page_id)).first()
