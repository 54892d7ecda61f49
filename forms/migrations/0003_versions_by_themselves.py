"""Versions of privacy notices, once typed by hand, go into their own table; what was
sent learns which form it belongs to."""

import hashlib

from django.db import migrations
from wagtail.rich_text import get_text_for_indexing


# Form pages are read as values: Wagtail's own class of them cannot be made from a
# migration's models.
def keep_versions(apps, schema_editor):
    """What an editor called the notice stays the name of that wording."""
    NoticeVersion = apps.get_model("forms", "NoticeVersion")
    form_pages = apps.get_model("forms", "FormPage").objects.exclude(notice_version="")
    for pk, notice, version in form_pages.values_list(
        "pk", "privacy_notice", "notice_version"
    ):
        text = get_text_for_indexing(notice).strip()
        if text:
            NoticeVersion.objects.get_or_create(
                page_id=pk,
                question_name="",
                digest=hashlib.sha256(text.encode()).hexdigest(),
                defaults={"version": version, "text": text},
            )


def name_forms(apps, schema_editor):
    """A question goes on in the column that it has in exports."""
    submissions = apps.get_model("forms", "Submission").objects
    form_pages = apps.get_model("forms", "FormPage").objects
    for pk, key in form_pages.values_list("pk", "translation_key"):
        submissions.filter(page_id=pk).update(form_key=key)


class Migration(migrations.Migration):

    dependencies = [("forms", "0002_questions_and_trials")]

    operations = [
        migrations.RunPython(keep_versions, migrations.RunPython.noop, elidable=True),
        migrations.RunPython(name_forms, migrations.RunPython.noop, elidable=True),
        migrations.RemoveField(model_name="formpage", name="notice_version"),
    ]
