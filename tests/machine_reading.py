"""For tests: what a page says to machines."""

import json

from bs4 import BeautifulSoup


def soup_of(client, url, **options):
    return BeautifulSoup(client.get(url, **options).content, "html.parser")


def structured_data(soup):
    """The one document of structured data on a page."""
    (script,) = soup.find_all("script", type="application/ld+json")
    return json.loads(script.string)


def said(soup, name):
    """What the page's one meta element of this name or property says; or None."""
    found = soup.head.find_all("meta", attrs={"name": name})
    found += soup.head.find_all("meta", attrs={"property": name})
    assert len(found) <= 1
    return found[0]["content"] if found else None


def node(soup, kind):
    """The one thing of this type in the structured data."""
    (found,) = (
        each for each in structured_data(soup)["@graph"] if each["@type"] == kind
    )
    return found
