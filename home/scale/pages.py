"""The forms and articles that invented submissions belong to; missing ones are made."""

from django.contrib.auth import get_user_model
from wagtail.models import Page

from articles.models import ArticlePage, ConditionIndexPage, ConditionPage
from forms.models import FormField, FormPage
from home.models import HomePage
from submissions.models import Submission

Kind = Submission.Kind
OWNERS = 6

# Title, slug, kind, questions.
FORMS = (
    (
        "Your visit",
        "scale-visit",
        Kind.FEEDBACK,
        (("How was your visit?", "rating"), ("What could be better?", "multiline")),
    ),
    (
        "Ask us",
        "scale-ask",
        Kind.ENQUIRY,
        (
            ("Your name", "singleline"),
            ("Your e-mail address", "email"),
            ("Your question", "multiline"),
        ),
    ),
    (
        "Complaints",
        "scale-complaints",
        Kind.COMPLAINT,
        (("Your name", "singleline"), ("What happened?", "multiline")),
    ),
    (
        "Your data",
        "scale-data",
        Kind.DATA_REQUEST,
        (("Your name", "singleline"), ("What would you like to see?", "multiline")),
    ),
)


def form_pages() -> list[FormPage]:
    """The site's forms, and one of ours for each kind that has none."""
    home = HomePage.objects.earliest("path")
    for title, slug, kind, questions in FORMS:
        if FormPage.objects.filter(kind=kind).exists():
            continue
        home.add_child(
            instance=FormPage(
                title=title,
                slug=slug,
                kind=kind,
                form_fields=[
                    FormField(label=label, field_type=field_type, sort_order=number)
                    for number, (label, field_type) in enumerate(questions)
                ],
            )
        )
    return list(FormPage.objects.order_by("pk"))


def articles(count: int) -> list[Page]:
    """The public articles, with new ones if there are fewer than `count`."""
    public = Page.objects.live().type(ArticlePage)
    missing = count - public.count()
    if missing > 0:
        parent = condition_index()
        first = ConditionPage.objects.filter(slug__startswith="scale-article-").count()
        for number in range(first + 1, first + 1 + missing):
            parent.add_child(
                instance=ConditionPage(
                    title=f"Article {number:,}",
                    slug=f"scale-article-{number}",
                    summary="An invented article, to see how the desk bears many.",
                )
            )
    return list(public.order_by("pk"))


def condition_index() -> ConditionIndexPage:
    """The list of conditions: found, or made."""
    index = ConditionIndexPage.objects.first()
    if index is None:
        index = ConditionIndexPage(title="Conditions", slug="conditions")
        HomePage.objects.earliest("path").add_child(instance=index)
    return index


def owner_ids() -> list[int]:
    """Members of staff who see to submissions. They have no password."""
    users = get_user_model().objects
    for number in range(1, OWNERS + 1):
        user, is_new = users.get_or_create(
            username=f"scale-staff-{number}", defaults={"last_name": f"Staff {number}"}
        )
        if is_new:
            user.set_unusable_password()
            user.save()
    named = users.filter(username__startswith="scale-staff-")
    return list(named.order_by("pk").values_list("pk", flat=True))
