"""Conditions and treatments, and the lists that lead to them."""

from .article import ArticlePage, RelatedPage
from .condition import ConditionIndexPage, ConditionPage, ConditionTreatment
from .listing import ArticleIndexPage
from .topic import TopicPage
from .treatment import TreatmentIndexPage, TreatmentPage

__all__ = [
    "ArticleIndexPage",
    "ArticlePage",
    "ConditionIndexPage",
    "ConditionPage",
    "ConditionTreatment",
    "RelatedPage",
    "TopicPage",
    "TreatmentIndexPage",
    "TreatmentPage",
]
