"""How many contact-form texts the words alone hold: no network, no timing, no flood.

The texts of `data/contact_form_texts.json` are each judged once, as if typed by
somebody in no hurry. People's are judged again with all circumstances against them: a
password manager filled the hidden field, and their network and the site are busy.
The first set was written after the table of words, and the table was then mended with
it; the second was written after that. "all" prints what is judged wrongly.

    python benchmarks/spam_texts_alone.py [first|second] [all]
"""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
os.environ["DJANGO_SETTINGS_MODULE"] = "clinicsite.settings.test"

import django

django.setup()

from benchmarks.search_data import read_data
from forms.screening.content import content_signals
from submissions.screening_signals import HELD_FROM, TABLE, score

CIRCUMSTANCES = [signal.name for signal in TABLE if signal.is_circumstance]


def is_held(text: str, circumstances: list[str]) -> bool:
    """Whether its words hold this text under these circumstances."""
    return score({*content_signals([text]), *circumstances}) >= HELD_FROM


def report(title: str, kinds: dict[str, list[str]], circumstances: list[str]) -> None:
    """Print how many are held, and those that are a mistake."""
    expected = title.startswith("Programs")
    held = {
        kind: [text for text in texts if is_held(text, circumstances)]
        for kind, texts in kinds.items()
    }
    count, whole = sum(map(len, held.values())), sum(map(len, kinds.values()))
    print(f"{title}: {count} of {whole} held")
    for kind, texts in kinds.items():
        print(f"  {kind}: {len(held[kind])} of {len(texts)}")
        if "all" in sys.argv:
            for text in texts:
                if (text in held[kind]) != expected:
                    print(f"    {content_signals([text])} {text[:120]!r}")


def main() -> None:
    """Judge all texts."""
    texts = read_data("contact_form_texts")[
        "first" if "first" in sys.argv else "second"
    ]
    report("Programs", texts["programs"], [])
    report("People", texts["people"], [])
    report("People with all circumstances", texts["people"], CIRCUMSTANCES)


if __name__ == "__main__":
    main()
