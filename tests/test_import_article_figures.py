"""An import changes no figure, dose, table or word."""

import re
import unicodedata
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.importer.extraction import Article, extract
from articles.importer.sections import to_sections

ABOVE = "<h1>Doses</h1><h2>How it is given</h2>"
Table = tuple[str, list[str], list[list[str]]]


def article(text: str, name: str = "a.html") -> Article:
    return extract(text, Path(name))


def bodies(found: Article) -> list[dict]:
    sections = to_sections(found.parts).get_prep_value()
    return [block for section in sections for block in section["value"]["body"]]


def markup(text: str, name: str = "a.html") -> str:
    blocks = bodies(article(text, name))
    return "".join(block["value"] for block in blocks if block["type"] == "text")


def of_html(text: str) -> str:
    return markup(f"{ABOVE}<p>It is so.</p>{text}").removeprefix("<p>It is so.</p>")


def tables(text: str, name: str = "a.html") -> list[Table]:
    """(caption, names of columns, rows) of each table."""
    return [
        (
            block["value"]["caption"],
            [column["heading"] for column in block["value"]["table"]["columns"]],
            [row["values"] for row in block["value"]["table"]["rows"]],
        )
        for block in bodies(article(text, name))
        if block["type"] == "table"
    ]


def table(rows: str) -> Table:
    (found,) = tables(f"{ABOVE}<p>It is so.</p><table>{rows}</table>")
    return found


def left_out(text: str, name: str = "a.html") -> list[tuple[str, str]]:
    return article(text, name).left_out


@pytest.mark.parametrize(
    ("source", "stored"),
    [
        ("4 to 11 × 10<sup>9</sup> per litre", "4 to 11 × 10⁹ per litre"),
        ("10<sup>-3</sup> mol, 10<sup>&minus;2</sup> mL", "10⁻³ mol, 10⁻² mL"),
        ("<b>10</b><sup><span>9</span></sup>/L", "<b>10</b>⁹/L"),
        ("10<sup>9.5</sup>, 10<sup>9/L</sup>", "10^9.5, 10⁹/L"),
        ("10<span style='vertical-align: super'>6</span> cells", "10⁶ cells"),
        ("30 kg/m<sup>2</sup>, 5 cm<sup>3</sup>", "30 kg/m², 5 cm³"),
        ("1<sup>1</sup>/<sub>2</sub> tablets", "1½ tablets"),
        ("1<sup>1</sup>&frasl;<sub>2</sub>, 1<sup>1/2</sup>", "1½, 1½"),
        ("2<sup>3</sup>/<sub>16</sub> inch", "2 3/16 inch"),
        ("1&frac12; or 1&#189; tablets", "1½ or 1½ tablets"),
        ("people aged 65<sup>2</sup> take 5<sup>1</sup> mg", "65[2] take 5[1] mg"),
        ("10<sup>1</sup> mg a day<sup>3,4</sup>", "10[1] mg a day[3,4]"),
        ("5 mg<sup><a href='#n'>2</a></sup>", "5 mg[2]"),
        ("65<a href='#n'>2</a> and over", "65[2] and over"),
        ("20 mg<sup>*</sup>, 5<sup>a</sup> mg", "20 mg*, 5[a] mg"),
        ("the 1<sup>st</sup> of May", "the 1st of May"),
        ("37<sup>o</sup>C or 37&deg;C", "37°C or 37°C"),
        ("H<sub>2</sub>O, CO<sub>2</sub>, Ca<sup>2+</sup>", "H₂O, CO₂, Ca²⁺"),
        ("<sup>131</sup>I", "¹³¹I"),
        ("65<sup>2 3</sup>, 5 &nbsp; 6 and 5&nbsp;mg", "65[2 3], 5 6 and 5\xa0mg"),
        ("GABA<sub>A</sub>, x<sup>y</sup>", "GABA<sub>A</sub>, x<sup>y</sup>"),
        (
            "<math><msup><mn>10</mn><mn>9</mn></msup></math> <math><mfrac><mn>1</mn>"
            "<mn>2</mn></mfrac></math>",
            "10⁹ ½",
        ),
        ("ami<wbr>trip&shy;ty\u200bline", "amitriptyline"),
        ("<font>5</font><span>00</span>&nbsp;mg", "500\xa0mg"),
        (
            "&le;5 &micro;g, &plusmn;2, &lt;3 &#8211; 4 &minus;1",
            "≤5 µg, ±2, &lt;3 – 4 −1",
        ),
        ("<mark>10</mark>mg <abbr>NSAID</abbr>s <bdi>3</bdi>.5", "10mg NSAIDs 3.5"),
        ("<q>Yes</q> he said", "“Yes” he said"),
        ("one<br>two", "one<br/>two"),
        ("take <img class='emoji' alt='½'> a tablet", "take ½ a tablet"),
    ],
)
def test_a_figure_or_word_is_stored_as_the_page_shows_it(source, stored):
    assert stored in of_html(f"<p>So: {source} and on</p>")


