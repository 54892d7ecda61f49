"""Search learns of a change when it is saved, in the same transaction; the site, after
each migration, of its address."""

from django.apps import AppConfig, apps
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
def catch_up_after_migrating(sender: AppConfig, apps=apps, **_) -> None:
    """Take up the website's address from the settings, and index what was there before
    search was, or came in by a fixture."""
    if sender.name != "home":
        return
    # After migrating back there may be neither; `flush` names no models.
    models = apps.all_models["home"]
    if "homepage" in models:
        follow_site_url()
    if "searchposting" in models:
        index_missing()
