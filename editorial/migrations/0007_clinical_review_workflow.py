"""A step of workflows for clinical reviews, and what each review holds for."""

import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


def hold_for_what_was_read(apps, schema_editor):
    apps.get_model("editorial", "ClinicalReview").objects.update(
        public_revision=models.F("revision")
    )


class Migration(migrations.Migration):

    dependencies = [
        ('auth', '0012_alter_user_first_name_max_length'),
        ('editorial', '0006_plain_words'),
        ('wagtailcore', '0098_apitoken'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterModelOptions(
            name='clinician',
            options={'ordering': ['name'], 'permissions': [('link_clinician_account', "Can say which account is a clinician's")]},
        ),
        migrations.AddField(
            model_name='clinicalreview',
            name='public_revision',
            field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.revision', verbose_name='newest revision it holds for'),
        ),
        migrations.AddField(
            model_name='clinician',
            name='user',
            field=models.OneToOneField(blank=True, error_messages={'unique': 'Another clinician has this account. Choose another.'}, help_text='The account with which this person logs in here. Clinical reviewers need it to approve pages: the page then names this person.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='clinician', to=settings.AUTH_USER_MODEL, verbose_name='account'),
        ),
        migrations.AddField(
            model_name='publicationsettings',
            name='review_months',
            field=models.PositiveSmallIntegerField(default=36, help_text='How long a clinical review counts on pages that are not treatments. From 1 to 60 months; 36 are usual in the NHS.', validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(60)], verbose_name='months between reviews'),
        ),
        migrations.AddField(
            model_name='publicationsettings',
            name='treatment_review_months',
            field=models.PositiveSmallIntegerField(default=12, help_text='How long a clinical review counts on treatments. From 1 to 60 months. Reviews that are recorded already keep their days.', validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(60)], verbose_name='months between reviews of treatments'),
        ),
        migrations.AlterField(
            model_name='clinicalreview',
            name='next_due',
            field=models.DateField(blank=True, help_text='Leave it empty for the usual time, which site managers choose under Settings → Publication settings. Choose an earlier day if the evidence is changing.', verbose_name='next review due'),
        ),
        migrations.CreateModel(
            name='ClinicalReviewTask',
            fields=[
                ('task_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='wagtailcore.task')),
                ('groups', models.ManyToManyField(help_text='Pages/snippets at this step in a workflow will be moderated or approved by these groups of users', to='auth.group', verbose_name='groups')),
            ],
            options={
                'verbose_name': 'Clinical review task',
                'verbose_name_plural': 'Clinical review tasks',
            },
            bases=('wagtailcore.task',),
        ),
        migrations.CreateModel(
            name='ClinicalReviewTaskState',
            fields=[
                ('taskstate_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='wagtailcore.taskstate')),
                ('next_due', models.DateField(blank=True, null=True, verbose_name='next review due')),
                ('review', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='signed_off_at', to='editorial.clinicalreview', verbose_name='clinical review')),
                ('reviewer', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='editorial.clinician', verbose_name='reviewer')),
            ],
            options={
                'verbose_name': 'clinical review task state',
            },
            bases=('wagtailcore.taskstate',),
        ),
        migrations.CreateModel(
            name='SmallCorrection',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('review', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='editorial.clinicalreview', verbose_name='clinical review')),
                ('revision', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='small_correction', to='wagtailcore.revision', verbose_name='revision')),
            ],
            options={
                'verbose_name': 'small correction',
            },
        ),
        migrations.RunPython(hold_for_what_was_read, migrations.RunPython.noop),
    ]
