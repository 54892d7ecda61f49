"""Markdown: whole files, and the few of its signs that people use in plain text."""

import re
from html import escape
from pathlib import Path
from textwrap import dedent
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from .blocks import Block, LeftOut, meant_numbers
from .html import read_html
from .inline import Span, Spans, safe_href
from .page_details import PageDetails
from .text_lines import beside_entry, runs_on, split_lines

SUFFIXES = {".md", ".markdown", ".mdown", ".mkd"}
SIGNS = re.compile(
    r"(?m)^ {0,3}(#{1,6}[ \t]+\S|```|~~~|\|?[ \t]*:?-+:?[ \t]*\|[-:| \t]*$|"
    r"\[[^\]\n]+\]:[ \t]+\S)|!\[[^\]\n]*\]\("
)
FRONT_MATTER = re.compile(
    r"\s*(?:---[ \t]*\n((?:[\w-]+[ \t]*:.*\n|[ \t#-].*\n|\n)+?)(?:---|\.\.\.)"
    r"|\+\+\+[ \t]*\n((?:.*\n)+?)\+\+\+)[ \t]*(?:\n|\Z)"
)
FIELD = re.compile(r"(?m)^([\w-]+)[ \t]*[:=][ \t]*(.*(?:\n[ \t]+\S.*)*)")
HEAD_FIELDS = ["description", "summary", "author", "date"]
FENCE = re.compile(r"[ \t]*(```|~~~)")
TABLE_RULE = re.compile(r"\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\Z")
CELL_END = re.compile(r"(?<!\\)\|")
NOTE = re.compile(r"(?m)^\[\^([\w-]+)\]:[ \t]*")
SIGNS_IN_TEXT = [
    (NOTE, r"\n\\[\1\\] "),
    (re.compile(r"\[\^([\w-]+)\]"), r"\\[\1\\]"),
    # Not CommonMark's, but what pandoc and others write: 10^9^ and H~2~O.
    (re.compile(r"(?<=[\w)])\^([+\-−–]?\w{1,5})\^(?!\w)"), r"<sup>\1</sup>"),
    (re.compile(r"(?<=[^\W\d])~(\w{1,5})~(?!~)"), r"<sub>\1</sub>"),
    # "2*3*4" is a sum, "> 65 years" no quotation, "• rest" an entry.
    (re.compile(r"(?<=\d)\*(?=\d)"), r"\\*"),
    (re.compile(r"\A([ \t]*)>(?=[ \t]?\d)"), r"\1\\>"),
    (re.compile(r"\A([ \t]*)[•▪◦‣●■\uf0b7][ \t]*(?=\S)"), r"\1- "),
]
SHORT = 0.4
PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])

PICTURE = re.compile(r"!\[([^\]\n]*)\]\([^)\s]*(?:\s+\"[^\"]*\")?\)")
STRUCK = re.compile(r"~~(?=\S)(.+?)(?<=\S)~~")
INLINE = re.compile(
    r"\*\*(?=\S)(?P<bold>[^*\n]*\S)\*\*"
    r"|(?<!\w)__(?=\S)(?P<underlined>[^_\n]*\S)__(?!\w)"
    r"|\[(?P<words>[^\[\]\n]+)\]\((?P<href>[^()\s]+)(?:\s+\"[^\"]*\")?\)"
)
EMPHASIS = re.compile(
    r"(?<![\w*])\*(?=[^\s*])([^*\n]*[^\s*])\*(?![\w*])"
    r"|(?<![\w_])_(?=[^\s_])([^_\n]*[^\s_])_(?![\w_])"
)


def looks_like_markdown(text: str, path: Path) -> bool:
    """Whether the file says that it is Markdown, by its name or its signs."""
    if path.suffix.lower() in SUFFIXES or FRONT_MATTER.match(text):
        return True
    return not text.lstrip().startswith("<") and bool(SIGNS.search(text))


def read_markdown(text: str) -> tuple[list[Block], PageDetails]:
    """The blocks of a Markdown file, and what its front matter says of the page."""
    front = FRONT_MATTER.match(text)
    fields: dict[str, str] = {}
    before: list[Block] = []
    if front:
        matter = front[1] or front[2]
        before = [LeftOut("front matter", " ".join(matter.split()))]
        fields = {name.lower(): _value(words) for name, words in FIELD.findall(matter)}
        text = text[front.end() :]
    known: dict[str, Any] = {}
    tokens = PARSER.parse(_prepared(text), known)
    _number_entries(tokens)
    body = PARSER.renderer.render(tokens, PARSER.options, known)
    head = "".join(
        f'<meta name="{name}" content="{escape(fields[name])}">'
        for name in HEAD_FIELDS
        if name in fields
    )
    blocks, details = read_html(f"<head>{head}</head><body>{body}</body>")
    unused: list[Block] = [
        LeftOut("link", f"{name.lower()} ({reference['href']})")
        for name, reference in known.get("references", {}).items()
        if escape(reference["href"]) not in body
    ]
    details.title = fields.get("title", "")
    return before + blocks + unused, details


