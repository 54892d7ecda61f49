"""Receipts, additions, invitations, and what came twice or was withdrawn."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('forms', '0004_notifications'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='formpage',
            name='kiosk_mode',
            field=models.BooleanField(default=False, help_text='For a tablet that patients share: it remembers nothing of who answered, fills in nothing by itself, and goes back to an empty form after the thank-you page.', verbose_name='shared tablet'),
        ),
        migrations.AddField(
            model_name='submission',
            name='duplicate_of',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='duplicates', to='forms.submission', verbose_name='duplicate of'),
        ),
        migrations.AddField(
            model_name='submission',
            name='is_verified',
            field=models.BooleanField(default=False, editable=False, verbose_name='from a verified visit'),
        ),
        migrations.AddField(
            model_name='submission',
            name='withdrawn_at',
            field=models.DateTimeField(editable=False, null=True, verbose_name='withdrawn'),
        ),
        migrations.CreateModel(
            name='InvitationSheet',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('token', models.CharField(editable=False, max_length=32, unique=True)),
                ('form_title', models.CharField(max_length=255)),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='made')),
                ('expires_at', models.DateTimeField(verbose_name='expires')),
                ('form_page', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.WAGTAIL_PAGE_MODEL, verbose_name='form')),
                ('made_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='made by')),
            ],
            options={
                'verbose_name': 'invitation sheet',
                'verbose_name_plural': 'invitations',
                'ordering': ['-made_at', '-pk'],
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='Invitation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code_hash', models.CharField(editable=False, max_length=64, unique=True)),
                ('used_on', models.DateField(editable=False, null=True)),
                ('sheet', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='invitations', to='forms.invitationsheet')),
            ],
            options={
                'verbose_name': 'invitation',
                'verbose_name_plural': 'invitations',
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='SubmissionAddition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('token', models.CharField(editable=False, max_length=32, unique=True)),
                ('text', models.TextField()),
                ('received_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('submission', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='additions', to='forms.submission')),
            ],
            options={
                'verbose_name': 'addition',
                'verbose_name_plural': 'additions',
                'ordering': ['received_at', 'pk'],
                'default_permissions': (),
            },
        ),
    ]
