"""“Publish” for many pages at once."""

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.views.pages.bulk_actions.publish import PublishBulkAction
from wagtail.models import Page

from .problem import PublicationStoppedError
from .wording import listed


class PublishWhatPasses(PublishBulkAction):
    """Publishes the pages that keep their rules, and names the others."""

    def get_execution_context(self) -> dict:
        """As Wagtail has it, with a list for what was stopped."""
        self.stopped: list[PublicationStoppedError] = []
        return {**super().get_execution_context(), "stopped": self.stopped}

    @classmethod
    def execute_action(
        cls, objects, include_descendants=False, user=None, stopped=None, **_
    ) -> tuple[int, int]:
        """How many pages, and how many below them, were published."""
        stopped = [] if stopped is None else stopped
        pages = children = 0
        for page in objects:
            pages += cls.publish(page, user, stopped)
            # Wagtail's own loop would end at the first child that is stopped.
            for child in (
                page.get_descendants().not_live() if include_descendants else ()
            ):
                if user is None or child.permissions_for_user(user).can_publish():
                    children += cls.publish(child, user, stopped)
        return pages, children

    @classmethod
    def publish(cls, page: Page, user, stopped: list[PublicationStoppedError]) -> int:
        """1 if the page was published; 0 if it was stopped, and `stopped` says why."""
        try:
            with transaction.atomic():
                super().execute_action([page], user=user)
        except PublicationStoppedError as error:
            stopped.append(error)
            return 0
        return 1

    def get_success_message(self, num_parent_objects: int, num_child_objects: int):
        """What was published; what was not is said apart."""
        for error in self.stopped:
            introduction = _("“%(title)s” was not published.") % {
                "title": error.page.title
            }
            messages.error(self.request, listed(introduction, error.problems))
        if num_parent_objects + num_child_objects == 0:
            return None
        return super().get_success_message(num_parent_objects, num_child_objects)
