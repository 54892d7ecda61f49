"""What is left out of an article, and what must not be."""

from pathlib import Path

import pytest

from articles.importer.extraction import extract
from articles.importer.phrases import is_contact_line, is_form_line, website_reason

BODY = "Sciatica\n\nWhat is it?\n\nSciatica is pain down the leg.\n\n"


def left_out(text: str) -> list[tuple[str, str]]:
    return extract(text, Path("a.txt")).left_out


@pytest.mark.parametrize(
    "line",
    [
        "Contact us at KetaMind Clinics and see how we can help you.",
        "Call us today on 020 7946 0000.",
        "Tel: 020 7946 0000",
        "Book your free consultation",
        "If you would like to book, get in touch with our team.",
    ],
)
def test_a_line_that_only_asks_to_call_or_book_is_left_out(line):
    assert is_contact_line(line)
    assert left_out(BODY + line) == [("contact line", line)]


@pytest.mark.parametrize(
    "line",
    [
        "Call 999 or go to A&E if you cannot feel your legs.",
        "Contact your GP if the pain gets worse.",
        "Call us straight away if you have a fever after the injection.",
        "At your first visit we ask you to tell us about your experience of pain.",
        "The team will get in the way of your pain signals.",
        "Home is where most people recover.",
        "Cookies and cakes can make weight loss harder.",
    ],
)
def test_advice_that_sounds_alike_is_kept(line):
    assert not is_contact_line(line)
    assert not is_form_line(line)
    assert not website_reason(line)
    assert left_out(BODY + line) == []


def test_a_call_for_feedback_is_left_out_though_it_stands_once():
    text = BODY + "Tell us about your experience!\n\nYour name\n\nRating\n\nSubmit\n"
    assert left_out(text) == [
        ("form", "Tell us about your experience!"),
        ("form", "Your name"),
        ("form", "Rating"),
        ("form", "Submit"),
    ]


def test_unknown_words_three_times_in_a_row_are_a_forms():
    block = "How happy were you?\n\nWe read all that you send.\n\n"
    assert len(left_out(BODY + block * 3)) == 6


def test_of_a_paragraph_that_stands_twice_the_first_stays():
    again = "Sciatica is pain down the leg.\n"
    found = extract(BODY + "Most people get better.\n\n" + again, Path("a.txt"))
    assert found.left_out == [("repeated sentence", again.strip())]
    assert [place.text for place in found.places].count(again.strip()) == 2


def test_headings_that_repeat_over_different_text_are_kept():
    text = (
        "# Two drugs\n\n## Drug A\n\n### How to take it\n\nWith water at night.\n\n"
        "## Drug B\n\n### How to take it\n\nWith food in the morning.\n"
    )
    assert left_out(text) == []


def test_menu_breadcrumb_cookie_and_copyright_lines_are_left_out():
    text = (
        "Skip to content\n\nHome\n\nAbout us\n\nContact\n\nHome > Conditions\n\n" + BODY
    ) + "We use cookies to improve this site.\n\nAccept all\n\n© 2024 A clinic\n"
    assert [reason for reason, _ in left_out(text)] == [
        *["navigation"] * 5,
        *["cookie notice"] * 2,
        "footer",
    ]


def html_left_out(body: str) -> list[tuple[str, str]]:
    text = f"<h1>Sciatica</h1><h2>What is it?</h2><p>Pain down the leg.</p>{body}"
    return extract(text, Path("a.html")).left_out


def test_folded_text_is_kept_and_hidden_text_is_not():
    fold = '<div class="accordion-panel" hidden><p>Folded words.</p></div>'
    assert html_left_out(fold) == []
    assert html_left_out("<div hidden><p>Never seen.</p></div>") == [
        ("hidden", "Never seen.")
    ]


def test_names_of_wrappers_do_not_take_the_article_along():
    wrapped = (
        '<div class="content has-sidebar cookie-consent-open"><h1>Sciatica</h1>'
        "<p>Sciatica is pain that runs from the back down the leg.</p></div>"
    )
    assert extract(wrapped, Path("a.html")).left_out == []


def test_a_form_around_the_whole_page_does_not_take_the_article_along():
    page = (
        "<form id='aspnet'><input type=hidden value=x><h1>Sciatica</h1>"
        "<p>Sciatica is pain that runs from the back down the leg.</p>"
        "<label>Search</label><button>Go</button></form>"
    )
    article = extract(page, Path("a.html"))
    assert article.title == "Sciatica"
    assert ("form", "Search") in article.left_out
    assert len(article.parts) == 1


def test_advice_about_consent_is_no_cookie_notice():
    section = '<section id="consent"><h2>Consent</h2><p>You sign a form.</p></section>'
    assert html_left_out(section) == []


def test_a_list_of_the_pages_own_headings_is_left_out():
    contents = "<ul><li><a href='#a'>What is it?</a><li><a href='#b'>Causes</a></ul>"
    assert html_left_out(f"{contents}<h2>Causes</h2><p>A slipped disc.</p>") == [
        ("table of contents", "What is it? Causes")
    ]


def test_lists_of_links_above_the_title_are_navigation():
    page = "<ul><li><a href=/a>Neck</a><li><a href=/b>Back</a></ul><h1>Hip</h1><p>It."
    assert extract(page, Path("a.html")).left_out == [("navigation", "Neck Back")]


def test_a_text_set_in_as_a_whole_has_its_headings():
    shifted = "".join(f"\t{line}\n" for line in BODY.splitlines())
    parts = extract(shifted, Path("a.txt")).parts
    assert [part.title for part in parts] == ["What is it?"]


def test_a_heading_over_nothing_but_a_form_goes_with_it():
    form = "<h2>Ask a question</h2><form><label>Name<input></label></form>"
    assert [reason for reason, _ in html_left_out(form)] == ["form", "form"]
