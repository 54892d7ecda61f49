"""Real names of articles, and what patients type who look for them."""

import json
from pathlib import Path
from typing import NamedTuple


class Named(NamedTuple):
    """An article's title, its other names, and its summary."""

    title: str
    names: list[str]
    summary: str


def read_data(name: str) -> dict:
    """A file of `benchmarks/data/`."""
    return json.loads((Path(__file__).parent / f"data/{name}.json").read_text())


NAMES = read_data("search_names")
CONDITIONS = [Named(**named) for named in NAMES["conditions"]]
TREATMENTS = [Named(**named) for named in NAMES["treatments"]]
# Groups of synonyms, as an editor of such a site would have written them.
SYNONYMS = NAMES["synonyms"]

# Each search with the title of the page that it is after.
QUERIES = [
    (query, title)
    for title, queries in read_data("search_queries").items()
    for query in queries
]