@pytest.mark.parametrize(
    "struck",
    [
        "<del>20 mg</del>",
        "<s><b>20</b> mg</s>",
        "<strike>20 mg</strike>",
        "<span style='color:red; text-decoration: line-through'>20 mg</span>",
        "<i class=old>20 mg</i><style>.old{text-decoration:line-through}</style>",
        "<span role='deletion'>20 mg</span>",
    ],
)
@pytest.mark.parametrize(
    "around", ["<p>Take {} 10 mg</p>", "<ul><li>Take {} 10 mg</ul>"]
)
def test_a_struck_out_dose_is_left_out_and_reported(struck, around):
    source = ABOVE + "<p>It is so.</p>" + around.format(struck)
    assert "Take 10 mg" in markup(source)
    assert ("struck out", "20 mg") in left_out(source)


@pytest.mark.parametrize(
    "cells",
    [
        "<td>Adult<td><del>20</del> 10 mg",
        "<td>Adult<td>10 mg<tr style='text-decoration:line-through'><td>20<td>20",
    ],
)
def test_a_struck_out_cell_is_left_out_and_reported(cells):
    source = f"{ABOVE}<table><tr><th>Age<th>Dose<tr>{cells}</table>"
    assert tables(source) == [("Table", ["Age", "Dose"], [["Adult", "10 mg"]])]
    assert ("struck out", "20") in left_out(source)


HEAD = "<tr><th>Drug<th>Dose"


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("<ul><li>at night<li>with food</ul>", "at night\nwith food"),
        ("<ol start=2><li>rest<li>walk</ol>", "2. rest\n3. walk"),
        ("10 mg<br>20 mg", "10 mg\n20 mg"),
        ("<p>10 mg</p><p>20 mg</p>", "10 mg\n20 mg"),
        ("<img src=cross.png alt=No>", "No"),
        ("<svg aria-label=No><path/></svg>", "No"),
        ("<i class='fa fa-check'></i>", "✓"),
        ("<input type=checkbox checked> yes", "☑ yes"),
        ("10<sup>9</sup>", "10⁹"),
        ("<table><tr><th>Day<th>Walk<tr><td>1<td>5 min</table>", "Day: 1, Walk: 5 min"),
        ("<blockquote>5 mg</blockquote>", "5 mg"),
        ("<div class=widget>Call 999</div>", "Call 999"),
    ],
)
def test_a_table_stays_one_whatever_a_cell_holds(cell, words):
    expected = ("Table", ["Drug", "Dose"], [["A", words], ["B", "1 mg"]])
    assert table(f"{HEAD}<tr><td>A<td>{cell}<tr><td>B<td>1 mg") == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            "<thead><tr><th rowspan=2>Weight<th colspan=2>Dose<tr><th>first<th>then"
            "<tbody><tr><th>50<td rowspan=2>0.1<td>0.2<tr><th>90<td>0.4",
            (
                "Table",
                ["Weight", "Dose: first", "Dose: then"],
                [["50", "0.1", "0.2"], ["90", "0.1", "0.4"]],
            ),
        ),
        (
            "<tr><th rowspan=2>Drug<th colspan=2>Dose<tr><th>Adult<th>Child"
            "<tr><td>A<td>10<td>5<tr><td>B<td colspan=2>2",
            (
                "Table",
                ["Drug", "Dose: Adult", "Dose: Child"],
                [["A", "10", "5"], ["B", "2", "2"]],
            ),
        ),
        (
            f"<caption>Prices</caption><thead>{HEAD}<tfoot><tr><td>All<td>3 mg"
            "<tbody><tr><td>A<td>1 mg",
            ("Prices", ["Drug", "Dose"], [["A", "1 mg"], ["All", "3 mg"]]),
        ),
        (
            f"{HEAD}<tr><td rowspan=0>A<td>1<tr><td>2<tr><td>3",
            ("Table", ["Drug", "Dose"], [["A", "1"], ["A", "2"], ["A", "3"]]),
        ),
        (
            f"<tr><th colspan=2>By weight{HEAD}<tr><td>A<td colspan=9>1",
            ("By weight", ["Drug", "Dose"], [["A", "1"]]),
        ),
        (
            f"{HEAD}<tr><th colspan=2>Children<tr><td>A<td>1",
            ("Table", ["Drug", "Dose"], [["Children", "Children"], ["A", "1"]]),
        ),
        ("<tr><th>Drug<td>A", ("Table", ["", ""], [["Drug", "A"]])),
        (
            "<tr><td><th>A<th>B<tr><th>Dose<td>1<td>2",
            ("Table", ["", "A", "B"], [["Dose", "1", "2"]]),
        ),
    ],
)
def test_a_table_keeps_its_rows_columns_and_spans(rows, expected):
    assert table(rows) == expected


