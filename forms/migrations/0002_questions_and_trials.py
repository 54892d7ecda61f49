
import django.db.models.deletion
import wagtail.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('forms', '0001_initial'),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='formfield',
            name='purpose',
            field=models.CharField(blank=True, choices=[('name', 'The patient’s full name'), ('street-address', 'The patient’s address'), ('postal-code', 'The patient’s postcode'), ('bday', 'The patient’s date of birth')], max_length=16, verbose_name='what the browser may fill in'),
        ),
        migrations.AddField(
            model_name='formfield',
            name='shown_if_answers',
            field=models.TextField(blank=True, verbose_name='is answered with'),
        ),
        migrations.AddField(
            model_name='formfield',
            name='shown_if_question',
            field=models.CharField(blank=True, max_length=255, verbose_name='show only if this question'),
        ),
        migrations.AddField(
            model_name='formfield',
            name='text',
            field=wagtail.fields.RichTextField(blank=True, verbose_name='text'),
        ),
        migrations.AddField(
            model_name='submission',
            name='form_key',
            field=models.UUIDField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name='submission',
            name='is_test',
            field=models.BooleanField(default=False, editable=False, verbose_name='test'),
        ),
        migrations.AddField(
            model_name='submission',
            name='not_asked',
            field=models.JSONField(default=list, editable=False),
        ),
        migrations.AlterField(
            model_name='formfield',
            name='field_type',
            field=models.CharField(choices=[('rating', 'Rating from very good to very poor'), ('singleline', 'Single line text'), ('multiline', 'Multi-line text'), ('email', 'Email'), ('number', 'Number'), ('url', 'URL'), ('checkbox', 'Checkbox'), ('checkboxes', 'Checkboxes'), ('dropdown', 'Drop down'), ('multiselect', 'Multiple select'), ('radio', 'Radio buttons'), ('date', 'Date'), ('datetime', 'Date/time'), ('telephone', 'Telephone number'), ('consent', 'Consent to a notice'), ('section', 'Section heading (asks nothing)')], max_length=16, verbose_name='type'),
        ),
        migrations.AlterField(
            model_name='formpage',
            name='privacy_notice',
            field=wagtail.fields.RichTextField(blank=True, help_text='Shown above the button: who reads the answers, and how long they are kept. Each change makes a new version by itself; every submission keeps the version that was shown.'),
        ),
        migrations.CreateModel(
            name='NoticeVersion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('question_name', models.CharField(blank=True, max_length=255, verbose_name='question')),
                ('version', models.CharField(max_length=20, verbose_name='version')),
                ('text', models.TextField(verbose_name='text')),
                ('digest', models.CharField(max_length=64)),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='first used')),
                ('page', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.WAGTAIL_PAGE_MODEL, verbose_name='form')),
            ],
            options={
                'verbose_name': 'version of a notice',
                'verbose_name_plural': 'versions of notices',
                'default_permissions': (),
                'constraints': [models.UniqueConstraint(fields=('page', 'question_name', 'digest'), name='one_version_a_text')],
            },
        ),
    ]
