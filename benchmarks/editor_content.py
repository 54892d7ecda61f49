"""The article that both editors open: forty blocks in eight sections."""

RICH = "<p>Pain that lasts needs <b>more than one</b> answer: rest is only one.</p>"
KINDS = [
    "definition",
    "symptoms",
    "causes",
    "challenges",
    "mechanism",
    "procedure",
    "alternatives",
    "suitability",
]
LISTS = {"suitability": {"questions": ["What else can I do?"], "call_to_action": []}}


def body() -> list[dict]:
    """Five content blocks, as stored."""
    return [
        {"type": "text", "value": RICH * 3},
        {
            "type": "steps",
            "value": {"steps": [{"name": "You arrive", "explanation": RICH}]},
        },
        {"type": "inset_text", "value": {"text": RICH}},
        {"type": "quote", "value": {"quote": "It helped.", "attribution": "A patient"}},
        {
            "type": "care_card",
            "value": {"urgency": "urgent", "heading": "Call 111 if:", "body": RICH},
        },
    ]


def sections() -> list[dict]:
    """The eight sections, as stored."""
    return [
        {
            "type": kind,
            "value": {"heading": kind.title(), "body": body(), **LISTS.get(kind, {})},
        }
        for kind in KINDS
    ]
