"""Files of every sort: encodings, damage, sizes, depths."""

import os
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.importer import ImportProblemError, import_file
from articles.importer.decoding import decode
from articles.importer.extraction import extract
from articles.importer.reading import MAX_BYTES, read_bytes
from articles.importer.sections import to_sections
from articles.importer.text_lines import looks_like_heading
from tests import factories
from tests.stored_text import page_text, words


def zipped(*names: str) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return stream.getvalue()


TEXT = "Sciatica\n\nWhat is it?\n\nIt’s a “hot wire” – café costs £3.\n"
DETERMINISTIC = settings(
    derandomize=True,
    deadline=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]
)
def test_a_text_is_read_in_its_encoding(encoding):
    assert decode(TEXT.encode(encoding)) == TEXT


def test_an_html_page_is_read_in_the_encoding_that_it_names():
    page = '<meta charset="iso-8859-2"><p>Dr Łukasz</p><p>x</p>'
    assert "Łukasz" in decode(page.encode("iso-8859-2"))


def test_line_ends_of_other_systems_and_control_characters_do_no_harm():
    assert decode(b"a line\r\n" * 60 + b"\x07\x00b\rc") == "a line\n" * 60 + "b\nc"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"%PDF-1.7 ...", "is a PDF"),
        (b"PK\x03\x04rest", "Word"),
        (zipped("word/document.xml"), "a Word file"),
        (zipped("mimetype", "styles.xml", "content.xml"), "an OpenDocument file"),
        (zipped("site/index.html"), "a zip file"),
        (b"\n\n%PDF-1.7 ...", "is a PDF"),
        (b"\x89PNG\r\n", "a picture"),
        (b"\0" * 50 + b"text", "no text"),
        (
            b'<?xml version="1.0"?>\n<rss xmlns:wp="http://wordpress.org/export/1.2/">'
            b"<channel><item><title>Sciatica</title></item></channel></rss>",
            "WordPress export",
        ),
        (b"<rss version='2.0'><channel></channel></rss>", "XML"),
        (
            b"From: <Saved by Blink>\nSubject: Sciatica\nMIME-Version: 1.0\n"
            b'Content-Type: multipart/related; boundary="B"\n\n--B\n<h1>x</h1>',
            "saved as an archive",
        ),
        (b'[{"title":{"rendered":"Sciatica"}}]', "JSON"),
        (b'{\n  "posts": []}', "JSON"),
        (b"{\\rtf1 text}", "RTF"),
        (bytes(range(256)) * 20, "no text|not known|encoding"),
        ("Жизнь с болью".encode("koi8-r"), "encoding is not known"),
        (b"\xff\xfeabc", "is not"),
        (b"\xef\xbb\xbf", "empty"),
    ],
)
def test_what_is_no_readable_text_is_refused_in_plain_words(data, message):
    with pytest.raises(ImportProblemError, match=message):
        decode(data)


@pytest.mark.parametrize(
    "page",
    [
        '<?xml version="1.0"?>\n<!DOCTYPE html>\n<html><p>x</p></html>',
        "[1] A footnote comes first.",
        "Subject: to change.\n\nSciatica hurts.",
    ],
)
def test_what_only_looks_like_data_is_read(page):
    assert decode(page.encode()) == page


LONG = "<p>Pain in the leg – “sharp”, at rest £5, and worse at night for many.</p>"


@pytest.mark.parametrize(
    ("damaged", "notices"),
    [
        ("<script>// nÃ£o houver espaÃ§o</script>", 0),
        ('<img src="a.jpg" alt="SprÃ¼hregen">', 0),
        ("<p>It isnâ€™t new.</p>", 1),
        ("<p>A \ufffd slipped disc.</p>", 1),
    ],
)
def test_damage_is_reported_where_it_is_in_the_article(tmp_path, damaged, notices):
    article = extract(f"<h1>Sciatica</h1>{damaged}{LONG}", tmp_path / "a.html")
    assert len(article.notices) == notices


@pytest.mark.parametrize(
    "text",
    [
        "Itâ€™s here. Really.\n",
        "".join(f"Itâ€™s {n} weeks long.\n\n" for n in "123456"),
    ],
)
def test_a_text_saved_wrongly_as_a_whole_is_refused(tmp_path, text):
    with pytest.raises(ImportProblemError, match="wrong encoding"):
        extract(f"Sciatica\n\n{text}", tmp_path / "a.txt")


