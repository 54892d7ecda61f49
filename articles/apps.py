from django.apps import AppConfig


class ArticlesConfig(AppConfig):
    """What patients read: conditions and treatments."""

    name = "articles"
