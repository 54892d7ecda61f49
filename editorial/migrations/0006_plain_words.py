"""Hard words with plain alternatives: a list to start with, kept by editors."""

from django.db import migrations, models

ROLES = ["Editors", "Site managers"]
ACTIONS = ["add", "change", "delete", "view"]

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
    PlainWord = apps.get_model("editorial", "PlainWord")
    PlainWord.objects.bulk_create(
        PlainWord(term=term, plain=plain) for term, plain in PLAIN_WORDS.items()
    )


def grant_permissions(apps, schema_editor):
    # Django itself makes permissions only after the last migration.
    content_type, _ = apps.get_model("contenttypes.ContentType").objects.get_or_create(
        app_label="editorial", model="plainword"
    )
    groups = apps.get_model("auth.Group").objects.filter(name__in=ROLES)
    for action in ACTIONS:
        permission, _ = apps.get_model("auth.Permission").objects.get_or_create(
            content_type=content_type,
            codename=f"{action}_plainword",
            defaults={"name": f"Can {action} plain word"},
        )
        for group in groups:
            group.permissions.add(permission)


class Migration(migrations.Migration):

    dependencies = [
        ('editorial', '0005_links_and_reminders'),
        # The roles that keep the list.
        ('home', '0003_roles'),
    ]

    operations = [
        migrations.CreateModel(
            name='PlainWord',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('term', models.CharField(help_text='A word or short phrase in small letters, for example: analgesic. Plurals and verb endings are found too. Capitals make no difference.', max_length=60, unique=True, verbose_name='hard word')),
                ('plain', models.CharField(help_text='What patients understand. Several with commas between them, for example: painkiller, pain relief. Where one of them stands in the same sentence, the hard word counts as explained.', max_length=120, verbose_name='write instead')),
            ],
            options={
                'verbose_name': 'plain word',
                'verbose_name_plural': 'plain words',
                'ordering': ['term'],
            },
        ),
        migrations.RunPython(add_plain_words, migrations.RunPython.noop),
        migrations.RunPython(grant_permissions, migrations.RunPython.noop),
    ]
