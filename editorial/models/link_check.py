"""What the last visit to an address on another website came to."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from editorial.clinic_time import clinic_day


class LinkCheck(models.Model):
    """An address that live pages link to, and whether it leads anywhere.

    Which pages link to it is not stored: the pages say so themselves.
    """

    # Longer addresses are not checked. An index of PostgreSQL holds 2,700 bytes.
    MAX_LENGTH = 600

    class Status(models.TextChoices):
        """What came of the visit, in the words that editors read."""

        WORKS = "works", _("The address works.")
        UNCLEAR = "unclear", _("The website does not answer machines.")
        MISSING = "missing", _("The website says that there is no such page.")
        SERVER_ERROR = "server_error", _("The website answers with an error.")
        NO_ANSWER = "no_answer", _("The website does not answer.")
        NO_SUCH_WEBSITE = "no_website", _("There is no website of this name.")
        BAD_CERTIFICATE = (
            "certificate",
            _("The website cannot prove that it is itself: browsers warn of it."),
        )
        TOO_MANY_REDIRECTS = "redirects", _("The website sends visitors in circles.")
        PRIVATE = "private", _("The address is inside a network and not public.")
        NO_ADDRESS = "no_address", _("This is not a web address.")

    # A website that shuts machines out may be as open as ever to people.
    NOT_FAILING = (Status.WORKS, Status.UNCLEAR)

    url = models.CharField(_("address"), max_length=MAX_LENGTH, unique=True)
    status = models.CharField(_("status"), max_length=12, choices=Status.choices)
    checked_at = models.DateTimeField(_("checked at"))
    # The day on which the first of the failures without a success since was seen.
    failing_since = models.DateField(_("failing since"), null=True, blank=True)

    class Meta:
        verbose_name = _("link check")
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                name="failing_links_have_a_day",
                condition=(
                    Q(status__in=["works", "unclear"], failing_since=None)
                    | ~Q(status__in=["works", "unclear"])
                    & Q(failing_since__isnull=False)
                ),
            )
        ]

    def __str__(self) -> str:
        return self.url

    @property
    def is_broken(self) -> bool:
        """Whether it failed on two days: one may have been a bad day."""
        if self.failing_since is None:
            return False
        return clinic_day(self.checked_at) > self.failing_since

    def record(self, status: str, checked_at) -> None:
        """Note what came of a visit; not saved yet."""
        self.status = status
        self.checked_at = checked_at
        if status in self.NOT_FAILING:
            self.failing_since = None
        elif self.failing_since is None:
            self.failing_since = clinic_day(checked_at)
