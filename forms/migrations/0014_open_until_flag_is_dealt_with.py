from django.db import migrations, models


# What earlier releases made after each `migrate`. SQLite refuses to build a table anew
# while a trigger of another table names it.
FUNCTIONS = (
    'forms_addition_written()',
    'forms_export_fixed()',
    'forms_export_kept()',
    'forms_question_list()',
    'forms_submission_written()',
    'forms_write_words(bigint)',
    'forms_words_of(text)',
)
LIST_TRIGGERS = (
    "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'forms_%'"
)


def drop_triggers_and_words(apps, schema_editor):
    """Drop the triggers, and the table in which they kept patients' words."""
    with schema_editor.connection.cursor() as cursor:
        if schema_editor.connection.vendor == 'sqlite':
            cursor.execute(LIST_TRIGGERS)
            for (name,) in cursor.fetchall():
                cursor.execute(f'DROP TRIGGER {name}')
        else:
            for function in FUNCTIONS:
                cursor.execute(f'DROP FUNCTION IF EXISTS {function} CASCADE')
        cursor.execute('DROP TABLE IF EXISTS forms_submissionwords')


class Migration(migrations.Migration):

    dependencies = [
        ('forms', '0013_emergency_help'),
    ]

    # A generated column cannot be altered: it goes, with its index, and comes back.
    operations = [
        migrations.RunPython(drop_triggers_and_words, migrations.RunPython.noop),
        migrations.RemoveIndex(
            model_name='submission',
            name='submission_open',
        ),
        migrations.RemoveField(
            model_name='submission',
            name='is_open',
        ),
        migrations.AddField(
            model_name='submission',
            name='is_open',
            field=models.GeneratedField(db_persist=True, expression=models.Case(models.When(is_test=False, needs_attention=True, then=True), models.When(models.Q(('is_test', True)), then=False), models.When(models.Q(('is_held', True)), then=False), models.When(models.Q(('withdrawn_at__isnull', False), models.Q(('kind__in', ['complaint', 'data_request', 'safety']), _negated=True)), then=False), models.When(models.Q(('duplicate_of__isnull', False), models.Q(('kind__in', ['complaint', 'data_request', 'safety']), _negated=True)), then=False), models.When(status__in=['new', 'triaged', 'acknowledged', 'in_progress'], then=True), default=False), output_field=models.BooleanField()),
        ),
        migrations.AddIndex(
            model_name='submission',
            index=models.Index(condition=models.Q(('is_open', True)), fields=['due_at', '-submit_time', '-id', 'state', 'page', 'form_key', 'about_page', 'kind', 'rating', 'owner', 'is_verified', 'needs_attention'], name='submission_open'),
        ),
    ]