def test_bytes_of_another_encoding_are_read_in_it():
    assert decode("It’s – 5 µg.".encode() + b" It\x92s 10 \xb5g.") == (
        "It’s – 5 µg. It’s 10 µg."
    )
    page = '<meta charset="utf-8"><p>It’s a café.</p>'
    assert decode(page.encode("cp1252")) == page


def test_conditional_comments_hide_nothing(tmp_path):
    page = '<!--[if IE 7]><html class="ie">' * 30 + "<h1>Sciatica</h1><p>It hurts.</p>"
    hidden = "<!--[if IE]><p>Get a new browser.</p><![endif]-->"
    article = extract(hidden + page, tmp_path / "a.html")
    assert "It hurts." in [place.text for place in article.places]
    assert "Get a new browser." not in [place.text for place in article.places]


TWO = "<h1>Symptoms</h1><p>Pain in the leg.</p><h1>Causes</h1><p>A disc.</p>"


@pytest.mark.parametrize(
    ("page", "title", "kinds"),
    [
        (f"<title>Sciatica | A clinic</title>{TWO}", "Sciatica", 2),
        (f"<title>A</title><p class=MsoTitle>Leg pain</p>{TWO}", "Leg pain", 2),
        (f"<title>Leg pain</title><p class=MsoTitle>Leg pain</p>{TWO}", "Leg pain", 2),
        (f'<meta property="og:title" content="Sciatica">{TWO}', "Sciatica", 2),
        (
            '<meta property="og:site_name" content="The Clinic for All Kinds of Pain">'
            f"<title>The Clinic for All Kinds of Pain – Sciatica</title>{TWO}",
            "Sciatica",
            2,
        ),
        (f"<title>Sciatica in short</title><h1>Sciatica</h1>{TWO}", "Sciatica", 2),
        (TWO, "Leg pain", 2),
        (f"<title>Best clinic</title>{TWO.replace('h1', 'h2')}", "Best clinic", 2),
        ("<title>Best clinic</title><h1>Sciatica</h1><p>It hurts.", "Sciatica", 0),
    ],
)
def test_the_title_is_the_pages_and_sections_keep_their_kind(
    tmp_path, page, title, kinds
):
    article = extract(page, tmp_path / "leg-pain.html")
    assert article.title == title
    found = [part.kind for part in article.parts]
    assert found == ["symptoms", "causes"][:kinds] or kinds == 0


@pytest.mark.parametrize("data", [b"", b" \n\t\n"])
def test_an_empty_file_is_refused(tmp_path, data):
    file = tmp_path / "empty.txt"
    file.write_bytes(data)
    with pytest.raises(ImportProblemError, match="The file is empty"):
        read_bytes(file)


def test_a_folder_and_a_missing_file_are_refused(tmp_path):
    with pytest.raises(ImportProblemError, match="folder"):
        read_bytes(tmp_path)
    with pytest.raises(ImportProblemError, match="no such file"):
        read_bytes(tmp_path / "missing.txt")


def test_a_large_file_is_refused_before_it_is_read(tmp_path):
    file = tmp_path / "large.txt"
    with file.open("wb") as opened:
        os.truncate(opened.fileno(), 10 * MAX_BYTES)
    with pytest.raises(ImportProblemError, match="50 MB; an article has at most 5 MB"):
        read_bytes(file)


@pytest.mark.parametrize(
    "text",
    [
        "Only a title\n",
        "<nav><a href='/'>Home</a></nav><form><label>Name</label><input></form>",
        "<h1>A title</h1><h2>A heading</h2>",
    ],
)
def test_a_file_without_an_articles_text_is_refused(text, tmp_path):
    with pytest.raises(ImportProblemError, match="No text of an article"):
        extract(text, tmp_path / "a.txt")


def test_a_text_without_headings_takes_its_title_from_the_files_name(tmp_path):
    text = "Sciatica is pain along a nerve. It runs down the leg.\n\nMost get better.\n"
    article = extract(text, tmp_path / "leg-pain_2024.txt")
    assert article.title == "Leg pain 2024"
    assert [part.kind for part in article.parts] == ["definition"]


