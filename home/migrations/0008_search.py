"""What search looks in, and who may tell it synonyms and promoted results."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

ROLES = ["Editors", "Site managers"]
MODELS = ["synonymgroup", "promotedresult"]
ACTIONS = ["add", "change", "delete", "view"]


def grant_permissions(apps, schema_editor):
    ContentType = apps.get_model("contenttypes.ContentType")
    Permission = apps.get_model("auth.Permission")
    groups = apps.get_model("auth.Group").objects.filter(name__in=ROLES)
    for model in MODELS:
        # Django itself makes permissions only after the last migration.
        content_type, _ = ContentType.objects.get_or_create(
            app_label="home", model=model
        )
        verbose_name = apps.get_model("home", model)._meta.verbose_name
        for action in ACTIONS:
            permission, _ = Permission.objects.get_or_create(
                content_type=content_type,
                codename=f"{action}_{model}",
                defaults={"name": f"Can {action} {verbose_name}"},
            )
            for group in groups:
                group.permissions.add(permission)


class Migration(migrations.Migration):

    dependencies = [
        ('home', '0007_menu_items'),
        ('wagtailcore', '0098_apitoken'),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='SearchEntry',
            fields=[
                ('page', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='search_entry', serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('kind', models.CharField(choices=[('conditions', 'Conditions'), ('treatments', 'Treatments'), ('pages', 'Other pages')], max_length=10)),
                ('title', models.TextField()),
                ('names', models.TextField()),
                ('summary', models.TextField()),
                ('text', models.TextField()),
                ('stamp', models.BigIntegerField()),
            ],
            options={
                'indexes': [models.Index(fields=['page', 'stamp'], name='search_entry_stamp')],
            },
        ),
        migrations.CreateModel(
            name='SynonymGroup',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('words', models.CharField(help_text='Words or short phrases that mean the same, with commas between them, for example: painkiller, analgesic, pain relief. Used by the search on the public site: whoever looks for one also finds pages with the others. Patients do not see this list.', max_length=500, verbose_name='words')),
            ],
            options={
                'verbose_name': 'group of synonyms',
                'verbose_name_plural': 'synonyms',
                'ordering': ['words'],
            },
        ),
        migrations.CreateModel(
            name='PromotedResult',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('phrases', models.CharField(help_text='Words or short phrases with commas between them, for example: book, appointment, see a doctor. A search on the public site that holds all words of one of them shows the page first. Patients do not see this list.', max_length=500, verbose_name='searches')),
                ('description', models.CharField(blank=True, help_text='Shown under the page’s title in the search results, in place of its summary. Say what the reader can do there.', max_length=200, verbose_name='description')),
                ('page', models.ForeignKey(help_text='The page that is shown first, as long as it is public.', on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.WAGTAIL_PAGE_MODEL, verbose_name='page')),
            ],
            options={
                'verbose_name': 'promoted result',
                'verbose_name_plural': 'promoted results',
                'ordering': ['phrases'],
            },
        ),
        migrations.CreateModel(
            name='SearchPosting',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('word', models.CharField(max_length=40)),
                ('weight', models.PositiveSmallIntegerField()),
                ('entry', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='postings', to='home.searchentry')),
            ],
            options={
                'indexes': [models.Index(fields=['word', 'entry', 'weight'], name='search_posting_word')],
            },
        ),
        # Permissions go with their models' content types.
        migrations.RunPython(grant_permissions, migrations.RunPython.noop),
    ]
