from django.db import migrations, models


def keep_order(apps, schema_editor):
    """Leave the people in the order of their names, in which they were shown."""
    people = apps.get_model("editorial", "Clinician").objects.order_by("name")
    for place, person in enumerate(people):
        person.sort_order = place
        person.save(update_fields=["sort_order"])


class Migration(migrations.Migration):

    dependencies = [
        ('editorial', '0010_reviews_outlive_pages'),
    ]

    operations = [
        migrations.AlterModelOptions(
            name='clinician',
            options={'ordering': ['sort_order', 'name'], 'permissions': [('link_clinician_account', "Can say which account is a clinician's")], 'verbose_name': 'person', 'verbose_name_plural': 'people'},
        ),
        migrations.AddField(
            model_name='clinicalreview',
            name='other_register',
            field=models.CharField(blank=True, help_text='Only if the register is not in the list above. For example: Complementary and Natural Healthcare Council (CNHC).', max_length=80, verbose_name='name of the other register'),
        ),
        migrations.AddField(
            model_name='clinician',
            name='other_register',
            field=models.CharField(blank=True, help_text='Only if the register is not in the list above. For example: Complementary and Natural Healthcare Council (CNHC).', max_length=80, verbose_name='name of the other register'),
        ),
        migrations.AddField(
            model_name='clinician',
            name='sort_order',
            field=models.IntegerField(blank=True, editable=False, null=True),
        ),
        migrations.RunPython(keep_order, migrations.RunPython.noop),
        migrations.AlterField(
            model_name='clinicalreview',
            name='register',
            field=models.CharField(blank=True, choices=[(None, 'Not on a register'), ('gmc', 'General Medical Council (GMC)'), ('nmc', 'Nursing and Midwifery Council (NMC)'), ('hcpc', 'Health and Care Professions Council (HCPC)'), ('gphc', 'General Pharmaceutical Council (GPhC)'), ('gosc', 'General Osteopathic Council (GOsC)'), ('gcc', 'General Chiropractic Council (GCC)'), ('other', 'Another register')], help_text='Where patients can check the registration. Leave it for staff who are not health professionals.', max_length=5, verbose_name='register'),
        ),
        migrations.AlterField(
            model_name='clinicalreview',
            name='register_number',
            field=models.CharField(blank=True, help_text='Shown beside the name, with a link to the register.', max_length=20, verbose_name='register number'),
        ),
        migrations.AlterField(
            model_name='clinician',
            name='register',
            field=models.CharField(blank=True, choices=[(None, 'Not on a register'), ('gmc', 'General Medical Council (GMC)'), ('nmc', 'Nursing and Midwifery Council (NMC)'), ('hcpc', 'Health and Care Professions Council (HCPC)'), ('gphc', 'General Pharmaceutical Council (GPhC)'), ('gosc', 'General Osteopathic Council (GOsC)'), ('gcc', 'General Chiropractic Council (GCC)'), ('other', 'Another register')], help_text='Where patients can check the registration. Leave it for staff who are not health professionals.', max_length=5, verbose_name='register'),
        ),
        migrations.AlterField(
            model_name='clinician',
            name='register_number',
            field=models.CharField(blank=True, help_text='Shown beside the name, with a link to the register.', max_length=20, verbose_name='register number'),
        ),
    ]