def test_a_table_made_of_other_elements_is_one():
    source = (
        "<div role=table><div role=row><span role=columnheader>Item</span>"
        "<span role=columnheader>Price</span></div><div role=row>"
        "<span role=cell>Visit</span><span role=cell>£250</span></div></div>"
    )
    assert tables(f"{ABOVE}{source}") == [
        ("Table", ["Item", "Price"], [["Visit", "£250"]])
    ]


def test_a_table_of_layout_is_read_as_text_and_the_one_inside_it_as_a_table():
    inner = f"<table>{HEAD}<tr><td>A<td>1</table>"
    source = f"<table><tr><td><p>Menu of words.<td>{ABOVE}<p>It is so.{inner}</table>"
    assert tables(source) == [("Table", ["Drug", "Dose"], [["A", "1"]])]
    assert "<p>It is so.</p>" in markup(source)


@pytest.mark.parametrize(
    ("source", "stored"),
    [
        ("<ol start=3><li>Fast<li>Rest</ol>", "<p>3. Fast</p><p>4. Rest</p>"),
        ("<ol><li value=10>Ten<li>On</ol>", "<p>10. Ten</p><p>11. On</p>"),
        ("<ol reversed><li>Two<li>One</ol>", "<p>2. Two</p><p>1. One</p>"),
        (
            "<ul><li>Take<ol type=a><li>one<li>two</ol></ul>",
            "<ul><li>Take<br/>a. one<br/>b. two</li></ul>",
        ),
        (
            "<ul><li>Pain<ul><li>in the leg</ul><li>Numbness</ul>",
            "<ul><li>Pain<ul><li>in the leg</li></ul></li><li>Numbness</li></ul>",
        ),
        (
            f"<ol><li>Look:<table>{HEAD}<tr><td>A<td>1</table>then<li>Take it</ol>",
            "<ol><li>Look:</li></ol><p>then</p><p>2. Take it</p>",
        ),
        ("<dl><dt>Nerve<dd>A wire.</dl>", "<li><b>Nerve</b><br/>A wire.</li>"),
        ("<pre>one\n<code>two\nthree</code></pre>", "<p>one<br/>two<br/>three</p>"),
    ],
)
def test_a_list_keeps_its_numbers_and_levels(source, stored):
    assert stored in of_html(source)


BASE = "<base href='https://old.example.org/a/'>"


