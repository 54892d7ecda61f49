"""What search engines are told of people, in the words of schema.org."""

from typing import Any

from editorial.models import ClinicalReview, Clinician


def person_data(name: str, role: str, register: str, number: str) -> dict[str, Any]:
    """A schema.org Person; `register` is its abbreviation, as shown: "GMC"."""
    return {
        "@type": "Person",
        "name": name,
        "jobTitle": role,
        "identifier": {
            "@type": "PropertyValue",
            "propertyID": register,
            "value": number,
        },
    }


def clinician_data(clinician: Clinician) -> dict[str, Any]:
    """A clinician as a schema.org Person."""
    return person_data(
        clinician.name,
        clinician.role,
        clinician.register_abbreviation,
        clinician.register_number,
    )


def reviewer_data(review: ClinicalReview) -> dict[str, Any]:
    """Who reviewed, as it stood then, as a schema.org Person."""
    return person_data(
        review.reviewer_name,
        review.reviewer_role,
        review.register_abbreviation,
        review.register_number,
    )
