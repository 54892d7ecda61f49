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


@pytest.mark.parametrize(
    "text",
    [
        "Is it safe?\n\nYes.\n\nDoes it help?\n\nYes.\n",
        "Many ask if it hurts.\n\nYes.\n\nMany ask if it helps.\n\nYes.\n",
        "## Is it safe?\n\nYes.\n\n## Does it help?\n\nYes.\n",
        "Before:\n\nDo not eat for six hours.\n\nAfter:\n\nDo not eat for six hours.\n",
        "## Drug A\n\n### How to take it\n\nTake it with food.\n\n## Drug B\n\n"
        "### How to take it\n\nTake it with food.\n",
        "## Naproxen\n\n- Take it with food.\n- Stop if you bleed.\n\n"
        "## Ibuprofen\n\n- Take it with food.\n- Stop if you bleed.\n",
    ],
)
def test_what_is_said_again_of_something_else_is_kept(text):
    assert left_out(f"# Sciatica\n\n{text}") == []


def test_the_same_section_again_is_a_copy():
    section = "## Rest\n\nDo not drive for 24 hours.\n\n"
    again = left_out(f"# Sciatica\n\n{section}## Food\n\nEat well.\n\n{section}")
    assert again == [
        ("repeated form heading", "Rest"),
        ("repeated sentence", "Do not drive for 24 hours."),
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


PAIN = "<p>Pain below the knee is the most common symptom of all in this condition.</p>"
CAUSES = "<h2>Causes</h2><p>A slipped disc presses on the nerve in most people.</p>"
WRAPPERS = pytest.mark.parametrize(
    "wrapper", ["<main>{}</main>", "<div class=wrap>{}</div>", "{}"]
)


def in_page(body: str, wrapper: str):
    inside = f"<h1>Nerve pain</h1><h2>Symptoms</h2>{PAIN}{body}{CAUSES}"
    page = f"<title>Nerve pain</title><body>{wrapper.format(inside)}"
    article = extract(page, Path("a.html"))
    kept = [
        place.text
        for place in article.places
        if not place.is_left_out and place.place != "needs a person"
    ]
    return " | ".join(kept), article


@WRAPPERS
@pytest.mark.parametrize(
    ("body", "advice", "in_doubt"),
    [
        *(
            (f'<div class="{name}"><p>{advice}</p></div>', advice, True)
            for name, advice in [
                ("sidebar-note", "Call 999 if you cannot pass urine."),
                ("modal-text", "Numbness around the back passage is urgent."),
                ("widget-area", "Loss of bladder control is an emergency."),
                ("overlay-content", "Less often a cyst is the cause of it."),
                ("comments", "Our doctor comments: most people get better."),
                ("promo", "Short promo text."),
                ("cta", "Phone us at once if the wound is hot."),
                ("call-to-action", "Get in touch with any new weakness."),
                ("ad", "Do not drive for 24 hours."),
                ("share", "Share this leaflet with your GP."),
                ("newsletter", "Stop aspirin five days before the injection."),
                ("header", "This is only for adults with pain for three months."),
                ("footer", "See your GP when the tablets do not help."),
                ("survey-widget", "In a survey of 200 people, half felt better."),
                ("related-advice", "Go to A&E if both legs are weak."),
            ]
        ),
        ('<div class="menu"><p>Eat fruit.</p></div>', "Eat fruit.", False),
        ("<dialog><p>Go to A&amp;E if weak.</p></dialog>", "Go to A&E if weak.", True),
        ("<div role=dialog><p>Call 999 if weak.</p></div>", "Call 999 if weak.", True),
        ("<div hidden><p>Call 999 if weak.</p></div>", "Call 999 if weak.", True),
        (
            '<div class="tab-pane" hidden><p>Take it with food.</p></div>',
            "Take it with food.",
            False,
        ),
        (
            '<div hidden id=m><p>The second part.</p></div><a href="#m">Read more</a>',
            "The second part.",
            False,
        ),
        (
            "<input type=checkbox id=a><label for=a>When to call</label>"
            "<div><p>Call us when the leg goes numb and does not get better.</p></div>",
            "When to call",
            False,
        ),
        (
            '<h3><span class="sr-only">Urgent advice: </span>Call 111 if:</h3>'
            "<ul><li>you have a fever</li></ul>",
            "Urgent advice: Call 111 if:",
            True,
        ),
        (
            "<div class=contact><p>Call 999 if you faint.</p><p>Name</p><input></div>",
            "Call 999 if you faint.",
            False,
        ),
        ("<p>Get in touch with any rash.</p>", "Get in touch with any rash.", False),
        ("<p>Talk to our team about tea.</p>", "Talk to our team about tea.", True),
        ("<p>Tell us about your allergies.</p>", "about your allergies.", False),
        ("<p>Complete the consent form.</p>", "the consent form.", False),
        ("<p>Share pain scores daily.</p>", "Share pain scores daily.", False),
        ("<p>You can eat cookies before.</p>", "You can eat cookies before.", False),
        ("<h2>Contact us</h2><p>At once about a fever.</p>", "Contact us", False),
        ("<h2>Useful links</h2><ul><li><a href=/a>Pain UK</a></ul>", "Pain UK", False),
        ("<h2>Latest evidence</h2><p>It is weak.</p>", "It is weak.", False),
        ("<ul><li>Physiotherapy</li><li>Causes</li></ul>", "Physiotherapy", False),
        (
            "<p>Call us on 020 7946 0000 if your leg swells. We are at 1 Harley Street,"
            " open Monday to Friday 9am to 5pm.</p>",
            "020 7946 0000 if your leg swells. We are at 1 Harley Street, open",
            False,
        ),
    ],
)
def test_advice_is_kept_whatever_it_stands_in(body, advice, in_doubt, wrapper):
    kept, article = in_page(body, wrapper)
    assert advice in kept
    assert bool(article.needs_a_person) == in_doubt


@WRAPPERS
@pytest.mark.parametrize(
    ("body", "reason", "words"),
    [
        (
            '<div class="related"><h3>Related articles</h3><ul><li><a href=/a>When to '
            "call 999</a><li><a href=/b>Why legs hurt</a></ul></div>",
            "related pages",
            "When to call 999",
        ),
        (
            "<h2>Latest news</h2><div><a href=/a>New</a><p>It opens its doors in "
            "June this year in Leeds.</p></div><h2>Recommended related news</h2>",
            "related pages",
            "It opens its doors",
        ),
        (
            "<h2>Top Rated Comments</h2><p>Woyzeck</p><p>It is good to see that.</p>",
            "comments",
            "It is good to see that.",
        ),
        (
            '<div id="comments"><h3>2 comments</h3><p>Ann says: it hurt when I sat.</p>'
            "<p>3 days ago</p><a href=#>Reply</a></div>",
            "comments",
            "it hurt when I sat",
        ),
        (
            '<div class="cookie-banner"><p>We use cookies if you agree.</p></div>',
            "cookie notice",
            "We use cookies",
        ),
        (
            '<div class="share-bar"><span>Share</span><a href=#>Facebook</a>'
            "<button>Copy link</button></div>",
            "share links",
            "Facebook",
        ),
        (
            '<div class="author-box"><p>Dr Bee is a doctor in Leeds and wrote books '
            "on pain medicine.</p></div>",
            "author box",
            "Dr Bee",
        ),
        ("<h3>About the author</h3><p>Dr Bee works here.", "author box", "Dr Bee"),
        ('<p class="byline">By Dr Bee</p>', "page details", "By Dr Bee"),
        ("<p>Home &gt; Conditions &gt; Nerve pain</p>", "navigation", "Conditions"),
        (
            "<p>On this page</p><ul><li><a href=#s>Symptoms</a>"
            "<li><a href=#c>Causes</a></ul>",
            "table of contents",
            "On this page",
        ),
        (
            '<div class="promo"><a href=/x>50% off your first visit</a></div>',
            "advertisement",
            "50% off",
        ),
        (
            "<form><p>In an emergency call 999.</p><label>Name</label><input></form>",
            "form",
            "In an emergency call 999.",
        ),
        (
            "<p>Name</p><input><p>What is your pain like?</p><textarea></textarea>"
            '<a class="btn" href="#">Send</a>',
            "form",
            "What is your pain like?",
        ),
        (
            '<div class="contact"><p>Name</p><div contenteditable></div><p>Email</p>'
            "<input><p>Where is the pain?</p><select><option>Leg</select></div>",
            "form",
            "Where is the pain?",
        ),
        (
            '<div class="gform_wrapper"><h2>Ask us</h2><p>We answer in two days.</p>'
            "<form><legend>Name</legend><label>First<input></label></form></div>",
            "form",
            "We answer in two days.",
        ),
    ],
)
def test_what_is_surely_no_article_is_left_out_and_reported(
    body, reason, words, wrapper
):
    kept, article = in_page(body, wrapper)
    assert words not in kept
    assert any(each == reason and words in text for each, text in article.left_out), (
        article.left_out
    )
    assert article.needs_a_person == []
    assert [part.kind for part in article.parts] == ["symptoms", "causes"]
