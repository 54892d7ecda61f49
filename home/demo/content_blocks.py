"""Short ways to write the content blocks of pages.

Each function gives a block as StreamField stores it: a dictionary with its type and
value. Keys that are left out take the block's own default when it is read.
"""

from wagtail.models import Page

from articles.blocks import SectionsBlock

from .pictures import find_picture


def bullets(*items: str) -> str:
    """Rich text of a bulleted list."""
    return "<ul>" + "".join(f"<li>{item}</li>" for item in items) + "</ul>"


def block(kind: str, value) -> dict:
    """A block of this kind."""
    return {"type": kind, "value": value}


def text(*parts: str) -> dict:
    """Running text; a part that is not yet rich text becomes a paragraph."""
    return block("text", rich_text(*parts))


def rich_text(*parts: str) -> str:
    """The parts as rich text; plain ones as paragraphs."""
    return "".join(part if part.startswith("<") else f"<p>{part}</p>" for part in parts)


def inset(*parts: str) -> dict:
    """Inset text."""
    return block("inset_text", {"text": rich_text(*parts)})


def steps(*names_and_explanations: tuple[str, str]) -> dict:
    """Numbered steps."""
    return block(
        "steps",
        {
            "steps": [
                {"name": name, "explanation": rich_text(explanation)}
                for name, explanation in names_and_explanations
            ]
        },
    )


def quote(words: str, attribution: str) -> dict:
    """Somebody's words."""
    return block("quote", {"quote": words, "attribution": attribution})


def table(caption: str, headings: list[str], *rows: list[str]) -> dict:
    """A table of plain texts."""
    return block(
        "table",
        {
            "caption": caption,
            "table": {
                "columns": [{"type": "text", "heading": name} for name in headings],
                "rows": [{"values": row} for row in rows],
            },
        },
    )


def care_card(urgency: str, heading: str, *signs: str) -> dict:
    """A care card with its signs as a list."""
    return block(
        "care_card", {"urgency": urgency, "heading": heading, "body": bullets(*signs)}
    )


def warning(heading: str, *parts: str) -> dict:
    """A warning callout."""
    return block("warning_callout", {"heading": heading, "body": rich_text(*parts)})


def do_and_dont(do: list[str], dont: list[str]) -> dict:
    """Two lists: what to do, and what not."""
    return block("do_and_dont", {"do": do, "dont": dont})


def expander(heading: str, *parts: str) -> dict:
    """Text that opens."""
    return block("expander", {"heading": heading, "body": rich_text(*parts)})


def picture(title: str, alternative_text: str, caption: str) -> dict:
    """One of the demo's stored pictures."""
    return block(
        "image",
        {
            "image": {
                "image": find_picture(title).pk,
                "decorative": False,
                "alt_text": alternative_text,
            },
            "caption": caption,
        },
    )


def action(words: str, slug: str) -> dict:
    """A button to one of the pages below the front page."""
    return block("call_to_action", action_value(words, slug))


def action_value(words: str, slug: str) -> dict:
    """What a button says and where it leads."""
    return {
        "text": words,
        "page": Page.objects.filter(slug=slug, depth=3).earliest("pk").pk,
    }


def section(kind: str, *body: dict, heading: str = "", **values) -> dict:
    """A section of an article, with the kind's usual heading unless one is given."""
    headings = {"heading": heading} if heading else {}
    known = set(SectionsBlock().child_blocks[kind].child_blocks)
    if unknown := set(values) - known:
        raise TypeError(f"A section of kind {kind} has no {', '.join(unknown)}.")
    return block(kind, {"body": list(body), **headings, **values})


def outcome(name: str, explanation: str, frequency: str | None = None) -> dict:
    """A benefit, or with a frequency a risk."""
    value = {"name": name, "explanation": rich_text(explanation)}
    return value if frequency is None else value | {"frequency": frequency}


def guideline(
    organisation: str, recommendation: str, url: str, date: str | None
) -> dict:
    """What one guideline says; `date` as "2021-04-07" if the day is known."""
    return {
        "organisation": organisation,
        "recommendation": rich_text(recommendation),
        "url": url,
        "date": date,
    }


def suitability(*body: dict, questions: list[str], heading: str = "") -> dict:
    """Who should come and what to ask, with a button to a consultation."""
    return section(
        "suitability",
        *body,
        heading=heading,
        questions=questions,
        call_to_action=[action_value("Ask for a consultation", "contact")],
    )
