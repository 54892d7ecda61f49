"""What search engines are told of people, in the words of schema.org."""


def person_data(name: str, role: str, registration: str) -> dict:
    """A schema.org Person; `registration` is register and number, as shown."""
    return {
        "@type": "Person",
        "name": name,
        "jobTitle": role,
        "identifier": registration,
    }
