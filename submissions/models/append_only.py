"""Logs: what is written down stays as it is."""

from django.db import models


class AppendOnlyError(Exception):
    """Somebody tried to change or delete a line of a log."""


class AppendOnlyQuerySet(models.QuerySet):
    """Lines of a log, to be read and added to."""

    def update(self, **kwargs) -> int:
        """Raises AppendOnlyError."""
        raise AppendOnlyError

    def delete(self) -> tuple[int, dict[str, int]]:
        """Raises AppendOnlyError."""
        raise AppendOnlyError


class AppendOnly(models.Model):
    """One line of a log."""

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args, **kwargs) -> None:
        """Write it down. Raises AppendOnlyError if it is written already."""
        if not self._state.adding:
            raise AppendOnlyError
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs) -> tuple[int, dict[str, int]]:
        """Raises AppendOnlyError."""
        raise AppendOnlyError
