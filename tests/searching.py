"""Searching as a patient does."""

from bs4 import BeautifulSoup


def search(client, query, **params) -> BeautifulSoup:
    """The main part of the answer."""
    response = client.get("/search/", {"q": query, **params})
    return BeautifulSoup(response.content, "html.parser").main


def find(client, query, **params) -> list[str]:
    """The titles that a search brings."""
    soup = search(client, query, **params)
    return [link.get_text() for link in soup.select(".search-result a")]
