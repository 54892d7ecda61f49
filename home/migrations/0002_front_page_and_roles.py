"""What a new clinic begins with: a front page, the groups of its people, and the workflow
of clinical reviews. Made once, here: from then on they are the clinic's to change."""

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
DELETE_FILES = [
    "wagtailimages.image.delete_image",
    "wagtaildocs.document.delete_document",
]
READ_AND_ANSWER = [
    "submissions.submission.view_submission",
    "submissions.submission.change_submission",
    "submissions.submission.export_submission",
]
# Shown where a group is edited; Django's own would be "Can add …".
NAMES = {
    "view_submission": "Can read submissions",
    "change_submission": "Can answer submissions",
    "export_submission": "Can export submissions without identity",
    "export_identity_submission": "Can export submissions with identity",
    "delete_submission": "Can erase submissions",
    "configure_desk": "Can configure the desk",
    "link_clinician_account": "Can say which account is a clinician's",
}


def all_of(model, *actions):
    label = model.rpartition(".")[2]
    return [f"{model}.{action}_{label}" for action in actions]


EVERYTHING = ("add", "change", "delete", "view")
SITE_LISTS = [
    permission
    for model in ("editorial.plainword", "home.synonymgroup", "home.promotedresult")
    for permission in all_of(model, *EVERYTHING)
]

# Of each role: what it may do with every page, with every file, and otherwise.
ROLES = {
    "Editors": {
        "pages": ["add_page", "change_page", "publish_page"],
        "files": CHOOSE_FILES + ADD_FILES,
        "site": [
            ACCESS_ADMIN,
            *all_of("editorial.clinician", "add", "change", "view"),
            *all_of("editorial.clinicalreview", "view"),
            *SITE_LISTS,
        ],
    },
    "Clinical reviewers": {
        "pages": ["change_page", "publish_page"],
        "files": CHOOSE_FILES,
        "site": [
            ACCESS_ADMIN,
            *all_of("editorial.clinician", "view"),
            *all_of("editorial.clinicalreview", "add", "change", "view"),
        ],
    },
    "Feedback staff": {
        "pages": [],
        "files": [],
        "site": [ACCESS_ADMIN, *READ_AND_ANSWER],
    },
    # In a small clinic the site manager also reads feedback, answers requests for access
    # and erasure, and makes accounts. Nobody gives an account more than they have, so
    # that site managers have all that the other roles have.
    "Site managers": {
        "pages": ["add_page", "change_page", "publish_page", "lock_page"]
        + ["unlock_page", "bulk_delete_page"],
        "files": CHOOSE_FILES + ADD_FILES + DELETE_FILES,
        "site": [
            ACCESS_ADMIN,
            *all_of("editorial.clinician", *EVERYTHING),
            "editorial.clinician.link_clinician_account",
            *all_of("editorial.clinicalreview", *EVERYTHING),
            *SITE_LISTS,
            *READ_AND_ANSWER,
            "submissions.submission.export_identity_submission",
            "submissions.submission.delete_submission",
            "submissions.submission.configure_desk",
            "editorial.publicationsettings.change_publicationsettings",
            "forms.helptexts.change_helptexts",
            "home.clinicsettings.change_clinicsettings",
            *all_of("wagtailredirects.redirect", "add", "change", "delete"),
            *all_of("auth.user", "add", "change"),
        ],
    },
}


def find_content_type(apps, app_label, model):
    found, _ = apps.get_model("contenttypes.ContentType").objects.get_or_create(
        app_label=app_label, model=model
    )
    return found


def find_permission(apps, name):
    # Django itself makes permissions only after the last migration.
    app_label, model, codename = name.split(".")
    try:
        noun = apps.get_model(app_label, model)._meta.verbose_name
    except LookupError:  # A content type without a model, such as wagtailadmin's.
        noun = model
    action = codename.partition("_")[0]
    found, _ = apps.get_model("auth.Permission").objects.get_or_create(
        content_type=find_content_type(apps, app_label, model),
        codename=codename,
        defaults={"name": NAMES.get(codename, f"Can {action} {noun}")},
    )
    return found


def create_front_page(apps, schema_editor):
    Page = apps.get_model("wagtailcore.Page")
    # Wagtail's own migrations leave a welcome page and a site in its place.
    page_type = find_content_type(apps, "wagtailcore", "page")
    Page.objects.filter(content_type=page_type, slug="home", depth=2).delete()
    front_page = apps.get_model("home.HomePage").objects.create(
        title="Home",
        draft_title="Home",
        slug="home",
        content_type=find_content_type(apps, "home", "homepage"),
        path="00010001",
        depth=2,
        numchild=0,
        url_path="/home/",
        locale=apps.get_model("wagtailcore.Locale").objects.get(),
    )
    apps.get_model("wagtailcore.Site").objects.create(
        hostname="localhost", root_page=front_page, is_default_site=True
    )


def create_roles(apps, schema_editor):
    Group = apps.get_model("auth.Group")
    root_page = apps.get_model("wagtailcore.Page").objects.get(depth=1)
    root_collection = apps.get_model("wagtailcore.Collection").objects.get(depth=1)
    Group.objects.filter(name__in=["Editors", "Moderators"]).delete()
    for name, role in ROLES.items():
        group = Group.objects.create(name=name)
        group.permissions.set(find_permission(apps, each) for each in role["site"])
        for codename in role["pages"]:
            apps.get_model("wagtailcore.GroupPagePermission").objects.create(
                group=group,
                page=root_page,
                permission=find_permission(apps, f"wagtailcore.page.{codename}"),
            )
        for each in role["files"]:
            apps.get_model("wagtailcore.GroupCollectionPermission").objects.create(
                group=group,
                collection=root_collection,
                permission=find_permission(apps, each),
            )


def create_workflow(apps, schema_editor):
    """Wagtail's workflow of moderators becomes that of clinical reviewers."""
    workflow = apps.get_model("wagtailcore.Workflow").objects.get()
    workflow.name = "Clinical review"
    workflow.save()
    apps.get_model("wagtailcore.GroupApprovalTask").objects.all().delete()
    apps.get_model("wagtailcore.Task").objects.all().delete()
    task = apps.get_model("editorial.ClinicalReviewTask").objects.create(
        name="Clinical review",
        active=True,
        content_type=find_content_type(apps, "editorial", "clinicalreviewtask"),
    )
    task.groups.set(
        apps.get_model("auth.Group").objects.filter(name="Clinical reviewers")
    )
    apps.get_model("wagtailcore.WorkflowTask").objects.create(
        workflow=workflow, task_id=task.pk, sort_order=0
    )


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0001_initial"),
        ("articles", "0002_initial"),
        ("assets", "0001_initial"),
        ("desk", "0001_initial"),
        ("editorial", "0002_plain_words"),
        ("forms", "0002_screening_cache"),
        ("submissions", "0001_initial"),
        ("wagtailadmin", "0001_create_admin_access_permissions"),
        ("wagtaildocs", "0014_alter_document_file_size"),
        ("wagtailimages", "0027_image_description"),
        ("wagtailredirects", "0008_add_verbose_name_plural"),
    ]
    operations = [
        migrations.RunPython(create_front_page, migrations.RunPython.noop),
        migrations.RunPython(create_roles, migrations.RunPython.noop),
        migrations.RunPython(create_workflow, migrations.RunPython.noop),
    ]
