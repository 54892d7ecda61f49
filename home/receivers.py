"""Search learns of a change when it is saved, in the same transaction; the site, after
each migration, of its address."""

from django.apps import AppConfig
from django.db.models import Model
from django.db.models.signals import post_migrate, post_save
from django.dispatch import receiver
from wagtail.models import Page

from home.search.indexing import index_missing, index_page, searched_fields
from home.site_address import follow_site_url


@receiver(post_save)
def index_saved_page(instance: Model, raw: bool, update_fields, **_) -> None:
    """Index a page that was saved, unless nothing was that search knows of."""
    if raw or not isinstance(instance, Page):
        return
    searched = {"live", *searched_fields(instance)}
    if update_fields is not None and searched.isdisjoint(update_fields):
        return
    index_page(instance.pk)


@receiver(post_migrate)
def index_after_migrating(sender: AppConfig, apps, **_) -> None:
    """Index what was there before search was, or came in by a fixture."""
    if sender.name != "home":
        return
    try:
        apps.get_model("home", "SearchPosting")
    except LookupError:  # Migrated back to before search was.
        return
    index_missing()


@receiver(post_migrate)
def follow_site_url_after_migrating(sender: AppConfig, apps, **_) -> None:
    """Take up the address of the website from the settings."""
    if sender.name != "home":
        return
    try:
        apps.get_model("home", "HomePage")
    except LookupError:  # Migrated back to before the site was.
        return
    follow_site_url()