def _value(words: str) -> str:
    """A field's words, without YAML's signs around them."""
    words = re.sub(r"\A[>|][+-]?(?=\s)", "", words)
    return " ".join(words.split()).strip("\"'")


def _prepared(text: str) -> str:
    """The text with what CommonMark would read as something else made plain."""
    text = keep_note_signs(dedent(text), "\\* ")
    lines = text.split("\n")
    shown = split_lines(text)
    short = max(len(line) for line in lines) * SHORT
    found: list[str] = []
    fence = ""
    for number, line in enumerate(lines):
        mark = FENCE.match(line)
        if mark and fence in {"", mark[1]}:
            fence = "" if fence else mark[1]
        if fence or mark:
            found.append(line)
            continue
        # Short lines below each other were ended on purpose: labels, an address.
        if number and all(
            each[:1].isupper() and len(each) < short
            for each in lines[number - 1 : number + 1]
        ):
            found.append("")
        found.append(
            _plainer(line, runs_on(shown, number), beside_entry(shown, number))
        )
    return "\n".join(_with_wide_tables(found))


def _plainer(line: str, is_running: bool, is_entry: bool) -> str:
    if is_running:
        line = re.sub(r"([-+*.)])(?=\s)", r"\\\1", line, count=1)
    elif is_entry:
        line = re.sub(r"\A(\s*)[–—]", r"\1-", line)
    for pattern, replacement in SIGNS_IN_TEXT:
        line = pattern.sub(replacement, line)
    return line


def _with_wide_tables(lines: list[str]) -> list[str]:
    """The lines, each table's head as wide as its widest row.

    GitHub's tables drop cells beyond the head, and read none that has no head.
    """
    found: list[str] = []
    number = 0
    while number < len(lines):
        end = number
        while end < len(lines) and "|" in lines[end] and lines[end].strip():
            end += 1
        rows = lines[number:end]
        number = max(end, number + 1)
        if len(rows) < 2:
            found.append(lines[number - 1])
            continue
        has_head = bool(TABLE_RULE.match(rows[1].strip()))
        if not has_head and not all(row.strip().startswith("|") for row in rows):
            found += rows
            continue
        width = max(map(_width, rows))
        if has_head:
            rows = [
                _padded(rows[0], width, " "),
                _padded(rows[1], width, "---"),
                *rows[2:],
            ]
        else:
            rows = ["", "|" + " |" * width, "|" + "---|" * width, *rows]
        found += rows
    return found


def _width(row: str) -> int:
    return len(CELL_END.split(_inner(row)))


def _inner(row: str) -> str:
    row = row.strip().removeprefix("|")
    return row[:-1] if row.endswith("|") and not row.endswith("\\|") else row


def _padded(row: str, width: int, cell: str) -> str:
    return f"|{_inner(row)}|" + f"{cell}|" * (width - _width(row))


def _number_entries(tokens: list[Token]) -> None:
    """Give entries the numbers that the text gives them: CommonMark counts on."""
    open_lists: list[list[Token]] = []
    for token in tokens:
        if token.type == "ordered_list_open":
            open_lists.append([])
        elif token.type == "list_item_open" and token.info and open_lists:
            open_lists[-1].append(token)
        elif token.type == "ordered_list_close":
            entries = open_lists.pop()
            for entry, number in zip(
                entries,
                meant_numbers([int(each.info) for each in entries]),
                strict=True,
            ):
                if number is not None:
                    entry.attrSet("value", str(number))


def keep_note_signs(text: str, written: str) -> str:
    """The text, the "*" of a remark kept that "10 mg*" refers to: it is no entry."""
    opened = len(re.findall(r"(?<![\w*])\*(?=\w)", text))
    closed = len(re.findall(r"(?<=[\w)])\*(?![\w*])", text))
    remarks = re.findall(r"(?m)^[ \t]*\*[ \t]", text)
    if closed <= opened or len(remarks) != 1:
        return text
    return re.sub(r"(?m)^[ \t]*\*[ \t]+", lambda _: written, text)


def take_pictures(text: str) -> tuple[str, list[str]]:
    """The text without Markdown's pictures, and their alternative texts."""
    return PICTURE.sub("", text), PICTURE.findall(text)


def take_struck(text: str) -> tuple[str, list[str]]:
    """The text without what is struck out, and that."""
    return STRUCK.sub("", text), STRUCK.findall(text)


def read_inline(text: str) -> Spans:
    """The words with Markdown's bold parts and links."""
    spans: Spans = []
    position = 0
    for match in INLINE.finditer(text):
        spans.append(Span(_plain(text[position : match.start()])))
        bold = match["bold"] or match["underlined"]
        if bold:
            spans += [span._replace(bold=True) for span in read_inline(bold)]
        else:
            words = match["words"]
            is_bold = words.startswith("**") and words.endswith("**")
            spans.append(
                Span(_plain(words.strip("*")), is_bold, safe_href(match["href"]))
            )
        position = match.end()
    spans.append(Span(_plain(text[position:])))
    return spans


def _plain(text: str) -> str:
    return EMPHASIS.sub(lambda match: match[1] or match[2], text)
