"""The one door through which a page becomes public."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import COMMENTS_RELATION_NAME, Page

from .findings import find, takes_down
from .problem import Problem, PublicationStoppedError
from .rule import PublicationRule

# What Wagtail notes of a page apart from its content. It saves these alone, also from
# a page in memory that holds a draft.
NOTED_FIELDS = {
    *("depth", "numchild", "path", "url_path"),
    *("locked", "locked_at", "locked_by"),
    *("draft_title", "has_unpublished_changes"),
    *("latest_revision", "latest_revision_created_at", "live_revision"),
    *("first_published_at", "last_published_at"),
    COMMENTS_RELATION_NAME,
}


def incomplete_fields(page: Page) -> list[Problem]:
    """One problem if a field does not hold what its model asks for.

    A draft may be so. Wagtail raises an error in the middle of publishing it.
    """
    try:
        page.full_clean()
    except ValidationError:
        message = _(
            "Some fields are not filled in as they must be. Open the page and press "
            "“Publish”: the screen shows which."
        )
        return [Problem(message)]
    return []


class PublicationDoor(models.Model):
    """Holds the rules of publication wherever a page is published or saved as live.

    A page that is public already may be saved with the problems it has: a rule that
    came later takes no page down. Publishing it again asks for everything.
    """

    # What must be there before a page of this type becomes public.
    publication_rules: tuple[PublicationRule, ...] = ()

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        """Save as Wagtail does.

        Raises PublicationStoppedError if that would show the public a new problem.
        """
        fields = kwargs.get("update_fields")
        if self.live and (fields is None or not NOTED_FIELDS.issuperset(fields)):
            problems = self.problems_new_to_the_public()
            if problems:
                raise PublicationStoppedError(self, problems)
            if self.expire_at and self.expire_at <= timezone.now():
                self.clear_past_expiry()
        return super().save(*args, **kwargs)

    def clear_past_expiry(self) -> None:
        """Let the schedule not take down at once what is published now.

        A page that was public already, and is saved for another reason, keeps its time.
        """
        was_public = {"pk": self.pk, "last_published_at": self.last_published_at}
        if Page.objects.live().filter(**was_public).exists():
            return
        self.expire_at = None
        if self.live_revision:
            self.live_revision.content["expire_at"] = None
            self.live_revision.save(update_fields=["content"])

    def publish(self, revision, *args, **kwargs):
        """Publish or schedule this revision.

        Raises PublicationStoppedError, and changes nothing, if it breaks a rule.
        """
        page = revision.as_object()
        problems = find(page).stopping + incomplete_fields(page) + takes_down(page)
        if problems:
            raise PublicationStoppedError(page, problems)
        return super().publish(revision, *args, **kwargs)

    def problems_new_to_the_public(self) -> list[Problem]:
        """What stops this page and is not already so on the public page."""
        problems = find(self).stopping
        if not problems or self.repeats_public_page():
            return []
        public = type(self)._base_manager.filter(pk=self.pk, live=True).first()
        known = find(public).stopping if public else []
        return [problem for problem in problems if problem not in known]

    def repeats_public_page(self) -> bool:
        """Whether this is an alias of a page that is public, and was asked itself."""
        if not self.alias_of_id:
            return False
        return Page.objects.filter(pk=self.alias_of_id, live=True).exists()