@pytest.mark.parametrize(
    ("link", "stored", "reported"),
    [
        (f"{BASE}<a href=b.html>B</a>", '"https://old.example.org/a/b.html"', ""),
        (
            "<link rel=canonical href=https://old.example.org/a><a href='/d e'>B</a>",
            '"https://old.example.org/d%20e"',
            "",
        ),
        (
            "<a href=//cdn.example.org/b.pdf>B</a>",
            '"https://cdn.example.org/b.pdf"',
            "",
        ),
        ("<a href=/b.pdf>B</a>", "B", "B (/b.pdf)"),
        ("<a href=#risks>B</a>", "B", "B (#risks)"),
        (
            "<a href=https://example.org/b><img src=i.png alt=i></a>",
            "",
            "https://example.org/b",
        ),
    ],
)
def test_a_link_keeps_an_address_or_is_reported(link, stored, reported):
    source = f"{ABOVE}<p>It is so.<p>See {link} there."
    assert stored in markup(source)
    assert [text for what, text in left_out(source) if what == "link"] == (
        [reported] if reported else []
    )


@pytest.mark.parametrize(
    ("source", "reported"),
    [
        ("<video src=drip.mp4></video>", ("embedded content", "drip.mp4")),
        ("<audio><source src=talk.mp3></audio>", ("embedded content", "talk.mp3")),
        ("<iframe src=//v.org/1></iframe>", ("embedded content", "//v.org/1")),
        ("<object data=scan.pdf></object>", ("embedded content", "scan.pdf")),
        ("<b style='background:url(knee.jpg)'></b>", ("picture", "knee.jpg")),
        ("<img src=data:, data-src=knee.jpg alt=''>", ("picture", "knee.jpg")),
        ("<p>Do <em>not</em> drive</p>", ("italics", "not")),
        ("<abbr title='as needed'>PRN</abbr>", ("tooltip", "PRN: as needed")),
        ("<![CDATA[5 mg]]>", ("comment", "5 mg")),
    ],
)
def test_what_cannot_be_stored_is_reported(source, reported):
    assert reported in left_out(f"{ABOVE}<p>It is so.</p>{source}<p>And so on.</p>")


MARKDOWN = """\
---
title: "Doses: a guide"
---
## How it is given

"""


@pytest.mark.parametrize(
    ("source", "stored"),
    [
        ("Take ~~20 mg~~ 10 mg.", "Take 10 mg."),
        ("It is 10^6^, and H~2~O, 10^9/L.", "It is 10⁶, and H₂O, 10^9/L."),
        ("Multiply 2*3*4 and 5 * 6 * 7.", "Multiply 2*3*4 and 5 * 6 * 7."),
        (
            "The medicine is not for children under\n12. Adults take one.",
            "The medicine is not for children under 12. Adults take one.",
        ),
        (
            "The temperature of the room should be at\n- 5 degrees, or lower.",
            "The temperature of the room should be at - 5 degrees, or lower.",
        ),
        ("Halve the dose for people aged\n> 65 years.", "people aged &gt; 65 years."),
        ("> 65 years: half the dose.", "<p>&gt; 65 years: half the dose.</p>"),
        ("So[^a].\n\n[^a]: Rare.\n[^b]: No.", "So[a].</p><p>[a] Rare.</p><p>[b] No."),
        ("See [A][n].\n\n[n]: https://a.org", '<a href="https://a.org">A</a>'),
        ("1. One\n3. Three\n5. Five", "<p>1. One</p><p>3. Three</p><p>5. Five</p>"),
        ("1. One\n1. Two", "<ol><li>One</li><li>Two</li></ol>"),
        ("```\n5 mg  # once\n- 6 mg\n```", "<p>5 mg # once<br/>- 6 mg</p>"),
        ("Take it at noon  \nor later.", "Take it at noon<br/>or later."),
        ("Take <5 mg or 2 < 3 &micro;g.", "Take &lt;5 mg or 2 &lt; 3 µg."),
        ("Name: A\n• rest\n• walk", "<ul><li>rest</li><li>walk</li></ul>"),
    ],
)
def test_markdown_is_read_as_its_readers_see_it(source, stored):
    assert stored in markup(f"{MARKDOWN}It is so.\n\n{source}\n", "a.txt")


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            "| Drug | Dose |\n|--|--:|\n| A \\| B | 10 mg<br>20 mg |",
            (["Drug", "Dose"], [["A | B", "10 mg\n20 mg"]]),
        ),
        (
            "| Drug | Dose |\n|--|--|\n| A | 1 | 2 |",
            (["Drug", "Dose", ""], [["A", "1", "2"]]),
        ),
        ("Drug | Dose\n-|-\nA | ~~2~~ 1", (["Drug", "Dose"], [["A", "1"]])),
        ("| A | 1 |\n| B | 2 |", (["", ""], [["A", "1"], ["B", "2"]])),
    ],
)
def test_a_markdown_table_keeps_every_cell(rows, expected):
    assert tables(f"{MARKDOWN}It is so.\n\n{rows}\n", "a.md") == [("Table", *expected)]


