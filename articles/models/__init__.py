"""Conditions and treatments, and the lists that lead to them."""

from .article import ArticlePage, RelatedPage
from .condition import ConditionIndexPage, ConditionPage, ConditionTreatment
from .topic import TopicPage
from .treatment import TreatmentIndexPage, TreatmentPage

__all__ = [
    "ArticlePage",
    "ConditionIndexPage",
    "ConditionPage",
    "ConditionTreatment",
    "RelatedPage",
    "TopicPage",
    "TreatmentIndexPage",
    "TreatmentPage",
]
