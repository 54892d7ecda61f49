"""What a new clinic does first, on the dashboard until it is done."""

from django.urls import reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Site

from articles.models import ConditionIndexPage, ConditionPage
from editorial.dashboard.panel import DashboardPanel, Found, Row
from editorial.models import Clinician

from .models import ClinicSettings, HomePage


class FirstStepsPanel(DashboardPanel):
    """The steps that are left, and that the reader may take; none, no panel."""

    name = "first_steps"
    order = 50
    heading = _("First steps")
    title_heading = _("Step")
    notes_heading = _("Why")

    def __init__(self, user) -> None:
        super().__init__(user)
        self.steps = [
            step
            for step in (
                self.settings_step(),
                self.condition_step(),
                self.clinician_step(),
            )
            if step
        ]

    def is_shown(self) -> bool:
        """As long as there is something for this reader to do."""
        return bool(self.steps)

    def find(self) -> Found:
        """The steps."""
        return Found(self.steps, len(self.steps))

    def settings_step(self) -> Row | None:
        """The clinic's settings, until patients can reach it."""
        if not self.user.has_perm("home.change_clinicsettings"):
            return None
        site = Site.objects.filter(is_default_site=True).first()
        if site is None:
            return None
        clinic = ClinicSettings.objects.filter(site=site).first()
        if clinic and (clinic.phone or clinic.email):
            return None
        return Row(
            _now("Fill in the clinic’s settings"),
            reverse("wagtailsettings:edit", args=["home", "clinicsettings", site.pk]),
            [_now("Name, telephone and colour stand on every page.")],
        )

    def condition_step(self) -> Row | None:
        """The first condition, or before it the list that it stands in."""
        if ConditionPage.objects.exists():
            return None
        note = _now("Patients come to read about what they have.")
        if index := ConditionIndexPage.objects.order_by("path").first():
            parent, model = index, ConditionPage
            title = _now("Write the first condition")
        else:
            parent, model = (
                HomePage.objects.order_by("path").first(),
                ConditionIndexPage,
            )
            title = _now("Make the list of conditions, then write the first")
        if not parent or not parent.permissions_for_user(self.user).can_add_subpage():
            return None
        return Row(title, add_page_url(model, parent), [note])

    def clinician_step(self) -> Row | None:
        """The first person who answers for what pages say."""
        if not self.user.has_perm("editorial.add_clinician"):
            return None
        if Clinician.objects.exists():
            return None
        return Row(
            _now("Add a clinician"),
            reverse(Clinician.snippet_viewset.get_url_name("add")),
            [_now("Articles name who wrote and who reviewed them.")],
        )


def add_page_url(model: type[Page], parent: Page) -> str:
    """Where a page of this type is begun below `parent`."""
    args = [model._meta.app_label, model._meta.model_name, parent.pk]
    return reverse("wagtailadmin_pages:add", args=args)