def test_the_title_of_a_markdown_file_may_stand_before_its_text():
    assert article(f"{MARKDOWN}It is so.\n", "b.md").title == "Doses: a guide"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            "Drug\tAdult\tChild\nA\t10\t5",
            (["Drug", "Adult", "Child"], [["A", "10", "5"]]),
        ),
        ("\tAdult\tChild\nA\t\t5", (["", "Adult", "Child"], [["A", "", "5"]])),
        ("Drug      Dose\nA         1 mg", (["Drug", "Dose"], [["A", "1 mg"]])),
    ],
)
def test_columns_of_a_plain_text_are_a_table(lines, expected):
    source = f"Doses\n\nWhat is it?\n\nIt is so.\n\n{lines}\n\nAnd so on.\n"
    assert tables(source, "a.txt") == [("Table", *expected)]


@pytest.mark.parametrize(
    ("source", "stored"),
    [
        (
            "It is not for children under the age\nof 12. Adults may.",
            "age of 12. Adults",
        ),
        (
            "It is not for children under the age of\n12. Adults may.",
            "age of 12. Adults",
        ),
        ("Keep the temperature of the room at\n- 5 degrees.", "room at - 5 degrees."),
        ("2. Two\n4. Four\n6. Six", "<p>2. Two</p><p>4. Four</p><p>6. Six</p>"),
        ("Take ~~20 mg~~ 10 mg of it a day.", "Take 10 mg of it"),
    ],
)
def test_plain_text_keeps_its_figures(source, stored):
    text = f"Doses\n\nWhat is it?\n\nIt is so.\n\n{source}\n\nAnd so on it goes.\n"
    assert stored in markup(text, "a.txt")


@pytest.mark.parametrize(
    ("source", "stored"),
    [
        ("HCO<sub>3</sub><sup>-</sup>, AUC<sub>0-24</sub>", "HCO₃⁻, AUC₀₋₂₄"),
        (
            "<i><sup>1</sup></i>/<b><sub>2</sub></b> and <sup>1</sup>/<small>3</small>",
            "½",
        ),
        ("1<sup>1</sup>/<small>3</small>", "1 1/3"),
        ("5 <font face=Symbol>m</font>g, \uf06dg", "5 µg, µg"),
        ("<span style='mso-text-raise:3.0pt'>131</span>I", "¹³¹I"),
        ("45<sup>o</sup> and 45<sup>0</sup>", "45° and 45°"),
        ("Drug<sup>a</sup>, M<sup>c</sup>Donald", "Drug[a], M<sup>c</sup>Donald"),
        (
            "<ruby>5<rt>five</rt></ruby> <math><msqrt><mn>9</mn></msqrt></math>",
            "5(five) √9",
        ),
        ("<span style='display:block'>5 mg</span><span>6</span>", "5 mg</p><p>6"),
        ("Take <img src=m.png alt='500 mg'> now", "Take 500 mg now"),
    ],
)
def test_a_figure_of_other_programs_is_stored_as_the_page_shows_it(source, stored):
    assert stored in of_html(f"<p>So: {source} and on</p>")


