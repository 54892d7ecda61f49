from django.apps import AppConfig


class FormsConfig(AppConfig):
    """What patients tell us. Inside our files, `forms` alone means django.forms."""

    name = "forms"
