"""What search engines are told of an article, in the words of schema.org.

Only what the page itself shows. Never a medicine, a dose, a rating or a question
and answer: structured data is published text, and the same law holds for it.
"""

from django.http import HttpRequest

from articles.models import ArticlePage, ConditionPage
from editorial.clinic_time import clinic_day
from editorial.structured_data import clinician_data, reviewer_data


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
        data["author"] = clinician_data(page.author)
    if review := page.latest_review:
        data["reviewedBy"] = reviewer_data(review)
        data["lastReviewed"] = review.reviewed_on.isoformat()
    if page.last_published_at:
        data["dateModified"] = clinic_day(page.last_published_at).isoformat()
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
