"""How long what patients sent is kept."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from .erasure import Erasure
from .states import Kind

# The longest that a rule may say: a hundred years.
MOST_MONTHS = 1_200


class RetentionRule(models.Model):
    """After so many months, what came by these forms, of this kind, is erased.

    Without `form_key` it is for all forms, without `kind` for all kinds. It does
    nothing until somebody has confirmed it; changed, it must be confirmed again.
    """

    Way = Erasure.Way

    form_key = models.UUIDField(null=True, blank=True)
    # As the form was called when the rule was made.
    form_title = models.CharField(_("form"), max_length=255, blank=True)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind, blank=True)
    months = models.PositiveSmallIntegerField(_("months to keep"))
    way = models.CharField(_("what happens then"), max_length=5, choices=Erasure.Way)
    confirmed_at = models.DateTimeField(_("confirmed"), null=True, editable=False)
    confirmed_by = models.CharField(max_length=150, blank=True, editable=False)

    class Meta:
        verbose_name = _("retention rule")
        verbose_name_plural = _("retention rules")
        ordering = ["form_title", "kind", "pk"]
        # Those who may configure the desk; see desk.retention_rules.
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["form_key", "kind"], name="one_retention_rule"
            ),
            # Databases take two empty keys for different ones.
            models.UniqueConstraint(
                fields=["kind"],
                condition=Q(form_key=None),
                name="one_retention_rule_for_all",
            ),
        ]

    def __str__(self) -> str:
        """The rule in words."""
        return gettext("%(what)s: %(time)s, then: %(way)s") % {
            "what": self.what_text,
            "time": self.time_text,
            "way": self.get_way_display(),
        }

    @property
    def what_text(self) -> str:
        """What it is about, in words."""
        form = self.form_title if self.form_key else gettext("All forms")
        kind = self.get_kind_display() if self.kind else gettext("all kinds")
        return f"{form}, {kind}"

    @property
    def time_text(self) -> str:
        """How long, in words."""
        months = ngettext("%(months)d month", "%(months)d months", self.months)
        return months % {"months": self.months}

    @property
    def concerns(self) -> Q:
        """The submissions that it is about."""
        of_form = Q(form_key=self.form_key) if self.form_key else Q()
        return of_form & Q(kind=self.kind) if self.kind else of_form

    @property
    def rank(self) -> tuple[bool, bool]:
        """The higher, the more specific: a form weighs more than a kind."""
        return (bool(self.form_key), bool(self.kind))


class RetentionRun(models.Model):
    """One day's work of the worker: what was due is gone."""

    day = models.DateField(_("day"), unique=True)
    finished_at = models.DateTimeField(_("finished"), null=True)
    erased = models.PositiveIntegerField(_("erased"), default=0)
    kept_back = models.PositiveIntegerField(_("kept back"), default=0)

    class Meta:
        verbose_name = _("retention run")
        verbose_name_plural = _("retention runs")
        ordering = ["-day"]
        default_permissions = ()

    def __str__(self) -> str:
        """The day."""
        return str(self.day)
