"""Hard words with plain alternatives: a list to start with, kept by editors."""

from django.db import migrations

PLAIN_WORDS = {
    "adhere to": "keep to, follow",
    "administer": "give",
    "adverse event": "side effect, harm",
    "adverse reaction": "side effect, bad reaction",
    "alleviate": "ease, relieve",
    "ambulate": "walk",
    "analgesia": "pain relief",
    "analgesic": "painkiller, pain relief",
    "anterior": "front",
    "approximately": "about",
    "bilateral": "on both sides, both",
    "cease": "stop",
    "chronic": "long-term, lasting",
    "commence": "start, begin",
    "comorbidity": "other condition, other illness",
    "contraindicated": "not safe, not suitable",
    "discontinue": "stop",
    "dyspnoea": "breathlessness, short of breath",
    "efficacy": "how well it works, works",
    "elevated": "high, raised",
    "aetiology": "cause",
    "exacerbate": "make worse, worse",
    "facilitate": "help",
    "hypertension": "high blood pressure",
    "in the event of": "if",
    "indicated": "right for, recommended, needed",
    "intravenous": "into a vein, vein",
    "localised": "in one place",
    "lumbar": "lower back",
    "modality": "kind of treatment, way",
    "myalgia": "muscle pain",
    "nociceptive": "from injury, damage",
    "oedema": "swelling",
    "palpate": "feel, press",
    "paraesthesia": "pins and needles, tingling",
    "posterior": "back",
    "prior to": "before",
    "prognosis": "outlook, what to expect",
    "prophylaxis": "prevention, prevent",
    "pyrexia": "fever, high temperature",
    "sequelae": "after-effects",
    "somatic": "of the body, body",
    "subsequent to": "after",
    "titrate": "change step by step, adjust, slowly",
    "topical": "on the skin, skin",
    "utilise": "use",
}


def add_plain_words(apps, schema_editor):
    model = apps.get_model("editorial", "PlainWord")
    model.objects.bulk_create(
        model(term=term, plain=plain) for term, plain in PLAIN_WORDS.items()
    )


class Migration(migrations.Migration):
    dependencies = [("editorial", "0001_initial")]
    operations = [migrations.RunPython(add_plain_words, migrations.RunPython.noop)]
