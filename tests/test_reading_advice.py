"""What the reading help finds on a page, and what it leaves in peace."""

import time

import pytest
from bs4 import BeautifulSoup

from editorial.reading.advice import Kind, advise
from editorial.reading.link_texts import is_address, is_vague
from editorial.reading.us_spelling import british, british_in
from tests import factories

PLAIN = {"analgesic": "painkiller, pain relief", "utilise": "use", "prior to": "before"}


def found(html: str, kind: Kind) -> list:
    """What is found of this kind: the words quoted, and what to write instead."""
    findings = advise(html, PLAIN).findings.get(kind, [])
    return [(finding.quote, finding.instead) for finding in findings]


def test_a_sentence_of_more_than_25_words_is_quoted_with_its_heading():
    words = " ".join(f"w{n}" for n in range(26))
    html = f"<h2>Sleep</h2><p>Short. W {words}.</p><p>{' '.join(['a'] * 25)}.</p>"
    (finding,) = advise(html, {}).findings[Kind.LONG_SENTENCE]
    assert finding.quote == "W w0 w1 w2 w3 w4 w5 w6 w7 w8 w9 w10 …"
    assert (finding.heading, finding.words) == ("Sleep", 27)


def test_a_list_is_many_short_sentences_and_no_long_one():
    html = "<ul>" + "<li>four words in this</li>" * 30 + "</ul>"
    assert not advise(html, {}).findings


def test_a_paragraph_of_more_than_80_words_is_quoted():
    html = "<p>" + "Four words are here. " * 20 + "</p>"
    assert found(html, Kind.LONG_PARAGRAPH) == []
    html = html.replace("</p>", "More.</p>")
    assert len(found(html, Kind.LONG_PARAGRAPH)) == 1


def test_hard_words_are_found_in_every_form_and_counted():
    html = (
        "<p>Analgesics help. Utilising an analgesic.</p><p>ANALGESIC prior to bed.</p>"
    )
    report = advise(html, PLAIN)
    times = {f.quote: f.times for f in report.findings[Kind.HARD_WORD]}
    assert times == {"analgesic": 3, "utilise": 1, "prior to": 1}


@pytest.mark.parametrize(
    "html",
    [
        "<p>An analgesic (painkiller) helps.</p>",
        "<h1>Analgesics</h1><p>An analgesic helps.</p>",
        "<p>An analgesically-minded non-analgesic.</p>",
        "<p>The prior tooth.</p>",
    ],
)
def test_hard_words_that_are_explained_or_meant_are_left(html):
    assert found(html, Kind.HARD_WORD) == []


@pytest.mark.parametrize(
    ("us", "uk"),
    [
        *(("color", "colour"), ("behavioral", "behavioural"), ("centers", "centres")),
        *(("organizing", "organising"), ("paralyzed", "paralysed")),
        *(("anesthetic", "anaesthetic"), ("pediatrician", "paediatrician")),
        *(("diarrhea", "diarrhoea"), ("hemorrhage", "haemorrhage")),
        *(("estrogen", "oestrogen"), ("anemic", "anaemic"), ("liters", "litres")),
        *(("labeled", "labelled"), ("acetaminophen", "paracetamol"), ("gray", "grey")),
    ],
)
def test_us_spellings_are_known(us, uk):
    assert british(us) == uk


@pytest.mark.parametrize(
    "word",
    [
        *("fetus", "size", "sizes", "prize", "seized", "capsize", "citizen", "horizon"),
        *("meter", "perimeter", "tremor", "rigor", "epidemic", "systemic", "academia"),
        *("hemisphere", "humoral", "laboratory", "analysis", "level", "colorectal"),
        *("honorary", "freeze", "sulfate", "practice", "license", "dozen"),
    ],
)
def test_british_words_that_look_american_are_left(word):
    assert british(word) is None


def test_names_and_computers_keep_their_spelling():
    assert british_in("Organization", "The World Health Organization says so.") is None
    assert british_in("Organize", "Organize your day.") == "organise"
    assert british_in("program", "A computer program helps.") is None
    assert british_in("program", "A pain program helps.") == "programme"


def test_links_must_say_where_they_lead():
    html = (
        '<h2>Help</h2><p><a href="/a">Click here</a> <a href="/b">Read more …</a> '
        '<a href="/c">www.example.org/help</a> <a href="/d">Read more about sleep</a> '
        '<a href="/e" aria-label="Sleep">here</a> <a href="/f"><img alt="Map"></a> '
        '<a href="mailto:a@b.uk">a@b.uk</a></p>'
    )
    assert found(html, Kind.VAGUE_LINK) == [("Click here", ""), ("Read more …", "")]
    assert found(html, Kind.ADDRESS_LINK) == [("www.example.org/help", "")]
    assert is_vague("More information »")
    assert not is_address("Paracetamol 2.5 mg")


@pytest.mark.django_db
def test_only_what_an_editor_writes_on_the_page_is_read(client, site):
    topic = [{"type": "text", "value": "<p>We utilise color.</p>"}]
    article = factories.ConditionPageFactory(
        summary="An analgesic.",
        sections=[{"type": "topic", "value": {"heading": "Own", "body": topic}}],
    )
    factories.ClinicalReviewFactory(page=article)
    main = BeautifulSoup(client.get(article.url).content, "html.parser").main
    report = advise(main.decode_contents(), PLAIN | {"page": "x", "gp": "x"})
    assert [f.quote for f in report.findings[Kind.HARD_WORD]] == [
        "analgesic",
        "utilise",
    ]
    assert report.findings[Kind.US_SPELLING][0].heading == "Own"
    assert report.total == 3


@pytest.mark.parametrize(
    "html",
    [
        *(
            "<a " * 30_000,
            "<!--" * 25_000,
            "<![x",
            "<![CDATA[>" * 5_000,
            "<div>" * 20_000,
        ),
        *(
            "<a href='" * 10_000,
            "\x00\ud800",
            "z" * 100_000,
            "aeiou" * 20_000,
            "A. " * 30_000,
        ),
        *("<p>Utilising color, they organize a walk. " * 2_400, "<a href=/x>" * 9_000),
    ],
    ids=str.__len__,
)
def test_a_hundred_kilobytes_of_anything_take_a_moment(html):
    began = time.process_time()
    advise(html, PLAIN)
    # A fraction of a second; what is quadratic takes half a minute.
    assert time.process_time() - began < 5
