"""The clinical reviewers' step of a workflow becomes the task that asks for a sign-off.

It stays the same row, so that workflows, and pages that wait at the step, keep it.
"""

from django.db import migrations

NAME = "Clinical review"
GROUP = "Clinical reviewers"
MANAGERS = "Site managers"


def replace_tasks(apps, schema_editor):
    old_type = apps.get_model("wagtailcore", "GroupApprovalTask")
    groups = apps.get_model("auth", "Group").objects.filter(name=GROUP)
    tasks = old_type.objects.filter(name=NAME) | old_type.objects.filter(
        groups__in=groups
    )
    hand_over(
        apps,
        tasks.distinct(),
        ("editorial", "ClinicalReviewTask"),
        ("editorial", "ClinicalReviewTaskState"),
    )


def put_tasks_back(apps, schema_editor):
    tasks = apps.get_model("editorial", "ClinicalReviewTask").objects.all()
    hand_over(apps, tasks, ("wagtailcore", "GroupApprovalTask"), None)


def hand_over(apps, tasks, to_task, to_state):
    """Make each task one of another type. Without a type, its states become plain."""
    task_type = apps.get_model(*to_task)
    state_type = apps.get_model(*(to_state or ("wagtailcore", "TaskState")))
    states = apps.get_model("wagtailcore", "TaskState").objects
    for old in tasks:
        new = task_type(task_ptr_id=old.pk)
        # Only what is new: the task itself stays as it is.
        new.save_base(raw=True)
        new.groups.set(old.groups.all())
        old.delete(keep_parents=True)
        apps.get_model("wagtailcore", "Task").objects.filter(pk=new.pk).update(
            content_type=content_type(apps, task_type)
        )
        waiting = states.filter(task_id=new.pk, status="in_progress")
        if to_state:
            for state in waiting:
                state_type(taskstate_ptr_id=state.pk).save_base(raw=True)
        else:
            waiting = states.filter(task_id=new.pk)
            for signed in apps.get_model(
                "editorial", "ClinicalReviewTaskState"
            ).objects.filter(task_id=new.pk):
                signed.delete(keep_parents=True)
        waiting.update(content_type=content_type(apps, state_type))


def content_type(apps, model):
    found, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label=model._meta.app_label, model=model._meta.model_name
    )
    return found


def let_managers_link_accounts(apps, schema_editor):
    # Django itself makes permissions only after the last migration.
    permission, _ = apps.get_model("auth", "Permission").objects.get_or_create(
        content_type=content_type(apps, apps.get_model("editorial", "Clinician")),
        codename="link_clinician_account",
        defaults={"name": "Can say which account is a clinician's"},
    )
    for group in apps.get_model("auth", "Group").objects.filter(name=MANAGERS):
        group.permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0008_search"),
        ("editorial", "0007_clinical_review_workflow"),
        ("wagtailcore", "0098_apitoken"),
    ]
    operations = [
        migrations.RunPython(replace_tasks, put_tasks_back),
        migrations.RunPython(let_managers_link_accounts, migrations.RunPython.noop),
    ]
