"""The admin's screens: where each is, and a clinic in which none is empty."""

from collections.abc import Callable
from datetime import timedelta

from django.contrib.auth import get_user_model
from django.urls import reverse
from django.utils import timezone
from PIL import Image
from wagtail.models import Site, Workflow

from editorial.clinic_time import clinic_today
from editorial.content_audit import audit_pages, live_pages
from editorial.models import LinkCheck, PlainWord
from home.models import PromotedResult, SynonymGroup
from submissions.models import (
    DeskSettings,
    Erasure,
    Export,
    LegalHold,
    RetentionRule,
    Submission,
)
from tests import factories

DEAD_LINK = "https://gone.example/"

# By name, the address of each of our own screens.
OUR_SCREENS: dict[str, Callable[[], str]] = {
    "needs attention": lambda: reverse("editorial_attention_report"),
    "links": lambda: reverse("editorial_links_report"),
    "reviews report": lambda: reverse("editorial_reviews_report"),
    "plain words": lambda: snippet("editorial_plainword"),
    "synonyms": lambda: snippet("home_synonymgroup"),
    "promoted results": lambda: snippet("home_promotedresult"),
    "clinicians": lambda: snippet("editorial_clinician"),
    "clinical reviews": lambda: snippet("editorial_clinicalreview"),
    "new clinical review": lambda: snippet("editorial_clinicalreview", "add"),
    "publication settings": lambda: reverse(
        "wagtailsettings:edit", args=["editorial", "publicationsettings"]
    ),
    "clinic settings": lambda: reverse(
        "wagtailsettings:edit",
        args=["home", "clinicsettings", Site.objects.get().pk],
    ),
    "guide": lambda: reverse("editors_guide"),
    "desk": lambda: reverse("desk_modeladmin_index"),
    "desk, filtered": lambda: (
        reverse("desk_modeladmin_index") + "?state=all&owner=none&q=nurse"
    ),
    "submission": lambda: reverse(
        "desk_modeladmin_inspect", args=[Submission.objects.first().pk]
    ),
    "reply templates": lambda: snippet("submissions_replytemplate", "add"),
    "desk settings": lambda: reverse(
        "wagtailsettings:edit",
        args=["submissions", "desksettings", DeskSettings.load().pk],
    ),
    "export": lambda: reverse("forms_export"),
    "complaints summary": lambda: reverse("forms_complaints"),
    "figures": lambda: reverse("forms_figures"),
    "monthly summary": lambda: reverse("forms_month", args=["2026", "10"]),
    "export log": lambda: reverse("desk-exports_modeladmin_index"),
    "find and erase": lambda: reverse("forms_privacy"),
    "legal holds": lambda: reverse("forms_legal_holds"),
    "retention": lambda: reverse("forms_retention"),
    "retention rule": lambda: reverse("forms_retention_rule_add"),
    "retention confirmed": lambda: reverse(
        "forms_retention_rule_confirm", args=[RetentionRule.objects.get().pk]
    ),
    "erasure log": lambda: reverse("forms_erasure_log"),
}

# The main ones of Wagtail's own.
WAGTAILS_SCREENS: dict[str, Callable[[], str]] = {
    "explorer": lambda: reverse(
        "wagtailadmin_explore", args=[factories.home_page().pk]
    ),
    "page editor": lambda: reverse(
        "wagtailadmin_pages:edit", args=[factories.home_page().pk]
    ),
    "images": lambda: reverse("wagtailimages:index"),
    "documents": lambda: reverse("wagtaildocs:index"),
    "site history": lambda: reverse("wagtailadmin_reports:site_history"),
    "redirects": lambda: reverse("wagtailredirects:index"),
    "users": lambda: reverse("wagtailusers_users:index"),
    "one user": lambda: reverse(
        "wagtailusers_users:edit", args=[get_user_model().objects.first().pk]
    ),
    "account": lambda: reverse("wagtailadmin_account"),
}


def snippet(name: str, action: str = "list") -> str:
    """Where a snippet's screen is."""
    return reverse(f"wagtailsnippets_{name}:{action}")


def busy_clinic(user) -> None:
    """Something on every panel of the dashboard, and on every screen.

    `user` has a draft; another editor sent a page for review.
    """
    picture = factories.picture_file(Image.new("RGB", (300, 200)))
    image = factories.ClinicImageFactory(file=picture)
    link = f'<p>See <a href="{DEAD_LINK}">this</a>.</p>'
    page = factories.ConditionPageFactory(
        title="Nerve pain", hero_image=image, sections=section(link)
    )
    LinkCheck.objects.create(
        url=DEAD_LINK,
        status=LinkCheck.Status.MISSING,
        checked_at=timezone.now(),
        failing_since=clinic_today() - timedelta(days=3),
    )
    overdue = factories.ConditionPageFactory(title="Back pain")
    overdue.save_revision().publish()
    factories.ClinicalReviewFactory(
        page=overdue, next_due=clinic_today() - timedelta(days=5)
    )
    page.save_revision(user=user)
    sent = factories.TreatmentPageFactory(title="Nerve block")
    sender = factories.UserFactory()
    sent.save_revision(user=sender)
    Workflow.objects.get().start(sent, sender)
    factories.SubmissionFactory(kind=Submission.Kind.COMPLAINT)
    factories.SubmissionFactory()
    Export.objects.create(file_format="csv", filters="All", row_count=2)
    RetentionRule.objects.create(months=12, way=RetentionRule.Way.WORDS)
    LegalHold.objects.create(email="pat@example.org", covers="One", reason="A letter")
    Erasure.objects.create(
        why=Erasure.Why.REQUEST,
        way=Erasure.Way.WORDS,
        done_by="ann",
        form_title="Feedback",
        kind=Submission.Kind.FEEDBACK,
        row_count=1,
    )
    SynonymGroup.objects.create(words="painkiller, analgesic")
    PromotedResult.objects.create(phrases="book", page=factories.home_page())
    PlainWord.objects.get_or_create(term="utilise", plain="use")
    audit_pages(live_pages())


def section(html: str) -> list[dict]:
    """An article's sections as stored: one, with this text."""
    body = [{"type": "text", "value": html}]
    return [{"type": "definition", "value": {"heading": "What", "body": body}}]
