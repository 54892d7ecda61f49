"""What search engines are told of the clinic and of a page's place in it.

Every value is one that the page shows: tests hold them equal.
"""

from django.http import HttpRequest
from django.urls import reverse
from wagtail.models import Page, Site

from articles.models import ArticlePage
from articles.structured_data import article_data
from editorial.structured_data import clinician_data
from home.models import ClinicSettings, HomePage, LocationPage
from home.navigation import pages_above


def page_nodes(page: Page, request: HttpRequest) -> list[dict]:
    """All that is said on this page, as schema.org things."""
    root_url = Site.find_for_request(request).root_url
    clinic = clinic_data(ClinicSettings.for_request(request), root_url)
    nodes = [clinic]
    if isinstance(page, HomePage):
        clinic |= front_page_data(page, request)
        nodes.append(website_data(clinic["name"], root_url))
    elif isinstance(page, LocationPage):
        building = location_data(page, request) | {
            "parentOrganization": {"@id": clinic["@id"]}
        }
        if page.phone:
            building["telephone"] = page.phone
        nodes.append(building)
    elif isinstance(page, ArticlePage):
        publisher = {"publisher": {"@id": clinic["@id"]}}
        nodes.append(article_data(page, request) | publisher)
    if above := pages_above(request, page):
        nodes.append(breadcrumb_data(above, request))
    return nodes


def clinic_data(clinic: ClinicSettings, root_url: str) -> dict:
    """The clinic as the bottom of every page shows it."""
    data = {
        "@type": "MedicalClinic",
        "@id": f"{root_url}/#clinic",
        "name": clinic.name,
        "url": f"{root_url}/",
    }
    if clinic.phone:
        data["telephone"] = clinic.phone
    if clinic.email:
        data["email"] = clinic.email
    if clinic.address:
        data["address"] = ", ".join(lines(clinic.address))
    return data


def front_page_data(page: HomePage, request: HttpRequest) -> dict:
    """What the front page adds: the clinic's buildings and people."""
    parts = {
        "location": [location_data(place, request) for place in page.locations],
        "employee": [clinician_data(person) for person in page.clinicians],
    }
    return {name: part for name, part in parts.items() if part}


def location_data(page: LocationPage, request: HttpRequest) -> dict:
    """A building, with address and hours in the words of the page."""
    return {
        "@type": "MedicalClinic",
        "name": page.title,
        "url": page.get_full_url(request),
        "address": ", ".join(lines(page.address)),
        "openingHours": lines(page.opening_hours),
    }


def lines(text: str) -> list[str]:
    """The lines of a text, without blank ones."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def website_data(name: str, root_url: str) -> dict:
    """The website, and how to search it."""
    search_url = root_url + reverse("search")
    return {
        "@type": "WebSite",
        "name": name,
        "url": f"{root_url}/",
        "potentialAction": {
            "@type": "SearchAction",
            "target": {
                "@type": "EntryPoint",
                "urlTemplate": f"{search_url}?q={{search_term_string}}",
            },
            "query-input": "required name=search_term_string",
        },
    }


def breadcrumb_data(pages: list[Page], request: HttpRequest) -> dict:
    """The way from the front page, as the breadcrumbs show it."""
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": position,
                "name": page.title,
                "item": page.get_full_url(request),
            }
            for position, page in enumerate(pages, 1)
        ],
    }
