"""Making the index when the database is made or changed."""

from django.db import connections
from django.db.models.signals import post_migrate
from django.dispatch import receiver

from .finding import DATABASES


@receiver(post_migrate)
def install(app_config, using: str, **_kwargs) -> None:
    """After the tables of `forms` were made or changed."""
    connection = connections[using]
    if app_config.name != "forms" or connection.vendor not in DATABASES:
        return
    if "forms_submissionaddition" in connection.introspection.table_names():
        DATABASES[connection.vendor].install(connection)
