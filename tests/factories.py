"""Builders for tests: pages below the site's own home page, people, submissions."""

import io
import secrets

import factory
import wagtail_factories
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.core.files.base import ContentFile
from django.db.models import Q
from factory.django import DjangoModelFactory
from PIL import Image
from wagtail.models import Page

from articles.models import (
    ConditionIndexPage,
    ConditionPage,
    TopicPage,
    TreatmentIndexPage,
    TreatmentPage,
)
from assets.models import ClinicDocument, ClinicImage
from editorial.models import ClinicalReview, Clinician
from forms.models import FormField, FormPage
from home.models import HomePage, LocationPage, StandardPage
from submissions.models import Submission


def home_page() -> HomePage:
    """The front page that the migrations made."""
    return HomePage.objects.earliest("path")


def only_page(page_factory):
    """The one page that this factory makes: found, or made now."""
    return page_factory._meta.model.objects.first() or page_factory()


class UserFactory(DjangoModelFactory):
    class Meta:
        model = get_user_model()
        skip_postgeneration_save = True

    username = factory.Sequence(lambda n: f"user{n}")
    email = factory.LazyAttribute(lambda user: f"{user.username}@clinic.example")
    password = factory.django.Password("a-long-password")

    @factory.post_generation
    def groups(self, create, extracted, **kwargs):
        self.groups.set(extracted or [])


def staff_member(*permissions: str):
    """Somebody who may enter the admin, and has these permissions of `forms`."""
    user = UserFactory()
    user.user_permissions.set(
        Permission.objects.filter(
            Q(codename="access_admin")
            | Q(content_type__app_label="submissions", codename__in=permissions)
        )
    )
    return user


def give(user, *permissions: str) -> None:
    """These permissions of `forms` besides what the user has."""
    user.user_permissions.add(
        *Permission.objects.filter(
            content_type__app_label="submissions", codename__in=permissions
        )
    )


class ClinicianFactory(DjangoModelFactory):
    class Meta:
        model = Clinician

    name = factory.Sequence(lambda n: f"Dr Number {n}")
    role = "Consultant in pain medicine"
    register = Clinician.Register.GMC
    register_number = "1234567"


class ClinicImageFactory(wagtail_factories.ImageFactory):
    class Meta:
        model = ClinicImage


class ClinicDocumentFactory(wagtail_factories.DocumentFactory):
    class Meta:
        model = ClinicDocument


class PageFactory(wagtail_factories.PageFactory):
    class Meta:
        model = Page
        abstract = True

    parent = factory.LazyFunction(home_page)


class StandardPageFactory(PageFactory):
    class Meta:
        model = StandardPage

    title = factory.Sequence(lambda n: f"Plain page {n}")


class LocationPageFactory(PageFactory):
    class Meta:
        model = LocationPage

    title = factory.Sequence(lambda n: f"Building {n}")
    address = "1 High Street\nAnytown"
    opening_hours = "Monday to Friday, 9am to 5pm"


class ConditionIndexPageFactory(PageFactory):
    class Meta:
        model = ConditionIndexPage

    title = "Conditions"
    slug = "conditions"
    show_in_menus = True


class TreatmentIndexPageFactory(PageFactory):
    class Meta:
        model = TreatmentIndexPage

    title = "Treatments"
    slug = "treatments"
    show_in_menus = True


class ConditionPageFactory(PageFactory):
    class Meta:
        model = ConditionPage

    parent = factory.LazyFunction(lambda: only_page(ConditionIndexPageFactory))
    title = factory.Sequence(lambda n: f"Condition {n}")
    summary = "A plain sentence about the condition."


class TreatmentPageFactory(PageFactory):
    class Meta:
        model = TreatmentPage

    parent = factory.LazyFunction(lambda: only_page(TreatmentIndexPageFactory))
    title = factory.Sequence(lambda n: f"Treatment {n}")
    summary = "A plain sentence about the treatment."


class ClinicalReviewFactory(DjangoModelFactory):
    """A review of `page`, as it is published now, by somebody new."""

    class Meta:
        model = ClinicalReview

    page = factory.SubFactory(ConditionPageFactory)
    reviewer = factory.SubFactory(ClinicianFactory)
    evidence_checked = True


class TopicPageFactory(PageFactory):
    class Meta:
        model = TopicPage

    title = factory.Sequence(lambda n: f"Topic {n}")


class FormFieldFactory(DjangoModelFactory):
    class Meta:
        model = FormField

    label = factory.Sequence(lambda n: f"Question {n}")
    field_type = "singleline"
    required = False
    sort_order = factory.Sequence(lambda n: n)


class FormPageFactory(PageFactory):
    """A form with a rating and a text, both optional."""

    class Meta:
        model = FormPage
        skip_postgeneration_save = True

    title = "Feedback"
    slug = factory.Sequence(lambda n: f"feedback-{n}")

    @factory.post_generation
    def questions(self, create, extracted, **kwargs):
        questions = extracted or [("How was it?", "rating"), ("Why?", "multiline")]
        for label, field_type in questions:
            FormFieldFactory(page=self, label=label, field_type=field_type)


class SubmissionFactory(DjangoModelFactory):
    """What a patient sent to `page`: a rating of 4 and a text."""

    class Meta:
        model = Submission

    page = factory.SubFactory(FormPageFactory)
    form_title = factory.LazyAttribute(lambda o: o.page.title)
    form_slug = factory.LazyAttribute(lambda o: o.page.slug)
    token = factory.LazyFunction(lambda: secrets.token_hex(16))
    rating = 4
    questions_asked = [
        ["q_rating", "How was it?", "rating"],
        ["q_why", "Why?", "multiline"],
    ]
    form_data = factory.LazyAttribute(
        lambda o: {"q_rating": o.rating, "q_why": "The nurse was kind."}
    )


def picture_file(picture: Image.Image, image_format="png") -> ContentFile:
    """A picture as a file to store."""
    target = io.BytesIO()
    picture.save(target, image_format)
    return ContentFile(target.getvalue(), f"picture.{image_format}")


def picture_block(image: ClinicImage, **values) -> dict:
    """A picture in running text, as stored; `values` join those of its image."""
    value = {"image": image.pk, "decorative": False, "alt_text": "Told", **values}
    return {"type": "image", "value": {"image": value, "caption": "Under it"}}


def pictured_article(*images: ClinicImage, **values) -> ConditionPage:
    """An article with one picture in each of its sections."""
    kinds = ("definition", "symptoms", "causes", "challenges")
    return ConditionPageFactory(
        sections=[
            {"type": kind, "value": {"heading": kind, "body": [picture_block(image)]}}
            for kind, image in zip(kinds, images, strict=False)
        ],
        **values,
    )
