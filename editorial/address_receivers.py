"""What is kept of an address when its page is moved, unpublished or deleted."""

from django.dispatch import receiver
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page
from wagtail.signals import page_slug_changed, page_unpublished, post_page_move

from .models import RemovedAddress
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


@receiver([page_slug_changed, post_page_move])
def drop_redirects_to_themselves(instance: Page, **_) -> None:
    """Forget the redirects from where the page, or one below it, stands again.

    Wagtail makes the redirects and keeps these. When the page is taken down, such a
    redirect would lead to its own address for ever.
    """
    made = Redirect.objects.filter(
        automatically_created=True, redirect_page__path__startswith=instance.path
    ).select_related("redirect_page")
    circular = [
        redirect.pk
        for redirect in made
        if Redirect.normalise_path(redirect.redirect_page.url or "")
        == redirect.old_path
    ]
    Redirect.objects.filter(pk__in=circular).delete()
