"""In a small clinic the site manager reads feedback, answers requests for access and
erasure, and makes accounts. So that no account has more than its maker, site managers
have all that the other roles have."""

from django.db import migrations

GIVEN = [
    ("forms", "submission", "export_identity_submission"),
    ("forms", "submission", "delete_submission"),
    ("auth", "user", "add_user"),
    ("auth", "user", "change_user"),
]


def give(apps, schema_editor):
    ContentType = apps.get_model("contenttypes.ContentType")
    Permission = apps.get_model("auth.Permission")
    Group = apps.get_model("auth.Group")
    managers = Group.objects.filter(name="Site managers").first()
    if not managers:
        return
    others = Group.objects.filter(
        name__in=["Editors", "Clinical reviewers", "Feedback staff"]
    )
    managers.permissions.add(*Permission.objects.filter(group__in=others))
    for app_label, model, codename in GIVEN:
        # Django itself makes permissions only after the last migration.
        content_type, _ = ContentType.objects.get_or_create(
            app_label=app_label, model=model
        )
        permission, _ = Permission.objects.get_or_create(
            content_type=content_type,
            codename=codename,
            defaults={"name": f"Can {codename.replace('_', ' ')}"},
        )
        managers.permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [("home", "0011_other_languages")]
    operations = [migrations.RunPython(give, migrations.RunPython.noop)]
