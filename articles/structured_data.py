"""What search engines are told of an article, in the words of schema.org.

Only what the page itself shows. Never a medicine, a dose, a rating or a question
and answer: structured data is published text, and the same law holds for it.
"""

from django.http import HttpRequest
from django.utils import timezone

from articles.models import ArticlePage, ConditionPage
from editorial.structured_data import person_data


def article_data(page: ArticlePage, request: HttpRequest) -> dict:
    """A schema.org MedicalWebPage about a condition or a treatment."""
    data = {
        "@type": "MedicalWebPage",
        "name": page.title,
        "url": page.get_full_url(request),
        "about": subject_data(page, request),
    }
    if page.summary:
        data["description"] = page.summary
    if page.author:
        author = page.author
        data["author"] = person_data(author.name, author.role, author.registration)
    if review := page.latest_review:
        data["reviewedBy"] = person_data(
            review.reviewer_name, review.reviewer_role, review.registration
        )
        data["lastReviewed"] = review.reviewed_on.isoformat()
    if page.last_published_at:
        data["dateModified"] = timezone.localdate(page.last_published_at).isoformat()
    return data


def subject_data(page: ArticlePage, request: HttpRequest) -> dict:
    """What the article is about: a MedicalCondition or a MedicalTherapy."""
    data: dict = {"@type": "MedicalTherapy", "name": page.title}
    if page.alternative_name_list:
        data["alternateName"] = page.alternative_name_list
    if isinstance(page, ConditionPage):
        data["@type"] = "MedicalCondition"
        if page.treatments:
            data["possibleTreatment"] = [
                {
                    "@type": "MedicalTherapy",
                    "name": treatment.title,
                    "url": treatment.get_full_url(request),
                }
                for treatment in page.treatments
            ]
    return data