def test_the_caption_beside_a_table_is_the_tables_wherever_it_stands():
    caption, inner = (
        "<figcaption>By age</figcaption>",
        f"<table>{HEAD}<tr><td>A<td>1</table>",
    )
    for figure in (caption + inner, inner + caption):
        source = f"{ABOVE}<p>It is so.<figure>{figure}</figure>"
        assert tables(source) == [("By age", ["Drug", "Dose"], [["A", "1"]])]
        assert markup(source) == "<p>It is so.</p>"


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("5 – 10 people in 100", ["5 – 10 people in 100"]),
        ("Ratio 1 : 1000", ["Ratio 1 : 1000"]),
        ("<b>Para</b>cetamol works", ["Paracetamol works"]),
        ("<b>GABA</b><sub>A</sub> block", []),
    ],
)
def test_a_range_ratio_or_word_is_not_parted_into_a_name_and_its_meaning(text, items):
    source = f"<h1>Doses</h1><h2>Benefits</h2><p>It is so.</p><ul><li>{text}</ul>"
    (section,) = to_sections(article(source).parts).get_prep_value()
    assert [item["value"]["name"] for item in section["value"]["items"]] == items
    assert items or f"<li>{text}</li>" in markup(source)


FIGURE = "10,250.5 mg"
PARTS = st.sampled_from(
    ["<wbr>", "&shy;", "\u200b", "<b></b>", "<!-- x -->", "<span>", "</span>", "<u>"]
)


@settings(derandomize=True, deadline=None, max_examples=60)
@given(
    cuts=st.lists(st.tuples(st.integers(0, len(FIGURE)), PARTS), max_size=8),
    around=st.sampled_from(
        [
            "<p>{}</p>",
            "<ul><li>{}</ul>",
            "<table><tr><th>A<td>{}</table>",
            "<h3>{}</h3><p>x",
        ]
    ),
)
def test_no_markup_inside_a_figure_parts_it(cuts, around):
    source = FIGURE
    for place, part in sorted(cuts, reverse=True):
        source = source[:place] + part + source[place:]
    found = to_sections(article(f"{ABOVE}<p>So.</p>{around.format(source)}").parts)
    assert FIGURE in re.sub(r"</?b>", "", str(found.get_prep_value()))


PIECES = [
    "<p>{} mg and <em>{}</em></p>",
    "<p>Take <del>{}</del> <b>{}</b><br>{}</p>",
    "<p>10<sup>{}</sup>, a<sup>{}</sup>, x<sub>{}</sub> <q>{}</q></p>",
    "<ul><li>{}<ul><li>{}</ul>{}<li>{}</ul>",
    "<dl><dt>{}<dd>{}</dl><pre>{}\n  {}</pre>",
    "<table><caption>{}</caption><tr><th>{}<th>{}<tr><td rowspan=2>{}<td>{}<tr><td>{}"
    "</table>",
    "<table><tfoot><tr><td colspan=2>{}</tfoot><tr><td>{}<td><ol><li>{}<li>{}</ol>"
    "</table>",
    "<blockquote>{} <cite>{}</cite></blockquote>",
    "<figure><img alt='{}' src=a.png><figcaption>{}</figcaption></figure>",
    "<video src='{}.mp4'></video><iframe src='/{}'></iframe>",
    "<details><summary>{}</summary><p>{}</p></details>",
    "<p><a href='/{}'>{}</a> <a href='#{}'>{}</a></p>",
    "<aside class=widget>{}</aside><div class=related>{} {}</div><nav>{}</nav>",
    "<h3>{} mg</h3><p>{}</p><h4><s>{}</s> {}</h4>",
    "<ol start=1><li>{}<table><tr><th>{}<th>{}<tr><td>{}<td>{}</table>{}</ol>",
]


@settings(derandomize=True, deadline=None, max_examples=40)
@given(pieces=st.lists(st.sampled_from(PIECES), min_size=1, max_size=6))
def test_every_number_of_a_page_is_in_the_import_or_its_report(pieces):
    numbers = count(1001)
    body = re.sub(r"\{\}", lambda _: str(next(numbers)), "".join(pieces))
    found = article(
        f"{ABOVE}<p>It is so for most people.</p>{body}<p>Ask us about it.</p>"
    )
    stored = unicodedata.normalize(
        "NFKC", str(to_sections(found.parts).get_prep_value())
    )
    kept = set(
        re.findall(r"(?<!\d)(?:10)?(1\d{3})(?!\d)", re.sub(r"</?\w+>", " ", stored))
    )
    reported = set(re.findall(r"1\d{3}", " ".join(text for _, text in found.left_out)))
    assert kept | reported >= set(re.findall(r"1\d{3}", body))
