from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('forms', '0013_emergency_help'),
    ]

    # A generated column cannot be altered: it goes, with its index, and comes back.
    operations = [
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
