"""What is still missing, on the editing screen."""

from django.utils.functional import cached_property
from wagtail.admin.panels import Panel

from .findings import Findings, find


class PublicationPanel(Panel):
    """A list of what the saved page is missing. Not shown on a new or whole page."""

    class BoundPanel(Panel.BoundPanel):
        """The list for one page."""

        template_name = "editorial/publication_panel.html"

        @cached_property
        def findings(self) -> Findings:
            """What stops publication, and what is worth a warning."""
            return find(self.instance)

        def is_shown(self) -> bool:
            """Whether anything is missing, and it is not beside the fields already."""
            if self.instance.pk is None or self.form.errors:
                return False
            return any(self.findings)
