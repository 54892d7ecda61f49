"""What a page says about itself in its head."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from bs4 import BeautifulSoup

from .blocks import LeftOut
from .html_tree import words_of

SITE_NAME = re.compile(r"\s+[|»·•]\s+|\s+(?:[–—-]|::)\s+")
MAX_SITE_NAME_WORDS = 5
DATES = ["datePublished", "dateModified", "lastReviewed"]


@dataclass
class PageDetails:
    """The page's own title and description, and what the report tells besides."""

    title: str = ""
    description: str = ""
    notes: list[LeftOut] = field(default_factory=list)


def read_details(soup: BeautifulSoup) -> PageDetails:
    """The title (without the site's name), description, authors and dates."""

    def meta(*names: str) -> str:
        """The content of the first of these `<meta>` elements that has any."""
        for name in names:
            for key in ("name", "property"):
                found = soup.find("meta", attrs={key: re.compile(rf"(?i){name}\Z")})
                if found and (content := " ".join(str(found.get("content")).split())):
                    return content
        return ""

    said = {
        "author": meta("author", "article:author", "citation_author"),
        "datePublished": meta("article:published_time", "date", "dcterms.created"),
        "dateModified": meta("article:modified_time", "last-modified"),
    }
    for key, value in _linked_data(soup):
        said[key] = said.get(key) or value
    notes = [
        LeftOut("author" if key == "author" else "date", value)
        if key == "author"
        else LeftOut("date", f"{key}: {value}")
        for key, value in said.items()
        if value
    ]
    return PageDetails(
        _title(soup, meta("og:site_name"), meta("og:title", "twitter:title")),
        meta("description", "og:description", "twitter:description"),
        notes,
    )


def _title(soup: BeautifulSoup, site_name: str, shared_title: str) -> str:
    word_title = soup.find(class_="MsoTitle")
    if word_title is not None and words_of(word_title):
        return words_of(word_title)
    # The title of a picture (SVG) is not the page's.
    titles = [tag for tag in soup.find_all("title") if not tag.find_parent("svg")]
    title = next(filter(None, map(words_of, titles)), "") or shared_title
    for pattern in (
        rf"\s+\W+\s+{re.escape(site_name)}\Z",
        rf"\A{re.escape(site_name)}\s+\W+\s+",
    ):
        if site_name and (own := re.sub(pattern, "", title)) != title:
            return own
    return without_site_name(title)


def without_site_name(page_title: str) -> str:
    """The page's own part of a `<title>`: "Sciatica | A clinic" is "Sciatica"."""
    separators = list(SITE_NAME.finditer(page_title))
    if not separators:
        return page_title
    own, site = page_title[: separators[-1].start()], page_title[separators[-1].end() :]
    return own if len(site.split()) <= MAX_SITE_NAME_WORDS else page_title


def _linked_data(soup: BeautifulSoup) -> Iterator[tuple[str, str]]:
    """The authors and dates that JSON-LD names, wherever in it they stand."""
    for script in soup.find_all("script", type="application/ld+json"):
        try:
            waiting = [json.loads(script.get_text())]
        except (ValueError, RecursionError):
            continue
        while waiting:
            each = waiting.pop()
            if isinstance(each, list):
                waiting += each
            elif isinstance(each, dict):
                waiting += each.values()
                yield from (
                    (key, each[key]) for key in DATES if isinstance(each.get(key), str)
                )
                for author in _listed(each.get("author")):
                    name = author.get("name") if isinstance(author, dict) else author
                    if isinstance(name, str):
                        yield "author", name


def _listed(value) -> list:
    return value if isinstance(value, list) else [value]
