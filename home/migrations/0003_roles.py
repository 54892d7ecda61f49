"""The groups that a clinic starts with, in place of Wagtail's two.

Made once, here: from then on they are the clinic's to change.
"""

from django.db import migrations

ACCESS_ADMIN = "wagtailadmin.admin.access_admin"
CHOOSE_FILES = [
    "wagtailimages.image.choose_image",
    "wagtaildocs.document.choose_document",
]
ADD_FILES = [
    "wagtailimages.image.add_image",
    "wagtailimages.image.change_image",
    "wagtaildocs.document.add_document",
    "wagtaildocs.document.change_document",
]

# Of each role: what it may do with every page, with every file, and otherwise.
ROLES = {
    "Editors": {
        "pages": ["add_page", "change_page", "publish_page"],
        "files": CHOOSE_FILES + ADD_FILES,
        "site": [
            ACCESS_ADMIN,
            "editorial.clinician.add_clinician",
            "editorial.clinician.change_clinician",
            "editorial.clinician.view_clinician",
        ],
    },
    "Clinical reviewers": {
        "pages": ["change_page", "publish_page"],
        "files": CHOOSE_FILES,
        "site": [ACCESS_ADMIN, "editorial.clinician.view_clinician"],
    },
    "Feedback staff": {
        "pages": [],
        "files": [],
        "site": [
            ACCESS_ADMIN,
            "forms.submission.view_submission",
            "forms.submission.change_submission",
            "forms.submission.export_submission",
        ],
    },
    "Site managers": {
        "pages": ["add_page", "change_page", "publish_page", "lock_page"]
        + ["unlock_page", "bulk_delete_page"],
        "files": CHOOSE_FILES
        + ADD_FILES
        + ["wagtailimages.image.delete_image", "wagtaildocs.document.delete_document"],
        "site": [
            ACCESS_ADMIN,
            "editorial.clinician.add_clinician",
            "editorial.clinician.change_clinician",
            "editorial.clinician.delete_clinician",
            "editorial.clinician.view_clinician",
            "home.clinicsettings.change_clinicsettings",
            "wagtailredirects.redirect.add_redirect",
            "wagtailredirects.redirect.change_redirect",
            "wagtailredirects.redirect.delete_redirect",
        ],
    },
}


def create_roles(apps, schema_editor):
    ContentType = apps.get_model("contenttypes.ContentType")
    Permission = apps.get_model("auth.Permission")
    Group = apps.get_model("auth.Group")
    GroupPagePermission = apps.get_model("wagtailcore.GroupPagePermission")
    GroupCollectionPermission = apps.get_model("wagtailcore.GroupCollectionPermission")
    root_page = apps.get_model("wagtailcore.Page").objects.get(depth=1)
    root_collection = apps.get_model("wagtailcore.Collection").objects.get(depth=1)

    def permission(name):
        # Django itself makes permissions only after the last migration.
        app_label, model, codename = name.split(".")
        content_type, _ = ContentType.objects.get_or_create(
            app_label=app_label, model=model
        )
        found, _ = Permission.objects.get_or_create(
            content_type=content_type,
            codename=codename,
            defaults={"name": f"Can {codename.replace('_', ' ')}"},
        )
        return found

    Group.objects.filter(name__in=["Editors", "Moderators"]).delete()
    for name, role in ROLES.items():
        group = Group.objects.create(name=name)
        group.permissions.set(permission(each) for each in role["site"])
        for codename in role["pages"]:
            GroupPagePermission.objects.create(
                group=group,
                page=root_page,
                permission=permission(f"wagtailcore.page.{codename}"),
            )
        for each in role["files"]:
            GroupCollectionPermission.objects.create(
                group=group, collection=root_collection, permission=permission(each)
            )

    # Wagtail's workflow was Moderators': it is the reviewers' now.
    apps.get_model("wagtailcore.Workflow").objects.update(name="Clinical review")
    for task in apps.get_model("wagtailcore.GroupApprovalTask").objects.all():
        task.name = "Clinical review"
        task.save()
        task.groups.set(Group.objects.filter(name="Clinical reviewers"))


def remove_roles(apps, schema_editor):
    apps.get_model("auth.Group").objects.filter(name__in=ROLES).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0002_home_page"),
        ("editorial", "0001_initial"),
        ("forms", "0001_initial"),
        ("wagtailadmin", "0001_create_admin_access_permissions"),
        ("wagtaildocs", "0014_alter_document_file_size"),
        ("wagtailimages", "0027_image_description"),
        ("wagtailredirects", "0008_add_verbose_name_plural"),
    ]
    operations = [migrations.RunPython(create_roles, remove_roles)]
