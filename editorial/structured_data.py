"""What search engines are told of people, in the words of schema.org."""

from typing import Any

from editorial.models import ClinicalReview, Clinician
from editorial.models.register import Registered


def person_data(name: str, role: str, registered: Registered) -> dict[str, Any]:
    """A schema.org Person, with the registration if there is one."""
    data: dict[str, Any] = {"@type": "Person", "name": name, "jobTitle": role}
    if registered.register:
        data["identifier"] = {
            "@type": "PropertyValue",
            "propertyID": registered.register_abbreviation,
            "value": registered.register_number,
        }
    return data


def clinician_data(clinician: Clinician) -> dict[str, Any]:
    """A clinician as a schema.org Person."""
    return person_data(clinician.name, clinician.role, clinician)


def reviewer_data(review: ClinicalReview) -> dict[str, Any]:
    """Who reviewed, as it stood then, as a schema.org Person."""
    return person_data(review.reviewer_name, review.reviewer_role, review)
