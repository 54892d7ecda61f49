"""What is kept of an address when its page is renamed, moved, taken down or deleted."""

from django.dispatch import receiver
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page
from wagtail.signals import page_slug_changed, page_unpublished, post_page_move

from .models import RemovedAddress, is_restricted
from .models.visibility import restrictions_at


@receiver(page_unpublished)
def remember_removed_address(instance: Page, **_) -> None:
    """Note where a page was until now; also sent when a live page is deleted.

    Nothing is noted of a page that was not for everybody: its address is nobody's.
    """
    if len(instance.url_path) > RemovedAddress.MAX_LENGTH:
        return
    if not restrictions_at(instance.path).exists():
        RemovedAddress.objects.get_or_create(url_path=instance.url_path)


@receiver(page_slug_changed)
def redirect_renamed_page(instance: Page, instance_before: Page, **_) -> None:
    """Lead from the old slug to the new one."""
    redirect_old_addresses(instance, instance_before, instance.get_parent())


@receiver(post_page_move)
def redirect_moved_page(
    instance: Page, url_path_before: str, parent_page_before: Page, **_
) -> None:
    """Lead from the old place to the new one."""
    before = Page(
        url_path=url_path_before,
        live=instance.live,
        first_published_at=instance.first_published_at,
    )
    parent_page_before.refresh_from_db()
    redirect_old_addresses(instance, before, parent_page_before)


def redirect_old_addresses(page: Page, before: Page, parent_before: Page) -> None:
    """Lead from where the page, and those below it, were public to where they are now.

    Wagtail's own redirects (WAGTAILREDIRECTS_AUTO_CREATE) tell of drafts and of private
    pages too.
    """
    if restrictions_at(parent_before.path).exists():
        return
    removed = RemovedAddress.objects.filter(url_path__startswith=before.url_path)
    known = set(removed.values_list("url_path", flat=True))
    restricted = is_restricted(below=page.get_parent().path)
    pages = page.get_descendants(inclusive=True).filter(~restricted)
    made: dict[str, Redirect] = {}
    for each in pages.select_related("locale"):
        then = before if each.pk == page.pk else each
        address_now = each.url
        each.url_path = before.url_path + each.url_path.removeprefix(page.url_path)
        was_public = then.live or (then.first_published_at and each.url_path in known)
        if was_public and each.url and each.url != address_now:
            old_path = Redirect.normalise_path(each.url)
            made[old_path] = Redirect(
                old_path=old_path, redirect_page_id=each.pk, automatically_created=True
            )
    there = Redirect.objects.filter(old_path__in=made)
    there.filter(automatically_created=True).delete()
    for old_path in there.values_list("old_path", flat=True):
        del made[old_path]
    longest = Redirect._meta.get_field("old_path").max_length
    Redirect.objects.bulk_create(
        redirect for old_path, redirect in made.items() if len(old_path) <= longest
    )
