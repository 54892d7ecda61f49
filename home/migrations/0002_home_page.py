"""The front page and the site that serves it, so that a new database has both."""

from django.db import migrations


def create_home_page(apps, schema_editor):
    ContentType = apps.get_model("contenttypes.ContentType")
    Page = apps.get_model("wagtailcore.Page")
    Site = apps.get_model("wagtailcore.Site")
    Locale = apps.get_model("wagtailcore.Locale")
    HomePage = apps.get_model("home.HomePage")

    # Wagtail's own migrations leave a welcome page and a site in its place.
    page_type = ContentType.objects.get(app_label="wagtailcore", model="page")
    Page.objects.filter(content_type=page_type, slug="home", depth=2).delete()

    home_page_type, _ = ContentType.objects.get_or_create(
        app_label="home", model="homepage"
    )
    home_page = HomePage.objects.create(
        title="Home",
        draft_title="Home",
        slug="home",
        content_type=home_page_type,
        path="00010001",
        depth=2,
        numchild=0,
        url_path="/home/",
        locale=Locale.objects.get(),
    )
    Site.objects.create(
        hostname="localhost", root_page=home_page, is_default_site=True
    )


def remove_home_page(apps, schema_editor):
    apps.get_model("home.HomePage").objects.filter(slug="home", depth=2).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0001_initial"),
    ]
    operations = [migrations.RunPython(create_home_page, remove_home_page)]
