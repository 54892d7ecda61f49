from django.db import migrations, models
from django.utils.text import slugify

TITLES = {"dame", "dr", "miss", "mr", "mrs", "ms", "mx", "prof", "professor", "sir"}


def give_addresses(apps, schema_editor):
    """Make each clinician's address from the name, as saving one does."""
    Clinician = apps.get_model("editorial.Clinician")
    taken = set()
    for clinician in Clinician.objects.order_by("pk"):
        words = slugify(clinician.name).split("-")
        while words and words[0] in TITLES:
            words.pop(0)
        name = ("-".join(words) or "clinician")[:75].strip("-")
        slug, number = name, 1
        while slug in taken:
            number += 1
            slug = f"{name}-{number}"
        taken.add(slug)
        Clinician.objects.filter(pk=clinician.pk).update(slug=slug)


class Migration(migrations.Migration):
    dependencies = [
        ("editorial", "0002_clinical_review"),
    ]
    operations = [
        migrations.AddField(
            model_name="clinician",
            name="slug",
            field=models.CharField(default="", max_length=80),
            preserve_default=False,
        ),
        migrations.RunPython(give_addresses, migrations.RunPython.noop),
        migrations.AlterField(
            model_name="clinician",
            name="slug",
            field=models.SlugField(blank=True, error_messages={'unique': 'Somebody else’s page has this address. Choose another.'}, help_text='The last part of the address of the profile, for example: ada-wells. Leave it empty to have it made from the name. It stays when the name changes, so that links to the profile go on working.', max_length=80, unique=True, verbose_name='address'),
        ),
    ]
