"""Every word in a template can be translated."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.template.base import Lexer, TokenType

TEMPLATES = Path(__file__).parent.parent / "templates"
READ_OUT = {"alt", "aria-description", "aria-label", "content", "placeholder", "title"}
LETTERS = re.compile(r"[^\W\d_]{2,}")
# "…" given to a tag or a filter, unless it is marked as in heading=_("…").
WORDS_GIVEN = re.compile(
    r"""(?:\|default(?:_if_none)?:|\|yesno:|\|pluralize:"""
    r"""|\b(?:heading|label|lead_in|text|title)=)(["'])(?P<words>.*?)\1"""
)


class VisibleText(HTMLParser):
    """Collects the words that a reader sees, or that are read out."""

    def __init__(self):
        super().__init__()
        self.found: list[str] = []
        self.hidden = ""

    def handle_starttag(self, tag, attrs):
        if tag in ("script", "style"):
            self.hidden = tag
        for name, value in attrs:
            is_button = tag == "input" and name == "value"
            # One word of a meta element is a machine's, as in content="summary".
            machine_read = tag == "meta" and (
                " " not in (value or "") or ("name", "viewport") in attrs
            )
            if (name in READ_OUT or is_button) and not machine_read:
                self.collect(value or "")

    def handle_endtag(self, tag):
        if tag == self.hidden:
            self.hidden = ""

    def handle_data(self, data):
        if not self.hidden:
            self.collect(data)

    def collect(self, text):
        if LETTERS.search(text):
            self.found.append(" ".join(text.split()))


def bare_words(source: str) -> list[str]:
    """The words of a template that no translator is given."""
    html, given, inside = [], [], ""
    for token in Lexer(source).tokenize():
        name = token.contents.split()[0] if token.contents.split() else ""
        if inside:
            inside = "" if name == f"end{inside}" else inside
        elif token.token_type == TokenType.TEXT:
            html.append(token.contents)
        elif token.token_type != TokenType.COMMENT:
            if name in ("blocktranslate", "blocktrans", "comment"):
                inside = name
            elif token.contents == "block bodyclass":
                inside = "block"
            given += [match["words"] for match in WORDS_GIVEN.finditer(token.contents)]
    parser = VisibleText()
    parser.feed(" ".join(html))
    parser.close()
    return parser.found + [words for words in given if LETTERS.search(words)]


def template_names():
    """The name of each template of ours."""
    return sorted(
        str(path.relative_to(TEMPLATES)) for path in TEMPLATES.rglob("*.html")
    )


@pytest.mark.parametrize("name", template_names())
def test_every_word_of_a_template_can_be_translated(name):
    assert not bare_words((TEMPLATES / name).read_text())


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("<p>Hello there</p>", ["Hello there"]),
        ("<p>{{ count }} result{{ count|pluralize }}</p>", ["result"]),
        ("<input placeholder='Your name'>", ["Your name"]),
        ('{% include "x.html" with heading="Do" %}', ["Do"]),
        ('{{ version|default:"No version" }}', ["No version"]),
        ('<p {% if a %}aria-label="Menu"{% endif %}>', ["Menu"]),
        ('<p>{% translate "Hello" %}, {{ name }}: 3 – 4.</p>', []),
        ("{% blocktranslate %}Hello {{ name }}{% endblocktranslate %}", []),
        ("{# why #}{% comment %}because{% endcomment %}", []),
        ('{% include "x.html" with heading=_("Do") name="menu" %}', []),
        ('<meta name="viewport" content="width=device-width, initial-scale=1">', []),
        ('<meta property="og:type" content="article">', []),
        ('<meta name="description" content="About us">', ["About us"]),
        ("<style>p { color: red }</style>", []),
    ],
)
def test_bare_words_are_found_where_they_hide(source, found):
    assert bare_words(source) == found
