"""The table of the cache “screening”, so that nobody need run createcachetable."""

from django.core.management import call_command
from django.db import migrations

CACHE_TABLE = "forms_screening_cache"


def make_cache_table(apps, schema_editor):
    alias = schema_editor.connection.alias
    call_command("createcachetable", CACHE_TABLE, database=alias, verbosity=0)


def drop_cache_table(apps, schema_editor):
    schema_editor.execute(f"DROP TABLE IF EXISTS {CACHE_TABLE}")


class Migration(migrations.Migration):
    dependencies = [("forms", "0001_initial")]
    operations = [migrations.RunPython(make_cache_table, drop_cache_table)]
