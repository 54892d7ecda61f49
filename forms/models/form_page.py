"""Form pages: they ask, receive and thank."""

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.forms.models import FormMixin

from editorial.models import ClinicPage
from editorial.panels import editing_tabs
from editorial.rich_text import RichTextField, plain_text
from forms.builder import ClinicFormBuilder
from forms.form_page_form import FormPageForm
from forms.question_checks import NoticeRule
from forms.question_form import QuestionsPanel
from forms.serving import Visit, answer
from forms.serving.asking import form_context
from forms.serving.thanking import thank
from submissions.models.submission import Submission
from submissions.notifying.form_mail import FormMail

from .notice_version import find_version

KIND_HELP = _(
    "What staff find it filed as, and by when they must answer: see Settings → "
    "Feedback desk settings. Feedback has no time limit there, unless "
    "the clinic sets one."
)


class FormPage(FormMixin, FormMail, ClinicPage):
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
            "Shown above the button: who reads the answers, and how long they are "
            "kept. Each change makes a new version by itself; every submission keeps "
            "the version that was shown."
        ),
    )
    when_read = models.CharField(
        _("when answers are read"),
        max_length=200,
        blank=True,
        default="We read messages Monday to Friday, 9am to 5pm.",
        help_text=_(
            "Shown above the questions and after sending, so that nobody waits for "
            "help while nobody reads."
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

    kiosk_mode = models.BooleanField(
        _("shared tablet"),
        default=False,
        help_text=_(
            "For a tablet that patients share: it remembers nothing of who answered, "
            "fills in nothing by itself, and goes back to an empty form after the "
            "thank-you page."
        ),
    )

    base_form_class = FormPageForm
    publication_rules = (NoticeRule(),)
    form_builder = ClinicFormBuilder

    preview_modes = [("form", _("The form")), ("landing", _("After sending"))]

    subpage_types = []
    page_description = _("A form: feedback, an enquiry, or questions of your own.")

    edit_handler = editing_tabs(
        [
            FieldPanel("introduction"),
            FieldPanel("when_read"),
            MultiFieldPanel(
                [FieldPanel("kind", help_text=KIND_HELP), *FormMail.staff_panels],
                heading=_("What happens with the answers"),
            ),
            QuestionsPanel(
                "form_fields",
                heading=_("Questions"),
                label=_("Question"),
                help_text=_("Shown under the introduction, in this order."),
            ),
            FieldPanel("privacy_notice"),
            FieldPanel("button_text"),
            MultiFieldPanel(
                [
                    FieldPanel("thank_you_title"),
                    FieldPanel("thank_you_text"),
                    FieldPanel("acknowledges"),
                ],
                heading=_("After sending"),
            ),
        ],
        appears=[
            MultiFieldPanel(
                [FieldPanel("panel_title"), FieldPanel("panel_question")],
                heading=_("Panel on articles"),
            ),
            FieldPanel("kiosk_mode"),
        ],
    )

    site_search_fields = ("introduction",)

    def get_submission_class(self) -> type[Submission]:
        """Our own submissions."""
        return Submission

    @property
    def notice_version(self) -> str:
        """The version of the privacy notice, given by itself; empty without one."""
        return find_version(self, plain_text(self.privacy_notice))

    def get_preview_context(self, request, mode_name):
        """The form as patients will see it; what is sent from there is a test."""
        visit = self.trial(request)
        form = visit.form_class()
        token = visit.new_token(None)
        return self.get_context(request) | form_context(visit, form, token)

    def render_landing_page(self, request, form_submission=None, *args, **kwargs):
        """The thanks, in the preview."""
        return thank(self.trial(request), form_submission)

    def trial(self, request: HttpRequest) -> Visit:
        """An editor's visit, which stores what does not count."""
        address = reverse("forms_trial", args=[self.pk]) if self.pk else ""
        return Visit(self, request, address, is_test=True)

    def serve(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        """Ask, receive, or thank."""
        return answer(Visit(self, request, self.get_url(request)))
