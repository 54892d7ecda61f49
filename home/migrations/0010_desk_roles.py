"""What the roles may do at the desk, now that each thing is a permission of its own."""

from django.db import migrations

# The words that a group's editing screen shows.
NAMES = {
    "view_submission": "Can read submissions",
    "change_submission": "Can answer submissions",
    "export_submission": "Can export submissions without identity",
    "export_identity_submission": "Can export submissions with identity",
    "delete_submission": "Can erase submissions",
    "configure_desk": "Can configure the desk",
}
# Reading, answering and exporting without identity are the staff's since the first
# roles. Identity and erasure stay with administrators until a clinic gives them.
GIVEN = {
    "Site managers": [
        ("submission", "configure_desk"),
        ("helptexts", "change_helptexts"),
    ],
}


def name_and_give(apps, schema_editor):
    ContentType = apps.get_model("contenttypes.ContentType")
    Permission = apps.get_model("auth.Permission")
    Group = apps.get_model("auth.Group")

    def permission(model, codename, name):
        # Django itself makes permissions only after the last migration.
        content_type, _ = ContentType.objects.get_or_create(
            app_label="forms", model=model
        )
        return Permission.objects.update_or_create(
            content_type=content_type, codename=codename, defaults={"name": name}
        )[0]

    for codename, name in NAMES.items():
        permission("submission", codename, name)
    for role, given in GIVEN.items():
        for group in Group.objects.filter(name=role):
            group.permissions.add(
                *(
                    permission(
                        model, codename, NAMES.get(codename, "Can change help texts")
                    )
                    for model, codename in given
                )
            )


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0009_clinical_review_task"),
        ("forms", "0007_casework"),
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [migrations.RunPython(name_and_give, migrations.RunPython.noop)]