def test_a_page_without_headings_takes_its_own_title(tmp_path):
    page = "<title>Leg pain | Clinic</title><p>It hurts.</p><p>Often.</p>"
    assert extract(page, tmp_path / "a.html").title == "Leg pain"


def test_very_deep_nesting_is_read(tmp_path):
    deep = "<div>" * 9_000 + "<p>Inmost words.</p>" + "<ul><li>" * 2_000 + "x"
    article = extract(f"<h1>Deep</h1>{deep}", tmp_path / "a.html")
    assert "Inmost words." in [place.text for place in article.places]
    assert to_sections(article.parts)


def test_more_elements_than_any_page_has_are_refused(tmp_path):
    with pytest.raises(ImportProblemError, match="more elements"):
        extract("<p>x</p>" * 20_000, tmp_path / "a.html")
    with pytest.raises(ImportProblemError, match="more paragraphs"):
        extract("A line of text.\n\n" * 5_000, tmp_path / "a.txt")


def test_a_last_short_line_is_no_heading():
    assert looks_like_heading("What is sciatica?")
    assert not looks_like_heading("It hurts.")
    assert not looks_like_heading("and so on")


@DETERMINISTIC
@given(data=st.binary(max_size=400))
def test_random_bytes_are_read_or_refused_but_never_fail(tmp_path, data):
    try:
        article = extract(decode(data), tmp_path / "a.txt")
    except ImportProblemError:
        return
    assert to_sections(article.parts) is not None


TAGS = st.sampled_from(
    [
        "<h1>",
        "</h1>",
        "<h2>",
        "</h2>",
        "<h4>",
        "<p>",
        "</p>",
        "<div>",
        "</div>",
        "<ul>",
        "</ul>",
        "<ol",
        "start=3>",
        "<li>",
        "</li>",
        "<table>",
        "</table>",
        "<tr>",
        "<td>",
        "<td",
        "colspan=3>",
        "<td",
        "rowspan=99>",
        "<th>",
        "<caption>",
        "<b>",
        "</b>",
        "<a>",
        "</a>",
        "<br>",
        "<form>",
        "</form>",
        "<label>",
        "<input>",
        "<nav>",
        "</nav>",
        "<main>",
        "</main>",
        "<article>",
        "<dl>",
        "<dt>",
        "<dd>",
        "</dl>",
        "<blockquote>",
        "<cite>",
        "</blockquote>",
        "<details>",
        "<summary>",
        "<button>",
        "<script>",
        "</script>",
        "<!--",
        "-->",
        "<![CDATA[",
        "&#0;",
        "&#xD800;",
        "&amp;",
        "<footer>",
        "<aside>",
        "<header>",
        "<body>",
        "<title>",
        "<svg>",
        "<x-y>",
        "<",
        "<>",
    ]
)
WORDS = st.sampled_from(
    ["Benefits and risks", "However, it may hurt.", "- one", "Call us", "Name: x", "\n"]
)


@DETERMINISTIC
@given(pieces=st.lists(TAGS | WORDS | st.text(max_size=12), max_size=40))
def test_random_markup_is_read_or_refused_but_never_fails(tmp_path, pieces):
    try:
        article = extract("<p>" + "".join(pieces) + "<p>", tmp_path / "a.html")
    except ImportProblemError:
        return
    assert to_sections(article.parts).get_prep_value() is not None


SENTENCES = st.lists(
    st.sampled_from(["alpha", "beta", "gamma", "delta", "epsilon"]), min_size=2
)


@pytest.mark.django_db
def test_every_word_of_random_paragraphs_is_stored_in_order(tmp_path, home_page):
    factories.ConditionIndexPageFactory()

    @DETERMINISTIC
    @given(paragraphs=st.lists(SENTENCES, min_size=2, max_size=6))
    def check(paragraphs):
        texts = [
            f"Number {number} {' '.join(each)}."
            for number, each in enumerate(paragraphs)
        ]
        file = tmp_path / "a.txt"
        file.write_text("\n\n".join(["A title", *texts]))
        page = import_file(file, "condition").page
        assert words(page_text(page)) == words(" ".join(["A title", *texts]))

    check()
